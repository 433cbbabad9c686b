"""Where the stages of a map stand along it, and how the lines between them run.

A map has two directions: `along` (the way up the ladder) and `across` (from line to line). The wide picture
runs along x, the tall one along y; everything here holds for both.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """Room that something at a stage takes along the map, `back` before and `ahead` after its middle.

    Blocks on one `shelf` keep apart. `side` is the side of the line it lies on: -1 or 1 across.
    """

    shelf: Hashable
    side: int
    back: float
    ahead: float


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage as the lines see it: its step along the map (from 0), its rank across, the room it takes."""

    slug: str
    step: int
    rank: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """How one edge runs: `shape` is straight, bow, early, late or sweep; the bend keeps `lead` and `tail` free."""

    start: Stop
    end: Stop
    shape: str
    lead: float = 0
    tail: float = 0

    @property
    def gap(self) -> int:
        """The gap the bend lies in, named by the step before it."""
        return self.end.step - 1 if self.shape == "late" else self.start.step


@dataclass(frozen=True, slots=True)
class Style:
    """The measures of one picture: bends at least and at most so long, eased by `ease`; bows so high."""

    least: float
    bend: float
    longest: float
    ease: float
    bow: float
    apart: float
    turned: bool


def runs(stops: Sequence[Stop], edges: Iterable[tuple[str, str]], style: Style) -> list[Run]:
    """How each edge (from, to) runs, so that it passes no stage that it does not belong to, where it can."""
    at = {stop.slug: stop for stop in stops}
    return [_run(stops, at[start], at[end], style) for start, end in edges]


def _run(stops: Sequence[Stop], start: Stop, end: Stop, style: Style) -> Run:
    def free(rank: int) -> bool:
        return not any(stop.rank == rank and start.step < stop.step < end.step for stop in stops)

    if start.rank == end.rank:
        return Run(start, end, "straight" if free(start.rank) else "bow")
    outward = abs(end.rank) >= abs(start.rank)
    choices = [("early", end.rank), ("late", start.rank)]
    shape = next((name for name, rank in (choices if outward else choices[::-1]) if free(rank)), "sweep")
    run = Run(start, end, shape)
    ease = style.ease / abs(end.rank - start.rank)
    lead = _clearance(stops, run, run.gap, ease, lambda block: block.ahead)
    tail = _clearance(stops, run, run.gap + 1, ease, lambda block: block.back)
    return Run(start, end, shape, lead, tail)


def _clearance(stops: Sequence[Stop], run: Run, step: int, ease: float, reach: Callable[[Block], float]) -> float:
    """How far a bend stays away from what stands at `step` between its two ranks."""
    toward = 1 if run.end.rank > run.start.rank else -1
    low, high = sorted((run.start.rank, run.end.rank))

    def in_the_way(stop: Stop, block: Block) -> bool:
        if stop.rank == run.start.rank:
            return block.side == toward
        return stop.rank != run.end.rank or block.side == -toward

    reaches = [
        reach(block) - ease
        for stop in stops
        if stop.step == step and low <= stop.rank <= high
        for block in stop.blocks
        if in_the_way(stop, block)
    ]
    return max(0.0, *reaches) if reaches else 0.0


def spread(
    stops: Sequence[Stop], ways: Sequence[Run], style: Style, first: float, added: Mapping[int, float]
) -> list[float]:
    """Where each step lies along the map, as close as its blocks and bends allow.

    `first` is the place of step 0; `added` is more room before a step.
    """
    bends: dict[int, float] = {}
    for run in ways:
        if run.start.rank != run.end.rank:
            bends[run.gap] = max(bends.get(run.gap, 0), run.lead + style.bend + run.tail)
    ends: dict[Hashable, float] = {}
    places: list[float] = []
    for step in range(1 + max(stop.step for stop in stops)):
        place = places[-1] + max(style.least, bends.get(step - 1, 0)) if places else first
        blocks = [block for stop in stops if stop.step == step for block in stop.blocks]
        kept = [ends[block.shelf] + style.apart + block.back for block in blocks if block.shelf in ends]
        places.append(max(place, *kept, first) + added.get(step, 0))
        for block in blocks:
            ends[block.shelf] = max(ends.get(block.shelf, 0), places[-1] + block.ahead)
    return places


@dataclass(frozen=True, slots=True)
class Paper:
    """Turns places along and across into path data, in whole units."""

    along: Sequence[float]
    across: Mapping[int, float]
    style: Style

    def point(self, along: float, across: float) -> str:
        """One point as path data."""
        x, y = (across, along) if self.style.turned else (along, across)
        return f"{x:.0f} {y:.0f}"

    def middle(self, stop: Stop) -> tuple[float, float]:
        """Where a stage stands: along, across."""
        return self.along[stop.step], self.across[stop.rank]

    def line(self, run: Run) -> str:
        """The path of an edge from stage to stage."""
        (a, c), (b, d) = self.middle(run.start), self.middle(run.end)
        if run.shape == "straight":
            return f"M{self.point(a, c)}L{self.point(b, d)}"
        if run.shape == "bow":
            shift = c + self.style.bow
            bend = f"{self.point(a + (b - a) / 4, shift)} {self.point(b - (b - a) / 4, shift)}"
            return f"M{self.point(a, c)}C{bend} {self.point(b, d)}"
        if run.shape == "sweep":
            return f"M{self.point(a, c)}{self._bend(a, c, b, d)}"
        room = self.along[run.gap + 1] - self.along[run.gap] - run.lead - run.tail
        length = min(self.style.longest, room)
        if run.shape == "early":
            start, end = a + run.lead, a + run.lead + length
        else:
            start, end = b - run.tail - length, b - run.tail
        straight = f"L{self.point(start, c)}" if start > a else ""
        rest = f"L{self.point(b, d)}" if end < b else ""
        return f"M{self.point(a, c)}{straight}{self._bend(start, c, end, d)}{rest}"

    def _bend(self, a: float, c: float, b: float, d: float) -> str:
        ease = (b - a) * 0.52
        return f"C{self.point(a + ease, c)} {self.point(b - ease, d)} {self.point(b, d)}"

    def move(self, start: Stop, end: Stop, clear: float, round_: float) -> str:
        """The path of a sideways move, from the earlier stage; it stays `clear` of both.

        `round_` is how far it goes round what stands between two stages of one step; 0 for a straight path.
        """
        (a, c), (b, d) = self.middle(start), self.middle(end)
        if start.rank == end.rank:
            shift = c + self.style.bow
            return f"M{self.point(a, c)}C{self.point(a, shift)} {self.point(b, shift)} {self.point(b, d)}"
        side = 1 if d > c else -1
        if start.step != end.step:
            first = self.point(a + (b - a) * 0.55, c + (d - c) * 0.25)
            second = self.point(b - (b - a) * 0.15, d - (d - c) * 0.5)
            return f"M{self.point(a + 8, c + side * 10)}C{first} {second} {self.point(b, d - side * clear)}"
        if not round_:
            return f"M{self.point(a, c + side * clear)}L{self.point(a, d - side * clear)}"
        near, far = c + side * 8, d - side * 8
        bulge = f"{self.point(a + round_, near)} {self.point(a + round_, far)}"
        return f"M{self.point(a + 12, near)}C{bulge} {self.point(a + 12, far)}"
