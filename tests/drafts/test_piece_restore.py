"""What was retired in this draft comes back as it was."""

from __future__ import annotations

from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.retiring import retire
from tests.cast import Cast
from tests.drafts.pieces import history, piece_of, using

TOKEN = {"once": "t" * 20}


def url_of(piece: Piece) -> str:
    return f"/drafts/{piece.draft.pid}/pieces/{piece.pid}/restore/"


def test_brings_it_back_and_opens_its_sheet(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    retire(draft, skill, by=cast.lin)

    assertRedirects(as_lin.post(url_of(skill), TOKEN), f"/drafts/{draft.pid}/skills/{skill.pid}/")

    again = Piece.objects.get(pk=skill.pk)
    assert (again.retired, again.body) == (False, skill.body)
    assert history(draft) == [(skill.key, "retired"), (skill.key, "retired")]


def test_a_double_click_is_one_change(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    retire(draft, skill, by=cast.lin)

    for _click in range(2):
        as_lin.post(url_of(skill), TOKEN)

    assert len(history(draft)) == 2


def test_beside_a_library_the_row_comes_with_its_skill(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    skill, row = piece_of(draft, Kind.SKILL, "pricing"), piece_of(draft, Kind.ROW, "pricing")
    retire(draft, skill, by=cast.lin)

    as_lin.post(url_of(skill), TOKEN)

    assert [Piece.objects.get(pk=one.pk).retired for one in (skill, row)] == [False, False]


def test_needs_its_token_and_a_post(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    retire(draft, skill, by=cast.lin)

    assert (as_lin.get(url_of(skill)).status_code, as_lin.post(url_of(skill)).status_code) == (405, 400)
    assert Piece.objects.get(pk=skill.pk).retired


def test_nothing_comes_back_into_a_closed_draft(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    retire(draft, skill, by=cast.lin)
    drop(draft, by=cast.lin)

    assert as_lin.post(url_of(skill), TOKEN).status_code == 409
    assert Piece.objects.get(pk=skill.pk).retired


def test_only_editors_bring_back(as_cy: Client, as_ada: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    retire(draft, skill, by=cast.lin)

    assert (as_cy.post(url_of(skill), TOKEN).status_code, as_ada.post(url_of(skill), TOKEN).status_code) == (403, 404)
    assert Piece.objects.get(pk=skill.pk).retired
