"""Taking one more skill of the library."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.retiring import retire
from safeguards.ids import new_pid
from tests.cast import Cast
from tests.drafts.pieces import history, later, piece_of, using


@pytest.fixture
def draft(cast: Cast) -> Draft:
    return using(cast.lin)


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/shared/add/"


def add(client: Client, draft: Draft, key: str = "small-talk") -> int:
    return client.post(url_of(draft), {"once": new_pid(), "key": key}).status_code


def test_takes_it_with_the_wording_of_today(as_lin: Client, draft: Draft) -> None:
    response = as_lin.post(url_of(draft), {"once": new_pid(), "key": "small-talk"})

    assertRedirects(response, f"/drafts/{draft.pid}/shared/")
    assert piece_of(draft, Kind.ROW, "small-talk").body == {"cells": {}, "edition": 1}


def test_one_that_was_retired_comes_back(as_lin: Client, draft: Draft, cast: Cast) -> None:
    row = piece_of(draft, Kind.ROW, "research")
    retire(draft, row, by=cast.lin)

    assert add(as_lin, draft, "research") == 302

    again = Piece.objects.get(pk=row.pk)
    assert (again.retired, again.body) == (False, row.body)


@pytest.mark.parametrize("key", ["", "nothing", "research", "pricing", "x\x00"])
def test_what_cannot_be_taken_is_not_there(as_lin: Client, draft: Draft, key: str) -> None:
    assert (add(as_lin, draft, key), history(draft)) == (404, [])


def test_a_ladder_without_a_library_takes_nothing(as_lin: Client, cast: Cast) -> None:
    assert add(as_lin, later(cast.lin)) == 404


def test_needs_a_post(as_lin: Client, draft: Draft) -> None:
    assert as_lin.get(url_of(draft)).status_code == 405


def test_nothing_is_taken_into_a_closed_draft(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (add(as_lin, draft), history(draft)) == (409, [])


def test_only_editors_take(as_cy: Client, as_ada: Client, draft: Draft) -> None:
    assert ([add(client, draft) for client in (as_cy, as_ada)], history(draft)) == ([403, 404], [])
