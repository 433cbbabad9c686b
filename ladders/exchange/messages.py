"""What pydantic found wrong, as findings: the path as it is in the file, and words for its keeper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ladders.exchange.fields import Unknown
from ladders.exchange.problems import MOST, Finding, Path, meant, quoted, shown_text
from ladders.exchange.yaml_guard import Tree

Message = Callable[[ErrorDetails], str]


def findings(error: ValidationError, tree: Tree) -> list[Finding]:
    """The first `MOST` errors, each with its path in the tree."""
    return [_finding(details, tree) for details in islice(error.errors(include_url=False), MOST)]


def _finding(details: ErrorDetails, tree: Tree) -> Finding:
    path = _place(details["loc"], tree)
    if details["type"] == "missing":
        return (*path, details["loc"][-1]), "is missing"
    return path, _WORDS.get(details["type"], _as_said)(details)


def _place(loc: Path, tree: Tree) -> Path:
    """The steps of `loc` that exist in the tree; the others come from writing short forms out."""
    path: Path = ()
    node: Any = tree
    for step in loc:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            continue
        path = (*path, step)
    return path


def _own_words(details: ErrorDetails) -> str:
    """The message of a ValueError of ours."""
    return str(details["ctx"]["error"])


def _unknown(details: ErrorDetails) -> str:
    given: Any = details["input"]
    key = str(details["loc"][-1])
    known = given.known if isinstance(given, Unknown) else ()
    return f"unknown key {quoted(key)}{meant(key, known)}"


def _not_a_text(details: ErrorDetails) -> str:
    if isinstance(details["input"], dict):
        return 'must be a text; a text with ": " in it must stand in quotes'
    return "must be a text"


def _not_a_list(details: ErrorDetails) -> str:
    given = details["input"]
    hint = f", such as [{shown_text(given)}]" if isinstance(given, str) and given else ""
    return f"must be a list{hint}"


def _not_a_choice(details: ErrorDetails) -> str:
    expected = details["ctx"]["expected"].replace("'', ", "").replace("'", "")
    return f"{quoted(str(details['input']))} is not one of {expected}"


def _too_many(details: ErrorDetails) -> str:
    return f"has {details['ctx']['actual_length']:,} entries; at most {details['ctx']['max_length']:,} are allowed"


def _as_said(details: ErrorDetails) -> str:
    return details["msg"]


_WORDS: Mapping[str, Message] = {
    "value_error": _own_words,
    "extra_forbidden": _unknown,
    "string_type": _not_a_text,
    "tuple_type": _not_a_list,
    "model_type": lambda _: "must be a mapping of keys and values",
    "mapping_type": lambda _: "must be a mapping of keys and values",
    "dict_type": lambda _: "must be a mapping of keys and values",
    "literal_error": _not_a_choice,
    "too_long": _too_many,
}
