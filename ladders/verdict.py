"""Whether a stage is met, by the rule the ladder or the stage sets.

Every rule can only gain from a higher level. So what nobody has rated is tried twice, once as nothing and once as
the highest level there is: if both say the same, that is the verdict; if not, it is not known yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ladders.chart import Chart
from ladders.gaps import Gap
from ladders.needs import All, Miss, Needs, Points, Share
from ladders.rows import Row, State
from ladders.rungs import top, worth


@dataclass(frozen=True, slots=True)
class Verdict:
    """`met`: True, False, or None where the skills in `unknown` could decide it.

    `have` and `need` count what the rule counts: points, or else required expectations met. `missing` are the
    required rows below what is needed, `unknown` the rows not rated that count, `exceeded` how many required
    expectations are exceeded, `musts` whether no must-have is open (too low or not rated).
    """

    needs: Needs
    met: bool | None
    have: int
    need: int
    missing: tuple[Row, ...]
    unknown: tuple[Row, ...]
    exceeded: int
    musts: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """What the rules count. `short`: by how many levels each expectation that is missed is missed."""

    expected: int
    met: int
    short: tuple[int, ...]
    exceeded: int
    points: int
    musts: bool


def verdict(chart: Chart, found: Gap) -> Verdict:
    """Whether the stage of `found` is met by its rule; the stage's own `needs` stand before the ladder's."""
    needs = found.needs
    least = tally(chart, found.rows, 0)
    most = tally(chart, found.rows, top(chart))
    have, need = score(needs, least)
    counts = found.rows if isinstance(needs, Points) else tuple(row for row in found.rows if row.required)
    return Verdict(
        needs=needs,
        met=True if passes(needs, least) else None if passes(needs, most) else False,
        have=have,
        need=need,
        missing=tuple(row for row in found.rows if row.state is State.GROW),
        unknown=tuple(row for row in counts if row.now is None),
        exceeded=least.exceeded,
        musts=least.musts,
    )


def tally(chart: Chart, rows: Iterable[Row], blank: int) -> Tally:
    """What the rules count in `rows` if every skill that is not rated were at level `blank`, 0 or more.

    Level 0 stands for nothing at all and brings no points.
    """
    expected = met = exceeded = points = 0
    short, musts, blank_points = [], True, worth(chart, blank) if blank else 0
    for row in rows:
        now = blank if row.now is None else row.now
        points += blank_points if row.now is None else row.points
        if not row.required or row.need is None:
            continue
        expected += 1
        met += now >= row.need
        exceeded += now > row.need
        if now < row.need:
            short.append(row.need - now)
            musts = musts and not row.must
    return Tally(expected, met, tuple(short), exceeded, points, musts)


def passes(needs: Needs, counts: Tally) -> bool:
    """Whether the rule is fulfilled by what was counted."""
    match needs:
        case All():
            return counts.met == counts.expected
        case Share(share):
            return counts.musts and 100 * counts.met >= share * counts.expected
        case Points(points):
            return counts.musts and counts.points >= points
        case Miss(skills, by, above):
            allowed = counts.musts and len(counts.short) <= skills and max(counts.short, default=0) <= by
            return allowed and (not counts.short or counts.exceeded >= above)


def score(needs: Needs, counts: Tally) -> tuple[int, int]:
    """What the rule counts: how much there is and how much it asks for, in points or expectations met."""
    match needs:
        case All():
            return counts.met, counts.expected
        case Share(share):
            return counts.met, -(-share * counts.expected // 100)
        case Points(points):
            return counts.points, points
        case Miss(skills):
            return counts.met, max(counts.expected - skills, 0)
