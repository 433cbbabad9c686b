"""Ids made from titles: lower case, ASCII where the letters allow it, unique, and the same every time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

from ladders.exchange.fields import TITLE_LENGTH

LONGEST = 60  # characters of an id made from a title; what numbers it comes on top
PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
ACCENTED = re.compile("([a-z])[\u0300-\u036f]+")
BETWEEN = re.compile(r"[\W_]+")


def slug(title: str) -> str:
    """The title as an id, or "" if it has neither letters nor digits.

    Accents fall away from Latin letters; letters of other scripts stay.
    """
    short = title[:TITLE_LENGTH]  # the time that normalising takes can grow with the square of the length
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", short).casefold()).translate(PLAIN)
    composed = unicodedata.normalize("NFC", ACCENTED.sub(r"\1", folded))
    letters = "".join(char for char in composed if not unicodedata.category(char).startswith("M"))
    words = BETWEEN.sub("-", letters).strip("-")
    if len(words) > LONGEST:
        cut = words[: LONGEST + 1].rpartition("-")[0]
        words = cut if len(cut) >= LONGEST // 2 else words[:LONGEST].rstrip("-")
    joined = re.sub("^(?:x-)+", "x", words)  # keys that start with "x-" belong to the keeper of the file
    return unicodedata.normalize("NFC", joined)


def slugs(titles: Iterable[tuple[str, str]], otherwise: str) -> list[str]:
    """One id for each (given id or "", title): the given one, or the title's slug, numbered where it is taken.

    The first of several equal titles keeps the plain slug. `otherwise` stands for a title without letters.
    """
    named = [(given, slug(title) or otherwise) for given, title in titles]
    taken = {given for given, _ in named if given}
    found = [given for given, _ in named]
    again = []
    for place, (given, plain) in enumerate(named):
        if not given and plain not in taken:
            found[place] = plain
            taken.add(plain)
        elif not given:
            again.append((place, plain))
    following: dict[str, count[int]] = {}
    for place, plain in again:
        numbers = following.setdefault(plain, count(2))
        joint = "" if plain == "x" else "-"  # no id starts with "x-"
        found[place] = next(name for number in numbers if (name := f"{plain}{joint}{number}") not in taken)
        taken.add(found[place])
    return found
