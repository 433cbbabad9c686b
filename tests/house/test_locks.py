"""Lock files name packages, versions and digests, and no machine: anybody can install from their own index."""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
LINE = re.compile(
    r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,_-]+\])?==[A-Za-z0-9.!+]+( ; [^/@]+)? \\"  # a package
    r"|    --hash=sha256:[0-9a-f]{64}( \\)?"  # what it must be
    r"|\s*#[^/]*( -r [\w./]+)?[^/]*"  # what asked for it
    r"|"
)


@pytest.mark.parametrize("name", [path.name for path in LOCKS])
def test_holds_no_host_path_or_url(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text().splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert any("--hash" in line for line in lines)


def test_there_are_locks() -> None:
    assert [path.name for path in LOCKS] == ["check.txt", "run.txt", "test.txt"]


def test_what_runs_is_in_what_is_tested_and_checked() -> None:
    """The same versions in all three, or tests would say nothing about what people run."""

    def pinned(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9][^ \n]*==[^ \n]+", (ROOT / "requirements" / name).read_text(), re.MULTILINE))

    assert pinned("run.txt") <= pinned("test.txt")
    assert pinned("test.txt") <= pinned("check.txt")
