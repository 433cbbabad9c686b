"""The parts of docs/running.md that can be run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from careerpath.sqlite import library
from tests.docs.pages import ROOT, page

RUNNING = page("docs/running.md")
BACKUP = re.compile(r"<<'END'\n(.*?)^END$", re.MULTILINE | re.DOTALL)


def test_the_backup_holds_what_was_saved(tmp_path: Path) -> None:
    source, target = tmp_path / "careerpath.sqlite3", tmp_path / "backup.sqlite3"
    writer = library.connect(source)
    writer.executescript("PRAGMA journal_mode=WAL; CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept');")
    (script,) = (found for block in RUNNING.blocks() for found in BACKUP.findall(block))
    script = script.replace("/var/lib/careerpath/careerpath.sqlite3", str(source))
    script = script.replace("/backup/careerpath.sqlite3", str(target))
    for refused in (False, True):  # the second time the file is there already
        done = subprocess.run(
            [sys.executable, "-"], input=script, text=True, cwd=ROOT, check=False, capture_output=True
        )
        assert (done.returncode != 0) is refused, done.stderr
    writer.close()
    assert library.connect(target).execute("SELECT text FROM note").fetchall() == [("kept",)]


def test_the_server_is_started_as_make_starts_it() -> None:
    """Same program, same options; only the place of the interpreter and the log level differ."""
    (started,) = re.findall(r"ExecStart=\S*/gunicorn (.+)", RUNNING.text)
    (made,) = re.findall(r"@\$\(BIN\)/gunicorn (.+)", (ROOT / "Makefile").read_text())
    assert started.split() == made.replace("$(PORT)", "8000").replace("--log-level warning", "").split()
