"""The manager's page: people by skills, talks and promises."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.models import Standing
from ladders.chart import Chart, Expectation
from ladders.models import Path
from people.models import Person, Reading
from teams.models import Challenge, CoachOffer
from teams.quarter import quarter_of
from tests.assessments.litany import ago, agreed, every, leads_to_welcome, rated
from tests.assessments.pages import cells, links, main
from tests.cast import Cast
from tests.teams.conftest import client_of
from tests.teams.scenes import heat, meeting, promise, reports, talk, under_review

PRIVATE = "private: nothing is agreed that you can read. That says nothing about the work."
VEILED = "in review: hidden until both have submitted"
NOW = timezone.now()


def test_every_cell_says_what_was_agreed_out_of_what_the_persons_own_stage_expects(
    as_bo: Client, cast: Cast, on_ladder: Chart
) -> None:
    agreed(cast.ada, {"delivery": 4, "vision": 1, "design": 2, "technical": 3, "org-design": 0}, cast.bo, NOW)
    found = heat(main(as_bo.get("/team/")))
    row = found["Ada Okafor"]
    assert {title: row[title] for title in ("Execution and delivery", "Vision setting", "Technical fluency")} == {
        "Execution and delivery": "4/3 beyond",
        "Vision setting": "1/3 far",
        "Technical fluency": "3/3 met",
    }
    assert (row["Design and user experience"], row["User research"]) == ("2/3 grow", "? unknown")
    assert (row["Organisational leadership"], row["of what is expected"]) == ("· none", "2/22 none")


def test_what_is_only_welcome_has_no_tint(cast: Cast, on_ladder: Chart) -> None:
    Path.objects.filter(person=cast.ada).update(stage="senior-pm")
    agreed(cast.ada, {"partnerships": 2, "delivery": 4}, cast.bo, NOW)
    assert on_ladder.expects["senior-pm"]["partnerships"] == Expectation(1, required=False)
    client = client_of(cast.bo)
    assert heat(main(client.get("/team/")))["Ada Okafor"]["Industry partnerships"] == "2 none"
    said = [item.text for item in main(client.get("/team/?as=list")).all("li")]
    assert "2/(1)+ Industry partnerships welcome, not expected" in said


def test_of_whom_nothing_is_agreed_is_private_and_who_is_in_review_is_hidden(
    as_bo: Client, cast: Cast, on_ladder: Chart
) -> None:
    rated(cast.ada, every(on_ladder, 3), NOW)
    agreed(cast.di, every(on_ladder, 3), cast.bo, NOW)
    under_review(cast.di, cast.bo)
    page = main(as_bo.get("/team/"))
    assert heat(page) == {"Ada Okafor": {"": PRIVATE}, "Di Castellanos": {"": VEILED}}
    assert set(meeting(page).values()) == {"– nobody needs it", ""}


def test_what_was_agreed_with_the_manager_before_is_not_there(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.xena, datetime(2020, 6, 1, tzinfo=UTC))
    assert heat(main(as_bo.get("/team/")))["Ada Okafor"] == {"": PRIVATE}


def test_what_one_says_alone_is_not_there(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 2}, cast.bo, NOW)
    rated(cast.ada, {"delivery": 5, "vision": 5}, NOW)
    row = heat(main(as_bo.get("/team/")))["Ada Okafor"]
    assert (row["Execution and delivery"], row["Vision setting"]) == ("2/3 grow", "? unknown")


def test_older_than_a_year_is_marked(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 3}, cast.bo, NOW)
    Standing.objects.filter(person=cast.ada).update(as_of=ago(366))
    page = main(as_bo.get("/team/"))
    assert heat(page)["Ada Okafor"]["Execution and delivery"] == "3/3 met old"
    assert "One level is older than a year." in [line.text for line in page.all("li")]


def test_the_last_line_flags_a_skill_that_one_person_alone_meets(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 3, "vision": 3}, cast.bo, NOW)
    agreed(cast.di, {"delivery": 3, "vision": 1}, cast.bo, NOW)
    page = main(as_bo.get("/team/"))
    assert {title: meeting(page)[title] for title in ("Execution and delivery", "Vision setting")} == {
        "Execution and delivery": "2/2",
        "Vision setting": "only one person: 1/2",
    }
    said = [line.text for line in page.all("ul", "bullets")[0].all("li")]
    assert "Vision setting: only Ada Okafor does what is expected, of 2 who need it." in said


def test_people_stand_in_order_of_name_whatever_they_reach(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.di, every(on_ladder, 5), cast.bo, NOW)
    agreed(cast.ada, every(on_ladder, 0), cast.bo, NOW)
    page = main(as_bo.get("/team/"))
    assert list(heat(page)) == ["Ada Okafor", "Di Castellanos"]
    assert [link for link in links(page) if "sort" in link[0]] == []


def test_who_could_coach_whom_needs_the_word_of_the_one_who_helps(
    as_bo: Client, cast: Cast, on_ladder: Chart
) -> None:
    agreed(cast.ada, {"delivery": 4}, cast.bo, NOW)
    agreed(cast.di, {"delivery": 1}, cast.bo, NOW)
    assert "could help" not in main(as_bo.get("/team/")).text
    delivery = on_ladder.skill["delivery"].pk
    CoachOffer.choose(cast.ada, asked=[delivery], chosen=[delivery])
    said = [line.text for line in main(as_bo.get("/team/")).all("ul", "bullets")[-1].all("li")]
    assert said == ["Execution and delivery: Ada Okafor could help Di Castellanos."]


def test_talks_promises_and_challenges(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    today = timezone.localdate()
    talk(cast.ada, cast.bo, today - timedelta(days=90))
    talk(cast.ada, cast.bo, today - timedelta(days=70))
    promise(cast.ada, cast.bo, "The younger one", days=3)
    promise(cast.di, cast.bo, "The oldest one", days=30)
    promise(cast.ada, cast.bo, "Her own", side="person")
    promise(cast.ada, cast.bo, "A kept one").keep(by=cast.bo)
    before = quarter_of(quarter_of(today) - timedelta(days=1))
    for person, quarter in ((cast.ada, quarter_of(today)), (cast.di, before)):
        Challenge.agree(person, cast.bo, by=cast.bo, quarter=quarter, words="The merge", seen=0)
    page = main(as_bo.get("/team/"))
    table = page.one("table", "talks")
    rows = [[cell.text for cell in row if cell.tag in ("th", "td")] for row in table.one("tbody").all("tr")]
    assert [row[0] for row in rows] == ["Ada Okafor", "Di Castellanos"]
    assert [row[2] for row in rows] == [f"Your open promises 1, since {spoken(ago(days))}" for days in (3, 30)]
    assert rows[0][1].startswith(f"Last career talk {spoken(ago(70))}")
    assert rows[1][1] == "Last career talk none noted"
    assert [row[3].split()[-1] for row in rows] == [str(today.year), "quarter"]
    listed = [item.all("p")[0].text.split(" to ")[0] for item in page.one("ul", "promises").all("li")]
    assert listed == ["The oldest one", "The younger one"]


def spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def test_as_a_list_it_says_the_same_in_words(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 4, "vision": 1}, cast.bo, NOW)
    page = main(as_bo.get("/team/?as=list"))
    ada, di, skills = page.all("section", "listed")
    said = [item.text for item in ada.all("li")]
    assert ada.one("p").text.startswith("1 of 22 expectations met · last agreed ")
    assert "4/3+ Execution and delivery more than expected" in said
    assert "1/3 Vision setting two steps or more to grow" in said
    assert "? User research not rated" in said
    assert (di.one("p").text, di.all("li")) == (PRIVATE, [])
    assert "Execution and delivery: 1 of 1 who needs it" in [item.text for item in skills.all("li")]
    assert page.all("div", "heat-wide") == []


def test_somebody_without_a_place_is_named_apart(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    reports(cast.bo, 1, on_ladder)[0].path.delete()
    page = main(as_bo.get("/team/"))
    assert list(heat(page)) == ["Ada Okafor", "Di Castellanos"]
    assert "Person" in page.all("ul", "bullets")[-1].text


def test_nobody_reports_to_me(cast: Cast, on_ladder: Chart) -> None:
    for nobody in (cast.eve, cast.hal):
        page = main(client_of(nobody).get("/team/"))
        assert page.one("div", "empty").one("h2").text == "Nobody reports to you"
        assert page.all("table") == []


def test_people_read_that_their_levels_were_opened(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    """Only those whose levels were there to see."""
    agreed(cast.ada, {"delivery": 3}, cast.bo, NOW)
    for _time in range(2):
        as_bo.get("/team/")
    assert [(row.person, row.reader, row.page, row.times) for row in Reading.objects.all()] == [
        (cast.ada, cast.bo, "team_show", 2)
    ]


def test_the_teams_below_stay_closed(as_cy: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, {"delivery": 3}, cast.bo, NOW)
    page = main(as_cy.get("/team/"))
    below = page.one("details", "below")
    assert (below.one("summary").text, "open" in below.attrs) == ("Bo Lindqvist 2 people", False)
    assert [href for href, _text in links(below)] == [f"/team/below/{cast.bo.pid}/"]
    assert "Ada Okafor" not in page.text


def test_signed_out() -> None:
    leads_to_welcome("/team/")


@pytest.mark.parametrize("count", [1, 30, 300])
def test_queries(
    as_bo: Client,
    cast: Cast,
    on_ladder: Chart,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    team = reports(cast.bo, count, on_ladder)
    fill(team, on_ladder, cast.bo)
    as_bo.get("/team/")
    with django_assert_num_queries(13):
        # session, person, who is in review, people, places, levels, offers, one statement for the log, talks,
        # promises, challenges, promises to list, teams below
        as_bo.get("/team/")


def fill(team: list[Person], chart: Chart, manager: Person) -> None:
    """Levels of three skills for each, as agreeing on them would leave them, and a promise."""
    slugs = ("delivery", "vision", "design")
    Standing.objects.bulk_create(
        Standing(person=person, skill_id=chart.skill[slug].pk, basis="agreed", level=2, as_of=ago(3))
        for person in team
        for slug in slugs
    )
    for person in team[:30]:
        promise(person, manager)


def test_the_table_for_a_spreadsheet_is_offered(as_bo: Client) -> None:
    assert ("/team/table.csv", "Save as a table") in links(main(as_bo.get("/team/")))


def test_nothing_is_a_table_of_totals(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    assert "%" not in main(as_bo.get("/team/")).text
    assert cells(main(as_bo.get("/team/")).one("div", "heat-wide"))[0][0].startswith("Ada Okafor")
