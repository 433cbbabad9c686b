"""The texts of a ladder in another language: which there are, where they stand, and what becomes of them.

A text is known by its place, the keys on the way to it in a ladder file with ids for the rows of lists:
("stages", "senior-pm", "does", "0"). Nothing here knows the database or the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from ladders import chart
from ladders.chart import Chart

Place = tuple[str, ...]
Texts = Mapping[Place, str]
Say = Callable[[Place, str], str]
PartT = TypeVar("PartT")

# What of each part is words: its field, and the key of the file that it stands under.
WORDS: Mapping[type, Mapping[str, str]] = {
    chart.Level: {"name": "name", "text": "text"},
    chart.Statement: {"text": "text", "examples": "examples", "proof": "proof"},
    chart.Descriptor: {"name": "name", "text": "text", "statements": "signs", "examples": "examples"},
    chart.Phase: {"title": "title", "text": "text"},
    chart.Track: {"title": "title", "text": "text"},
    chart.Category: {"title": "title", "text": "text"},
    chart.Role: {"title": "title", "text": "text"},
    chart.Fact: {"label": "label", "value": "value"},
    chart.Stage: {
        "title": "title",
        "text": "text",
        "does": "does",
        "success": "success",
        "facts": "facts",
        "roles": "roles",
        "tries": "x-try",
    },
    chart.Brought: {"text": "text"},
    chart.Lack: {"text": "text", "tries": "try"},
    chart.WayIn: {"title": "title", "text": "text", "brings": "brings", "lacks": "lacks"},
    chart.Beyond: {"title": "title", "text": "text", "tries": "x-try"},
    chart.Skill: {"title": "title", "text": "text", "levels": "levels", "at": "at"},
    chart.Step: {"stop": "stop", "start": "start", "keep": "keep"},
    Chart: {
        "title": "title",
        "summary": "summary",
        "scale": "scale",
        "phases": "phases",
        "tracks": "tracks",
        "stages": "stages",
        "steps": "x-steps",
        "ways_in": "x-ways-in",
        "beyond": "beyond",
        "categories": "categories",
        "skills": "skills",
    },
}
# The keys by which a row of a list is known; the rows of other lists are known by their place.
IDS: Mapping[type, tuple[str, ...]] = {
    chart.Level: ("level",),
    chart.Phase: ("id",),
    chart.Track: ("id",),
    chart.Stage: ("id",),
    chart.Step: ("from", "to"),
    chart.WayIn: ("id",),
    chart.Brought: ("skill",),
    chart.Beyond: ("id",),
    chart.Category: ("id",),
    chart.Skill: ("id",),
}
BY_PLACE = frozenset({"does", "success", "facts", "roles", "signs", "examples", "stop", "start", "keep"}) | {
    "x-try",
    "try",
    "lacks",
}


def name_of(row: object, number: int) -> str:
    """What a row of a list is known by: its id, level or skill, else its number from 0."""
    match row:
        case chart.Level():
            return str(row.number)
        case chart.Brought():
            return row.skill
        case chart.Phase() | chart.Track() | chart.Stage() | chart.WayIn() | chart.Beyond():
            return row.slug
        case chart.Category() | chart.Skill():
            return row.slug
    return str(number)


def key_of(key: object) -> str:
    """A key of a table as one word: a level, a stage, or the two stages of a step."""
    return " → ".join(key) if isinstance(key, tuple) else str(key)


def reworded(part: PartT, say: Say, place: Place = ()) -> PartT:
    """The chart, or a part of it at a place, with every text that there is replaced by what `say` answers."""
    # What goes in as one kind of part comes out as the same kind; the type checker cannot follow it down.
    words: Any = part
    if isinstance(part, str):
        words = say(place, part) if part else part
    elif isinstance(part, tuple):
        words = tuple(reworded(row, say, (*place, name_of(row, number))) for number, row in enumerate(part))
    elif isinstance(part, Mapping):
        words = {key: reworded(row, say, (*place, key_of(key))) for key, row in part.items()}
    else:
        fields = WORDS[type(part)].items()
        words = replace(words, **{name: reworded(getattr(part, name), say, (*place, key)) for name, key in fields})
    return cast("PartT", words)


def texts_of(original: Chart) -> dict[Place, str]:
    """Every text of a ladder by its place, in the order of the file."""
    found: dict[Place, str] = {}
    reworded(original, found.setdefault)
    return found


def translated(original: Chart, texts: Texts, language: str, mark: str = "") -> Chart:
    """The ladder in another language; a text that is not translated stays as it is.

    `mark` is the digest of the texts, by which caches tell this chart from others.
    """
    return replace(reworded(original, texts.get), language=language, words=mark)


def carried(before: Chart, now: Chart, texts: Texts) -> dict[Place, str]:
    """The translations of one version that hold for the next: those of every text that is still the same there.

    A line of a list may have moved within its list.
    """
    known = {(_home(place), text): texts[place] for place, text in texts_of(before).items() if place in texts}
    found = {place: known.get((_home(place), text)) for place, text in texts_of(now).items()}
    return {place: text for place, text in found.items() if text is not None}


def _home(place: Place) -> Place:
    """The place without the numbers of lines in lists."""
    return tuple("" if before in BY_PLACE else step for before, step in zip(("", *place), place, strict=False))


def untranslated(original: Chart, texts: Texts) -> tuple[Place, ...]:
    """The places of the texts that have no translation yet."""
    return tuple(place for place in texts_of(original) if place not in texts)
