"""The arrows between the rooms, as pyproject.toml draws them."""

from __future__ import annotations

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_rooms_stand_on_the_rooms_below_them() -> None:
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS
