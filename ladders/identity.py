"""What makes two texts the same: digests, the keys of statements, and stand-ins for ids that nobody gave yet."""

from __future__ import annotations

import hashlib
import json

from ladders.exchange.wording import Statement
from safeguards.ids import ALPHABET, LENGTH


def digest(value: object) -> str:
    """SHA-256 of plain data, equal whatever the order of its keys."""
    # Keys sort only as words: levels are numbers, a keeper's own keys beside them are not.
    worded = json.loads(json.dumps(value))
    text = json.dumps(worded, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def statement_key(sign: Statement, position: int) -> str:
    """What a statement is known by: its id, else its words and its place, so that the same words keep their tick."""
    return sign.id or f"{digest(sign.text)[:16]}-{position}"


def stand_in(*words: str) -> str:
    """A public id for something that has none yet: always the same for the same words."""
    number = int(digest(words), 16)
    return "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH))
