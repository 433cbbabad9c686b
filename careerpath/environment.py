"""Reads the settings that an operator gives as environment variables."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def text(name: str, default: str = "") -> str:
    """The value of `CAREERPATH_<name>`."""
    return os.environ.get(f"CAREERPATH_{name}", default)


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes, on; raises ValueError for anything else that is not a clear no."""
    value = text(name, "yes" if default else "no").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ValueError(f"CAREERPATH_{name}: write yes or no, not {value!r}")


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret_key(home: Path) -> str:
    """`CAREERPATH_SECRET_KEY`, or a key made once and kept in `home` for its owner only."""
    given = text("SECRET_KEY")
    if given:
        return given
    home.mkdir(parents=True, exist_ok=True)
    kept = home / "secret-key"
    try:
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(key := secrets.token_urlsafe(50))
    return key
