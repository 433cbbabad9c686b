"""Files made to do harm are refused with a line, in bounded work, and leave nothing behind."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ladders.exchange import Reading, read
from ladders.exchange.problems import MOST
from ladders.exchange.table_map import Kind
from ladders.exchange.tables import read_table
from ladders.models import Ladder
from tools.bench.hostile import LADDERS, TABLES

KIND: dict[str, Kind] = {"wide": "wide", "long": "long"}
CIRCLE = "these stages lead round in a circle:"
MARK = "save the file as UTF-8"
NOTHING = "1: there are neither stages nor skills in this file"
OPEN = "a cell is longer than 100,000 characters, or its quotes never end"
SAVE = "save the table as CSV UTF-8"
VALUES = "more than 120,000 values in one file"

# The first thing that is said about each, and whether as much as anyone reads is said in all.
SAID = {
    "nine megabytes": ("1: the file is larger than 1 MB", False),
    "lists in lists": ("1: a: more than 20 levels of lists and mappings inside each other", False),
    "mappings in mappings": ("1: a: more than 20 levels of lists and mappings inside each other", False),
    "dashes in dashes": ("2: a: more than 20 levels of lists and mappings inside each other", False),
    "alias bomb": ("1: a: anchors (&a) are not allowed: leave it out", True),
    "merge bomb": ("1: a: anchors (&a) are not allowed: leave it out", True),
    "too many values": (f"4: {VALUES}", False),
    "one key again and again": ("6: x-a.k: this key was already given on line 5", True),
    "unknown keys": ("1: has 59,953 keys; at most 1,000 are allowed", False),
    "unknown skills": ("7: expects: has 29,975 entries; at most 2,000 are allowed", False),
    "unknown stages": ("8: expects.k: has more than 10,000 values", False),
    "a circle of all stages": (
        f"5: stages[0].next: {CIRCLE} s0 → s1 → s2 → s3 → s4 → s5 → s6 → s7 → s8 → s9 → … → s0",
        False,
    ),
    "every stage leads to every other": (f"5: stages[0].next: {CIRCLE} s0 → s1 → s0", False),
    "statements that are none": ("4: skills[0]: has more than 10,000 values", False),
    "wrong statements in every skill": ("5: skills[0].title: is missing", True),
    "levels outside the scale": ("488: expects.k0.s0: there is no level 9; the scale has 1", True),
    "a number of a million digits": (NOTHING, False),
    "an id of a million letters": (NOTHING, False),
    "an id of accents": (NOTHING, False),
    "a language that is long": (NOTHING, False),
    "a quote that never ends": ("4: not valid YAML: a text in quotes starts here and never ends", False),
    "tabs": ("4: indented with a tab: use spaces", True),
    "Windows-1252": (f'4: byte 0xE9 is not UTF-8 (in Windows-1252 it is "é"): {MARK}', True),
    "zero bytes": ("4: the control character U+0000 is not allowed", True),
    "surrogates": ("4: not valid YAML: an escape in double quotes stands for no character", False),
    "surrogates as bytes": (f'4: byte 0xED is not UTF-8 (in Windows-1252 it is "í"): {MARK}', True),
}
SAID_OF_TABLES = {
    "nine megabytes": ("1: the file is larger than 5 MB", False),
    "one cell": (f"2: {OPEN}", False),
    "millions of columns": ("1: more than 1,000 columns", False),
    "millions of names": ("1: more than 1,000 columns", False),
    "every delimiter": ("1: more than 1,000 columns", False),
    "a million rows": ("20002: more than 20,000 rows", False),
    "blank rows": ("20002: more than 20,000 blank rows", False),
    "many filled cells": ("1334: more than 400,000 filled cells", False),
    "a quote that never ends": (f"2: {OPEN}", False),
    "nothing but quotes": (f"2: {OPEN}", False),
    "unknown stages": ('2: Stage: the map lists no stage "u0"', True),
    "unknown levels": ('2: One: "no0" is no level of the scale', True),
    "Windows-1252": (
        f'2: byte 0xE9 is not UTF-8 (in Windows-1252 it is "é"): {SAVE}, or write encoding: windows-1252 in the map',
        True,
    ),
    "zero bytes": ("2: the control character U+0000 is not allowed", True),
    "half characters of UTF-16": (f"2: half a character of UTF-16: {SAVE}", False),
    "a map of unknown columns": ("3: more than 30,000 values in one file", False),
}

STEPS = 10_000_000  # calls; about half a second on a machine that has nothing else to do
MEMORY = 80_000_000  # bytes


def table(name: str) -> Callable[[], Reading]:
    make, given, kind = TABLES[name]
    data = make()
    return lambda: read_table(data, given, KIND[kind])


def ladder(name: str) -> Callable[[], Reading]:
    data = LADDERS[name]()
    return lambda: read(data)


def test_every_file_is_looked_at() -> None:
    assert (SAID.keys(), SAID_OF_TABLES.keys()) == (LADDERS.keys(), TABLES.keys())


@pytest.mark.parametrize("name", SAID)
def test_a_ladder_file_is_refused(name: str) -> None:
    refused(ladder(name)(), *SAID[name])


@pytest.mark.parametrize("name", SAID_OF_TABLES)
def test_a_table_is_refused(name: str) -> None:
    refused(table(name)(), *SAID_OF_TABLES[name])


def refused(reading: Reading, first: str, many: bool) -> None:
    assert reading.ladder is None
    assert str(reading.errors[0]) == first
    assert (len(reading.errors) == MOST) is many
    assert all(len(str(problem)) < 500 for problem in reading.errors)


def test_what_is_hardest_to_refuse_takes_few_steps() -> None:
    act, steps = ladder("wrong statements in every skill"), 0

    def count(*_event: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    assert 0 < steps < STEPS


def test_what_is_hardest_to_keep_takes_little_memory() -> None:
    act = ladder("wrong statements in every skill")
    tracemalloc.start()
    try:
        act()
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 0 < most < MEMORY


@pytest.mark.django_db
def test_one_bad_file_keeps_all_others_out(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_bytes(LADDERS["wrong statements in every skill"]())
    good.write_text("format: ladder/1\nid: l\ntitle: L\nstages: [{id: a, title: A, text: Works.}]\n")
    with pytest.raises(CommandError, match=f"{bad}: 200 errors"):
        call_command("ladder_import", str(tmp_path))
    assert Ladder.objects.count() == 0
