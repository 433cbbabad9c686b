"""How the texts came out: numbers, and never who sorted how."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import AnchorTest, Draft, Piece
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import page
from tests.cast import Cast
from tests.drafts.voices import begun, sorted_by
from tests.factories import PersonFactory


@pytest.fixture
def test(draft: Draft, cast: Cast) -> AnchorTest:
    return begun(draft, [cast.ada, cast.bo, cast.di], by=cast.lin)


def url_of(test: AnchorTest) -> str:
    return f"/drafts/{test.draft.pid}/anchors/{test.pid}/"


def test_one_answer_shows_nothing(as_lin: Client, test: AnchorTest, cast: Cast) -> None:
    sorted_by(test, cast.ada)

    said = page(as_lin.get(url_of(test))).text
    assert "1 of 3 people have sorted the texts." in said
    assert "Not enough answers yet" in said


def test_the_least_clear_first_with_where_it_went(as_lin: Client, test: AnchorTest, cast: Cast) -> None:
    for person, wrong in ((cast.ada, ["t0"]), (cast.bo, ["t0"]), (cast.di, [])):
        sorted_by(test, person, *wrong)

    shown = page(as_lin.get(url_of(test)))
    rows = [[cell.text for cell in row if cell.tag in ("th", "td")] for row in shown.one("tbody").all("tr")]

    assert rows[0] == [
        "What research is at 1. User research , 1 Learning",
        "33 %: unclear",
        "1/3",
        "1/3",
        "Planning 2 Owning (2)",
    ]
    assert [row[1] for row in rows[1:]] == ["100 %", "100 %", "100 %"]
    assert "1 text was put where it stands by fewer than 60 in 100." in shown.text


def test_who_sorted_stays_unsaid(as_lin: Client, test: AnchorTest, cast: Cast) -> None:
    for person in (cast.ada, cast.bo):
        sorted_by(test, person)

    said = page(as_lin.get(url_of(test))).text
    assert "Ada Okafor" not in said
    assert "Bo Lindqvist" not in said


def test_to_others_it_is_not_there(test: AnchorTest, cast: Cast) -> None:
    for person in (cast.ada, cast.bo):
        is_not_there(person, url_of(test), post=False)


def test_leads_from_a_text_to_where_it_is_edited(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    levels = [[int(level), level] for level in skill.body["levels"]]
    texts = [
        {"id": "t0", "skill": skill.key, "level": 2, "text": "Any"},
        {"id": "t1", "skill": "gone", "level": 2, "text": "Some"},
    ]
    test = AnchorTest.begin(
        draft,
        [cast.ada, cast.bo],
        by=cast.lin,
        texts=texts,
        skills=[[skill.key, skill.title], ["gone", "Gone"]],
        levels=levels,
    )
    for sorter in test.sorters.all():
        sorter.finish()

    links = page(as_lin.get(url_of(test))).one("tbody").all("a")

    assert [link.attrs["href"] for link in links] == [f"/drafts/{draft.pid}/skills/{skill.pid}/levels/2/"]


def test_signed_out(test: AnchorTest) -> None:
    leads_to_welcome(url_of(test))


@pytest.mark.parametrize("count", [2, 30])
def test_queries(
    as_lin: Client,
    draft: Draft,
    cast: Cast,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    people = PersonFactory.create_batch(count)
    test = begun(draft, people, by=cast.lin)
    for person in people:
        sorted_by(test, person)
    as_lin.get(url_of(test))
    with django_assert_num_queries(9):
        as_lin.get(url_of(test))
