"""Three sentences, counted as people count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packets.sentences import MOST, sentences, too_many


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n ", 0),
        ("...", 0),
        ("One", 1),
        ("One. Two. Three.", 3),
        ("One. Two. Three. Four", 4),
        ("Grew 3.5 % in Q2. Held it.", 2),
        ("Led it, e.g. the pricing page, with Dr. Okafor. Done.", 2),
        ("Worked with A. Okafor. Done.", 2),
        ("Really? Yes! Good…", 3),
        ("He said “no.” She said yes.", 2),
        ("One line\nanother line", 2),
        ("第一句。第二句。第三句。", 3),
        ("هل تم؟ نعم.", 2),
        ("Wait... what?! Fine.", 3),
        ("See example.org for it.", 1),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_fourth_is_one_too_many() -> None:
    assert [too_many("A fact. " * count) for count in range(6)] == [0, 0, 0, 0, 1, 2]
    assert MOST == 3


@given(st.lists(st.from_regex(r"[A-Z][a-z]{3,9}( [a-z]{4,9}){0,4}", fullmatch=True), max_size=8))
def test_plain_sentences_come_back_one_by_one(said: list[str]) -> None:
    assert sentences(" ".join(f"{one}." for one in said)) == [f"{one}." for one in said]


@given(st.text(max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(sentences(text))
    assert [sign for sign in kept if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
