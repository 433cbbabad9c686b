"""What is sealed opens only with its key, at its place, as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentors import contents
from mentors.sealing import Box, Damaged, new_key, unwrap, wrap

OWNER = "A" * 16


@given(st.from_type(contents.Member) | st.from_type(contents.Seat) | st.from_type(contents.Touch))
def test_what_goes_in_comes_out(thing: object) -> None:
    box = Box(new_key(), OWNER)
    assert box.open(box.seal(thing, "x:1"), type(thing), "x:1") == thing


def test_nothing_of_it_can_be_read() -> None:
    box = Box(new_key(), OWNER)
    sealed = [box.seal(contents.Seat("Pricing", date(2026, 1, 1)), "seat:1") for _time in range(2)]
    assert sealed[0] != sealed[1]
    assert b"Pricing" not in sealed[0]


def test_another_place_another_owner_another_key_a_changed_byte_and_nothing() -> None:
    key = new_key()
    box = Box(key, OWNER)
    sealed = box.seal(contents.Settings(per_week=3), "settings")
    others = [
        (box, sealed, "seat:1"),
        (Box(key, "B" * 16), sealed, "settings"),
        (Box(new_key(), OWNER), sealed, "settings"),
    ]
    others += [
        (box, sealed[:-1] + bytes([sealed[-1] ^ 1]), "settings"),
        (box, b"", "settings"),
        (box, b"short", "settings"),
    ]
    for opener, text, place in others:
        with pytest.raises(Damaged):
            opener.open(text, contents.Settings, place)
    assert box.open(memoryview(sealed), contents.Settings, "settings").per_week == 3


def test_a_later_version_reads_what_an_earlier_one_wrote_and_the_other_way_round() -> None:
    box = Box(new_key(), OWNER)
    assert box.open(box.seal({"per_week": 4, "unheard_of": 1}, "s"), contents.Settings, "s") == contents.Settings(4)


def test_the_persons_key_is_wrapped() -> None:
    server, key = new_key(), new_key()
    wrapped = wrap(key, server, OWNER)
    assert key not in wrapped
    assert unwrap(wrapped, server, OWNER) == key
    for secret, owner in ((new_key(), OWNER), (server, "B" * 16)):
        with pytest.raises(Damaged):
            unwrap(wrapped, secret, owner)
