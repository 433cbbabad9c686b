"""Which stages a stage leads on to, with the default filled in."""

from __future__ import annotations

from collections.abc import Iterable

Way = tuple[str, str, tuple[str, ...] | None]


def leads_on(stages: Iterable[Way]) -> dict[str, tuple[str, ...]]:
    """Stage id to the ids it leads on to, from (id, track, next) in the order of the file.

    Where `next` is None it is the following stage of the list with the same track, or nothing after the last.
    """
    found: dict[str, tuple[str, ...]] = {}
    ahead: dict[str, str] = {}
    for slug, track, given in reversed(list(stages)):
        default = (ahead[track],) if track in ahead else ()
        found[slug] = default if given is None else given
        ahead[track] = slug
    return dict(reversed(found.items()))
