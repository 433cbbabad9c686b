"""How YAML is written: short rows in one line, the rest in blocks, and quotes wherever YAML would guess."""

from __future__ import annotations

import re
from typing import Any

import yaml

WIDE = 1_000_000  # one text stays in one line: a changed word is then a diff of one line
FOLD = 90
ROW = 160
WORDS = 100

BREAKS = re.compile("[\t\r\x85\u2028\u2029\ufeff]")
BLANK_EDGE = re.compile(r"\A[ \n]| $|\n\n\Z", re.MULTILINE)  # what a block would not keep
# Numbers and switches of other YAML versions, which PyYAML itself would leave alone.
GUESSED = re.compile(r"[yYnN]|[-+]?0o?[0-7]+|[-+]?[0-9][0-9_]*\.?[0-9]*[eE][-+]?[0-9]+")
WORD = re.compile(r"[\w.()@+-]*")
STR = "tag:yaml.org,2002:str"


class Flow(dict[Any, Any]):
    """A mapping for one line: `{a: 1, b: 2}`."""


class FlowList(list[Any]):
    """A list for one line: `[a, b]`."""


class Folded(str):
    """A long text without line breaks, to be wrapped: `>-`."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists are indented under their key."""
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        """The same value twice is written twice."""
        del data
        return True

    def choose_scalar_style(self) -> Any:
        """Double quotes, unless they would need escapes inside."""
        style = super().choose_scalar_style()
        text = self.event.value if isinstance(self.event, yaml.ScalarEvent) else ""
        escapes = any(char in '"\\' or char > "\uffff" for char in text)
        return '"' if style == "'" and not escapes else style


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(STR, str(text), style=_style(dumper, text))


def _style(dumper: Any, text: str) -> str | None:
    if isinstance(text, Folded):
        return ">"
    if BREAKS.search(text):
        return '"'
    if "\n" in text:
        return '"' if BLANK_EDGE.search(text) else "|"
    resolved = dumper.resolve(yaml.ScalarNode, text, (True, False))
    return '"' if resolved != STR or GUESSED.fullmatch(text) else None


def _represent_flow(dumper: yaml.SafeDumper, value: Flow) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


def _represent_flow_list(dumper: yaml.SafeDumper, value: FlowList) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Folded, _represent_text)
_Dumper.add_representer(Flow, _represent_flow)
_Dumper.add_representer(FlowList, _represent_flow_list)


def block(value: Any, *, width: int = WIDE) -> str:
    """The value as YAML lines, laid out as `lay_out` marked it."""
    return _dump(value, flow=False, width=width)


def inline(value: Any) -> str:
    """The value as it stands inside a one-line list or mapping."""
    return _dump([value], flow=True, width=WIDE).strip()[1:-1]


def _dump(value: Any, *, flow: bool, width: int) -> str:
    text: str = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False
    )
    return text


def lay_out(value: Any, *, row: bool = False) -> Any:
    """The value with everything short marked for one line; `row`: it is an item of a list."""
    if isinstance(value, dict):
        short = _is_row(value) if row else _is_words(value)
        return Flow(value) if short else {key: lay_out(item) for key, item in value.items()}
    if isinstance(value, list):
        words = _is_words(value) and not any(isinstance(item, dict) for item in value)
        return FlowList(value) if words else [lay_out(item, row=True) for item in value]
    return value


def foldable(text: str) -> bool:
    """True for a long text that can be wrapped at its spaces without changing it."""
    return len(text) > FOLD and " ".join(text.split()) == text and not BREAKS.search(text)


def _is_row(value: dict[Any, Any]) -> bool:
    """A mapping of single values and short lists that fits in a line."""
    fits = _width(value) <= ROW and not any("\n" in str(item) for item in value.values())
    return fits and all(_is_words(item) or not isinstance(item, dict | list) for item in value.values())


def _is_words(value: Any) -> bool:
    """Ids, numbers and single words, at any depth, that fit in a line."""
    return _width(value) <= WORDS and all(WORD.fullmatch(str(leaf)) for leaf in _leaves(value))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for pair in value.items() for item in pair for leaf in _leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value]


def _width(value: Any) -> int:
    """About how many characters the value takes in one line."""
    return sum(len(str(leaf)) + 2 for leaf in _leaves(value))
