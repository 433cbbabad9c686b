"""Every answer of the page over a thousand organisations and twelve snapshots each, attacked: nobody is found, and no
group under five. The same attacks find people behind publishers that leave a rule out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from organisation.counting import (
    LEVELS,
    REVIEWS,
    Facts,
    Result,
    Sheet,
    atoms_of,
    cells,
    looks_back_to,
    pool,
    sheet_of,
)
from organisation.disclosure import Atoms, Labels, Question, divided, tell
from organisation.quarters import end_of
from people.small_groups import LEAST
from tests.organisation.attack import (
    MOST_WORLDS,
    Sum,
    World,
    found_by_doubting,
    found_by_reckoning,
    found_by_trying,
    many_worlds,
)
from tests.organisation.invented import SNAPSHOTS, Organisation

ORGANISATIONS = 1_000
TRIED = 50  # tellings of which every possible world is tried
LEAVES = {"levels": ("met", "one", "more"), "reviews": ("agreed", "to_agree", "rating", "none")}
Groups = tuple[tuple[str, ...], ...]


@dataclass
class Telling:
    """One time that numbers are told: the truth behind them, and whose answers are in it (person and day)."""

    question: Question
    world: World
    groups: Groups
    leaves: tuple[str, ...]
    whose: dict[Labels, list[tuple[int, str]]] = field(default_factory=dict)

    skill: str = ""

    @property
    def tells(self) -> bool:
        return self.page(self.world) != tell(self.question, {}, self.groups)

    def page(self, world: World) -> Hashable:
        return tell(self.question, world, self.groups)

    def coarse(self) -> World:
        """The same with two answers, as groups are told."""
        first, second = self.question.first
        return {
            labels: {first: given.get(first, 0), second: sum(given.values()) - given.get(first, 0)}
            for labels, given in self.world.items()
        }


def tellings(organisation: Organisation) -> Iterator[Telling]:
    """All that the page ever tells, taken from the sheets; what it repeats is left out."""
    before: Sheet | None = None
    for facts in organisation.quarters():
        sheet = sheet_of(facts, before)
        states: World = defaultdict(lambda: defaultdict(int))
        for one in facts.progress:
            states[one.labels][one.state] += 1
        yield of_page(Telling(REVIEWS, plain(states), facts.groups, LEAVES["reviews"]), sheet["reviews"])
        yield from of_skills(facts, before, sheet)
        before = sheet


def of_skills(facts: Facts, before: Sheet | None, sheet: Sheet) -> Iterator[Telling]:
    for line in sheet["skills"]:
        former = next((one for one in before["skills"] if one["skill"] == line["skill"]), None) if before else None
        if line["until"] != end_of(facts.quarter).isoformat():
            # Nothing is said anew: word for word what stood there before, or nothing.
            assert former is None or line == former
            assert former is not None or line["told"]["whole"] is None
            continue
        since = looks_back_to(facts.quarter, former)
        results = pool(
            one for one in facts.results if line["skill"] in one.answers and since <= one.day <= end_of(facts.quarter)
        )
        whose: dict[Labels, list[tuple[int, str]]] = defaultdict(list)
        for one in results:
            whose[one.labels].append((one.person, one.day.isoformat()))
        world = plain(atoms_of(line["skill"], results))
        yield of_page(Telling(LEVELS, world, facts.groups, LEAVES["levels"], whose, line["skill"]), line["told"])


def of_page(telling: Telling, shown: object) -> Telling:
    """Makes sure that the truth behind it leads to what the page shows."""
    assert cells(telling.question, telling.world, telling.groups) == shown
    return telling


def plain(atoms: Atoms) -> World:
    return {labels: dict(given) for labels, given in atoms.items()}


Bits = dict[tuple[int, str], int]  # a result (person and day) → its bit


def who(results: Sequence[tuple[int, str]], bits: Bits) -> int:
    return sum(1 << bits.setdefault(one, len(bits)) for one in results)


def sums(telling: Telling, bits: Bits) -> Iterator[Sum]:
    """Exactly how many of the people in each block meet what is expected: more than the page tells. Nothing if it
    tells nothing.
    """
    ways = [(cut, group) for cut, groups in enumerate(telling.groups) for group in groups]
    met = {labels: (given.get("met", 0), sum(given.values())) for labels, given in telling.world.items()}
    for block in divided(met, ways) if telling.tells else ():
        count = sum(first for first, _people in block.values())
        yield Sum(who([one for labels in block for one in telling.whose[labels]], bits), count, count)


def test_nobody_can_be_found_in_a_thousand_organisations() -> None:
    told = hidden = tried = 0
    for seed in range(ORGANISATIONS):
        reckoned: dict[str, list[Sum]] = defaultdict(list)
        bits: dict[str, Bits] = defaultdict(dict)
        for number, telling in enumerate(tellings(Organisation(seed))):
            told, hidden = told + telling.tells, hidden + (not telling.tells)
            assert found_by_doubting(telling.world, telling.leaves, telling.page) == [], (seed, number)
            reckoned[telling.skill] += sums(telling, bits[telling.skill]) if telling.skill else ()
            coarse = telling.coarse()
            if telling.tells and tried < TRIED and many_worlds(coarse) <= MOST_WORLDS:
                tried += 1
                assert found_by_trying(coarse, telling.question.first, telling.page) == [], (seed, number)
        for skill, known in reckoned.items():
            assert found_by_reckoning(known) == [], (seed, skill)
    assert (told > 5_000, hidden > 5_000, tried) == (True, True, TRIED)


# Publishers that leave something out. Each tells exact counts of a skill, in sums over results.


def latest(facts: Facts) -> dict[Labels, list[Result]]:
    """Everybody's latest result on a skill by the end of the quarter, by place."""
    found: dict[Labels, list[Result]] = defaultdict(list)
    for one in pool(one for one in facts.results if "a" in one.answers):
        found[one.labels].append(one)
    return found


