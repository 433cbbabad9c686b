"""Chooses the SQLite library before Django loads it.

SQLite up to 3.51.2 has a race between checkpoint and commit that can damage a database in WAL mode. The pysqlite3
wheel brings a mended library; where it is missing and the system's own library is affected, the journal falls back
to TRUNCATE, which is slower for readers but not touched by that race.
"""

from __future__ import annotations

import sqlite3
import sys
from types import ModuleType

try:
    import pysqlite3
except ImportError:
    library: ModuleType = sqlite3
else:
    library = pysqlite3
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite version has the mended write-ahead log (sqlite.org, release notes of 3.51.3)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)


def pragmas() -> str:
    """The statements that open every connection; each is there for durability, privacy or safety."""
    journal = "WAL" if wal_is_safe(library.sqlite_version_info) else "TRUNCATE"
    return (
        f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
        "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
    )
