"""Taking over the library's newer wording of one skill, having seen what it changes."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop, publish
from drafts.writing import undo
from ladders.published import chart_of
from safeguards.ids import new_pid
from tests.assessments.litany import is_not_there
from tests.assessments.pages import filled_in, main
from tests.cast import Cast
from tests.drafts.pieces import history, library, piece_of, using


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """A draft whose library has a newer text since."""
    found = using(cast.lin)
    library(newer="Runs interviews. → Runs many interviews.", sign="Writes up what was heard → Tells what was heard")
    return found


@pytest.fixture
def row(draft: Draft) -> Piece:
    return piece_of(draft, Kind.ROW, "research")


def url_of(row: Piece) -> str:
    return f"/drafts/{row.draft.pid}/shared/{row.pid}/"


def take(client: Client, row: Piece) -> str:
    form = filled_in(main(client.get(url_of(row))).one("form", method="post"))
    return str(client.post(url_of(row), form).headers.get("Location"))


def taken(row: Piece) -> object:
    return Piece.objects.get(pk=row.pk).read("edition")


def test_shows_what_the_newer_text_changes(as_lin: Client, row: Piece) -> None:
    shown = main(as_lin.get(url_of(row)))

    assert [(part.one("h3").text, part.one("p").text) for part in shown.all("section")[1:]] == [
        (
            "2 Able",
            "Able Runs many interviews. Asks open questions Writes up Tells what was heard",
        )
    ]
    assert [part.text for part in shown.all("ins")] == ["many", "Tells"]


def test_takes_it_over_as_a_change_that_can_be_taken_back(
    as_lin: Client, draft: Draft, row: Piece, cast: Cast
) -> None:
    assert take(as_lin, row) == f"/drafts/{draft.pid}/shared/"

    assert (taken(row), history(draft)) == (2, [("research", "edition")])
    undo(draft.changes.get(), by=cast.lin)
    assert taken(row) == 1


def test_the_ladder_keeps_its_wording_until_then(as_lin: Client, draft: Draft, row: Piece, cast: Cast) -> None:
    def text(version_pk: int) -> str:
        chart = chart_of(version_pk)
        return next(anchor.text for level, anchor in chart.skill["research"].levels.items() if level == 2)

    assert draft.base is not None
    before = text(draft.base.pk)
    take(as_lin, row)
    after = publish(Draft.objects.get(pk=draft.pk), by=cast.cy, label="2")

    chart_of.cache_clear()
    assert (before, text(draft.base.pk), text(after.pk)) == (
        "Runs interviews.",
        "Runs interviews.",
        "Runs many interviews.",
    )


def test_twice_is_once(as_lin: Client, draft: Draft, row: Piece) -> None:
    form = filled_in(main(as_lin.get(url_of(row))).one("form", method="post"))

    for _click in range(2):
        assertRedirects(as_lin.post(url_of(row), form), f"/drafts/{draft.pid}/shared/")

    assert history(draft) == [("research", "edition")]
    assert main(as_lin.get(url_of(row))).all("form", method="post") == []


def test_a_row_of_ones_own_skill_is_not_there(as_lin: Client, draft: Draft) -> None:
    assert as_lin.get(url_of(piece_of(draft, Kind.ROW, "pricing"))).status_code == 404


def test_nothing_is_taken_into_a_closed_draft(as_lin: Client, draft: Draft, row: Piece, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.post(url_of(row), {"once": new_pid()}).status_code, taken(row)) == (409, 1)


def test_those_who_only_publish_take_nothing(as_cy: Client, row: Piece) -> None:
    assert (as_cy.post(url_of(row), {"once": new_pid()}).status_code, taken(row)) == (403, 1)


def test_a_stranger_learns_nothing(row: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(row))
