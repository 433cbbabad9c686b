"""A skill or a stage that only an earlier version had comes back with its key, its texts and its expectations."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.desk import desk_of
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop, publish
from drafts.writing import pen
from skills.models import Skill
from tests.cast import Cast
from tests.drafts.pieces import history, later, piece_of

TOKEN = {"once": "t" * 20}
READING, MIDDLE = {"kind": "skills", "key": "reading"}, {"kind": "stages", "key": "middle"}


@pytest.fixture
def draft(cast: Cast) -> Draft:
    return later(cast.lin)


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/retired/restore/"


def test_a_skill_comes_back_with_what_still_fits(as_lin: Client, draft: Draft) -> None:
    response = as_lin.post(url_of(draft), TOKEN | READING)

    skill, row = piece_of(draft, Kind.SKILL, "reading"), piece_of(draft, Kind.ROW, "reading")
    assertRedirects(response, f"/drafts/{draft.pid}/skills/{skill.pid}/")
    # Its category and the stage in the middle are no longer here.
    assert skill.body == {
        "title": "Reading",
        "levels": {"1": {"text": "Reads."}, "2": {"text": "Reads on."}},
        "at": {"senior": {"text": "Reads at night."}},
    }
    assert row.body == {"cells": {"junior": {"level": 0}, "senior": {"level": 2, "welcome": True}}}
    assert desk_of(Draft.objects.get(pk=draft.pk)).troubles == ()


def test_a_stage_comes_back_with_what_it_expected(as_lin: Client, draft: Draft) -> None:
    as_lin.post(url_of(draft), TOKEN | MIDDLE)

    assert piece_of(draft, Kind.STAGE, "middle").body == {"title": "Middle"}
    assert piece_of(draft, Kind.ROW, "asking").read("cells/middle") == {"level": 1}
    assert desk_of(Draft.objects.get(pk=draft.pk)).troubles == ()


def test_it_is_the_same_skill_again_when_published(as_lin: Client, draft: Draft, cast: Cast) -> None:
    before = Skill._default_manager.get(slug="reading")

    as_lin.post(url_of(draft), TOKEN | READING)
    version = publish(Draft.objects.get(pk=draft.pk), by=cast.cy, label="3")

    assert before in {row.edition.skill for row in version.skills.select_related("edition__skill")}


def test_twice_is_once(as_lin: Client, draft: Draft) -> None:
    for _click in range(2):
        assert as_lin.post(url_of(draft), TOKEN | READING).status_code == 302

    assert history(draft) == [("reading", "+"), ("reading", "+")]


@pytest.mark.parametrize("said", [{}, {"kind": "skills", "key": "asking"}, {"kind": "tracks", "key": "reading"}])
def test_what_was_never_here_is_not_there(as_lin: Client, draft: Draft, said: dict[str, str]) -> None:
    assert as_lin.post(url_of(draft), TOKEN | said).status_code == 404
    assert history(draft) == []


def test_what_is_retired_in_the_draft_is_not_taken_from_elsewhere(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(hand.add(Kind.SKILL, "reading", {"title": "Reading"}), True)

    assert as_lin.post(url_of(draft), TOKEN | READING).status_code == 404


def test_needs_its_token_and_a_post(as_lin: Client, draft: Draft) -> None:
    assert (as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft), READING).status_code) == (405, 400)


def test_nothing_comes_back_into_a_closed_draft(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert as_lin.post(url_of(draft), TOKEN | READING).status_code == 409
    assert not Piece.objects.filter(draft=draft, key="reading").exists()


def test_only_editors_bring_back(as_cy: Client, as_ada: Client, draft: Draft) -> None:
    answers = [client.post(url_of(draft), TOKEN | READING).status_code for client in (as_cy, as_ada)]

    assert (answers, history(draft)) == ([403, 404], [])
