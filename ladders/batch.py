"""Several ladder files at once: which they are, and in which order they are taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from django.core.management.base import CommandError

from ladders.exchange import LadderFile

SUFFIXES = frozenset({".yaml", ".yml"})


def files_in(names: Iterable[str]) -> list[str]:
    """The files that are named, and those in the folders that are named, each once. Raises CommandError."""
    found: dict[str, None] = {}
    for name in names:
        inside = [name]
        if Path(name).is_dir():
            inside = [str(path) for path in sorted(Path(name).iterdir()) if path.suffix.lower() in SUFFIXES]
            if not inside:
                raise CommandError(f"{name}: there is no .yaml file in this folder")
        found |= dict.fromkeys(inside)
    return list(found)


def in_order(files: Mapping[str, LadderFile]) -> dict[str, LadderFile]:
    """Files by name, what others use before what uses it. Raises CommandError if two have the same id."""
    first: dict[str, str] = {}
    for name, file in files.items():
        if first.setdefault(file.id, name) != name:
            raise CommandError(f'{first[file.id]} and {name} have the same id, "{file.id}"')
    return dict(sorted(files.items(), key=lambda item: (bool(item[1].uses), not item[1].is_library)))
