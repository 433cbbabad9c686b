"""How far a round is: names and states for those who may see them, never what anybody answered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ladders.models import Path
from people.models import Person, Reading, ReportingLine
from reviews.ending import end_review
from reviews.handing import hand_over
from reviews.models import Round
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, links, main
from tests.cast import Cast
from tests.reviews.rounding import (
    client_of,
    day,
    opened,
    part_of,
    placed,
    planned,
    review_of,
    submitted,
    version_one,
)

pytestmark = pytest.mark.usefixtures("ladder")


def shown(person: Person, made: Round, query: str = "") -> Node:
    return main(client_of(person).get(f"/rounds/{made.pid}/{query}"))


def states(page: Node) -> list[tuple[str, ...]]:
    """For each review: the person, both states, the badges."""
    return [
        (
            row.one("p", "person").one("bdi").text,
            *(one.text for one in row.one("dl").all("dd")),
            *(one.text for one in row.all("span", "badge")),
        )
        for row in page.all("li")
        if row.all("dl", "done")
    ]


def test_names_and_states_for_the_manager(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    made = opened(cast.bo, [cast.ada, cast.di])
    submitted(review_of(cast.ada), cast.ada)
    submitted(review_of(cast.di), cast.di)
    submitted(review_of(cast.di), cast.bo)

    assert states(shown(cast.bo, made)) == [
        ("Ada Okafor", "submitted", "not yet", "both rate"),
        ("Di Castellanos", "submitted", "submitted", "to be agreed"),
    ]
    assert "In 1 of 2 reviews both parts are in" in shown(cast.bo, made).text


def test_the_person_sees_the_own_review_and_no_other(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    made = opened(cast.bo, [cast.ada, cast.di])

    page = shown(cast.ada, made)

    assert states(page) == [("Ada Okafor", "not yet", "not yet", "both rate")]
    assert links(page.one("p", "row-acts")) == [(f"/reviews/{review_of(cast.ada).pid}/", "Open: Ada Okafor")]


def test_an_assessor_in_a_round_of_the_people_team_sees_those_they_rate(cast: Cast) -> None:
    placed(cast.ada, cast.eve)
    made = opened(cast.hal, [cast.ada, cast.eve])

    assert [row[0] for row in states(shown(cast.bo, made))] == ["Ada Okafor"]
    assert [row[0] for row in states(shown(cast.hal, made))] == ["Ada Okafor", "Eve Mokoena"]


def test_the_people_team_sees_who_is_done_and_nothing_of_what_was_answered(cast: Cast) -> None:
    """Before the reveal and after it; and that is no reading of anything, so the log stays empty."""
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada])
    submitted(review_of(cast.ada), cast.ada, 4)
    before = shown(cast.hal, made).text
    part = part_of(review_of(cast.ada), cast.bo, 1)
    part.ratings.update(situation="A situation that stands nowhere else")
    part.submit()

    after = shown(cast.hal, made).text

    assert "A situation that stands nowhere else" not in after
    assert before.replace("not yet", "submitted").replace("both rate", "to be agreed").replace(
        "1 with one part in", "1 to be agreed"
    ).replace("In 0 of", "In 1 of").replace(" Hand over: Ada Okafor Call off: Ada Okafor", "") == after.replace(
        " Hand over: Ada Okafor Call off: Ada Okafor", ""
    )
    assert Reading.objects.count() == 0


def test_marks_what_somebody_should_look_at(cast: Cast) -> None:
    """An account that is switched off, and a manager who is not the assessor any more."""
    placed(cast.ada, cast.di, cast.eve)
    made = opened(cast.hal, [cast.ada, cast.di, cast.eve])
    cast.di.report_to(cast.xena, since=day(0))
    for person in (cast.ada, cast.xena):
        person.is_active = False
        person.save(update_fields=["is_active"])

    assert {row[0]: row[4:] for row in states(shown(cast.hal, made))} == {
        "Ada Okafor": ("Account switched off: Ada Okafor",),
        "Di Castellanos": ("Reports to Xena Papadopoulou now",),
        "Eve Mokoena": ("Account switched off: Xena Papadopoulou",),
    }


def test_an_appointed_assessor_is_no_mark(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada])
    hand_over(review_of(cast.ada), to=cast.cy, by=cast.hal, reason="Away", seen=cast.bo.pid)

    assert states(shown(cast.hal, made)) == [("Ada Okafor", "not yet", "not yet", "both rate")]


def test_a_review_that_was_called_off_says_so(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.bo, [cast.ada])
    end_review(review_of(cast.ada), by=cast.bo, reason="Left")

    assert states(shown(cast.bo, made)) == [("Ada Okafor", "not yet", "not yet", "called off")]


def test_before_it_opens_whoever_steers_sees_who_would_be_in_it(cast: Cast) -> None:
    placed(cast.ada)
    made = planned(cast.bo, [cast.ada, cast.di], opens_on=day(4))

    page = shown(cast.bo, made)

    assert "If it opened today, 1 person would be in it." in page.text
    assert [one.attrs["action"] for one in page.all("form")] == [f"/rounds/{made.pid}/open/"]


def test_who_could_join_later_stands_below(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada], group=Round.Group.LADDER, ladder=version_one().ladder)
    placed(cast.eve)

    page = shown(cast.hal, made)

    assert (f"/rounds/{made.pid}/add/?person={cast.eve.pid}", "Eve Mokoena") in links(page)


def test_after_the_last_day_the_page_says_that_parts_can_still_come_in(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.bo, [cast.ada])
    yesterday = day(-1)
    Round.objects.filter(pk=made.pk).update(opens_on=yesterday - timedelta(days=9), closes_on=yesterday)

    assert "Parts can still be submitted until the round is closed." in shown(cast.ada, made).text
    submitted(review_of(cast.ada), cast.ada)
    assert [row[1] for row in states(shown(cast.ada, made))] == ["submitted"]


@pytest.fixture
def crowd(cast: Cast) -> Round:
    """A thousand people in a hundred teams."""
    heads = Person.objects.bulk_create(
        Person(email=f"head{number}@example.org", name=f"Head {number:03}") for number in range(100)
    )
    people = Person.objects.bulk_create(
        Person(email=f"many{number}@example.org", name=f"Many {number:04}") for number in range(1_000)
    )
    path = {"ladder": version_one().ladder, "stage": "product-manager"}
    Path.objects.bulk_create(Path(person=person, **path) for person in people)
    ReportingLine.objects.bulk_create(
        ReportingLine(person=person, manager=heads[number % 100], since=day(-9))
        for number, person in enumerate(people)
    )
    return opened(cast.hal, list(people))


def test_of_a_thousand_people_one_team_is_opened_after_the_other(cast: Cast, crowd: Round) -> None:
    client = client_of(cast.hal)
    client.get(f"/rounds/{crowd.pid}/")
    with CaptureQueriesContext(connection) as queries:
        page = main(client.get(f"/rounds/{crowd.pid}/"))

    assert (len(page.all("section", "team-of")), states(page)) == (100, [])
    assert len(queries) <= 30
    head = Person.objects.get(name="Head 007")
    assert page.one("section", id=f"team-{head.pid}").text == "Head 007 rates 10 people 10 with no part in"
    assert len(states(shown(cast.hal, crowd, f"?team={head.pid}"))) == 10


@pytest.mark.parametrize("query", ["?team=x", "?team=", "?team=%00"])
def test_a_team_that_is_not_there_opens_nothing(cast: Cast, query: str) -> None:
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada])

    assert client_of(cast.hal).get(f"/rounds/{made.pid}/{query}").status_code == 200


def test_asks_the_database_as_often_for_thirty_as_for_one(cast: Cast) -> None:
    def asked(made: Round) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/rounds/{made.pid}/")
        return len(queries)

    client = client_of(cast.root)
    people = [*Person.objects.bulk_create(Person(email=f"m{n}@example.org", name=f"M {n}") for n in range(31))]
    ReportingLine.objects.bulk_create(
        ReportingLine(person=person, manager=cast.root, since=day(-9)) for person in people
    )
    placed(*people)
    one, thirty = opened(cast.root, people[:1]), opened(cast.root, people[1:])
    client.get(f"/rounds/{one.pid}/")

    assert asked(one) == asked(thirty)


def test_for_everybody_else_there_is_nothing(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.bo, [cast.ada])

    for stranger in (cast.eve, cast.di, cast.cy, cast.lin, cast.root):
        is_not_there(stranger, f"/rounds/{made.pid}/", post=False)


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(f"/rounds/{planned(cast.bo, []).pid}/")
