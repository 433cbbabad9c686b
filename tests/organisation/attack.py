"""Somebody who wants to know, and knows a lot: who has a result in which quarter, where everybody stands, how the
page is made and every number on it. What they do not know is what was answered.

Three ways, from the most patient to the quickest:

- `found_by_trying`: every answer that these people could have given, for small organisations; what is the same in all
  worlds that lead to the same page is known.
- `found_by_doubting`: the same question the other way round, for any size: a secret is safe if one other world, two
  answers swapped or one changed, leads to the same page. What has no such world is reported.
- `found_by_reckoning`: bounds for sums over people, from every snapshot together; sums are subtracted from each other
  wherever one is part of the other, until nothing gets narrower.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from operator import eq

from organisation.disclosure import Labels
from people.small_groups import LEAST

World = dict[Labels, dict[str, int]]
Publish = Callable[[World], Hashable]
Secret = tuple[str, frozenset[Labels], str]  # what kind, whose (everybody at these places), which answer


def groups_of(world: World) -> set[frozenset[Labels]]:
    """Every set of people that has a name: in one cut, in two at once, or at one place."""
    cuts = range(len(next(iter(world), ())))
    kinds = [(cut,) for cut in cuts] + list(combinations(cuts, 2)) + [tuple(cuts)]
    return {
        frozenset(labels for labels in world if tuple(labels[cut] for cut in kind) == names)
        for kind in kinds
        for names in {tuple(labels[cut] for cut in kind) for labels in world}
    }


def secrets(world: World, answers: Sequence[str]) -> Iterator[Secret]:
    """What must not be known: every single person's answer, and each count of under five in a group with a name."""
    for labels, given in world.items():
        yield from (("person", frozenset({labels}), answer) for answer in answers if given.get(answer))
    for group in groups_of(world):
        whole = sum(sum(world[labels].values()) for labels in group)
        for answer in answers:
            count = sum(world[labels].get(answer, 0) for labels in group)
            if min(count, whole - count) < LEAST:
                yield ("count", group, answer)


def swapped(world: World, one: Labels, answer: str, other: Labels, instead: str, *, back: bool) -> World:
    """Somebody at `one` said `instead` of `answer`; with `back` somebody at `other` said it the other way round."""
    changed = {labels: dict(given) for labels, given in world.items()}
    for labels, less, more in ((one, answer, instead), (other, instead, answer))[: 2 if back else 1]:
        changed[labels][less] = changed[labels].get(less, 0) - 1
        changed[labels][more] = changed[labels].get(more, 0) + 1
    return changed


def others(world: World, secret: Secret, answers: Sequence[str]) -> Iterator[World]:
    """Worlds in which the secret is another one."""
    kind, group, answer = secret
    rest = [instead for instead in answers if instead != answer]
    inside = sorted(group)
    for one in inside:
        outside = [labels for labels in world if kind == "person" or labels not in group]
        outside.sort(key=lambda labels: -sum(map(eq, labels, one)))  # the nearest first: it has most in common
        for instead in rest:
            for less, more in ((answer, instead), (instead, answer))[: 1 if kind == "person" else 2]:
                if not world[one].get(less):
                    continue
                yield swapped(world, one, less, one, more, back=False)
                for other in outside:
                    if world[other].get(more):
                        yield swapped(world, one, less, other, more, back=True)


def any_other(world: World, answers: Sequence[str]) -> Iterator[World]:
    """Every world in which two people swapped answers."""
    for one, other in product(world, world):
        for less, more in product(answers, answers):
            if less != more and world[one].get(less) and world[other].get(more):
                yield swapped(world, one, less, other, more, back=True)


