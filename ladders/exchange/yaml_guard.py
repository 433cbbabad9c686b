"""Bounded YAML: bytes in, a plain tree of dict, list and str out. Nothing hostile gets past, nothing is guessed.

YAML is read as a flat stream of events and never through PyYAML's composer, which recurses (400 kB of `[` kill
the process) and follows aliases (426 bytes become 39 MB). Every scalar stays a string, because YAML 1.1 would
turn `no` into False and `1.10` into 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import yaml

from ladders.exchange.problems import MOST, Path, Problem, quoted, show_path

BYTES = 1_000_000
DEPTH = 20
NODES = 120_000

CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffef]")
# YAML 1.1 breaks lines at these, which tears pasted texts apart. So they pass the parser under other names.
HIDDEN = str.maketrans("\x85\u2028\u2029", "\U0010fff0\U0010fff1\U0010fff2")
SHOWN = {stand_in: char for char, stand_in in HIDDEN.items()}
TAB_INDENT = re.compile(r"^ *\t")
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the parser says (in C or in Python) and what it means to the person who wrote the file.
SYNTAX = (
    ("mapping values are not allowed", 'a text with ": " in it must stand in quotes, or the indentation is off'),
    ("unexpected end of stream", "a text in quotes starts here and never ends"),
    ("',' or ']'", "a list starts with [ here and is not closed with ]"),
    ("',' or '}'", "a mapping starts with { here and is not closed with }"),
    ("node content", "a value is missing, or a list [ or mapping { is not closed"),
    ("could not find expected ':'", "a key without a colon"),
    ("cannot start any token", "a text that starts with this character must stand in quotes"),
    ("invalid Unicode character escape", "an escape in double quotes stands for no character"),
    ("unknown escape character", "a backslash in double quotes must be written twice"),
    ("found undefined tag handle", "tags (!…) are not allowed"),
    ("did not find expected key", "the indentation does not fit the lines above"),
    ("expected <block end>", "the indentation does not fit the lines above"),
    ("did not find expected '-' indicator", "the indentation does not fit the lines above"),
)
STARTS_HERE = ("unexpected end of stream", "',' or ']'", "',' or '}'")


class Plain(str):
    """A scalar written without quotes: only these may be read as a number inside `x-` keys."""

    __slots__ = ()


Tree = str | list["Tree"] | dict[str, "Tree"]


@dataclass(frozen=True, slots=True)
class Document:
    """`tree` is None where the file is too broken to look further; `lines` has every path of the tree, from 1."""

    tree: dict[str, Tree] | None
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...]


class _UnreadableError(Exception):
    """Reading on is pointless; the problem is recorded already."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being filled. `key` waits for its value; a `repeated` one is thrown away."""

    node: list[Tree] | dict[str, Tree]
    path: Path
    key: str | None = None
    repeated: bool = False