def alike(results: Sequence[Result]) -> bool:
    return len({one.answers["a"] == "met" for one in results}) == 1


def groups_of_five(facts: Facts, by_place: dict[Labels, list[Result]]) -> Iterator[list[Result]]:
    """Everybody, and every group of five and more in which not all answered alike; complements stand open."""
    everybody = [one for results in by_place.values() for one in results]
    groups = [
        [one for labels, results in by_place.items() if labels[cut] == name for one in results]
        for cut, names in enumerate(facts.groups)
        for name in names
    ]
    yield from (group for group in (everybody, *groups) if len(group) >= LEAST and not alike(group))


def safe_blocks(facts: Facts, by_place: dict[Labels, list[Result]]) -> Iterator[list[Result]]:
    """The blocks of the real publisher, but of everybody's standing and anew each quarter."""
    ways = [(cut, group) for cut, groups in enumerate(facts.groups) for group in groups]
    met = {
        labels: (sum(one.answers["a"] == "met" for one in results), len(results))
        for labels, results in by_place.items()
    }
    if tell(LEVELS, {labels: {"met": yes, "one": all_ - yes} for labels, (yes, all_) in met.items()}, ()).whole:
        for block in divided(met, ways):
            yield [one for labels in block for one in by_place[labels]]


Careless = Callable[[Facts, dict[Labels, list[Result]]], Iterator[list[Result]]]


def careless(publish: Careless, seed: int, quarters: int) -> list[Sum]:
    """What the last snapshots of an organisation tell when a careless publisher makes them."""
    bits: Bits = {}
    known = []
    for facts in [*Organisation(seed).quarters()][-quarters:]:
        for group in publish(facts, latest(facts)):
            count = sum(one.answers["a"] == "met" for one in group)
            known.append(Sum(who([(one.person, one.day.isoformat()) for one in group], bits), count, count))
    return known


@pytest.mark.parametrize(
    ("publish", "quarters"),
    [
        pytest.param(groups_of_five, 1, id="complements are not hidden"),
        pytest.param(groups_of_five, SNAPSHOTS, id="nor what changed between snapshots"),
        pytest.param(safe_blocks, SNAPSHOTS, id="every snapshot counts everybody anew"),
    ],
)
def test_the_same_attack_finds_people_behind_a_careless_publisher(publish: Careless, quarters: int) -> None:
    found = [seed for seed in range(40) if found_by_reckoning(careless(publish, seed, quarters))]
    assert len(found) >= 5


def test_safe_blocks_of_one_snapshot_are_safe() -> None:
    """It is the repetition that gives people away, not the blocks."""
    assert [seed for seed in range(40) if found_by_reckoning(careless(safe_blocks, seed, 1))] == []


def exact(world: World) -> Hashable:
    """How many of each place and of each phase meet what is expected, where there are five people and more."""
    phases: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for labels, given in world.items():
        phases[labels[1]][0] += given.get("met", 0)
        phases[labels[1]][1] += sum(given.values())
    everybody = [sum(counts) for counts in zip(*phases.values(), strict=True)]
    return (tuple(everybody), tuple((name, met) for name, (met, people) in phases.items() if people >= LEAST))


PLACES = (("ladder 0", "phase 0", ""), ("ladder 0", "phase 1", ""))


@pytest.mark.parametrize("small", [{"met": 3, "below": 1}, {"met": 4, "below": 0}])
def test_trying_and_doubting_find_the_small_complement(small: dict[str, int]) -> None:
    """Twelve of sixteen are told: the other four follow, by either attack. The real publisher keeps them."""
    world: World = {PLACES[0]: {"met": 6, "below": 6}, PLACES[1]: small}
    groups = (("ladder 0",), ("phase 0", "phase 1"), ())
    secret = ("count", frozenset({PLACES[1]}), "met")
    assert secret in found_by_trying(world, ("met", "below"), exact)
    assert secret in found_by_doubting(world, ("met", "below"), exact)
    finer = {labels: {"met": given["met"], "one": given["below"]} for labels, given in world.items()}
    assert found_by_doubting(finer, LEAVES["levels"], lambda other: tell(LEVELS, other, groups)) == []


def test_doubting_and_trying_agree_on_careless_pages() -> None:
    """What has no other world near by has none at all; and what the patient attack finds, the quick one finds."""
    agreed = 0
    for seed in range(60):
        for telling in tellings(Organisation(seed)):
            world = telling.coarse()
            if world and many_worlds(world) <= 1_000:
                answers = telling.question.first
                simple = {
                    labels: {"met": given[answers[0]], "below": given[answers[1]]} for labels, given in world.items()
                }
                patient = found_by_trying(simple, ("met", "below"), exact)
                assert set(found_by_doubting(simple, ("met", "below"), exact)) >= set(patient)
                agreed += bool(patient)
    assert agreed > 10
