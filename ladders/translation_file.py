"""A translation file, read against the ladder that it translates: checked texts by place, or all its errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ladders import chart
from ladders.chart import Chart
from ladders.exchange.fields import TEXT_LENGTH, TITLE_LENGTH
from ladders.exchange.problems import GUESSABLE, GUESSES, MOST, Finding, Path, Problem, located, meant, quoted
from ladders.exchange.schema import LANGUAGE
from ladders.exchange.wording import Entry
from ladders.exchange.yaml_guard import Tree, guard
from ladders.translating import IDS, WORDS, Place, key_of, name_of, untranslated

HEAD = ("format", "id", "language", "translates")
LANGUAGE_LENGTH = 35
ONE_LINE = frozenset({"title", "name", "label"})
SHAPES: Mapping[type, str] = {
    dict: "must be a mapping of keys and values",
    list: "must be a list",
    str: "must be a text",
}
MARK = re.compile(rb"\btranslates\b")


@dataclass(frozen=True, slots=True)
class Translated:
    """A checked translation: of which ladder (its id) and version (its own name for it), and into which language."""

    ladder: str
    language: str
    version: str
    texts: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class TranslationReading:
    """`found` is None exactly when there are `errors`; `warnings` never stop anyone."""

    found: Translated | None
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def is_translation(data: bytes) -> bool:
    """Whether a file says of itself that it translates something: no ladder has the key `translates`."""
    return bool(MARK.search(data)) and "translates" in (guard(data).tree or {})


def read_translation(data: bytes, original: Callable[[str], Chart | None]) -> TranslationReading:
    """Reads a translation from its UTF-8 bytes; never raises. `original` finds the ladder with an id, or None.

    At most `MOST` errors, in the order of lines.
    """
    document = guard(data)
    if document.tree is None:
        return TranslationReading(None, document.problems)
    tree, fitting = document.tree, _Fitting()
    ladder = original(_word(tree, "id"))
    for finding in _head(tree, ladder):
        fitting.report(*finding)
    if ladder is not None:
        fitting.part(ladder, {key: value for key, value in tree.items() if key not in HEAD}, (), ())
    errors = [*document.problems, *located(fitting.findings, document.lines)]
    if errors or ladder is None:
        return TranslationReading(None, tuple(sorted(errors, key=lambda problem: problem.line)[:MOST]))
    found = Translated(_word(tree, "id"), _word(tree, "language"), _word(tree, "translates"), fitting.texts)
    return TranslationReading(found, (), tuple(located(_hints(found, ladder), document.lines)))


def _word(tree: Mapping[str, Tree], key: str) -> str:
    value = tree.get(key)
    return str(value) if isinstance(value, str) else ""


def _head(tree: Mapping[str, Tree], ladder: Chart | None) -> Iterable[Finding]:
    """What is wrong with the keys that say what the file is."""
    if _word(tree, "format") != "ladder/1":
        yield ("format",), "must be ladder/1, the only format there is"
    elif next(iter(tree)) != "format":
        yield ("format",), "must be the first key of the file"
    if ladder is None:
        yield ("id",), f"there is no ladder {quoted(_word(tree, 'id'))} here to translate"
    language = _word(tree, "language")
    if not LANGUAGE.fullmatch(language) or len(language) > LANGUAGE_LENGTH:
        yield ("language",), "must be a language code such as de or pt-BR"
    elif ladder is not None and language.lower() == ladder.language.lower():
        yield ("language",), f"the ladder itself is in {quoted(language)}"
    if not isinstance(tree.get("translates"), str):
        yield ("translates",), "must be the version that is translated, or empty if it has no name"


def _hints(found: Translated, ladder: Chart) -> Iterable[Finding]:
    """What is allowed but worth a look."""
    if found.version != ladder.label:
        yield ("translates",), f"is {quoted(found.version)}, and the ladder is at {quoted(ladder.label)}"
    if missing := len(untranslated(ladder, found.texts)):
        yield (), f"{missing} {'text is' if missing == 1 else 'texts are'} not translated yet"


class _Fitting:
    """Goes through the ladder and the file side by side. What fits is in `texts`, what does not in `findings`."""

    def __init__(self) -> None:
        self.texts: dict[Place, str] = {}
        self.findings: list[Finding] = []
        self.guesses = GUESSES

    def report(self, path: Path, message: str) -> None:
        if len(self.findings) < MOST:
            self.findings.append((path, message))

    def near(self, name: str, known: Iterable[str]) -> str:
        """`; did you mean "…"?` for the first few names, so that a hostile file cannot ask for hours of it."""
        self.guesses -= 1
        fits = (word for word in known if len(word) <= GUESSABLE)
        return meant(name, fits) if self.guesses >= 0 and len(name) <= GUESSABLE else ""

    def shaped(self, kind: type, node: Tree, path: Path) -> bool:
        if not isinstance(node, kind):
            self.report(path, SHAPES[kind])
        return isinstance(node, kind)

    def fit(self, part: Any, node: Any, path: Path, place: Place) -> None:
        """One part of the ladder, and what the file has for it; nothing at all is no translation yet."""
        if node == "":
            return
        if isinstance(part, str):
            self.text(part, node, path, place)
        elif not part:
            self.report(path, "the ladder has nothing here to translate")
        elif isinstance(part, tuple):
            rows = {name_of(row, number): row for number, row in enumerate(part)}
            by_id = type(part[0]) in IDS
            self.rows(rows, node, path, place) if by_id else self.items(part, node, path, place)
        elif isinstance(part, Mapping):
            steps = any(isinstance(key, tuple) for key in part)
            known = {key_of(key): row for key, row in part.items()}
            self.rows(known, node, path, place) if steps else self.table(known, node, path, place)
        elif isinstance(part, chart.Descriptor) and not isinstance(node, dict):
            words = (part.text, "text") if isinstance(node, str) else (part.statements, "signs")
            self.fit(words[0], node, path, (*place, words[1]))
        elif isinstance(part, chart.Statement) and isinstance(node, str):
            self.fit(part.text, node, path, (*place, "text"))
        else:
            self.part(part, node, path, place)

    def part(self, part: Any, node: Any, path: Path, place: Place) -> None:
        """A mapping of keys; those that say which part it is are looked at by whoever found it."""
        if not self.shaped(dict, node, path):
            return
        fields = {key: name for name, key in WORDS[type(part)].items()}
        known = {*IDS.get(type(part), ()), *(("id",) if isinstance(part, chart.Statement) else ())}
        for key, value in node.items():
            if key in fields:
                self.fit(getattr(part, fields[key]), value, (*path, key), (*place, key))
            elif key not in known:
                near = self.near(key, fields)
                self.report((*path, key), f"unknown key {quoted(key)}{near or '; a translation has only texts'}")

    def text(self, part: str, node: Tree, path: Path, place: Place) -> None:
        if not self.shaped(str, node, path) or not isinstance(node, str) or not node.strip():
            return
        if not part:
            self.report(path, "the ladder has no text here")
        elif place[-1] in ONE_LINE and ("\n" in node or len(node) > TITLE_LENGTH):
            self.report(path, f"must be one line of at most {TITLE_LENGTH} characters")
        elif len(node) > TEXT_LENGTH:
            self.report(path, f"is longer than {TEXT_LENGTH:,} characters")
        else:
            self.texts[place] = str(node)

    def rows(self, known: Mapping[str, Any], node: Any, path: Path, place: Place) -> None:
        """A list whose rows say by an id which part of the ladder they are."""
        if not self.shaped(list, node, path):
            return
        ids = IDS[type(next(iter(known.values())))]
        seen: set[str] = set()
        for number, row in enumerate(node):
            if not self.shaped(dict, row, (*path, number)):
                continue
            name = " → ".join(_word(row, key) for key in ids)
            where = (*path, number, ids[0])
            if missing := [key for key in ids if not _word(row, key)]:
                self.report((*path, number, missing[0]), "is missing")
            elif name not in known:
                self.report(where, f"the ladder has no {quoted(name)} here{self.near(name, known)}")
            elif name in seen:
                self.report(where, f"{quoted(name)} is there twice")
            else:
                self.part(known[name], row, (*path, number), (*place, name))
            seen.add(name)

    def table(self, known: Mapping[str, Any], node: Any, path: Path, place: Place) -> None:
        """A mapping of levels or stages."""
        if not self.shaped(dict, node, path):
            return
        for key, value in node.items():
            if key in known:
                self.fit(known[key], value, (*path, key), (*place, key))
            else:
                self.report((*path, key), f"the ladder says nothing about {quoted(key)} here{self.near(key, known)}")

    def items(self, part: tuple[Any, ...], node: Any, path: Path, place: Place) -> None:
        """A list whose rows are known by their place; statements may be known by their id as well."""
        node = _facts(node) if isinstance(part[0], chart.Fact) else node
        if not self.shaped(list, node, path):
            return
        keys = {row.key: number for number, row in enumerate(part) if isinstance(row, chart.Statement)}
        named = [_word(row, "id") if isinstance(row, dict) else "" for row in node] if keys else []
        if len(node) != len(part) and not (named and all(named)):
            here, there = f"{len(node)} {'entry' if len(node) == 1 else 'entries'}", len(part)
            self.report(path, f"has {here} and the ladder has {there}: keep one for each, or leave out all")
            return
        for number, name in enumerate(named):
            if name and name not in keys:
                self.report((*path, number, "id"), f"the ladder has no {quoted(name)} here{self.near(name, keys)}")
            elif name and name in named[:number]:
                self.report((*path, number, "id"), f"{quoted(name)} is there twice")
        for number, row in enumerate(node):
            found = keys.get(named[number], number) if named else number
            if found < len(part):
                self.fit(part[found], row, (*path, number), (*place, str(found)))


def _facts(node: Any) -> Any:
    """Facts in any of their forms as a list of mappings with `label` and `value`; anything else as it is."""
    if isinstance(node, dict):
        return [{"label": label, "value": value} for label, value in node.items()]
    if not isinstance(node, list):
        return node
    return [_fact(row) if isinstance(row, str | dict) and row else row for row in node]


def _fact(row: str | dict[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in Entry.expand(row).items() if key != "=form"}
