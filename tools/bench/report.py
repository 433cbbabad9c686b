"""The lines that are printed at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.bench.figures import Result
from tools.bench.visits import FIRST_LOAD, QUERIES

LIMIT = 60_000  # bytes of a first visit
HEADINGS = (
    "page", "CPU × floor at 1", "at 8", "latency × at 1", "at 8", "queries", "SQL ms", "template ms", "bytes",
    "brotli", "worker MiB", "aim",
)  # fmt: skip


def cells(result: Result) -> tuple[str, ...]:
    alone, crowded, inside = result.alone, result.crowded, result.inside
    mark = "*" if alone.noisy or crowded.noisy else ""
    return (
        result.page + mark,
        str(alone.cpu or "–"),
        str(crowded.cpu or "–"),
        f"{alone.latency.middle:.2f}",
        f"{crowded.latency.middle:.2f}",
        str(inside.queries),
        f"{inside.sql:.2f}",
        f"{inside.templates:.2f}",
        str(inside.size),
        str(inside.brotli),
        f"{result.memory:.0f}",
        verdict(result),
    )


def verdict(result: Result) -> str:
    """Whether the page keeps to its aim at both numbers of connections."""
    if result.aim is None:
        return ""
    met = max(result.alone.judged.middle, result.crowded.judged.middle) <= result.aim
    return f"{result.aim} {'met' if met else 'NOT MET'}"


def table(results: Sequence[Result]) -> str:
    """The results for a reader, in columns."""
    rows = [HEADINGS, *map(cells, results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def notes(results: Sequence[Result]) -> Iterator[str]:
    """What a reader has to know to trust the table, and which pages ask too much of the database."""
    floor = [one.alone.floor for one in results]
    yield f"The floor took {min(floor):.2f} to {max(floor):.2f} ms on this machine today."
    dropped = sum(one.alone.dropped + one.crowded.dropped for one in results)
    if dropped:
        yield f"{dropped} pairs of bursts were left out: something else used the machine."
    if any(one.alone.noisy or one.crowded.noisy for one in results):
        yield "* Something else used the machine most of the time; the quieter half of the pairs was kept."
    if results and results[0].alone.cpu is None:
        yield "There is no /proc here: the ratios are of latency, which swings more than CPU time."
    many = [f"{one.page} ({one.inside.queries})" for one in results if one.inside.queries > QUERIES]
    yield f"More than {QUERIES} queries: {', '.join(many) or 'no page'}."


def first_load_said(sizes: dict[str, int]) -> Iterator[str]:
    """The parts of a first visit, largest first, and the sum against the limit."""
    whole = sum(sizes.values())
    yield "First load, bytes over the wire with brotli:"
    for path, size in sorted(sizes.items(), key=lambda item: -item[1]):
        yield f"{size:>8}  {path}"
    yield f"{whole:>8}  in all: {'under' if whole < LIMIT else 'OVER'} the limit of {LIMIT}"


TABS = "page\tratio at concurrency 1\tratio at 8\tqueries\tbytes"


def tabs(results: Sequence[Result], sizes: dict[str, int]) -> Iterator[str]:
    """The same for a program: one line for each page, under a line that says which is which."""
    yield TABS
    for one in results:
        ratios = f"{one.alone.judged.middle:.2f}\t{one.crowded.judged.middle:.2f}"
        yield f"{one.page}\t{ratios}\t{one.inside.queries}\t{one.inside.size}"
    if sizes:
        yield f"{FIRST_LOAD}\t–\t–\t–\t{sum(sizes.values())}"


def report(results: Sequence[Result], sizes: dict[str, int]) -> str:
    """Everything: the table, what to know about it, the first load, and the lines for programs."""
    first = ["", *first_load_said(sizes)] if sizes else []
    return "\n".join(["", table(results), "", *notes(results), *first, "", *tabs(results, sizes)])
