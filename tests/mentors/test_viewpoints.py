"""The mix of viewpoints, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mentors.contents import Viewpoint
from mentors.viewpoints import PLACES, mix

VIEWS = st.builds(Viewpoint, **{name: st.sampled_from(["", *said]) for name, said in PLACES.items()})


def test_what_is_said_is_counted_and_what_nobody_brings_is_named() -> None:
    views = [
        Viewpoint("outside", "same", "other", "ahead", "author"),
        Viewpoint("outside", "same", "", "ahead", "colleague"),
        Viewpoint("inside", "", "", "peer", "colleague"),
    ]
    assert mix(views) == [
        "1 from inside and 2 from outside.",
        "2 from your function.",
        "1 from another industry.",
        "2 ahead of you and 1 beside you.",
        "2 colleagues and 1 author.",
        "Nobody comes from another function.",
    ]


def test_nothing_said_is_nothing_told() -> None:
    assert mix([]) == mix([Viewpoint(), Viewpoint()]) == []


@given(st.lists(VIEWS, max_size=12))
def test_never_a_score(views: list[Viewpoint]) -> None:
    told = " ".join(mix(views))
    assert "%" not in told
    assert all(int(word) <= len(views) for word in told.split() if word.isdigit())
