"""Values inside a piece, by path: "title", "levels/3/text", "cells/senior". Paths join ids, which hold no slash."""

from __future__ import annotations

import unicodedata
from typing import Any

Body = dict[str, Any]
WHOLE = ""  # the path of the piece itself


def read(body: Body | None, path: str) -> Any:
    """The value at a path; None where there is none."""
    found: Any = body
    for step in path.split("/") if path else ():
        found = found.get(step) if isinstance(found, dict) else None
    return found


def written(body: Body, path: str, value: Any) -> Body:
    """The body with another value at a path. None takes the key away, and what is empty after that goes with it."""
    if path == WHOLE:
        return value or {}
    step, _slash, rest = path.partition("/")
    inner = body.get(step)
    if rest:
        value = written(inner if isinstance(inner, dict) else {}, rest, value) or None
    others = {key: item for key, item in body.items() if key != step}
    if value is None:
        return others
    return body | {step: value} if step in body else {**others, step: value}


def tidy(value: Any) -> Any:
    """What somebody typed as it is kept: trimmed, composed (NFC), one kind of line end; nothing at all is None.

    False and 0 are values, except in a list.
    """
    if isinstance(value, str):
        lines = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
        return lines.strip() or None
    if isinstance(value, dict):
        found = {key: tidied for key, item in value.items() if (tidied := tidy(item)) is not None}
        return found or None
    if isinstance(value, list | tuple):
        return [tidied for item in value if (tidied := tidy(item)) is not None] or None
    return value
