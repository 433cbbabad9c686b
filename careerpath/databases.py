"""Database settings: SQLite by default, PostgreSQL by `DATABASE_URL`."""

from __future__ import annotations

from typing import Any

import dj_database_url

from careerpath import sqlite

POSTGRESQL_OPTIONS = (
    "-c lock_timeout=5000 -c statement_timeout=15000"
    " -c idle_in_transaction_session_timeout=30000 -c synchronous_commit=on"
)


def database(url: str) -> dict[str, Any]:
    """Django's settings for one database. `url` is a DATABASE_URL (sqlite:// or postgres://)."""
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    settings["ATOMIC_REQUESTS"] = False
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["CONN_MAX_AGE"] = None
        # A file, as in real life: a database in memory locks differently.
        settings["TEST"] = {"NAME": f"{settings['NAME']}.test"}
        # IMMEDIATE takes the write lock at BEGIN, so writers wait in turn instead of failing half-way.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": sqlite.pragmas(),
        }
    else:
        settings["CONN_MAX_AGE"] = 60
        settings["CONN_HEALTH_CHECKS"] = True
        settings["OPTIONS"] = {**settings.get("OPTIONS", {}), "options": POSTGRESQL_OPTIONS}
    return settings
