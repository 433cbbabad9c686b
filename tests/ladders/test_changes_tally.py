"""How many changes there are, in words."""

from __future__ import annotations

import pytest

from ladders.changes import Tally


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        (Tally(7, 2, 1, 4), "7 changes: 2 ask more, 1 asks less, 4 wordings"),
        (Tally(6, 1, 1, 2), "6 changes: 1 asks more, 1 asks less, 2 wordings, 2 others"),
        (Tally(2, 0, 0, 1), "2 changes: 1 wording, 1 other"),
        (Tally(3, 0, 0, 0), "3 changes"),
        (Tally(1, 1, 0, 0), "1 change: 1 asks more"),
    ],
)
def test_the_kinds_add_up_to_the_number(tally: Tally, said: str) -> None:
    assert str(tally) == said
