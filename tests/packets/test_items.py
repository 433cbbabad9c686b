"""Which item stands for a skill."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from packets.items import STRENGTHS, Item, showing, strongest

DAY = date(2026, 1, 5)


def item(pid: str, strength: str = "own", days: int = 0, *, seen_by: tuple[str, ...] = (), skill: int = 1) -> Item:
    return Item(pid, pid, DAY + timedelta(days), strength, skills=frozenset({skill}), seen_by=seen_by)


def best(*items: Item, picked: str = "") -> str:
    found = strongest(items, 1, picked)
    return found.pid if found else ""


def test_by_strength_then_by_day() -> None:
    assert best(item("a", "own", 9), item("b", "artefact"), item("c", "outcome"), item("d", "seen")) == "c"
    assert best(item("a", "seen"), item("b", "seen", 1)) == "b"


def test_somebody_who_saw_it_counts() -> None:
    assert best(item("a", "seen"), item("b", "own", seen_by=("Di",))) == "b"
    assert best(item("a", "seen", 5), item("b", "seen", seen_by=("Di",))) == "b"
    assert best(item("a", "artefact"), item("b", "own", seen_by=("Di", "Eve"))) == "a"


def test_the_one_picked_stands_as_long_as_it_shows_the_skill() -> None:
    items = (item("a", "outcome"), item("b"), item("c", skill=2))
    assert [best(*items, picked=pid) for pid in ("b", "c", "gone", "")] == ["b", "a", "a", "a"]


def test_none_without_an_item() -> None:
    assert strongest([item("a", skill=2)], 1) is None


ITEMS = st.builds(
    item,
    st.text("abc", min_size=1, max_size=4),
    st.sampled_from(STRENGTHS),
    st.integers(0, 90),
    seen_by=st.sampled_from([(), ("Di",), ("Di", "Eve")]),
)


@given(st.lists(ITEMS, unique_by=lambda one: one.pid), st.randoms())
def test_the_order_of_the_log_changes_nothing(items: list[Item], chance: st.DrawFn) -> None:
    mixed = list(items)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert showing(items, 1) == showing(mixed, 1)
