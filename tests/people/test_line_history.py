"""The lines of a person as dated facts, with who wrote them down."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from people.models import Person, Reading, ReportingLine
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.people.conftest import day


def url(person: Person) -> str:
    return f"/people/{person.pid}/line/history/"


def test_every_line_with_its_days_latest_first(as_hal: Client, cast: Cast) -> None:
    cast.ada.report_to(cast.cy, since=day(2), by=cast.hal)
    items = [item.text for item in main(as_hal.get(url(cast.ada))).one("ol", "timeline").all("li")]
    assert items[0].startswith(f"Cy Haddad planned from {date_format(day(2), 'j F Y')} Written down: Hal Nakamura , ")
    assert items[1].startswith("Bo Lindqvist 1 March 2021 to ")
    assert items[2].startswith("Xena Papadopoulou 6 January 2020 to 28 February 2021")


def test_every_change_with_who_made_it_also_one_that_was_taken_back(as_hal: Client, cast: Cast) -> None:
    cast.di.acts.all().delete()
    cast.di.report_to(cast.cy, since=day(9), by=cast.hal)
    cast.di.report_to(None, since=day(8), by=None)
    acts = [item.text for item in main(as_hal.get(url(cast.di))).one("ul", "rows").all("li")]
    assert [act.split(" from ")[0] for act in acts] == ["Reports to nobody", "Reports to Cy Haddad"]
    assert ("by a command on the server" in acts[0], "Hal Nakamura" in acts[1]) == (True, True)


def test_nobody_was_ever_written_down(as_hal: Client, cast: Cast) -> None:
    assert main(as_hal.get(url(cast.root))).one("div", "empty").one("h2").text == "No manager so far"


@pytest.mark.parametrize(("who", "may"), [("ada", False), ("bo", False), ("cy", False), ("hal", True)])
def test_who_reads_it_and_who_is_offered_to_change_it(client: Client, cast: Cast, who: str, may: bool) -> None:
    """The person, the manager, the level above and the people team."""
    reader: Person = getattr(cast, who)
    client.force_login(reader)
    response = client.get(url(cast.ada))
    offered = [link for link in main(response).all("a") if link.attrs["href"] == f"/people/{cast.ada.pid}/line/"]
    assert (response.status_code, bool(offered)) == (200, may)
    noted = Reading.objects.filter(person=cast.ada, reader=reader, page="line_history").count()
    assert noted == (0 if reader == cast.ada else 1)


def test_nobody_of_the_people_team_is_offered_to_change_their_own(as_hal: Client, cast: Cast) -> None:
    page = main(as_hal.get(url(cast.hal)))
    assert [link for link in page.all("a") if link.attrs["href"].endswith("/line/")] == [
        link for link in page.all("a") if link.attrs["href"] == "/profile/line/"
    ]


@pytest.mark.parametrize("who", ["di", "eve", "xena", "lin", "root"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    is_not_there(getattr(cast, who), url(cast.ada), post=False)


@pytest.mark.parametrize("lines", [1, 30])
def test_queries(as_hal: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, lines: int) -> None:
    person = PersonFactory.create()
    for number in range(lines):
        person.report_to(cast.bo if number % 2 else cast.cy, since=day(number - 100), by=cast.hal)
    assert ReportingLine.objects.filter(person=person).count() == lines
    as_hal.get(url(person))
    # session, person, whose (duty, person), reading, may change (duty, person), lines, acts; managers of two levels
    with django_assert_num_queries(11):
        as_hal.get(url(person))


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(url(cast.ada))
