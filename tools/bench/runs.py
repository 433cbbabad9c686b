"""The measuring itself: floor and page in turns, in short bursts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tools.bench import machine
from tools.bench.databases import Backends
from tools.bench.figures import Burst, Compared, Inside, Result, compared
from tools.bench.load import burst
from tools.bench.servers import WORKERS, Server
from tools.bench.visits import FLOOR, PAGES, Visit

WARM = 0.15  # seconds of a warming burst; a few of them reach every worker


@dataclass(frozen=True, slots=True)
class Times:
    """How often floor and page take turns, and the seconds of one burst."""

    pairs: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Side:
    """A server and what is asked of it; `client` is the name by which the database knows it."""

    server: Server
    client: str
    visits: Sequence[Visit]


@dataclass(frozen=True, slots=True)
class Bench:
    floor: Server
    application: Server
    backends: Backends
    times: Times

    def result(self, page: str, visits: Sequence[Visit], floor: Sequence[Visit], inside: Inside) -> Result:
        """Measures a page at one connection and at as many as there are visits."""
        bare = Side(self.floor, "floor", floor)
        # The floor against itself shows how exact the run is.
        side = bare if page == FLOOR else Side(self.application, "pages", visits)
        self.warm(bare, side)
        alone, crowded = self.compared(bare, side, 1), self.compared(bare, side, len(visits))
        return Result(page, alone, crowded, inside, machine.memory(side.server.workers), PAGES[page])

    def warm(self, *sides: Side) -> None:
        for side in sides:
            for _turn in range(WORKERS + 1):
                burst(side.server.port, side.visits, WARM)

    def compared(self, floor: Side, page: Side, connections: int) -> Compared:
        return compared(
            [(self.one(floor, connections), self.one(page, connections)) for _turn in range(self.times.pairs)]
        )

    def one(self, side: Side, connections: int) -> Burst:
        """One burst, with the CPU time of the workers and of the database's processes for them."""
        if not machine.has_proc():
            took = burst(side.server.port, side.visits[:connections], self.times.seconds)
            return Burst(len(took), None, median(took))
        before, own, all_before, start = self.spent(side), time.process_time(), machine.busy(), time.perf_counter()
        took = burst(side.server.port, side.visits[:connections], self.times.seconds)
        length, everything = time.perf_counter() - start, machine.busy() - all_before
        cpu = machine.between(before, self.spent(side))
        others = everything - cpu - (time.process_time() - own)
        return Burst(len(took), cpu / len(took), median(took), others / length)

    def spent(self, side: Side) -> machine.Spent:
        return machine.spent([*side.server.workers, *self.backends(side.client)])
