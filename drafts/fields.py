"""Form fields for lists of the ladder file: one item a line, nothing lost."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ladders.exchange.fields import TEXT_LENGTH, TITLE_LENGTH

LONGEST = TEXT_LENGTH  # characters of a text in a ladder file
TITLE = TITLE_LENGTH


def to_lines(items: list[str] | tuple[str, ...]) -> str:
    """Texts as lines; the further lines of a text are indented, so that they stay with it."""
    return "\n".join(item.replace("\n", "\n  ") for item in items)


def from_lines(text: str) -> list[str]:
    """Lines as texts: an indented line belongs to the text above, an empty one is nothing unless it is indented."""
    found: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if found and line.startswith("  "):
            found[-1] += "\n" + line[2:]
        elif line.strip():
            found.append(line.lstrip())
    return [item.strip() for item in found]


class LinesField(forms.CharField):
    """A list of texts, one a line; cleans into the list."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "strip": False, **options})

    def prepare_value(self, value: Any) -> Any:
        return to_lines(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        found = from_lines(value or "")
        for item in found:
            ProhibitNullCharactersValidator()(item)  # the one of the field looks at texts only, not at a list
            if len(item) > LONGEST:
                most = number_format(LONGEST, force_grouping=True)
                raise ValidationError(_("One of the lines is longer than %(most)s characters.") % {"most": most})
        return found


def pairs_of(entries: Any) -> list[tuple[str, str]]:
    """Facts or links of a ladder file, in whichever form, as (label, value); the label may be ""."""
    if isinstance(entries, dict):
        return [(str(label), str(value)) for label, value in entries.items()]
    found = []
    for entry in entries or ():
        if isinstance(entry, str):
            found.append(("", entry))
            continue
        label = next((str(entry[key]) for key in ("label", "title") if key in entry), "")
        value = next((str(entry[key]) for key in ("value", "url", "text") if key in entry), "")
        found.append((label, value) if label or value else next((str(k), str(v)) for k, v in entry.items()))
    return found


class PairsField(LinesField):
    """Facts or links: “Label: value” on each line; cleans into [{label, value}], or [text] where there is no label.

    What stands in a form of its own in the file (`entries`) keeps that form as long as its words stay the same.
    """

    def __init__(self, *, value_key: str = "value", **options: Any) -> None:
        super().__init__(**options)
        self.value_key = value_key
        self.entries: Any = None

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list | tuple | dict):
            return to_lines([f"{label}: {text}" if label else text for label, text in pairs_of(value)])
        return value

    def to_python(self, value: Any) -> Any:
        lines = super().to_python(value)
        if self.entries is not None and lines == from_lines(self.prepare_value(self.entries)):
            return self.entries
        found = [labelled(line) for line in lines]
        labels = [label for label, _text in found]
        if isinstance(self.entries, dict) and all(labels) and len(set(labels)) == len(labels):
            return dict(found)
        return [{"label": label, self.value_key: text} if label else text for label, text in found]


def labelled(line: str) -> tuple[str, str]:
    """ "Label: value" as its parts; the label is "" where there is none."""
    label, mark, text = line.partition(": ")
    if mark and label.strip() and text.strip() and len(label) <= TITLE and "\n" not in label:
        return label.strip(), text.strip()
    return "", line
