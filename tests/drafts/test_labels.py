"""What the next version is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.labels import next_label
from ladders.changes import Weight

PATCH, MINOR, MAJOR = Weight.PATCH, Weight.MINOR, Weight.MAJOR


@pytest.mark.parametrize(
    ("label", "weight", "after"),
    [
        ("1.0", MAJOR, "2.0"),
        ("1.0", MINOR, "1.1"),
        ("1.0", PATCH, "1.0.1"),
        ("1.4.7", MAJOR, "2.0"),
        ("1.4.7", MINOR, "1.5"),
        ("1.4.7", PATCH, "1.4.8"),
        ("1.9", MINOR, "1.10"),
        ("3", PATCH, "3.0.1"),
        ("v2", MAJOR, "v3.0"),
        ("1.0", None, "1.0.1"),
        ("", MAJOR, "4"),
        ("Spring 2026 (final)", MAJOR, "4"),
        ("1.2.3.4", MINOR, "4"),
    ],
)
def test_examples(label: str, weight: Weight | None, after: str) -> None:
    assert next_label(label, weight, 4) == after


def test_the_first_version() -> None:
    assert next_label("", None, 1) == "1.0"


@given(st.text(max_size=100), st.sampled_from([None, *Weight]), st.integers(1, 10_000))
def test_is_another_label_and_fits(label: str, weight: Weight | None, number: int) -> None:
    after = next_label(label, weight, number)

    assert 0 < len(after) <= 105
    assert after != label or label == str(number)
