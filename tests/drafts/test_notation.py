"""A cell as one line of text, and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.notation import Levels, Unclear, parsed, written

SCALE = Levels({1: "Learning", 2: "Owning (alone)", 3: "Leading!", 12: "Shaping"})
TEXTS = Levels()


@st.composite
def cells(draw: st.DrawFn) -> dict[str, Any] | None:
    """Every cell that a ladder with levels can have."""
    level = draw(st.sampled_from([None, 0, *SCALE.names]))
    if not level:
        return None if level is None else {"level": 0}
    mark = draw(st.sampled_from([{}, {"welcome": True}, {"must": True}]))
    weight = draw(st.sampled_from([{}, {"weight": 2}, {"weight": 3}]))
    return {"level": level, **mark, **weight}


@given(cells())
def test_a_cell_comes_back_from_its_text(cell: dict[str, Any] | None) -> None:
    assert parsed(written(cell), SCALE) == cell


@given(st.sampled_from([None, {"must": True}, {"weight": 3}, {"must": True, "weight": 2}]))
def test_a_cell_of_a_ladder_of_texts_comes_back(cell: dict[str, Any] | None) -> None:
    assert parsed(written(cell), TEXTS) == cell


@given(st.text(alphabet="0123 ()!*×xLg９（\n", max_size=12), st.sampled_from([SCALE, TEXTS]))
def test_whatever_is_typed_is_a_cell_or_an_explanation(text: str, levels: Levels) -> None:
    explained = ""
    try:
        cell = parsed(text, levels)
    except Unclear as reason:
        explained = str(reason)
    assert explained.endswith(".") if explained else parsed(written(cell), levels) == cell


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("", None),
        (" \n", None),
        ("0", {"level": 0}),
        (" 3 ", {"level": 3}),
        ("( 2 )", {"level": 2, "welcome": True}),
        ("3!", {"level": 3, "must": True}),
        ("3 * 2 !", {"level": 3, "must": True, "weight": 2}),
        ("3×1", {"level": 3}),
        ("（１）", {"level": 1, "welcome": True}),
        ("٣", {"level": 3}),
        ("learning", {"level": 1}),
        ("2 Owning (alone)!", {"level": 2, "must": True}),
        ("leading!", {"level": 3}),
        ("(Shaping)*3", {"level": 12, "welcome": True, "weight": 3}),
    ],
)
def test_what_is_typed(typed: str, cell: dict[str, Any] | None) -> None:
    assert parsed(typed, SCALE) == cell


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("7", "There is no level 7. Levels: 1, 2, 3, 12."),
        ("(2)!", "What is only welcome cannot be a must-have."),
        ("(0)", "Set a level first: what is not expected has no marks."),
        ("0!", "Set a level first: what is not expected has no marks."),
        ("*2", "Set a level first: what is not expected has no marks."),
        ("3*4", "A weight is 1, 2 or 3."),
        ("3!!", "Write each mark once: 3!*2."),
        (
            "yes",
            "“yes” is not a level. Write 3, (2) if it is only welcome, or 3! for a must-have.",
        ),
        ("9" * 401, "This is too long for a cell."),
        ("9" * 400, f"“{'9' * 40}” is not a level. Write 3, (2) if it is only welcome, or 3! for a must-have."),
    ],
)
def test_what_is_not_a_cell(typed: str, why: str) -> None:
    with pytest.raises(Unclear) as unclear:
        parsed(typed, SCALE)
    assert str(unclear.value) == why


def test_a_ladder_of_texts_has_no_levels() -> None:
    with pytest.raises(Unclear) as unclear:
        parsed("3", TEXTS)
    assert str(unclear.value) == "This ladder has texts instead of levels: write only ! or *2 here."
