"""Measures each page against a bare one, as ratios. What it means: docs/bench.md.

python -m tools.bench [--people N] [--postgresql] [--quick] [--pages gap,autosave]
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.bench import databases
from tools.bench.figures import Inside, Result
from tools.bench.first_load import first_load
from tools.bench.load import Unexpected
from tools.bench.report import report
from tools.bench.runs import Bench, Times
from tools.bench.servers import serving
from tools.bench.visits import FIRST_LOAD, FLOOR, PAGES, Visit, pages_of

DEFAULT, QUICK = Times(pairs=9, seconds=0.3), Times(pairs=4, seconds=0.12)
APPLICATION, BARE = "careerpath.settings", "tools.bench.floor_settings"
SEED = "bench"


def options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Each page against a bare one.")
    parser.add_argument("--people", type=int, default=100, help="the size of the organisation (default: 100)")
    parser.add_argument("--postgresql", action="store_true", help="PostgreSQL at DATABASE_URL or 127.0.0.1:5432")
    parser.add_argument("--quick", action="store_true", help="less than a minute, less exact")
    parser.add_argument("--pages", default="", help=f"only these, with commas: {', '.join(PAGES)}")
    found = parser.parse_args(arguments)
    try:
        found.pages = pages_of(found.pages)
    except ValueError as error:
        parser.error(str(error))
    return found


@contextmanager
def prepared(home: Path, postgresql: bool, people: int) -> Iterator[tuple[databases.Database, dict[str, str]]]:
    """A filled database and the environment that leads to it."""
    with databases.postgres() if postgresql else databases.sqlite(home) as database:
        here = {name: value for name, value in os.environ.items() if not name.startswith("CAREERPATH_")}
        environment = {**here, "CAREERPATH_HOME": str(home), "DATABASE_URL": database.url("bench")}
        print(f"An organisation of {people} people on {database.name} …", flush=True)
        manage(environment, "prepare")
        manage(environment, "demo_fill", "--people", str(people), "--seed", SEED)
        yield database, environment


def manage(environment: dict[str, str], *command: str) -> str:
    """Runs a command of manage.py and gives what it printed. Raises CalledProcessError."""
    run = subprocess.run(
        [sys.executable, "manage.py", *command], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return run.stdout


def inside(environment: dict[str, str]) -> tuple[list[dict[str, Visit]], dict[str, Inside]]:
    """What each person asks for, by page; and the figures from within the process, by page."""
    tell = "from tools.bench.inside import tell; tell()"
    said: dict[str, Any] = json.loads(manage(environment, "shell", "--no-imports", "-c", tell))
    people = [
        {name: Visit(**{**visit, "bodies": tuple(visit["bodies"])}) for name, visit in person.items()}
        for person in said["visits"]
    ]
    return people, {name: Inside(**figures) for name, figures in said["inside"].items()}


def measure(chosen: argparse.Namespace, home: Path) -> tuple[list[Result], dict[str, int]]:
    """The results by page, and the parts of the first load (path → bytes; none if it was not asked for)."""
    with prepared(home, chosen.postgresql, chosen.people) as (database, environment):
        people, figures = inside(environment)
        floors, pages = ({**environment, "DATABASE_URL": database.url(client)} for client in ("floor", "pages"))
        with serving(BARE, floors) as floor, serving(APPLICATION, pages) as application:
            bench = Bench(floor, application, database.backends, QUICK if chosen.quick else DEFAULT)
            visits = {name: [person[name] for person in people] for name in figures}
            names = [name for name in chosen.pages if name != FIRST_LOAD]
            results = []
            for number, name in enumerate(names, 1):
                results.append(bench.result(name, visits[name], visits[FLOOR], figures[name]))
                print(f"{number}/{len(names)} {name}: {results[-1].alone.judged} × the floor", flush=True)
            sizes = first_load(application.port, visits["home"][0]) if FIRST_LOAD in chosen.pages else {}
    return results, sizes


def main(arguments: list[str] | None = None) -> int:
    # Whatever ends this program ends its servers and its database with it.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(1))
    chosen = options(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="careerpath-bench-") as home:
            results, sizes = measure(chosen, Path(home))
    except KeyboardInterrupt:
        print("Stopped.")
        return 1
    except (RuntimeError, Unexpected, subprocess.CalledProcessError) as error:
        print(error)
        return 1
    print(report(results, sizes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
