"""A database for one run: a SQLite file of its own, or a database on a PostgreSQL server, made and dropped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from tools.bench import machine
from tools.run_tests import postgresql

Backends = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Database:
    """`url` gives the address under the name of a client; `backends` the server processes that work for it here."""

    name: str
    url: Callable[[str], str]
    backends: Backends


@contextmanager
def sqlite(home: Path) -> Iterator[Database]:
    address = f"sqlite:///{home / 'bench.sqlite3'}"
    yield Database("SQLite", lambda _client: address, lambda _client: [])


@contextmanager
def postgres() -> Iterator[Database]:
    """Raises RuntimeError if no server answers at DATABASE_URL or 127.0.0.1:5432."""
    server = postgresql()
    if server is None:
        raise RuntimeError("No PostgreSQL server at DATABASE_URL or 127.0.0.1:5432.")
    base, name = server.partition("?")[0].rsplit("/", 1)[0], f"careerpath_bench_{os.getpid()}"
    with closing(psycopg2.connect(f"{base}/postgres")) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            yield Database(
                "PostgreSQL",
                lambda client: f"{base}/{name}?application_name={client}",
                lambda client: backends(cursor, name, client),
            )
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def backends(cursor: psycopg2.extensions.cursor, database: str, client: str) -> list[int]:
    """The processes that serve a client, if the database server runs on this machine."""
    cursor.execute(
        "SELECT pid FROM pg_stat_activity WHERE datname = %s AND application_name = %s", [database, client]
    )
    pids = [int(pid) for (pid,) in cursor.fetchall()]
    return [pid for pid in pids if is_postgres(pid)]


def is_postgres(pid: int, proc: Path = machine.PROC) -> bool:
    """Whether a process of this machine is a PostgreSQL one; a server elsewhere has process ids of its own."""
    try:
        return "postgres" in (proc / str(pid) / "stat").read_text().split(")")[0]
    except OSError:
        return False
