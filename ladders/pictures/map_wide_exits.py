"""The ways out of the ladder on the wide map: dashed, from its ends to the places beyond it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ladders.chart import Beyond
from ladders.pictures.map_drawing import Exit, Text
from ladders.pictures.map_plan import Plan, exits, gates
from ladders.pictures.map_routes import Paper, Stop
from ladders.pictures.text_fit import widest, wrap_into

TURN = 34
COMFORT = 92


class Sized(Protocol):
    """A label at a stage, of which half the width counts."""

    @property
    def half(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Out:
    """The places beyond, the dashed path to them, and how far right and down they reach."""

    exits: tuple[Exit, ...] = ()
    path: str = ""
    right: float = 0
    bottom: float = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """An end of the ladder, where it stands on the picture."""

    x: float
    y: float
    rank: int
    half: float


def leave(
    plan: Plan, labels: Mapping[str, Sized], at: Mapping[str, Stop], paper: Paper, trunk: float, low: float
) -> Out:
    """The places beyond: on an outer line that ends early if they fit there, else in a row below `low`.

    Other ends lead to them by way of `trunk`, the place on the right where the path turns.
    """
    places = exits(plan.chart)
    if not places:
        return Out()
    names = [_lines(place) for place in places]
    ends = [
        Gate(*paper.middle(at[slug]), at[slug].rank, labels[slug].half)
        for slug in sorted(gates(plan.chart), key=lambda slug: (paper.across[at[slug].rank], at[slug].step))
    ]
    outer = (max(paper.across), min(paper.across))
    for gate in (gate for rank in outer for gate in ends if gate.rank == rank):
        last = max(stop.step for stop in at.values() if stop.rank == gate.rank)
        room = trunk - TURN + 4 - (gate.x + gate.half + 18)
        if paper.along[last] == gate.x and _needed(names) <= room:
            return _inline(places, names, gate, [end for end in ends if end is not gate], trunk)
    return _below(places, names, ends, trunk, low)


def _lines(place: Beyond) -> tuple[str, ...]:
    for count in (1, 2):
        lines = wrap_into(place.title, count, 12, bold=False)
        if widest(lines, 12, bold=False) <= COMFORT * count / 2:
            return lines
    return wrap_into(place.title, 3, 12, bold=False)


def _half(lines: tuple[str, ...]) -> float:
    return max(8.0, widest(lines, 12, bold=False) / 2)


def _needed(names: Sequence[tuple[str, ...]], apart: float = 10) -> float:
    return sum(2 * _half(lines) for lines in names) + apart * (len(names) - 1)


def _row(
    places: Sequence[Beyond], names: Sequence[tuple[str, ...]], left: float, apart: float, y: float, above: bool
) -> tuple[Exit, ...]:
    found = []
    for place, lines in zip(places, names, strict=True):
        x = float(round(left + _half(lines)))
        left += 2 * _half(lines) + apart
        line = y - 25 - 16 * (len(lines) - 1) if above else y + 32
        found.append(Exit(place, x, y, Text(x, line, lines, "low mid", 16)))
    return tuple(found)


def _inline(
    places: Sequence[Beyond], names: Sequence[tuple[str, ...]], gate: Gate, others: Sequence[Gate], trunk: float
) -> Out:
    left, right = gate.x + gate.half + 18, trunk - TURN + 4
    apart = min(48.0, (right - left - _needed(names, 0)) / max(1, len(names) - 1))
    above = gate.rank < 0
    row = _row(places, names, right - _needed(names, apart) if others else left, apart, gate.y, above)
    path = f"M{gate.x:.0f} {gate.y:.0f}H{trunk - TURN if others else row[-1].x:.0f}"
    if others:
        far = max(others, key=lambda end: abs(end.y - gate.y))
        path += _turn(trunk, gate.y, far.y) + f"H{far.x:.0f}" * (far.x < trunk - TURN)
        path += "".join(f"M{end.x:.0f} {end.y:.0f}H{trunk:.0f}" for end in others if end is not far)
    bottom = max(place.text.y + 16 * (len(place.text.lines) - 1) + 5 for place in row)
    return Out(row, path, trunk + TURN, bottom)


def _turn(trunk: float, start: float, end: float) -> str:
    """From left of the trunk at height `start` round two corners to left of it at height `end`."""
    step = TURN if end > start else -TURN
    return f"q{TURN} 0 {TURN} {step}V{end - step:.0f}q0 {step} {-TURN} {step}"


def _below(
    places: Sequence[Beyond], names: Sequence[tuple[str, ...]], ends: Sequence[Gate], trunk: float, low: float
) -> Out:
    y = float(round(low + 30))
    apart = 22.0
    left = max(30.0, trunk - TURN - 6 - _needed(names, apart))
    row = _row(places, names, left, apart, y, above=False)
    right = max(trunk, row[-1].x + _half(names[-1]) + 6 + TURN)
    path = f"M{row[0].x:.0f} {y:.0f}H{right - TURN if ends else row[-1].x:.0f}"
    if ends:
        path += _turn(right, y, ends[0].y) + f"H{ends[0].x:.0f}" * (ends[0].x < right - TURN)
        path += "".join(f"M{end.x:.0f} {end.y:.0f}H{right:.0f}" for end in ends[1:])
    return Out(row, path, right + TURN, y + 37 + 16 * (max(map(len, names)) - 1))
