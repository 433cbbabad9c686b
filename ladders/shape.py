"""A ladder as a picture of ways: order, roots, forks, ends, cycles.

`leads_on` maps every stage to the stages it leads on to (slugs), in the ladder's order. Nothing here recurses,
so the length of a ladder is no limit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

Ways = Mapping[str, Iterable[str]]


def leads_back(leads_on: Ways) -> dict[str, list[str]]:
    """The stages that lead on to each stage. KeyError: a way to a stage that is not on the ladder."""
    into: dict[str, list[str]] = {slug: [] for slug in leads_on}
    for slug, targets in leads_on.items():
        for target in targets:
            into[target].append(slug)
    return into


def depths(leads_on: Ways) -> dict[str, int]:
    """How deep each stage lies on the ladder, from 1.

    A stage is one deeper than the deepest stage that leads on to it, so parallel stages share a depth.
    ValueError: the ways hold a cycle (see `cycle`).
    """
    waiting = {slug: len(before) for slug, before in leads_back(leads_on).items()}
    found = {slug: 1 for slug, count in waiting.items() if not count}
    ready = deque(found)
    while ready:
        slug = ready.popleft()
        for target in leads_on[slug]:
            waiting[target] -= 1
            if not waiting[target]:  # stages come by depth, so the last one to lead here is the deepest
                found[target] = found[slug] + 1
                ready.append(target)
    if any(waiting.values()):
        raise ValueError("The stages lead in a circle.")
    return {slug: found[slug] for slug in leads_on}


def roots(leads_on: Ways) -> tuple[str, ...]:
    """The stages where a ladder begins: nothing leads on to them."""
    return tuple(slug for slug, before in leads_back(leads_on).items() if not before)


def ends(leads_on: Ways) -> tuple[str, ...]:
    """The stages that lead on to nothing."""
    return tuple(slug for slug, targets in leads_on.items() if not tuple(targets))


def forks(leads_on: Ways) -> tuple[str, ...]:
    """The stages that lead on to two or more."""
    return tuple(slug for slug, targets in leads_on.items() if len(set(targets)) > 1)


def reachable(leads_on: Ways, start: str) -> tuple[str, ...]:
    """`start` and every stage that can be reached from it, nearest first."""
    return tuple(_spread(leads_on, (start,)))


def way(leads_on: Ways, start: str, goal: str) -> tuple[str, ...]:
    """The stages from `start` to `goal`, both included, by the fewest steps; empty if there is no way.

    Of ways equally short, the one through the stages that are named first.
    """
    return _traced(leads_on, (start,), goal)


def way_to(leads_on: Ways, goal: str) -> tuple[str, ...]:
    """The shortest way to `goal` from a stage where the ladder begins; empty if there is none."""
    return _traced(leads_on, roots(leads_on), goal)


def cycle(leads_on: Ways) -> list[str]:
    """One cycle in `leads_on`: the stages along it, the first one repeated at the end; empty if none."""
    done: set[str] = set()
    for start in leads_on:
        if start in done:
            continue
        trail: dict[str, Iterator[str]] = {start: iter(leads_on[start])}
        while trail:
            slug, targets = next(reversed(trail.items()))
            ahead = next((target for target in targets if target not in done), None)
            if ahead is None:
                del trail[slug]
                done.add(slug)
            elif ahead in trail:
                stages = list(trail)
                return [*stages[stages.index(ahead) :], ahead]
            else:
                trail[ahead] = iter(leads_on.get(ahead, ()))
    return []


def _spread(leads_on: Ways, starts: Iterable[str]) -> dict[str, str | None]:
    """Every stage reached from `starts`, nearest first, with the stage it was reached from."""
    came: dict[str, str | None] = dict.fromkeys(starts)
    ahead = deque(came)
    while ahead:
        slug = ahead.popleft()
        for target in leads_on[slug]:
            if target not in came:
                came[target] = slug
                ahead.append(target)
    return came


def _traced(leads_on: Ways, starts: Iterable[str], goal: str) -> tuple[str, ...]:
    came = _spread(leads_on, starts)
    if goal not in came:
        return ()
    stages = [goal]
    while (before := came[stages[-1]]) is not None:
        stages.append(before)
    return tuple(reversed(stages))
