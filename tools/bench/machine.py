"""What processes spend, read from /proc. Where there is no /proc (not Linux) the answers are empty."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")

Spent = dict[int, float]


def has_proc(proc: Path = PROC) -> bool:
    return (proc / "self/stat").exists() and (proc / "stat").exists()


def fields(pid: int, proc: Path = PROC) -> list[str]:
    """The fields of a process's stat after its name: state, parent, …; empty if it is gone."""
    with suppress(OSError):
        return (proc / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return []


def spent(pids: Iterable[int], proc: Path = PROC) -> Spent:
    """Process id → CPU seconds, user and system, since it began; without processes that are gone."""
    told = {pid: fields(pid, proc) for pid in pids}
    return {pid: (int(said[11]) + int(said[12])) / TICKS for pid, said in told.items() if said}


def between(before: Spent, after: Spent) -> float:
    """The CPU seconds spent from `before` to `after`; a process that is new counts from its beginning."""
    return sum(seconds - before.get(pid, 0.0) for pid, seconds in after.items())


def busy(proc: Path = PROC) -> float:
    """CPU seconds of everything that runs on the machine, in user and system mode, since it started."""
    first = (proc / "stat").read_text().split("\n", 1)[0].split()
    return sum(int(ticks) for ticks in first[1:4]) / TICKS


def memory(pids: Iterable[int], proc: Path = PROC) -> float:
    """The resident memory of the largest of the processes, in MiB; 0 if none is there."""
    told = (fields(pid, proc) for pid in pids)
    return max((int(said[21]) * PAGE / 2**20 for said in told if said), default=0.0)


def children(parent: int, proc: Path = PROC) -> list[int]:
    """The processes that `parent` started itself."""
    pids = (int(path.name) for path in proc.iterdir() if path.name.isdigit())
    return sorted(pid for pid in pids if (said := fields(pid, proc)) and int(said[1]) == parent)
