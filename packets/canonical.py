"""A packet as one text that says the same wherever it is read, and the digest that proves it.

The text is JSON with sorted keys, without spaces, in UTF-8 and without escapes; the digest is its SHA-256 as 64
hexadecimal digits. So anybody who has the text can compute the digest with any tool.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

FORMAT = "packet/1"
Body = dict[str, Any]


def canonical(body: Mapping[str, Any]) -> str:
    """The text of a body made of texts, whole numbers, truths, None, lists and mappings with texts as keys.

    Raises TypeError or ValueError for anything else: fractions are written in many ways.
    """
    _check(body)
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _check(value: object) -> None:
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("Keys are texts.")
        for one in value.values():
            _check(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _check(one)
    elif isinstance(value, str):
        value.encode()  # a lone surrogate has no bytes
    elif value is not None and not isinstance(value, bool | int):
        raise TypeError(f"{type(value).__name__} has no one way to be written.")


def digest_of(text: str) -> str:
    """The SHA-256 of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def veiled(body: Body) -> Body:
    """A body without what rests on earlier ratings: for as long as a review of the person is open."""
    rows = [{**row, "agreed": None} for row in body["criteria"]]
    return {**body, "criteria": rows, "open": [], "standing": None, "basis": None, "statements": []}
