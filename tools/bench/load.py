"""Asks a server for one page as fast as it answers, for a short while."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from itertools import count

from tools.bench.visits import REVISION, Visit

HOST = "127.0.0.1"
LONGEST = 20  # seconds for one answer


class Unexpected(Exception):
    """The server answered something else than the page."""


async def answer(reader: asyncio.StreamReader, status: int) -> int:
    """Reads one response to its end; the revision that it tells, 0 for none. Raises Unexpected if it is not the one
    expected.
    """
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    found = int(head[0].split()[1])
    fields = dict(line.lower().split(": ", 1) for line in head[1:] if line)
    await reader.readexactly(int(fields.get("content-length", "0")))
    if found != status or "chunked" in fields.get("transfer-encoding", ""):
        raise Unexpected(f"{head[0]}, expected {status} {fields.get('location', '')}".strip())
    return int(fields.get(REVISION.lower(), "0"))


async def one_by_one(port: int, visit: Visit, seconds: float) -> list[float]:
    """One connection, kept alive: the next request when the answer before is there. Gives seconds per answer."""
    reader, writer = await asyncio.open_connection(HOST, port)
    took: list[float] = []
    seen = visit.seen
    try:
        end = time.perf_counter() + seconds
        for number in count():
            request = visit.request(number, seen)
            start = time.perf_counter()
            if start >= end and took:
                break
            writer.write(request)
            async with asyncio.timeout(LONGEST):
                seen = await answer(reader, visit.status) or seen
            took.append(time.perf_counter() - start)
    finally:
        writer.close()
    return took


async def together(port: int, visits: Sequence[Visit], seconds: float) -> list[float]:
    runs = await asyncio.gather(*(one_by_one(port, visit, seconds) for visit in visits))
    return [took for run in runs for took in run]


def burst(port: int, visits: Sequence[Visit], seconds: float) -> list[float]:
    """One connection for each visit, all at once; gives seconds per answer. Raises Unexpected."""
    try:
        return asyncio.run(together(port, visits, seconds))
    except (Unexpected, OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        raise Unexpected(f"{visits[0].path}: {error}") from error
