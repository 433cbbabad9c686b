"""Values by path, and what is kept of what somebody typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.values import read, tidy, written

KEYS = st.sampled_from(["a", "b", "c"])
BODIES = st.recursive(
    st.text(alphabet="xy", min_size=1),
    lambda inner: st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=8,
).filter(lambda body: isinstance(body, dict))
PATHS = st.lists(KEYS, min_size=1, max_size=3).map("/".join)


@given(BODIES, PATHS, st.text(min_size=1))
def test_what_is_written_is_read_and_the_rest_stays(body: dict[str, object], path: str, value: str) -> None:
    after = written(body, path, value)

    assert read(after, path) == value
    first = path.split("/", maxsplit=1)[0]
    assert {key: item for key, item in after.items() if key != first} == {
        key: item for key, item in body.items() if key != first
    }


@given(BODIES, PATHS)
def test_taking_a_value_away_leaves_nothing_empty(body: dict[str, object], path: str) -> None:
    after = written(body, path, None)

    assert read(after, path) is None
    assert tidy(after) == (after or None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a\r\nb\u2028c\r ", "a\nb\nc"),
        ("e\u0301", "é"),
        (" ", None),
        ([" ", "a ", []], ["a"]),
        ({"a": "", "b": [""]}, None),
        ({"a": 0, "b": False, "c": " x"}, {"a": 0, "b": False, "c": "x"}),
        (0, 0),
    ],
)
def test_what_is_kept_of_what_somebody_typed(typed: object, kept: object) -> None:
    assert tidy(typed) == kept