class _Builder:
    """Takes events one by one and grows the tree."""

    def __init__(self, values: int) -> None:
        self.values = values
        self.root: Tree | None = None
        self.frames: list[_Frame] = []
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0
        self.documents = 0
        self.holes = False

    def report(self, line: int, path: Path, message: str) -> None:
        self.problems.append(Problem(line, show_path(path), message))
        if len(self.problems) >= MOST:
            raise _UnreadableError

    def take(self, event: yaml.Event) -> None:
        """One event. Raises `_UnreadableError` after recording a problem that makes the rest meaningless."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.NodeEvent):
            self.node(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.frames.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.report(line, (), "a second document starts here (---): keep one ladder in a file")
                raise _UnreadableError

    def node(self, event: yaml.NodeEvent, line: int) -> None:
        self.nodes += 1
        if self.nodes > self.values:
            self.report(line, (), f"more than {self.values:,} values in one file")
            raise _UnreadableError
        frame = self.frames[-1] if self.frames else None
        if frame and isinstance(frame.node, dict) and frame.key is None:
            self.start_pair(frame, event, line)
            return
        path = _next_path(frame)
        self.lines.setdefault(path, line)
        self.refuse_magic(event, line, path)
        if isinstance(event, yaml.CollectionStartEvent):
            self.open(event, line, path)
        else:
            self.place(self.scalar(event, line, path))

    def start_pair(self, frame: _Frame, event: yaml.NodeEvent, line: int) -> None:
        self.refuse_magic(event, line, frame.path)
        if not isinstance(event, yaml.ScalarEvent):
            self.report(line, frame.path, "a key must be a plain word, not a list or a mapping")
            raise _UnreadableError
        key = self.scalar(event, line, frame.path)
        path = (*frame.path, str(key))
        frame.key, frame.repeated = key, key in frame.node
        if frame.repeated:
            self.report(line, path, f"this key was already given on line {self.lines[path]}")
        self.lines.setdefault(path, line)

    def refuse_magic(self, event: yaml.NodeEvent, line: int, path: Path) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.holes = True
            self.report(line, path, f"aliases (*{event.anchor}) are not allowed: write the value again")
        elif event.anchor is not None:
            self.report(line, path, f"anchors (&{event.anchor}) are not allowed: leave it out")
        tag = getattr(event, "tag", None)
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.report(line, path, f"tags ({shown}) are not allowed: leave it out")

    def scalar(self, event: yaml.NodeEvent, line: int, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            return ""
        text = event.value if event.value.isascii() else event.value.translate(SHOWN)
        # Only here can a backslash bring in what `_decode` has not seen.
        control = CONTROL.search(text) if event.style == '"' else None
        if control:
            self.report(line, path, control_refused(control[0]))
        return text if event.style else Plain(text)

    def open(self, event: yaml.CollectionStartEvent, line: int, path: Path) -> None:
        if len(self.frames) >= DEPTH:
            self.report(line, path[:1], f"more than {DEPTH} levels of lists and mappings inside each other")
            raise _UnreadableError
        node: list[Tree] | dict[str, Tree] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.place(node)
        self.frames.append(_Frame(node, path))

    def place(self, value: Tree) -> None:
        if not self.frames:
            self.root = value
            return
        frame = self.frames[-1]
        if isinstance(frame.node, list):
            frame.node.append(value)
        elif frame.key is not None:
            if not frame.repeated:
                frame.node[frame.key] = value
            frame.key = None


def guard(data: bytes, start: str = "format: ladder/1", values: int = NODES) -> Document:
    """YAML bytes as a document: the tree, the line of every path, and all problems found on the way.

    `start` is what such a file starts with, for the message about one that is no mapping. `values` are how many
    values it may have.
    """
    if len(data) > BYTES:
        return _broken([Problem(1, "", f"the file is larger than {BYTES // 1_000_000} MB")])
    text, problems = _decode(data)
    if problems:
        return _broken(problems)
    builder = _Builder(values)
    try:
        for event in yaml.parse(text.translate(HIDDEN), Loader=PARSER):
            builder.take(event)
    except _UnreadableError:
        return _broken(builder.problems)
    except yaml.YAMLError as error:
        return _broken([*builder.problems, *_syntax(error, text)])
    if not isinstance(builder.root, dict):
        wrong = f"must be a mapping that starts with {start}"
        return _broken([*builder.problems, Problem(1, "", wrong if builder.root else "the file is empty")])
    tree = None if builder.holes else builder.root
    return Document(tree, builder.lines, tuple(builder.problems))


def _broken(problems: list[Problem]) -> Document:
    return Document(None, {}, tuple(problems[:MOST]))


def _next_path(frame: _Frame | None) -> Path:
    """Where the value that comes next belongs."""
    if frame is None:
        return ()
    return (*frame.path, len(frame.node) if frame.key is None else str(frame.key))


def control_refused(char: str) -> str:
    """What is said about a control character."""
    return f"the control character U+{ord(char):04X} is not allowed"


def _decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text without a byte order mark, or what keeps it from being one, line by line."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [Problem(1, "", "this is UTF-16: save the file as UTF-8")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", list(islice(not_utf8(data, "save the file as UTF-8"), MOST))
    if not CONTROL.search(text):
        return text, []
    found = enumerate(text.split("\n"), start=1)
    controls = ((number, CONTROL.search(line)) for number, line in found)
    problems = (Problem(number, "", control_refused(match[0])) for number, match in controls if match)
    return "", list(islice(problems, MOST))


def not_utf8(data: bytes, advice: str) -> Iterator[Problem]:
    """Each line that is not UTF-8, with its first wrong byte and the advice."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = line[error.start : error.start + 1]
            char = byte.decode("cp1252", errors="replace")
            hint = f" (in Windows-1252 it is {quoted(char)})" if char.isprintable() and char != "\ufffd" else ""
            yield Problem(number, "", f"byte 0x{byte[0]:02X} is not UTF-8{hint}: {advice}")


def _syntax(error: yaml.YAMLError, text: str) -> list[Problem]:
    """The parser's complaint in plain words, and every line that is indented with a tab."""
    said = getattr(error, "problem", None) or "unreadable"
    here = any(needle in said for needle in STARTS_HERE)
    mark = getattr(error, "context_mark" if here else "problem_mark", None)
    line = mark.line + 1 if mark else 1
    tabs = [number for number, row in enumerate(text.split("\n"), start=1) if TAB_INDENT.match(row)]
    problems = [Problem(number, "", "indented with a tab: use spaces") for number in tabs]
    if line not in tabs:
        meaning = next((meaning for needle, meaning in SYNTAX if needle in said), said)
        problems.append(Problem(line, "", f"not valid YAML: {meaning}"))
    return sorted(problems, key=lambda problem: problem.line)
