"""Files that were made to do harm: each as large as its kind of file may be, and each refused.

`LADDERS` are ladder files by name, `TABLES` are tables with their maps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ladders.exchange.yaml_guard import BYTES as LADDER_BYTES
from ladders.exchange.yaml_guard import NODES

Make = Callable[[], bytes]

HEAD = b"format: ladder/1\nid: l\ntitle: L\n"
ONE = HEAD + b"scale: [{level: 1, name: A}]\nstages: [{id: s, title: S}]\nskills: [{id: k, title: K}]\n"


def filled(start: bytes, piece: bytes, end: bytes = b"", *, values: int = 0) -> bytes:
    """A ladder file full of a piece, as large as one may be; `%d` in the piece is counted up.

    `values` says how many values a piece is: then the file stays just below the number that is allowed.
    """
    size = len(piece) + 4 * piece.count(b"%d")  # numbers have up to six digits instead of two letters
    count = (LADDER_BYTES - len(start) - len(end)) // size
    if values:
        count = min(count, (NODES - 100) // values)
    return start + b"".join(piece.replace(b"%d", b"%d" % number) for number in range(count)) + end


def stages(following: Callable[[int], str]) -> bytes:
    """As many stages as a file may have, each leading on as `following` says."""
    rows = (f"  - {{id: s{place}, title: S, next: [{following(place)}]}}\n" for place in range(300))
    return HEAD + b"stages:\n" + "".join(rows).encode()


def others(place: int) -> str:
    return ",".join(f"s{other}" for other in range(300) if other != place)


LADDERS: Mapping[str, Make] = {
    "nine megabytes": lambda: b"a: " + b"b" * 9_000_000,
    "lists in lists": lambda: b"a: " + b"[" * 400_000,
    "mappings in mappings": lambda: b"a: " + b"{a: " * 100_000,
    "dashes in dashes": lambda: b"a:\n " + b"- " * 200_000,
    "alias bomb": lambda: filled(b"a: &a [x, x]\n", b"k%d: &k%d [*a, *a]\n"),
    "merge bomb": lambda: filled(b"a: &a {k: v}\n", b"<<: *a\n"),
    "too many values": lambda: filled(HEAD + b"x-a: [", b"a,", b"]"),
    "one key again and again": lambda: filled(HEAD + b"x-a:\n", b"  k: v\n"),
    "unknown keys": lambda: filled(HEAD, b"k%d: v\n", values=2),
    "unknown skills": lambda: filled(ONE + b"expects:\n", b"  u%d: {s: 1}\n", values=4),
    "unknown stages": lambda: filled(ONE + b"expects:\n  k: {", b"u%d: 1, ", b"}", values=2),
    "a circle of all stages": lambda: stages(lambda place: f"s{(place + 1) % 300}"),
    "every stage leads to every other": lambda: stages(others),
    "statements that are none": lambda: filled(
        HEAD + b"skills: [{id: a, title: A, levels: {1: [", b"[],", b"]}}]", values=1
    ),
    "wrong statements in every skill": lambda: filled(
        HEAD + b"skills:\n", b"- {id: s%d, levels: {1: [" + b"[]," * 50 + b"]}}\n", values=60
    ),
    "levels outside the scale": lambda: (
        b"format: ladder/1\nid: l\ntitle: L\nscale: [{level: 1, name: A}]\nstages:\n"
        + b"".join(b"- {id: s%d, title: S}\n" % n for n in range(290))
        + b"skills:\n"
        + b"".join(b"- {id: k%d, title: K}\n" % n for n in range(190))
        + b"expects:\n"
        + b"".join(b"  k%d: {%s}\n" % (k, b",".join(b"s%d: 9" % s for s in range(290))) for k in range(190))
    ),
    "a number of a million digits": lambda: filled(HEAD + b"scale: [{name: A, level: ", b"9", b"}]"),
    "an id of a million letters": lambda: filled(b"format: ladder/1\ntitle: L\nid: ", b"a-"),
    "an id of accents": lambda: filled(b"format: ladder/1\ntitle: L\nid: a", "\u0301\u0327".encode()),
    "a language that is long": lambda: filled(HEAD + b"language: ", b"ab-cd"),
    "a quote that never ends": lambda: filled(HEAD + b'summary: "', b"x\n "),
    "tabs": lambda: filled(HEAD, b"\tx: y\n"),
    "Windows-1252": lambda: filled(HEAD, b"summary: caf\xe9\n"),
    "zero bytes": lambda: filled(HEAD, b"a: \0\n"),
    "surrogates": lambda: filled(HEAD + b'summary: "', b"\\ud800", b'"'),
    "surrogates as bytes": lambda: filled(HEAD, b"a: \xed\xa0\x80\n"),
}

MAP = b"id: l\ntitle: L\n"
STAGE = MAP + b"stages: [A]\n"
MATRIX = MAP + b"scale: [one, two]\n"

Table = tuple[Make, bytes, str]  # the table, its map, wide or long

TABLES: Mapping[str, Table] = {
    "nine megabytes": (lambda: b"x" * 9_000_000, MAP, "wide"),
    "one cell": (lambda: b'Skill,One\nAim,"' + b"x" * 4_900_000 + b'"\n', MAP, "wide"),
    "millions of columns": (lambda: b"Skill" + b"," * 4_900_000, MAP, "wide"),
    "millions of names": (lambda: b"Skill," + b"a," * 2_400_000, MAP, "wide"),
    "every delimiter": (lambda: b"Skill," + b"a;\t," * 1_200_000, MAP, "wide"),
    "a million rows": (lambda: b"Skill,One\n" + b"a,\n" * 1_600_000, MAP, "wide"),
    "blank rows": (lambda: b"Skill,One\n" + b"\n" * 4_900_000, MAP, "wide"),
    "many filled cells": (
        lambda: b"Skill," + b",".join(b"s%d" % n for n in range(299)) + b"\n" + (b"a" + b",1" * 299 + b"\n") * 8_000,
        MATRIX,
        "wide",
    ),
    "a quote that never ends": (lambda: b'Skill,One\nA,"' + b"x\n" * 2_400_000, MAP, "wide"),
    "nothing but quotes": (lambda: b"Skill,One\nA," + b'""' * 2_400_000, MAP, "wide"),
    "unknown stages": (
        lambda: b"Stage,Skill,Text\n" + b"".join(b"u%d,s%d,x\n" % (n, n % 1_000) for n in range(19_999)),
        STAGE,
        "long",
    ),
    "unknown levels": (
        lambda: b"Skill,One\n" + b"".join(b"s%d,no%d\n" % (n, n) for n in range(19_999)),
        MATRIX,
        "wide",
    ),
    "Windows-1252": (lambda: b"Skill,One\n" + b"\xe9,x\n" * 900_000, MAP, "wide"),
    "zero bytes": (lambda: b"Skill,One\n" + b"\0,x\n" * 900_000, MAP, "wide"),
    "half characters of UTF-16": (lambda: "Skill,One\n".encode("utf-16") + b"\0\xd8" * 2_000_000, MAP, "wide"),
    "a map of unknown columns": (
        lambda: b"Skill,One\nA,x\n",
        MAP + b"ignore: [%s]\n" % b",".join(b"u%d" % n for n in range(110_000)),
        "wide",
    ),
}
