"""Statements on the sheet of a text: reworded and moved, they are still the ones people ticked."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import publish
from ladders.models import Version
from skills.models import Statement
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of, typed


def url_of(skill: Piece, level: int = 3) -> str:
    return f"/drafts/{skill.draft.pid}/skills/{skill.pid}/levels/{level}/"


def now(skill: Piece, path: str) -> object:
    return Piece.objects.get(pk=skill.pk).read(path)


@pytest.fixture
def library(cast: Cast) -> Piece:
    """A skill with statements at level 2: one with an id and links, one without."""
    return piece_of(draft_of("library.yaml", cast.lin), Kind.SKILL, "research")


def keys(level: int, version: Version) -> dict[str, str]:
    """The statements of a published skill: words → what they are known by."""
    rows = Statement._default_manager.filter(
        anchor__level=level, anchor__edition__skill__slug="research", anchor__edition__uses__version=version
    )
    return dict(rows.values_list("text", "key"))


def published(draft: Draft, cast: Cast) -> Version:
    return publish(Draft.objects.get(pk=draft.pk), by=cast.cy, label="2")


def test_a_reworded_statement_is_still_the_one_people_ticked(as_lin: Client, library: Piece, cast: Cast) -> None:
    base = library.draft.base
    assert base is not None
    before = keys(2, base)
    assert before.keys() == {"Asks open questions", "Writes up what was heard"}

    typed(as_lin, url_of(library, 2), signs_0_text="Asks openly", signs_1_text="Writes down what was heard")

    assert keys(2, published(library.draft, cast)) == {
        "Asks openly": before["Asks open questions"],
        "Writes down what was heard": before["Writes up what was heard"],
    }


def test_a_moved_statement_is_still_the_one_people_ticked(as_lin: Client, library: Piece, cast: Cast) -> None:
    base = library.draft.base
    assert base is not None
    before = keys(2, base)

    typed(as_lin, url_of(library, 2), signs_1_order="1")

    after = keys(2, published(library.draft, cast))
    assert (list(after), after) == (list(reversed(before)), before)


def test_links_keep_the_form_of_the_file(as_lin: Client, library: Piece) -> None:
    before = library.read("levels/2/signs")

    typed(as_lin, url_of(library, 2), signs_0_proof="a film")

    after = now(library, "levels/2/signs")
    assert isinstance(after, list)
    assert after[0] == before[0] | {"proof": "a film"}
    assert json.dumps(after[1]) == json.dumps(before[1])


def test_a_part_of_a_form_says_nothing_about_the_rest(as_lin: Client, library: Piece) -> None:
    before = library.read("levels/2")

    response = as_lin.post(url_of(library, 2), {"text": "Only this.", "seen": "1", "writer": "page"})

    assertRedirects(response, url_of(library, 2))
    assert now(library, "levels/2") == before | {"text": "Only this."}
