"""The parts of a ladder file that may be written in more than one way: statements, descriptors, links and facts."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, TypeAdapter, model_validator

from ladders.exchange.fields import Id, Part, Text, Texts, Title

LABELS = ("label", "title")
VALUES = ("value", "url", "text")
Form = Literal[
    "text",
    "mapping",
    "pair",
    "label value",
    "label url",
    "label text",
    "title value",
    "title url",
    "title text",
]


class _Long(dict[str, Any]):
    """An entry that is already written out."""


class Entry(Part):
    """One row of `links` or `facts`: a label (may be "") and a value (a text or an address).

    `form` is how it was written: `text`; `mapping`, all rows in one mapping of label to value; `pair`, a mapping
    of its own; or the two keys of the row, such as `title url`.
    """

    label: Title = ""
    value: Text
    form: Form = Field(default="text", alias="=form")

    @classmethod
    def expand(cls, value: Any) -> Any:
        """Any of the forms as label, value and form."""
        if isinstance(value, str):
            return _Long({"value": value, "=form": "text"})
        if not isinstance(value, dict) or isinstance(value, _Long):
            return value
        label = next((key for key in LABELS if key in value), "label")
        worth = next((key for key in VALUES if key in value), "value")
        if len(value) == 1 and label not in value and worth not in value:
            return _pair(*next(iter(value.items())), "pair")
        rest = {key: item for key, item in value.items() if key not in (label, worth)}
        long = _Long(rest, label=value.get(label, ""), value=value.get(worth, ""))
        return _Long(long, **{"=form": f"{label} {worth}"})


def _pair(label: str, value: Any, form: str) -> _Long:
    return _Long({"label": label, "value": value, "=form": form})


def _rows(value: Any) -> Any:
    """A mapping of label to value as a list of rows."""
    return [_pair(*pair, "mapping") for pair in value.items()] if isinstance(value, dict) else value


Entries = Annotated[tuple[Entry, ...], BeforeValidator(_rows)]
ENTRIES = TypeAdapter(Entries)


def addresses(links: object) -> tuple[str, ...]:
    """The values of links that are still as they stand in a file, in any of the forms."""
    return tuple(entry.value for entry in ENTRIES.validate_python(links)) if links else ()


class Statement(Part):
    """One behaviour: a text, or a mapping with more about it."""

    text: Text
    id: Id = ""
    examples: Texts = ()
    links: Entries = ()
    proof: Text = ""

    @classmethod
    def expand(cls, value: Any) -> Any:
        """A text as a mapping."""
        return {"text": value} if isinstance(value, str) else value


class Descriptor(Part):
    """What a skill looks like at a level or stage: a text, a list of statements, or a mapping of both."""

    name: Title = ""
    text: Text = ""
    signs: tuple[Statement, ...] = ()
    examples: Texts = ()

    @classmethod
    def expand(cls, value: Any) -> Any:
        """A text or a list as a mapping."""
        if isinstance(value, str):
            return {"text": value}
        return {"signs": value} if isinstance(value, list | tuple) else value

    @model_validator(mode="after")
    def _says_something(self) -> Descriptor:
        if not (self.text or self.name or self.signs or self.examples):
            raise ValueError("is empty: describe it, or leave it out")
        return self

    @property
    def wording(self) -> tuple[str, ...]:
        """The text and the statements, for comparing two descriptors."""
        return tuple(part for part in (self.text, *(sign.text for sign in self.signs)) if part)
