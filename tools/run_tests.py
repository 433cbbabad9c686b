"""Runs every test on every database there is, and says plainly what ran and what did not.

    python -m tools.run_tests [--require postgresql chromium] [pytest arguments]

PostgreSQL is the server that DATABASE_URL names, or one on 127.0.0.1:5432 that lets the user postgres in.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

import psycopg2

LOCAL = "postgres://postgres@127.0.0.1:5432/careerpath"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def postgresql() -> str | None:
    """The address of a PostgreSQL server that answers."""
    given = os.environ.get("DATABASE_URL", "")
    url = given if given.startswith("postgres") else LOCAL
    try:
        # The database of the tests is made later; the server is asked through the one that is always there.
        psycopg2.connect(f"{url.rsplit('/', 1)[0]}/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return None
    return url


def chromium() -> str | None:
    """The path of a Chromium that browser tests can drive."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def run(name: str, url: str, browser: str | None, arguments: list[str], *, first: bool) -> bool:
    """Runs pytest on one database; True if everything passed. What no database can change runs on the first only."""
    print(f"\n== {name} ==", flush=True)
    environment = {**os.environ, "DATABASE_URL": url, "CAREERPATH_CHROMIUM": browser or ""}
    chosen = ["-m", "not browser"] if not browser else [] if first else ["-m", "not looks"]
    chosen += [] if first else ["--with-rows"]
    command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *chosen, *arguments]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--require", nargs="*", default=[], choices=["postgresql", "chromium"])
    options, arguments = parser.parse_known_args()
    server, browser = postgresql(), chromium()
    missing = [name for name, there in (("postgresql", server), ("chromium", browser)) if not there]
    refused = [name for name in missing if name in options.require]
    if refused:
        print(f"Not here, but required: {', '.join(refused)}")
        return 1
    results = {"SQLite": run("SQLite", "", browser, arguments, first=True)}
    if server:
        results["PostgreSQL"] = run("PostgreSQL", server, browser, arguments, first=False)
    print("\n== Summary ==")
    for name, passed in results.items():
        print(f"{name}: {'passed' if passed else 'FAILED'}")
    if server:
        print("Rules that ask no database, and how pages look, were tried once, with SQLite.")
    if not server:
        print("PostgreSQL: did not run (no server at DATABASE_URL or 127.0.0.1:5432)")
    print(f"Browser journeys: {'ran in ' + browser if browser else 'did not run (no Chromium found)'}")
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
