"""Everything that others wait for, the oldest first; three of it stand on the first page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.models import Appraisal
from feedback.models import FeedbackAsked
from ladders.chart import Chart
from people.models import Person
from people.waiting import kinds, waiting_for
from teams.models import Promise
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.reviews.pairs import opened
from tests.teams.scenes import promise

URL = "/waiting/"
THEN = datetime(2025, 3, 4, 9, tzinfo=UTC)


def rows(client: Client, url: str = URL) -> list[tuple[str, str]]:
    """The words and the address of each row."""
    return [
        (row.one("a").text, row.one("a").attrs["href"]) for row in main(client.get(url)).one("ul", "rows").all("li")
    ]


def asked(giver: Person, asker: Person, question: str, *, day: int) -> FeedbackAsked:
    row = FeedbackAsked.ask(asker, giver, question=question, skill=None)
    FeedbackAsked.objects.filter(pk=row.pk).update(at=THEN + timedelta(days=day))
    return row


@pytest.fixture
def as_bo(client: Client, cast: Cast) -> Client:
    client.force_login(cast.bo)
    return client


def test_of_every_room_the_oldest_first(as_bo: Client, cast: Cast, ladder: Chart) -> None:
    review = opened(cast.ada, cast.bo)
    Appraisal.objects.update(opened_at=THEN)
    first = asked(cast.bo, cast.di, "Was it clear?", day=-1)
    promise(cast.ada, cast.bo, "Ask finance")
    assert rows(as_bo) == [
        ("Di Castellanos asks: Was it clear?", first.address),
        ("Your part of the review of Ada Okafor is not in yet.", f"/reviews/{review.pid}/"),
        ("You promised Ada Okafor: Ask finance", f"/team/{cast.ada.pid}/"),
    ]


def test_it_goes_when_it_is_done(as_bo: Client, cast: Cast) -> None:
    made = promise(cast.ada, cast.bo)
    assert len(rows(as_bo)) == 1
    made.keep(by=cast.bo)
    assert main(as_bo.get(URL)).one("div", "empty").one("h2").text == "Nobody waits for you"


def test_three_on_the_first_page_and_a_way_to_the_rest(as_bo: Client, cast: Cast) -> None:
    for day in range(3):
        asked(cast.bo, cast.di, f"Question {day}?", day=day)
    assert [words for words, _url in rows(as_bo, "/")] == [
        f"Di Castellanos asks: Question {day}?" for day in range(3)
    ]
    assert "Everything that waits for you" not in as_bo.get("/").content.decode()
    asked(cast.bo, cast.di, "One more?", day=9)
    assert len(rows(as_bo, "/")) == 3
    assert "Everything that waits for you" in as_bo.get("/").content.decode()


def test_nothing_of_it_is_shown_to_others(as_bo: Client, cast: Cast) -> None:
    promise(cast.ada, cast.bo, "Ask finance")
    asked(cast.bo, cast.di, "Was it clear?", day=0)
    assert rows(as_bo)
    for other in (cast.ada, cast.cy, cast.di, cast.hal, cast.root):
        assert waiting_for(other) == []


def test_every_kind_has_a_sentence_and_an_address(cast: Cast) -> None:
    assert len(kinds()) == 12
    for name, kind in kinds().items():
        said = kind.said("Ada", "it")
        assert ("%" in said, said[0].isupper()) == (False, True), name


def test_queries(as_bo: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for count in (1, 29):
        for _number in range(count):
            promise(cast.ada, cast.bo)
            FeedbackAsked.objects.create(asker=cast.di, giver=cast.bo, question="Was it clear?")
        with django_assert_num_queries(3):  # session, person, what waits
            as_bo.get(URL)
    assert Promise.objects.count() == 30


def test_signed_out() -> None:
    leads_to_welcome(URL)
