"""Changes of a draft in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.desk import desk_of
from drafts.history import compared
from drafts.models import Change, Draft, Piece
from drafts.pieces import Kind
from drafts.telling import SENTENCES, Names, in_words, lines_for, names_of, sentence
from tests.assessments.pages import page
from tests.cast import Cast
from tests.drafts.pieces import piece_of, using

NAMES = Names({("scale", "3"): "Owning", ("stages", "senior"): "Senior", ("categories", "craft"): "Craft"})


def told(piece: Piece, path: str, after: Any = "x") -> str:
    change = Change(piece=piece, path=path, after=after)
    return str(sentence(change, NAMES))


@pytest.mark.parametrize(
    ("kind", "body", "path", "words"),
    [
        (Kind.STAGE, {"title": "Senior"}, "does", "Somebody changed what Senior does"),
        (Kind.STAGE, {"title": "Senior"}, "x-own/more", "Somebody changed “x-own/more” of Senior"),
        (Kind.SKILL, {"title": "Asking"}, "levels/3/signs", "Somebody changed the statements of Asking at 3 Owning"),
        (Kind.SKILL, {"title": "Asking"}, "levels/7", "Somebody changed Asking at 7"),
        (Kind.SKILL, {"title": "Asking"}, "at/senior/text", "Somebody changed what Asking means at Senior"),
        (Kind.SKILL, {"title": "100 % sure"}, Change.ADDED, "Somebody added 100 % sure"),
        (Kind.ROW, {}, "cells/senior", "Somebody changed what Senior expects of key"),
        (Kind.STEP, {"from": "junior", "to": "senior"}, "stop", "Somebody changed what to stop: junior → Senior"),
        (Kind.LEVEL, {"name": "Owning"}, "name", "Somebody renamed key Owning"),
        (Kind.WAY_IN, {"title": "Design"}, "brings", "Somebody changed what carries over from Design"),
        (Kind.BEYOND, {"title": "Founder"}, "x-focus", "Somebody changed the skills that Founder leans on"),
        (Kind.HEAD, {"title": "Small"}, "needs", "Somebody changed the rule of the ladder"),
    ],
)
def test_says_what_was_changed(kind: Kind, body: dict[str, str], path: str, words: str) -> None:
    assert told(Piece(kind=kind, key="key", body=body), path) == words


def test_retiring_and_bringing_back_are_two_things() -> None:
    piece = Piece(kind=Kind.SKILL, key="asking", body={"title": "Asking"})

    assert [told(piece, Change.RETIRED, after) for after in (True, False)] == [
        "Somebody retired Asking",
        "Somebody brought Asking back",
    ]


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("text", None, ""),
        ("core", True, "yes"),
        ("rated", False, "no"),
        ("does", ["Leads.", "Asks."], "Leads.\nAsks."),
        ("next", ["senior", "gone"], "Senior\ngone"),
        ("category", "craft", "Craft"),
        ("levels/3/signs", [{"text": "Asks.", "id": "asks"}], "Asks."),
        ("links", [{"label": "Guide", "url": "https://example.org"}, "bare"], "Guide: https://example.org\nbare"),
        ("facts", {"Grade": "7"}, "Grade: 7"),
        ("cells/senior", {"level": 3, "must": True, "weight": 2}, "3 Owning, must-have, counts 2 times"),
        ("cells/senior", {"level": 0}, "nothing is expected"),
        ("cells/senior", {"level": 3, "welcome": True}, "3 Owning, welcome"),
        ("needs", {"share": 80}, "share: 80"),
    ],
)
def test_values_in_words(path: str, value: object, words: str) -> None:
    assert in_words(path, value, NAMES) == words


PATHS = st.lists(st.sampled_from(["levels", "at", "cells", "3", "senior", "text", "x-a"]), min_size=1, max_size=4)


@given(st.sampled_from(list(Kind)), PATHS)
def test_every_change_can_be_told(kind: Kind, path: list[str]) -> None:
    assert [line for line in lines_for(kind, "/".join(path)) if line in SENTENCES] != []


def test_every_sentence_says_who() -> None:
    assert [line for line, text in SENTENCES.items() if "%(who)s" not in str(text)] == []


@given(st.text(alphabet="ab <&\n", max_size=30), st.text(alphabet="ab <&\n", max_size=30))
def test_two_texts_as_one_lose_nothing(before: str, after: str) -> None:
    class Answer:
        content = f"<p>{compared(before, after)}</p>".encode()

    kept = {"del": "", "ins": ""}
    for node in page(Answer()).one("p").inside:
        for tag in kept:
            if isinstance(node, str) or node.tag == tag:
                kept[tag] += node if isinstance(node, str) else "".join(map(str, node.inside))
    assert (kept["del"], kept["ins"]) == (before, after)


def test_pieces_are_called_by_what_they_are_about(draft: Draft, cast: Cast) -> None:
    names = names_of(desk_of(draft))
    row, level = piece_of(draft, Kind.ROW, "data-analysis"), piece_of(draft, Kind.LEVEL, "3")
    step = piece_of(draft, Kind.STEP, "product-manager senior-pm")

    assert [names.piece(piece) for piece in (row, level, step)] == [
        piece_of(draft, Kind.SKILL, "data-analysis").title,
        "3 Owning",
        "Product Manager → Senior Product Manager",
    ]


def test_a_skill_of_a_library_is_called_by_its_title(cast: Cast) -> None:
    draft = using(cast.lin)
    row = piece_of(draft, Kind.ROW, "research")

    assert names_of(desk_of(draft)).piece(row) == "Research"
