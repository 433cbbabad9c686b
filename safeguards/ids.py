"""Public ids: random, the same length everywhere, and the only ids that urls and exports show."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.db import models

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LENGTH = 16


def new_pid() -> str:
    """A random id of 16 characters (93 bits), without look-alike characters."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


if TYPE_CHECKING:
    TextField = models.CharField[str, str]
else:
    TextField = models.CharField


class PidField(TextField):
    """A row's public id."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": LENGTH, "default": new_pid, "editable": False, **options})


class PidConverter:
    """The url converter `<pid:…>`: matches a public id and nothing else."""

    regex = rf"[{ALPHABET}]{{{LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
