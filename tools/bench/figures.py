"""From bursts to ratios. Nothing here measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

DISTURBED = 0.25  # of one core, used by something else during a burst


@dataclass(frozen=True, slots=True)
class Burst:
    """CPU seconds per request (None without /proc), seconds per answer, and what else used the machine, in cores."""

    requests: int
    cpu: float | None
    latency: float
    others: float = 0.0


Pair = tuple[Burst, Burst]


def disturbance(pair: Pair) -> float:
    """What else used the machine in the worse of the two bursts, in cores."""
    return max(burst.others for burst in pair)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Page over floor: the median of the pairs, the lowest and the highest."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f}–{self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Compared:
    """A page against the floor at one number of connections. `cpu` is None without /proc.

    `dropped` pairs were disturbed; `noisy`: so many were that some of them had to be kept.
    """

    cpu: Ratio | None
    latency: Ratio
    # Of the floor, in milliseconds: CPU time where there is /proc, else latency.
    floor: float
    dropped: int
    noisy: bool

    @property
    def judged(self) -> Ratio:
        """The steadier of the two ratios."""
        return self.cpu or self.latency


def ratio(values: Iterable[float]) -> Ratio:
    found = sorted(values)
    return Ratio(median(found), found[0], found[-1])


def compared(pairs: Sequence[Pair]) -> Compared:
    """Compares page and floor by pairs (floor, page), without the disturbed ones.

    On a machine that is never quiet the quieter half is kept, and the result says so.
    """
    quieter = sorted(pairs, key=disturbance)
    quiet = sum(disturbance(pair) <= DISTURBED for pair in pairs)
    kept = quieter[: max(quiet, (len(pairs) + 1) // 2)]
    spent = [page.cpu / floor.cpu for floor, page in kept if page.cpu and floor.cpu]
    return Compared(
        cpu=ratio(spent) if spent else None,
        latency=ratio(page.latency / floor.latency for floor, page in kept),
        floor=1000 * median(floor.cpu or floor.latency for floor, _page in kept),
        dropped=len(pairs) - len(kept),
        noisy=len(kept) > quiet,
    )


@dataclass(frozen=True, slots=True)
class Inside:
    """One page in the process: queries, milliseconds of SQL and of templates, bytes as they are and in brotli."""

    queries: int
    sql: float
    templates: float
    size: int
    brotli: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything about one page. `memory` is that of the larger worker after it, in MiB; `aim` a ratio."""

    page: str
    alone: Compared
    crowded: Compared
    inside: Inside
    memory: float
    aim: float | None
