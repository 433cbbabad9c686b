"""The rules of a ladder: read by its keepers, changed by those whose duty ladders are."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from drafts.models import Keeper, SecondPerson
from drafts.models.keeper import appoint
from ladders.chart import Chart
from ladders.models import Ladder, Retirement
from people.models import Duty
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Sent, main
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.factories import PersonFactory


def url_of(ladder: Chart) -> str:
    return f"/drafts/ladders/{ladder.ladder}/"


def row(chart: Chart) -> Ladder:
    return Ladder.objects.get(pid=chart.ladder)


def rules(client: Client, ladder: Chart) -> Sent:
    """What the second form of the page would send."""
    form = main(client.get(url_of(ladder))).one("form", action=url_of(ladder))
    fields = [node.attrs for node in form.all("input") if node.attrs["name"] != "csrfmiddlewaretoken"]
    return {one["name"]: [one.get("value", "on")] for one in fields if one["type"] == "hidden" or "checked" in one}


def test_each_rule_can_be_set_and_taken_back(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    first = rules(as_lin, ladder)

    assertRedirects(
        as_lin.post(url_of(ladder), first | {"second_person": "on", "public": "on", "retired": "on"}), url_of(ladder)
    )

    found = row(ladder)
    assert (SecondPerson._default_manager.get(ladder=found).by, found.public, found.public_by) == (
        cast.lin,
        True,
        cast.lin,
    )
    assert Retirement._default_manager.get(ladder=found).by == cast.lin

    back = {name: value for name, value in rules(as_lin, ladder).items() if name.startswith("initial-")}
    as_lin.post(url_of(ladder), back)

    found = row(ladder)
    assert (SecondPerson._default_manager.count(), found.public, Retirement._default_manager.count()) == (0, False, 0)


def test_two_who_change_different_rules_do_not_undo_each_other(as_lin: Client, ladder: Chart) -> None:
    first, second = rules(as_lin, ladder), rules(as_lin, ladder)

    as_lin.post(url_of(ladder), first | {"public": "on"})
    as_lin.post(url_of(ladder), second | {"retired": "on"})

    found = row(ladder)
    assert (found.public, hasattr(found, "retirement")) == (True, True)


def test_says_who_decided(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    SecondPerson.decide(row(ladder), needed=True, by=cast.cy)
    SecondPerson.decide(row(ladder), needed=True, by=cast.lin)  # said again, it changes nothing

    assert "That a second person publishes was decided by Cy Haddad" in main(as_lin.get(url_of(ladder))).text


def test_lists_keepers_and_those_who_keep_all_ladders(as_cy: Client, ladder: Chart, cast: Cast) -> None:
    appoint(row(ladder), cast.eve, Keeper.Kind.EDIT, by=cast.lin)
    appoint(row(ladder), cast.gone, Keeper.Kind.EDIT, by=cast.lin)

    shown = main(as_cy.get(url_of(ladder)))

    cells = [[cell.text for cell in line if cell.tag in ("th", "td")] for line in shown.one("tbody").all("tr")]
    assert [line[:2] for line in cells] == [["Eve Mokoena", "edits"]]
    words = [one.text for one in shown.all("p", "soft")]
    assert "These rewrite every ladder: Lin Mei-Hua" in words
    assert "These put every ladder into force: Cy Haddad" in words


def test_a_publisher_reads_and_changes_nothing(as_cy: Client, ladder: Chart) -> None:
    shown = main(as_cy.get(url_of(ladder)))

    assert shown.all("form") == []
    assert as_cy.post(url_of(ladder), {"public": "on"}).status_code == 403
    assert not row(ladder).public


def test_so_does_a_keeper(cast: Cast, ladder: Chart) -> None:
    appoint(row(ladder), cast.eve, Keeper.Kind.EDIT, by=cast.lin)
    client = client_of(cast.eve)

    assert client.get(url_of(ladder)).status_code == 200
    assert client.post(url_of(ladder), {"public": "on"}).status_code == 403


def test_the_duty_counts_at_the_moment_of_the_click(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    form = rules(as_lin, ladder)
    Duty.objects.filter(person=cast.lin).delete()
    appoint(row(ladder), cast.lin, Keeper.Kind.EDIT, by=cast.cy)

    assert as_lin.post(url_of(ladder), form | {"public": "on"}).status_code == 403


def test_for_everybody_else_there_is_nothing(ladder: Chart, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(ladder))


def test_signed_out(ladder: Chart) -> None:
    leads_to_welcome(url_of(ladder))


@pytest.mark.parametrize("count", [1, 30])
def test_asks_as_often_for_one_keeper_as_for_thirty(
    count: int, as_lin: Client, ladder: Chart, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for person in PersonFactory.create_batch(count):
        appoint(row(ladder), person, Keeper.Kind.EDIT, by=cast.lin)
    with django_assert_num_queries(8):  # session, person, ladder, version, duty, keepers, twice who keeps all
        as_lin.get(url_of(ladder))
