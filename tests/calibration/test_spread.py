"""What is told of ratings: hidden when few, coarse when not, and never enough to compute one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.spread import BANDS_FROM, CELLS_FROM, Spread, band, spread, tendency

World = dict[int, tuple[int, ...]]  # manager → the places they gave, in order


def worlds(sizes: Sequence[int], levels: int) -> Iterator[World]:
    """Every way in which managers could have rated so many people each."""
    each = [list(combinations_with_replacement(range(levels), size)) for size in sizes]
    for places in product(*each):
        yield dict(enumerate(places))


def key(told: Spread) -> tuple[object, ...]:
    return told.least, told.middle, told.half, tuple(sorted(told.cells.items()))


def computed(seen: Mapping[object, dict[int, set[tuple[int, ...]]]]) -> list[object]:
    """What somebody saw after which one rating of somebody is known: whom the places belong to is not seen, so it is
    known where all that one manager can have given are one place again and again.
    """
    return [
        (what, manager)
        for what, possible in seen.items()
        for manager, found in possible.items()
        if len(found) == 1 and len(set(next(iter(found)))) == 1
    ]


@pytest.mark.parametrize(
    ("sizes", "levels"),
    [
        ((2, 2, 1), 6),
        ((3, 1, 1), 6),
        ((1, 1, 1, 1, 1), 6),
        ((2, 2, 2), 5),
        ((4, 1, 1), 4),
        ((3, 2, 2), 4),
        ((3, 3, 3), 4),
        ((5, 4, 4), 4),
    ],
)
def test_no_manager_computes_a_rating_of_somebody_else(sizes: Sequence[int], levels: int) -> None:
    """Every world there is: a manager who knows their own ratings and reads the spread is left with a choice."""
    for viewer in range(len(sizes)):
        seen: defaultdict[object, dict[int, set[tuple[int, ...]]]] = defaultdict(lambda: defaultdict(set))
        for world in worlds(sizes, levels):
            what = (world[viewer], key(spread(world, levels)))
            for manager, places in world.items():
                if manager != viewer:
                    seen[what][manager].add(places)
        assert computed(seen) == []


@pytest.mark.parametrize(("sizes", "levels"), [((5, 2, 2), 4), ((5, 5, 1), 4), ((6, 5, 1), 3)])
def test_the_facilitator_computes_no_rating(sizes: Sequence[int], levels: int) -> None:
    """The same for somebody who knows no rating, and reads the spread and how each manager rates."""
    seen: defaultdict[object, dict[int, set[tuple[int, ...]]]] = defaultdict(lambda: defaultdict(set))
    for world in worlds(sizes, levels):
        told = spread(world, levels)
        what = (key(told), tuple(rates(told, places, levels) for places in world.values()))
        for manager, places in world.items():
            seen[what][manager].add(places)
    assert computed(seen) == []


def rates(told: Spread, places: Sequence[int], levels: int) -> int | None:
    centre = told.centre
    return None if centre is None else tendency([(at, place, centre) for at, place in enumerate(places)], levels)


@given(
    st.lists(st.integers(1, 12), min_size=3, max_size=7),
    st.integers(2, 7),
    st.integers(0, 6),
    st.data(),
)
def test_also_in_large_groups_others_who_agree_could_have_differed(
    sizes: list[int], levels: int, at: int, data: st.DataObject
) -> None:
    """The one case in which a rating could follow is that all others gave the same. Then one of them could have given
    another level, and the page would read the same.
    """
    own = data.draw(st.lists(st.integers(0, levels - 1), min_size=sizes[0], max_size=sizes[0]))
    same = min(at, levels - 1)
    world = {0: own} | {number: [same] * size for number, size in enumerate(sizes[1:], 1)}
    told = spread(world, levels)
    others = [spread(world | {1: [other, *world[1][1:]]}, levels) for other in range(levels) if other != same]
    assert told in others


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 5), max_size=12), max_size=7))
def test_what_is_told_is_true(world: dict[int, list[int]]) -> None:
    told, ratings = spread(world, 6), sorted(place for places in world.values() for place in places)
    if told.is_hidden:
        assert (told.least, told.half, told.centre) == (0, None, None)
        return
    assert told.least <= len(ratings) < told.least + 5
    if told.middle:
        assert told.middle[0] <= ratings[(len(ratings) - 1) // 2] <= told.middle[1]
    if told.half:
        inside = [place for place in ratings if told.half[0] <= place <= told.half[1]]
        assert len(inside) * 2 >= len(ratings)
        assert told.middle is not None
        assert told.half[0] <= told.middle[0] <= told.middle[1] <= told.half[1]
    for place, count in told.cells.items():
        assert count <= ratings.count(place)
        assert count % 5 == 0


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 5), max_size=12), max_size=7))
def test_how_finely_is_told_depends_on_numbers_of_ratings_only(world: dict[int, list[int]]) -> None:
    """Or that something is hidden would tell what it is."""
    other = {manager: [5 - place for place in places] for manager, places in world.items()}
    flat = {manager: [2] * len(places) for manager, places in world.items()}
    shape = [
        (told.least, told.middle is None, told.half is None, len(told.cells))
        for told in (spread(world, 6), spread(other, 6), spread(flat, 6))
    ]
    assert shape[0] == shape[1] == shape[2]


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 5), max_size=9), max_size=7))
def test_is_kept_as_it_is(world: dict[int, list[int]]) -> None:
    told = spread(world, 6)
    assert Spread.from_json(told.as_json()) == told


@pytest.mark.parametrize(
    "world",
    [
        {},
        {1: [3, 3], 2: [2], 3: [4]},  # four ratings
        {1: [3, 3, 3], 2: [2, 3, 4]},  # two managers
        {1: [3, 3, 3, 3, 3], 2: [], 3: []},  # one, and two who could not say
    ],
)
def test_hidden_when_few(world: dict[int, list[int]]) -> None:
    assert spread(world, 6) == Spread()


def test_the_smallest_group_tells_the_middle_only() -> None:
    assert spread({1: [3, 3], 2: [2, 4], 3: [1]}, 6) == Spread(5, middle=(3, 3))


def test_the_half_is_told_when_nobody_gave_most_of_it() -> None:
    even = {1: [2, 2, 3], 2: [3, 3, 3], 3: [3, 4, 4]}
    assert spread(even, 6) == Spread(5, middle=(3, 3), half=(3, 3))
    one_gave_most = {1: [2, 2, 3, 3, 3, 3], 2: [3, 4], 3: [4]}
    assert spread(one_gave_most, 6) == Spread(5, middle=(3, 3))


def test_counts_from_twenty_ratings_on() -> None:
    world = {manager: [2, 3, 3, 3, 4] for manager in range(4)}
    assert spread(world, 6) == Spread(20, cells={0: 0, 1: 0, 2: 0, 3: 10, 4: 0, 5: 0})
    assert sum(map(len, world.values())) == CELLS_FROM


def test_a_count_never_covers_all_that_a_manager_does_not_know() -> None:
    """All 24 gave the same: whoever gave eight of them learns of ten of the others, and six could be anything."""
    assert spread({manager: [3] * 8 for manager in range(3)}, 6).cells[3] == 10


def test_a_scale_of_three_levels_tells_counts_or_nothing() -> None:
    assert spread({1: [1, 2], 2: [2, 0], 3: [1]}, BANDS_FROM - 1) == Spread()
    assert spread({manager: [1] * 6 for manager in range(4)}, 3).cells == {0: 0, 1: 10, 2: 0}


def test_the_two_levels_at_each_end_are_one() -> None:
    assert [band(place, 6) for place in range(6)] == [(0, 1), (0, 1), (2, 2), (3, 3), (4, 5), (4, 5)]
    assert [band(place, 4) for place in range(4)] == [(0, 1), (0, 1), (2, 3), (2, 3)]


@pytest.mark.parametrize(
    ("gave", "steps"),
    [(3, 0), (4, 1), (2, -1), (5, 2), (1, -2)],
)
def test_says_how_many_steps_somebody_lies_above_the_others(gave: int, steps: int) -> None:
    own = [(person, gave, Fraction(3)) for person in range(5)]
    assert tendency(own, 6) == steps


def test_half_a_step_is_a_step() -> None:
    own = [(person, 3 + person % 2, Fraction(3)) for person in range(6)]
    assert tendency(own, 6) == 1
    assert tendency([*own, (6, 3, Fraction(3))], 6) == 0


def test_near_the_end_of_the_scale_a_step_less_is_told() -> None:
    """Two steps above a centre of 4 would be 6; one step above 4.5 could only be reached by giving 5 each time."""
    assert tendency([(person, 5, Fraction(9, 2)) for person in range(5)], 6) == 0
    assert tendency([(person, 0, Fraction(1, 2)) for person in range(5)], 6) == 0
    assert tendency([(person, 5, Fraction(4)) for person in range(5)], 6) == 1


def test_too_few_ratings_or_of_one_person_say_nothing() -> None:
    assert tendency([(person, 5, Fraction(3)) for person in range(4)], 6) is None
    assert tendency([(1, 5, Fraction(3))] * 24, 6) is None
    assert tendency([], 6) is None
