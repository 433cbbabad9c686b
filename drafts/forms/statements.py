"""The statements of a level or a stage: a row for each, in the order of its numbers, and an empty row at the end.

A statement is known by its id, or else by its words and its place. Somebody may have ticked it, so one that is
reworded or moved keeps what it was known by as its id.
"""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from drafts.fields import LinesField, PairsField
from drafts.forms.inside import Row, RowsField, RowsWidget
from drafts.forms.words import TextField
from drafts.pieces import Body
from drafts.values import tidy
from ladders.exchange.fields import ID_LENGTH, parse_id
from ladders.exchange.wording import Statement
from ladders.identity import statement_key

MOST = 100  # statements at one place
HIGHEST = 9_999


def key_of(sign: Body, place: int) -> str:
    """What a statement at a place (from 0) is known by."""
    return statement_key(Statement.model_construct(text=sign.get("text", ""), id=sign.get("id", "")), place)


class StatementRow(Row):
    """One statement: what somebody does, and more about it. `known` is what it is known by, "" for a new one."""

    template = "drafts/_statement.html"
    TYPED = ("text",)

    known = forms.CharField(required=False, max_length=ID_LENGTH, widget=forms.HiddenInput)
    text = TextField(label=_("Statement"), widget=forms.Textarea({"rows": 2}))
    order = forms.IntegerField(
        label=_("Its number"),
        required=False,
        min_value=1,
        max_value=HIGHEST,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )
    examples = LinesField(label=_("Examples, one a line"), widget=forms.Textarea({"rows": 2}))
    proof = TextField(label=_("What shows it"), widget=forms.Textarea({"rows": 2}))
    links = PairsField(label=_("Links, one a line"), value_key="url", widget=forms.Textarea({"rows": 2}))

    def value(self) -> dict[str, Any]:
        return super().value() | {"number": self.number}

    def has_changed(self) -> bool:
        return bool(str(self["text"].data or "").strip())

    def said(self) -> str:
        return str((self.before or {}).get("text", ""))

    @property
    def more(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [self[name] for name in ("examples", "proof", "links")]

    @property
    def has_more(self) -> bool:
        """Whether there is something in them."""
        return any(field.value() for field in self.more)


class StatementsWidget(RowsWidget):
    template = "drafts/_statements.html"

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)


class StatementsField(RowsField):
    """Cleans into statements as a file has them. `widget.rows` are those that stand there now."""

    widget = StatementsWidget

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list) or any(isinstance(row, Row) for row in value):
            return value
        return [{**sign, "known": key_of(sign, place), "order": place + 1} for place, sign in enumerate(value)]

    def clean(self, value: Any) -> list[Body]:
        rows = sorted(super().clean(value), key=rank)
        if len(rows) > MOST:
            raise ValidationError(gettext("There are more than 100 statements. People would not tick so many."))
        now = cast("StatementsWidget", self.widget).rows
        there = {key_of(sign, place): (place, sign) for place, sign in enumerate(now)}
        return [statement(row, place, *there.get(row["known"], (-1, {}))) for place, row in enumerate(rows)]


def rank(row: Body) -> tuple[int, int, int]:
    """Where a row belongs. One that was moved up stands before the one whose number it took, else behind it."""
    number: int = row["number"]
    wanted: int = row["order"] or number
    return wanted, (wanted > number) - (wanted < number), number


def statement(row: Body, place: int, was_at: int, before: Body) -> Body:
    """A row as the file keeps it, with the id that its ticks need. `before` stood at `was_at`; {} if it is new."""
    text = tidy(row["text"])
    as_it_was = was_at == place and tidy(before.get("text")) == text
    name = "" if as_it_was and "id" not in before else row["known"]
    own = {key: value for key, value in row.items() if key not in ("known", "number", "order")}
    links = row["links"]
    if pairs(before.get("links")) == pairs(links):
        links = before.get("links")
    return own | {"text": text, "links": links, "id": name if is_id(name) else ""}


def pairs(links: Any) -> Any:
    return PairsField(value_key="url").prepare_value(links or [])


def is_id(word: str) -> bool:
    """Whether a word can be the id of a statement."""
    try:
        return bool(parse_id(word))
    except ValueError:
        return False