def found_by_doubting(world: World, answers: Sequence[str], publish: Publish) -> list[Secret]:
    """The secrets for which no other world with the same page was found: one swap or change away, or two."""
    page, seen, doubles = publish(world), dict[tuple[int, ...], bool](), list[World]()

    def same(other: World) -> bool:
        key = tuple(given.get(answer, 0) for given in other.values() for answer in answers)
        if key not in seen:
            seen[key] = publish(other) == page
            if seen[key]:
                doubles.append(other)
        return seen[key]

    def open_to_doubt(secret: Secret) -> bool:
        kind, group, answer = secret
        count = sum(world[labels].get(answer, 0) for labels in group)
        if kind == "person" and count < sum(sum(world[labels].values()) for labels in group):
            return True  # a colleague at the same place said something else: which of them is which, no number says
        if any(sum(double[labels].get(answer, 0) for labels in group) != count for double in doubles):
            return True
        if any(map(same, others(world, secret, answers))):
            return True
        near = filter(same, any_other(world, answers))
        return any(same(other) for one in near for other in others(one, secret, answers))

    return [secret for secret in secrets(world, answers) if not open_to_doubt(secret)]


MOST_WORLDS = 2_500


def worlds(world: World, answers: Sequence[str]) -> Iterator[World]:
    """Every world with as many people at each place (two answers)."""
    one, other = answers
    sizes = {labels: sum(given.values()) for labels, given in world.items()}
    for counts in product(*(range(size + 1) for size in sizes.values())):
        yield {
            labels: {one: count, other: size - count}
            for (labels, size), count in zip(sizes.items(), counts, strict=True)
        }


def many_worlds(world: World) -> int:
    return prod(sum(given.values()) + 1 for given in world.values())


def found_by_trying(world: World, answers: Sequence[str], publish: Publish) -> list[Secret]:
    """The secrets that are the same in every world with the same page."""
    page = publish(world)
    same = [other for other in worlds(world, answers) if publish(other) == page]
    found = []
    for kind, group, answer in secrets(world, answers):
        counts = {sum(other[labels][answer] for labels in group) for other in same}
        size = sum(sum(world[labels].values()) for labels in group)
        if counts == {size} if kind == "person" else len(counts) == 1:
            found.append((kind, group, answer))
    return found


@dataclass(frozen=True, slots=True)
class Sum:
    """How many of some people (bits of `who`) answered yes: from `low` to `high`."""

    who: int
    low: int
    high: int


def found_by_reckoning(sums: Sequence[Sum]) -> list[Sum]:
    """Sums over fewer than five people that are known exactly, and people who must all have answered alike."""
    known = narrowed(with_differences(sums))
    return [
        Sum(who, low, high)
        for who, (low, high) in known.items()
        if low == high and (who.bit_count() < LEAST or low in (0, who.bit_count()))
    ]


def with_differences(sums: Sequence[Sum]) -> dict[int, tuple[int, int]]:
    """The sums, and what is left of each when another one that is a part of it is taken away."""
    known: dict[int, tuple[int, int]] = {}
    for one in sums:
        keep(known, one.who, one.low, one.high)
    for (small, (low, high)), (large, (least, most)) in [*product(known.items(), known.items())]:
        if small != large and small & large == small:
            keep(known, large & ~small, least - high, most - low)
    return known


def keep(known: dict[int, tuple[int, int]], who: int, low: int, high: int) -> None:
    was = known.get(who, (0, who.bit_count()))
    known[who] = (max(was[0], low), min(was[1], high))


def narrowed(known: Mapping[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Bounds for those who are always told of together, narrowed through all sums until nothing changes; and sums."""
    people = 0
    for who in known:
        people |= who
    classes = [people] if people else []
    for who in known:
        classes = [part for one in classes for part in (one & who, one & ~who) if part]
    bounds = {one: (0, one.bit_count()) for one in classes}
    parts = {who: [one for one in classes if one & who] for who in known}
    moved = True
    while moved:
        moved = False
        for who, (low, high) in known.items():
            lows, highs = (sum(bounds[one][end] for one in parts[who]) for end in (0, 1))
            for one in parts[who]:
                was = bounds[one]
                now = (max(was[0], low - (highs - was[1])), min(was[1], high - (lows - was[0])))
                if now != was:
                    bounds[one], moved = now, True
                    lows, highs = lows + now[0] - was[0], highs + now[1] - was[1]
    return {**known, **bounds}
