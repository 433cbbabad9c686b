"""The page of the snapshots: what it says, to whom, and how it says that something is hidden."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from organisation.models import Snapshot
from organisation.quarters import end_of, quarter_of
from people.models import Duty
from tests.cast import Cast
from tests.organisation.sheets import freeze

pytestmark = pytest.mark.django_db
URL = "/organisation/"


def text(response: Any) -> str:
    """The words of a page, without its tags."""
    bare = re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2])
    return re.sub(r"\s+", " ", bare)


@pytest.fixture
def hal(client: Client, cast: Cast) -> Client:
    client.force_login(cast.hal)
    return client


def test_says_how_many_reviews_are_agreed_and_who_meets_what(hal: Client) -> None:
    freeze()
    said = text(hal.get(URL))
    assert "About 20 of 40 people on a ladder agreed a review in this quarter" in said
    assert "Skill 0 20 of 40 · 20 not yet Apr 2024 to Jun 2024 15 of 40: a larger share meets it" in said
    assert "a larger share meets what is expected in 1 skills, about the same in 0 , a smaller one in 0" in said


@pytest.mark.parametrize(
    ("cut", "says"),
    [
        ("ladder", ("Product about 20 of 40", "Skill 0 20 of 40")),
        ("phase", ("Early career about 15 of 30 Leadership about 5 of 10",)),
        ("line", ("Director, Billing hidden to protect people Director, Search hidden to protect people",)),
    ],
)
def test_says_it_by_each_cut_and_where_something_is_hidden(hal: Client, cut: str, says: tuple[str, ...]) -> None:
    freeze()
    said = text(hal.get(URL, {"cut": cut}))
    assert [words for words in says if words not in said] == []


def test_an_earlier_quarter_is_as_it_was(hal: Client) -> None:
    freeze(many=3)
    said = text(hal.get(URL, {"quarter": "2023-Q4"}))
    assert "Snapshot of Q4 2023" in said
    assert "Skill 0 15 of 40 · 25 not yet Jan 2023 to Dec 2023 –" in said


def test_results_that_wait_are_not_called_hidden(hal: Client) -> None:
    freeze(many=1, people=12)
    assert "Skill 0 not enough results yet" in text(hal.get(URL))


def test_says_who_can_read_it_what_it_is_made_of_and_what_is_never_in_it(hal: Client) -> None:
    said = text(hal.get(URL))
    for words in (
        "The people team can read this.",
        "levels that a person and their manager agreed",
        "a person: no name, no own figure, nothing to click on, no ranking",
        "anything private, and pay",
    ):
        assert words in said


def test_before_the_first_snapshot_it_says_when_there_will_be_one(hal: Client) -> None:
    ends = end_of(quarter_of(timezone.localdate()))
    said = text(hal.get(URL))
    assert f"this one ends on {ends.day} {ends:%B %Y}" in said
    assert hal.get(URL, {"quarter": "2024-Q1"}).status_code == 200


@pytest.mark.parametrize("query", ["quarter=2030-Q1", "quarter=x", "quarter=", "cut=team", "cut="])
def test_a_quarter_or_a_cut_that_there_is_not(hal: Client, query: str) -> None:
    freeze()
    assert hal.get(f"{URL}?{query}").status_code == 404


@pytest.mark.parametrize("name", ["ada", "bo", "cy", "lin", "root", "xena"])
def test_to_everybody_else_it_says_for_whom_it_is(client: Client, cast: Cast, name: str) -> None:
    """A function one may know of: managers and other duties read no aggregate here."""
    freeze()
    client.force_login(getattr(cast, name))
    response = client.get(URL, {"cut": "phase"})
    assert (response.status_code, "This page is for the people team" in text(response)) == (403, True)
    assert re.findall(r"Skill 0|20 of 40|Q2 2024", text(response)) == []
    assert list(Snapshot.objects.visible_to(getattr(cast, name))) == []


def test_a_duty_that_was_taken_back_closes_it(hal: Client, cast: Cast) -> None:
    freeze()
    Duty.objects.filter(person=cast.hal).delete()
    assert hal.get(URL).status_code == 403


def test_signed_out(client: Client, cast: Cast) -> None:
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("cut", ["whole", "ladder", "phase", "line"])
def test_asks_as_many_questions_for_one_row_as_for_thirty(hal: Client, cut: str) -> None:
    counts = []
    for skills in (1, 30):
        Snapshot.objects.all().delete()
        freeze(many=12, skills=skills)
        with CaptureQueriesContext(connection) as asked:
            assert hal.get(URL, {"cut": cut}).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def test_names_stand_as_words_not_as_markup(hal: Client) -> None:
    snapshot = freeze(many=1)[0]
    snapshot.sheet["skills"][0]["title"] = "<b>R&D</b>"
    Snapshot.objects.filter(pk=snapshot.pk).update(sheet=snapshot.sheet)
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in hal.get(URL).content.decode()


def test_a_snapshot_does_not_change(cast: Cast) -> None:
    first = freeze(many=1)[0]
    assert Snapshot.freeze(first.quarter, first.sheet | {"skills": []}) is False
    assert Snapshot.objects.get().sheet == first.sheet
    assert first.quarter == date(2024, 4, 1)
