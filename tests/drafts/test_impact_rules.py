"""At which levels an expectation turns from met to not met, or the other way round."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from drafts.impact_rules import Band, Crossings, crossings
from ladders.chart import Chart, Expectation, Level, Skill, Stage
from ladders.needs import All

Wanted = Mapping[int, tuple[int, bool]]


def chart(wanted: Wanted, *, stage: str = "senior", rated: bool = True, scale: bool = True) -> Chart:
    """A ladder of one stage that expects levels of skills 1 to 4 (primary key → level and whether required)."""
    skills = tuple(Skill(pk, f"pid-{pk}", f"skill-{pk}", f"Skill {pk}", rated=rated) for pk in range(1, 5))
    expects = {f"skill-{pk}": Expectation(level, required) for pk, (level, required) in wanted.items()}
    return Chart(
        version="v",
        ladder="l",
        slug="l",
        title="L",
        label="1",
        needs=All(),
        stages=(Stage(stage, "pid", "Senior"),),
        skills=skills,
        expects={stage: expects},
        scale=(Level(1, "One"),) if scale else (),
    )


NOTHING = Crossings((), ())


def between(before: Wanted, after: Wanted) -> Crossings:
    return crossings(chart(before), chart(after), "senior")


def test_raised() -> None:
    assert between({1: (2, True)}, {1: (4, True)}) == Crossings(lost=(Band(1, 2, 4),), gained=())


def test_lowered() -> None:
    assert between({1: (4, True)}, {1: (2, True)}) == Crossings(lost=(), gained=(Band(1, 2, 4),))


def test_new() -> None:
    assert between({}, {1: (3, True)}) == Crossings(lost=(), gained=(Band(1, 3, None),))


def test_dropped_ones_are_neither_met_nor_missed() -> None:
    assert between({1: (3, True)}, {}) == NOTHING


def test_welcome_ones_are_never_missed() -> None:
    assert between({1: (2, False)}, {1: (4, False)}) == NOTHING
    assert between({1: (2, False)}, {1: (4, True)}) == Crossings(lost=(), gained=(Band(1, 4, None),))


def test_what_nobody_is_asked_about_does_not_count() -> None:
    before, after = chart({1: (2, True)}, rated=False), chart({1: (4, True)}, rated=False)
    assert crossings(before, after, "senior") == NOTHING


def test_a_stage_that_came_or_went() -> None:
    before, after = chart({1: (2, True)}, stage="old"), chart({1: (4, True)}, stage="senior")
    assert [crossings(before, after, stage) for stage in ("old", "senior", "")] == [NOTHING] * 3


def test_places_on_the_way_are_no_levels() -> None:
    before, after = chart({1: (2, True)}, scale=False), chart({1: (4, True)}, scale=False)
    assert crossings(before, after, "senior") == NOTHING


WANTED = st.dictionaries(st.integers(1, 4), st.tuples(st.integers(1, 5), st.booleans()))


@given(WANTED, WANTED, st.dictionaries(st.integers(1, 4), st.integers(0, 5)))
def test_counts_like_somebody_who_looks_at_both(before: Wanted, after: Wanted, held: Mapping[int, int]) -> None:
    """One person with some levels: what is lost and gained by the bands is what the two versions say one by one."""

    def met(wanted: Wanted) -> set[int]:
        return {pk for pk, (level, required) in wanted.items() if required and held.get(pk, -1) >= level}

    def inside(bands: tuple[Band, ...]) -> set[int]:
        return {
            band.skill
            for band in bands
            if held.get(band.skill, -1) >= band.low and (band.high is None or held[band.skill] < band.high)
        }

    found, still = between(before, after), {pk for pk, (_level, required) in after.items() if required}
    assert inside(found.lost) == (met(before) - met(after)) & still
    assert inside(found.gained) == met(after) - met(before)
