"""Which files are too large to be looked into: everything after this may take time for each value, but not more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladders.exchange.problems import Finding, Path
from ladders.exchange.schema import LIMITS
from ladders.exchange.yaml_guard import Tree

VALUES = 10_000  # in one row of a list, and in one key of the file that is no list of rows
KEYS = 1_000  # of the file itself


def too_large(tree: dict[str, Tree]) -> Iterator[Finding]:
    """Lists with more rows than the schema allows, and parts that no ladder needs to be so large."""
    if len(tree) > KEYS:
        yield (), f"has {len(tree):,} keys; at most {KEYS:,} are allowed"
    for key, value in tree.items():
        if key.startswith("x-") and key not in LIMITS:
            continue  # kept as it is
        limit = LIMITS["skills"] if key == "expects" else LIMITS.get(key)
        if limit is None:
            yield from _heavy((key,), value)
        elif not isinstance(value, list | dict):
            continue  # the schema complains
        elif len(value) > limit:
            yield (key,), f"has {len(value):,} entries; at most {limit:,} are allowed"
        else:
            inside: Iterable[tuple[str | int, Tree]] = value.items() if isinstance(value, dict) else enumerate(value)
            for place, row in inside:
                yield from _heavy((key, place), row)


def _heavy(path: Path, value: Tree) -> Iterator[Finding]:
    waiting, count = [value], 0
    while waiting and count <= VALUES:
        node = waiting.pop()
        count += 1
        if isinstance(node, dict):
            count += len(node)
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    if count > VALUES:
        yield path, f"has more than {VALUES:,} values"
