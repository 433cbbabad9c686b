"""One text for one packet, and the digest that anybody can compute."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packets.canonical import canonical, digest_of, veiled

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
BODIES = st.dictionaries(
    TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda part: st.lists(part, max_size=3) | st.dictionaries(TEXT, part, max_size=3),
        max_leaves=8,
    ),
    max_size=5,
)


@given(BODIES)
def test_comes_back_as_it_was(body: dict[str, object]) -> None:
    assert json.loads(canonical(body)) == body


@given(BODIES)
def test_the_order_of_keys_changes_nothing(body: dict[str, object]) -> None:
    backwards = dict(reversed(body.items()))
    assert canonical(body) == canonical(backwards)


def test_the_text_and_the_digest_are_those_of_the_format() -> None:
    text = canonical({"b": ["é", 1, None, True], "a": {}})
    assert text == '{"a":{},"b":["é",1,null,true]}'
    assert digest_of(text) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("odd", [1.5, float("nan"), {1: "a"}, {"a": {"b": {2, 3}}}, b"a"])
def test_what_has_no_one_way_to_be_written_is_refused(odd: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical({"a": odd})


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical({"a": "\ud800"})


def test_the_veil_takes_what_rests_on_ratings() -> None:
    body = {
        "case": "c",
        "criteria": [{"agreed": 3, "need": 4}],
        "open": [1],
        "standing": {},
        "basis": {},
        "statements": [1],
    }
    assert veiled(body) == {
        "case": "c",
        "criteria": [{"agreed": None, "need": 4}],
        "open": [],
        "standing": None,
        "basis": None,
        "statements": [],
    }
