"""One's own line: up, down, before, and what each of them can read."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from people.models import Reading
from people.policy import TABLE, Ability, Tie
from people.rights import SAID_BY, WORDS, rights
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import Node, main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.people.conftest import day

URL = "/profile/line/"


def part(page: Node, title: str) -> str:
    return next(section.text for section in page.all("section") if section.all("h2")[0].text == title)


def test_up_and_before(as_ada: Client, cast: Cast) -> None:
    page = main(as_ada.get(URL))
    assert part(page, "Who you report to") == (
        "Who you report to Bo Lindqvist since 1 March 2021 Every day and change"
    )
    assert part(page, "Who reports to you") == "Who reports to you Nobody."
    assert part(page, "Earlier managers") == (
        "Earlier managers Each keeps for twelve months what you two signed, and reads nothing else any more. "
        "Xena Papadopoulou 6 January 2020 to 28 February 2021"
    )


def test_down_today_and_soon(client: Client, cast: Cast) -> None:
    cast.eve.report_to(cast.bo, since=day(4))
    client.force_login(cast.bo)
    page = main(client.get(URL))
    below = part(page, "Who reports to you")
    assert below.startswith(
        "Who reports to you Ada Okafor since 1 March 2021 Di Castellanos since 6 January 2020 Eve Mokoena from "
    )
    assert set(Reading.objects.values_list("person__name", "page")) == {
        ("Ada Okafor", "my_line"),
        ("Di Castellanos", "my_line"),
    }


def test_what_each_of_them_can_do_comes_from_the_policy(as_ada: Client, cast: Cast) -> None:
    columns = main(as_ada.get(URL)).one("div", "cols", class_="cols")
    said = {part.one("h3").text: [item.text for item in part.all("li")] for part in columns if part.tag == "div"}
    assert said == {
        "Your manager": rights(Tie.MANAGER),
        "Your manager’s manager": rights(Tie.SKIP),
        "The people team": rights(Tie.PEOPLE_TEAM),
    }


@pytest.mark.parametrize("tie", [Tie.MANAGER, Tie.SKIP, Tie.PEOPLE_TEAM])
def test_every_ability_that_somebody_else_has_is_said(tie: Tie) -> None:
    """A line in the table without words here would open something that nobody is told of."""
    held = {ability for ability in Ability if tie in TABLE[ability]}
    said = {ability for ability in WORDS if str(WORDS[ability]) in rights(tie)}
    assert held - {ability for ability, other in SAID_BY.items() if other in held} == said


def test_a_manager_whose_account_is_off_reads_nothing(as_ada: Client, cast: Cast) -> None:
    cast.bo.switch(on=False, by=cast.hal)
    page = main(as_ada.get(URL))
    assert "Their account is switched off: they read nothing." in part(page, "Who you report to")
    assert [title.text for title in page.all("h3")] == ["The people team"]


def test_nobody_above(as_hal: Client) -> None:
    assert "Nobody else reads what you agree." in part(main(as_hal.get(URL)), "Who you report to")


@pytest.mark.parametrize("people", [1, 30])
def test_queries(client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, people: int) -> None:
    for person in PersonFactory.create_batch(people):
        person.report_to(cast.eve, since=day(-10))
    client.force_login(cast.eve)
    client.get(URL)
    # session, person, lines, reports, the level above, readings, duty; audience: managers of two levels
    with django_assert_num_queries(9):
        client.get(URL)


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(URL)
