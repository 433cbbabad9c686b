"""Settling a remark."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece, Remark
from drafts.publishing import drop
from safeguards.ids import new_pid
from tests.cast import Cast
from tests.drafts.pieces import later


@pytest.fixture
def remark(draft: Draft, skill: Piece, cast: Cast) -> Remark:
    return Remark.objects.create(
        ladder=draft.ladder, kind=skill.kind, key=skill.key, path="levels/3", text="Why?", by=cast.lin
    )


def url_of(draft: Draft, remark: Remark) -> str:
    return f"/drafts/{draft.pid}/remarks/{remark.pid}/close/"


def test_every_keeper_settles_it_once(
    as_cy: Client, as_lin: Client, draft: Draft, skill: Piece, remark: Remark, cast: Cast
) -> None:
    for client in (as_cy, as_lin):
        response = client.post(url_of(draft, remark))
        assertRedirects(response, f"/drafts/{draft.pid}/skills/{skill.pid}/levels/3/")

    remark.refresh_from_db()
    assert remark.closed_by == cast.cy
    assert remark.closed_at is not None


def test_a_remark_of_another_ladder_is_not_there(as_lin: Client, draft: Draft, remark: Remark, cast: Cast) -> None:
    other = later(cast.lin)

    assert as_lin.post(url_of(other, remark)).status_code == 404
    assert as_lin.post(f"/drafts/{draft.pid}/remarks/{new_pid()}/close/").status_code == 404
    assert Remark.objects.open().count() == 1


def test_only_a_post_settles(as_lin: Client, draft: Draft, remark: Remark) -> None:
    assert as_lin.get(url_of(draft, remark)).status_code == 405


def test_nothing_is_settled_from_a_closed_draft(as_lin: Client, draft: Draft, remark: Remark, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.post(url_of(draft, remark)).status_code, Remark.objects.open().count()) == (409, 1)


def test_a_stranger_settles_nothing(as_ada: Client, draft: Draft, remark: Remark) -> None:
    assert (as_ada.post(url_of(draft, remark)).status_code, Remark.objects.open().count()) == (404, 1)
