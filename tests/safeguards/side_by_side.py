"""Several people at the same moment: threads with a database connection each."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

Result = TypeVar("Result")


def at_once(act: Callable[[int], Result], count: int = 8) -> list[Result]:
    """Runs `act(0)` to `act(count - 1)` in threads that start together; their results in that order."""
    start = Barrier(count)

    def one(number: int) -> Result:
        start.wait()
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))
