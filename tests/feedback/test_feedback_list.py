"""What one got, gave and asked for, and what waits for one's word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.models import Endorsement
from feedback.models import Feedback, FeedbackAsked
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import EvidenceFactory
from tests.feedback.pages import text
from tests.feedback.peering import asked, settled
from tests.reviews.pairs import client_of, opened

URL = "/feedback/"
MARCH, NOVEMBER = datetime(2025, 3, 4, 9, tzinfo=UTC), datetime(2025, 11, 5, 9, tzinfo=UTC)


@pytest.fixture
def given(cast: Cast, ladder: Chart) -> Feedback:
    skill = ladder.skill["delivery"].pk
    Feedback.give(cast.eve, cast.ada, words="Older words", at=MARCH)
    return Feedback.give(cast.di, cast.ada, words="Newer words", skill=skill, at=NOVEMBER)


def test_by_quarter_with_names_and_skills(given: Feedback, cast: Cast) -> None:
    page = main(client_of(cast.ada).get(URL))
    found = [[head.text for head in page.all("h2")], [row.one("p", "typed").text for row in page.all("li", "done")]]
    assert found == [["October to December 2025 1", "January to March 2025 1"], ["Newer words", "Older words"]]
    assert "From Di Castellanos · Execution and delivery" in page.text


def test_the_giver_reads_what_they_gave(given: Feedback, cast: Cast) -> None:
    shown = text(cast.di, f"{URL}?show=given")
    assert ("For Ada Okafor" in shown, "Newer words" in shown, "Older words" in shown) == (True, True, False)


def test_nobody_else_reads_it(given: Feedback, cast: Cast) -> None:
    for one in (cast.bo, cast.cy, cast.hal, cast.root, cast.xena):
        for part in ("got", "given", "asked", "hidden"):
            assert "words" not in text(one, f"{URL}?show={part}")


def test_hidden_ones_stand_apart_and_the_giver_does_not_learn_of_it(given: Feedback, cast: Cast) -> None:
    before = text(cast.di, f"{URL}?show=given")
    given.hide(on=True)
    shown = text(cast.ada, URL)
    assert ("Newer words" in shown, "Hidden (1)" in shown) == (False, True)
    assert "Newer words" in text(cast.ada, f"{URL}?show=hidden")
    assert text(cast.di, f"{URL}?show=given") == before


def test_what_waits_for_a_word(cast: Cast, ladder: Chart) -> None:
    asked(settled(opened(cast.di, cast.bo), ladder), cast.ada)
    FeedbackAsked.ask(cast.eve, cast.ada, question="How was it?", skill=None)
    Endorsement.ask(EvidenceFactory.create(person=cast.lin, title="The launch"), cast.ada)
    rows = [row.one("a").text for row in main(client_of(cast.ada).get(URL)).one("section", "waiting").all("li")]
    assert rows == [
        "Di Castellanos would like to hear from you in a review.",
        "Eve Mokoena asks: How was it?",
        "Lin Mei-Hua asks whether you saw it: The launch",
    ]


def test_what_one_asked_for(cast: Cast, ladder: Chart) -> None:
    one = FeedbackAsked.ask(cast.ada, cast.di, question="First?", skill=ladder.skill["delivery"].pk)
    FeedbackAsked.ask(cast.ada, cast.eve, question="Second?", skill=None).decline(reason="Not there.")
    Feedback.give(cast.di, cast.ada, words="Clear.", asked=one)
    rows = [row.text for row in main(client_of(cast.ada).get(f"{URL}?show=asked")).one("ul", "rows").all("li")]
    assert (
        "would rather not: Not there." in rows[0],
        "Execution and delivery" in rows[1],
        rows[1].endswith("answered"),
    ) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize("part", ["got", "given", "asked", "hidden", "nonsense"])
def test_nothing_so_far(cast: Cast, part: str) -> None:
    page = main(client_of(cast.ada).get(f"{URL}?show={part}"))
    assert len(page.all("div", "empty")) == 1


@pytest.mark.parametrize("page", ["x", "0", "99", "%00"])
def test_a_page_that_is_not_there(given: Feedback, cast: Cast, page: str) -> None:
    assert client_of(cast.ada).get(f"{URL}?page={page}").status_code == 200


def test_signed_out() -> None:
    leads_to_welcome(URL)


def many(cast: Cast, ladder: Chart, count: int) -> None:
    skill = ladder.skill["delivery"].pk
    for _one in range(count):
        Feedback.give(cast.di, cast.ada, words="Words", skill=skill)


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    many(cast, ladder, count)
    client: Person = cast.ada
    browser = client_of(client)
    browser.get(URL)
    with django_assert_num_queries(7):  # session, person, count, ladders, rows, what waits, hidden
        browser.get(URL)
