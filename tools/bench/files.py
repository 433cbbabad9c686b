"""How long files take, as multiples of reading the default ladder: hostile ones to refuse, many to import.

    python -m tools.bench.files [--postgresql]

What it means: docs/bench.md.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from time import monotonic, process_time

from ladders.exchange import Reading, read, write
from ladders.exchange.table_map import Kind
from ladders.exchange.tables import read_table
from tools.bench import databases
from tools.bench.__main__ import manage
from tools.bench.frameworks import framework
from tools.bench.hostile import LADDERS, TABLES

DEFAULT = Path(__file__).parents[2] / "ladders" / "data" / "product-management.yaml"
KIND: dict[str, Kind] = {"wide": "wide", "long": "long"}
ROLES, SKILLS = 52, 188
ROW = "{:<45} {:>8} {:>9} {:>8}"


def spent(act: Callable[[], Reading]) -> tuple[float, float]:
    """CPU seconds, and MiB of memory above what the process had before."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time()
    act()
    seconds = process_time() - start
    return seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def ladder(name: str) -> tuple[float, float]:
    data = LADDERS[name]()
    return spent(lambda: read(data))


def table(name: str) -> tuple[float, float]:
    make, given, kind = TABLES[name]
    data = make()
    return spent(lambda: read_table(data, given, KIND[kind]))


def floor() -> float:
    """CPU seconds of reading the default ladder."""
    data = DEFAULT.read_bytes()
    return statistics.median(spent(lambda: read(data))[0] for _ in range(9))


def refused() -> Iterator[tuple[str, float, float]]:
    """Every hostile file in a process of its own: name, CPU seconds, MiB."""
    acts = [(f"ladder: {name}", partial(ladder, name)) for name in LADDERS]
    acts += [(f"table: {name}", partial(table, name)) for name in TABLES]
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        for name, act in acts:
            yield name, *pool.apply(act)


def imported(home: Path, postgresql: bool) -> Iterator[tuple[str, float, float]]:
    """The command on a large framework, at first and again: what is done, CPU seconds, seconds by the clock."""
    folder = home / "framework"
    folder.mkdir()
    for file in framework(ROLES, SKILLS):
        (folder / f"{file.id}.yaml").write_text(write(file), encoding="utf-8")
    with databases.postgres() if postgresql else databases.sqlite(home) as database:
        here = {name: value for name, value in os.environ.items() if not name.startswith("CAREERPATH_")}
        environment = {**here, "CAREERPATH_HOME": str(home), "DATABASE_URL": database.url("bench")}
        manage(environment, "migrate", "--verbosity", "0")
        for what in ("at first", "again"):
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, monotonic()
            manage(environment, "ladder_import", str(folder))
            seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            yield f"{ROLES} ladders and their library, {what}", seconds, monotonic() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.bench.files", description=__doc__)
    parser.add_argument("--postgresql", action="store_true", help="PostgreSQL at DATABASE_URL or 127.0.0.1:5432")
    options = parser.parse_args()
    least = floor()
    print(f"Reading the default ladder took {least * 1000:.0f} ms of CPU on this machine today.\n")
    print(ROW.format("refused", "CPU s", "× default", "MiB"))
    for name, seconds, memory in refused():
        print(ROW.format(name, f"{seconds:.2f}", f"{seconds / least:.0f}", f"{memory:.0f}"), flush=True)
    print(f"\n{ROW.format('imported by the command', 'CPU s', '× default', 'clock s')}")
    with tempfile.TemporaryDirectory(prefix="careerpath-bench-") as home:
        for name, seconds, clock in imported(Path(home), options.postgresql):
            print(ROW.format(name, f"{seconds:.1f}", f"{seconds / least:.0f}", f"{clock:.1f}"), flush=True)


if __name__ == "__main__":
    main()
