"""What became of a text, word by word, and which rows of two lists are the same."""

from __future__ import annotations

from ladders.changes.pairs import paired
from ladders.changes.words import Kind, diff


def test_words_are_compared_word_by_word() -> None:
    assert diff("Frames the problem, and shares it.", "Frames a problem, and shares it widely.") == (
        (Kind.KEPT, "Frames "),
        (Kind.REMOVED, "the"),
        (Kind.ADDED, "a"),
        (Kind.KEPT, " problem, and shares it"),
        (Kind.ADDED, " widely"),
        (Kind.KEPT, "."),
    )
    assert diff("产品的方向", "产品的价格") == ((Kind.KEPT, "产品的"), (Kind.REMOVED, "方向"), (Kind.ADDED, "价格"))


def test_texts_with_little_in_common_stand_one_after_the_other() -> None:
    runs = diff("Talks to users every week.", "Leads the study of a market with others.")
    assert [kind for kind, _ in runs] == [Kind.REMOVED, Kind.ADDED]


def test_long_texts_are_compared_as_far_as_that_is_quick() -> None:
    words = [f"word{number}" for number in range(4_000)]
    before, after = " ".join(["same", *words, "end"]), " ".join(["same", *reversed(words), "end"])
    assert diff(before, after) == ((Kind.REMOVED, before), (Kind.ADDED, after))
    assert diff(before, f"{before} more") == ((Kind.KEPT, before), (Kind.ADDED, " more"))


def test_rows_are_known_by_their_key_or_else_by_their_words() -> None:
    found = paired(("plans a study", "asks users", "writes"), ("asks users", "plans a long study", "reads"), str, str)
    assert found.rows == (
        ("asks users", "asks users"),
        ("plans a study", "plans a long study"),
        (None, "reads"),
        ("writes", None),
    )
    assert found.moved


def test_a_row_twice_is_two_rows() -> None:
    assert paired(("a", "a", "b"), ("a", "b"), str).rows == (("a", "a"), ("b", "b"), ("a", None))
    assert not paired(("a", "a", "b"), ("a", "b"), str).moved
