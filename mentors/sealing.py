"""Closing and opening what stands on a board: AES-256-GCM with a key per person.

Each sealed value is bound to its place ("touch:<public id>:<public id of the owner>"): copied to another row or to
another person's board it does not open.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import TypeAdapter

SIZE, NONCE = 32, 12
Contents = TypeVar("Contents")
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


class Damaged(Exception):
    """What is stored was changed, or belongs to another place: it does not open."""


@dataclass(frozen=True)
class Box:
    """What opens and closes one person's board; `owner` is their public id."""

    key: bytes
    owner: str

    @cached_property
    def cipher(self) -> AESGCM:
        return AESGCM(self.key)

    def seal(self, contents: object, place: str) -> bytes:
        """A frozen dataclass, closed."""
        return seal_bytes(self.cipher, _adapter(type(contents)).dump_json(contents), f"{place}:{self.owner}")

    def open(self, sealed: bytes | memoryview[int], kind: type[Contents], place: str) -> Contents:
        """The dataclass again; fields that a later version added have their defaults. Raises Damaged."""
        found: Contents = _adapter(kind).validate_json(open_bytes(self.cipher, sealed, f"{place}:{self.owner}"))
        return found


def new_key() -> bytes:
    return os.urandom(SIZE)


def wrap(key: bytes, secret: bytes, owner: str) -> bytes:
    """A person's key, closed with a server key."""
    return seal_bytes(AESGCM(secret), key, f"key:{owner}")


def unwrap(wrapped: bytes | memoryview[int], secret: bytes, owner: str) -> bytes:
    """The person's key again. Raises Damaged."""
    return open_bytes(AESGCM(secret), wrapped, f"key:{owner}")


def seal_bytes(cipher: AESGCM, plain: bytes, place: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + cipher.encrypt(nonce, plain, place.encode())


def open_bytes(cipher: AESGCM, sealed: bytes | memoryview[int], place: str) -> bytes:
    held = bytes(sealed)
    try:
        return cipher.decrypt(held[:NONCE], held[NONCE:], place.encode())
    except (InvalidTag, ValueError) as wrong:
        raise Damaged from wrong


def _adapter(kind: type) -> TypeAdapter[Any]:
    """Made once for each kind: making one takes longer than using it a hundred times."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
