"""Taking over every newer wording of the library at once."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.shared import add_shared
from safeguards.ids import new_pid
from tests.cast import Cast
from tests.drafts.pieces import history, library, piece_of, using


@pytest.fixture
def draft(cast: Cast) -> Draft:
    """A draft that takes two skills of which the library has newer texts."""
    found = using(cast.lin)
    add_shared(found, "small-talk", 1, by=cast.lin)
    library(newer="Runs interviews. → Runs many interviews.", title='"Small talk: an art" → Small talk')
    return found


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/shared/all/"


def taken(draft: Draft) -> list[object]:
    return [piece_of(draft, Kind.ROW, key).read("edition") for key in ("research", "small-talk")]


def test_takes_over_all_of_them(as_lin: Client, draft: Draft) -> None:
    before = history(draft)

    assertRedirects(as_lin.post(url_of(draft), {"once": new_pid()}), f"/drafts/{draft.pid}/shared/")

    assert taken(draft) == [2, 2]
    assert history(draft)[len(before) :] == [("research", "edition"), ("small-talk", "edition")]


def test_twice_is_once(as_lin: Client, draft: Draft) -> None:
    for _click in range(2):
        as_lin.post(url_of(draft), {"once": new_pid()})

    assert len([path for _key, path in history(draft) if path == "edition"]) == 2


def test_needs_its_token_and_a_post(as_lin: Client, draft: Draft) -> None:
    assert (as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code) == (405, 400)
    assert taken(draft) == [1, 1]


def test_nothing_is_taken_into_a_closed_draft(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.post(url_of(draft), {"once": new_pid()}).status_code, taken(draft)) == (409, [1, 1])


def test_only_editors_take(as_cy: Client, as_ada: Client, draft: Draft) -> None:
    answers = [client.post(url_of(draft), {"once": new_pid()}).status_code for client in (as_cy, as_ada)]

    assert (answers, taken(draft)) == ([403, 404], [1, 1])
    assert Piece.objects.filter(draft=draft, kind=Kind.ROW).count() == 3
