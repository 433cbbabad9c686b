"""Lists as lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.fields import PairsField, from_lines, pairs_of, to_lines
from drafts.values import tidy

TEXTS = st.lists(
    st.text(alphabet="ab :-\n", min_size=1).map(tidy).filter(bool).filter(lambda text: "\n \n" not in str(text))
)


@given(TEXTS)
def test_texts_come_back_from_their_lines(texts: list[str]) -> None:
    assert from_lines(to_lines(texts)) == texts


@pytest.mark.parametrize(
    ("entries", "pairs"),
    [
        ({"Grade": "5"}, [("Grade", "5")]),
        (["https://example.org"], [("", "https://example.org")]),
        (
            [{"Grade": "5"}, {"title": "Book", "url": "https://example.org"}],
            [("Grade", "5"), ("Book", "https://example.org")],
        ),
    ],
)
def test_entries_keep_their_form_until_their_words_change(entries: object, pairs: list[tuple[str, str]]) -> None:
    field = PairsField()
    field.entries = entries
    shown = field.prepare_value(entries)

    assert pairs_of(entries) == pairs
    assert field.clean(shown) == entries
    more = field.clean(f"{shown}\nNew: one")
    assert pairs_of(more) == [*pairs, ("New", "one")]
    assert isinstance(more, dict) == isinstance(entries, dict)
    assert field.clean("Only words") == ["Only words"]
