"""The server's keys to the personal boards. They live outside the database, so that a copy of it opens nothing.

They are the setting BOARD_KEYS (for several servers), else a file with a key on each line. The first one closes, any
of them opens. A key is 32 bytes in URL-safe base64. The database remembers the names of those that closed something
(`ServerKey`), so that a server without them says so instead of making itself another one.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

SIZE = 32


class KeyLost(Exception):
    """No key of this server opens the boards that are there. Nothing may be written over them."""


@dataclass(frozen=True, slots=True)
class ServerSecret:
    """A key, and the name under which the database knows it: the beginning of its SHA-256, which tells nothing."""

    name: str
    secret: bytes


def known() -> list[ServerSecret]:
    """The keys that this server has, the current one first. Raises KeyLost for a text that is no key."""
    given = settings.BOARD_KEYS or _lines(settings.BOARD_KEY_FILE)
    return [_named(text) for text in given]


def current(used: Collection[str]) -> ServerSecret:
    """The key that closes, made now if none was ever needed. `used`: the names of those that closed something.

    Raises KeyLost.
    """
    keys = known()
    if used and not {key.name for key in keys} & set(used):
        raise KeyLost
    if not keys:
        _make(settings.BOARD_KEY_FILE)
        keys = known()
    return keys[0]


def named(name: str) -> ServerSecret:
    """The key of this name. Raises KeyLost."""
    found = next((key for key in known() if key.name == name), None)
    if found is None:
        raise KeyLost
    return found


def new_text() -> str:
    """A new key, as the file and the setting hold it."""
    return base64.urlsafe_b64encode(os.urandom(SIZE)).decode()


def _named(text: str) -> ServerSecret:
    try:
        secret = base64.urlsafe_b64decode(text)
    except (binascii.Error, ValueError) as broken:
        raise KeyLost from broken
    if len(secret) != SIZE:
        raise KeyLost
    return ServerSecret(hashlib.sha256(secret).hexdigest()[:16], secret)


def _lines(file: Path) -> list[str]:
    try:
        text = file.read_text()
    except FileNotFoundError:
        return []
    return [line.strip() for line in text.splitlines() if line.strip()]


def _make(file: Path) -> None:
    """A file for its owner only; another process may have been quicker."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as opened:
        opened.write(f"{new_text()}\n")
