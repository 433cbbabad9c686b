"""What a person writes into a packet: the sections, and the shape of what each holds.

A section's body is JSON. Reading one leaves out what is not of its shape, so a page never fails at an old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CASE, BLOCK, CRITERIA, MEASURES, VOICES, OPEN = "case", "block", "criteria", "measures", "voices", "open"
SINGLE = (CASE, CRITERIA, MEASURES, VOICES, OPEN)  # one of each; blocks there are several of
MOST_BLOCKS, FEWEST_BLOCKS = 5, 3
BLOCK_TEXTS = ("title", "scope", "problem", "decisions", "part", "outcome")
MEASURE_TEXTS = ("before", "after", "part", "item")

Body = Mapping[str, Any]


def text_in(body: Body, name: str) -> str:
    value = body.get(name, "")
    return value if isinstance(value, str) else ""


def texts_in(body: Body, name: str) -> dict[str, str]:
    """A mapping of texts."""
    value = body.get(name, {})
    return {key: one for key, one in value.items() if isinstance(one, str)} if isinstance(value, dict) else {}


def list_in(body: Body, name: str) -> list[str]:
    value = body.get(name, [])
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def levels_in(body: Body, name: str) -> dict[str, int]:
    value = body.get(name, {})
    return {key: one for key, one in value.items() if isinstance(one, int)} if isinstance(value, dict) else {}


def rows_in(body: Body, name: str) -> list[dict[str, str]]:
    """A list of mappings of texts."""
    value = body.get(name, [])
    rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    return [{key: text for key, text in row.items() if isinstance(text, str)} for row in rows]
