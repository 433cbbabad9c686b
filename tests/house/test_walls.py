"""The arrows between the rooms, as pyproject.toml draws them."""

from __future__ import annotations

import subprocess
import sys

from tests.house.source import ROOT

# In a process of its own: it sets up logging anew, and every logger that is there would fall silent.
LINT = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"


def test_rooms_stand_on_the_rooms_below_them() -> None:
    command = [sys.executable, "-c", LINT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stdout + done.stderr
