"""The form that explains the columns of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.forms.head import LanguageField
from drafts.forms.picks import offer
from drafts.forms.words import TitleField, lines
from drafts.upload_map import Choices, stages_of
from ladders.exchange.schema import LANGUAGE_LENGTH, LIMITS
from ladders.exchange.table_cells import cut, squeeze
from ladders.exchange.table_guess import STAGE_COLUMN, Guess

LEVELS, TEXTS = "levels", "texts"
SAMPLES, SAMPLE = 3, 60  # cells shown of each column, and characters of each
MORE = ("empty", "short", "only_column", "only_value", "without", "unrated")
LAST = 9_999  # the highest place of a stage
ROWS = [
    ("wide", gettext_lazy("A row for each skill, a column for each stage")),
    ("long", gettext_lazy("A row for each stage and skill")),
]
COMMON = {
    "": gettext_lazy("leave it out"),
    "skill": gettext_lazy("the skill"),
    "category": gettext_lazy("its category"),
    "description": gettext_lazy("what the skill is"),
}
MEANINGS: Mapping[str, Mapping[str, Any]] = {
    "wide": COMMON | {STAGE_COLUMN: gettext_lazy("a stage")},
    "long": COMMON
    | {
        "stage": gettext_lazy("the stage"),
        "level": gettext_lazy("the level expected"),
        "level-text": gettext_lazy("what the level means"),
        "text": gettext_lazy("what the skill looks like at the stage"),
        "stage-text": gettext_lazy("what the stage is"),
    },
}
SKILL = gettext_lazy("Say which column has the skills.")
NEEDED: Mapping[str, Mapping[str, Any]] = {
    "wide": {"skill": SKILL, STAGE_COLUMN: gettext_lazy("Say which columns are stages.")},
    "long": {"skill": SKILL, "stage": gettext_lazy("Say which column has the stages.")},
}


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column on the page: its header, some of its cells, and the inputs for it; `order` only in a wide table."""

    header: str
    samples: tuple[str, ...]
    meaning: forms.BoundField
    merged: forms.BoundField
    order: forms.BoundField | None


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a long table, and the input for its place."""

    name: str
    order: forms.BoundField


class UploadMapForm(forms.Form):
    """What is what in a table. `chosen` is what was said when the form is valid.

    `shown` says which table the inputs were made for: columns are known by their places, and another heading, kind or
    column of stages makes them mean something else. Then they are guessed anew, and everything else typed stays.
    """

    kind = forms.ChoiceField(label=gettext_lazy("What the table has"), choices=ROWS, widget=forms.RadioSelect)
    heading = forms.CharField(
        label=gettext_lazy("The heading above the skills"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("If other rows stand above the headings: it tells where they are."),
    )
    title = TitleField(label=gettext_lazy("What the ladder is called"))
    language = LanguageField(
        label=gettext_lazy("Language of the texts"),
        required=False,
        max_length=LANGUAGE_LENGTH,
        help_text=gettext_lazy("Its code, such as en or pt-BR."),
    )
    cells = forms.ChoiceField(
        label=gettext_lazy("What stands in the cells of the stages"),
        widget=forms.RadioSelect,
        choices=[(LEVELS, gettext_lazy("Levels")), (TEXTS, gettext_lazy("Texts"))],
    )
    scale = lines(
        gettext_lazy("Levels"),
        gettext_lazy("One a line, from the lowest to the highest, as the table calls them."),
    )
    statements = forms.BooleanField(
        label=gettext_lazy("Several rows of one skill are statements, one each"),
        required=False,
        help_text=gettext_lazy("For texts. Otherwise a skill stands once, or once for each stage."),
    )
    short = forms.BooleanField(
        label=gettext_lazy("Rows that end early are whole: the cells they lack are empty"),
        required=False,
        help_text=gettext_lazy(
            "Some programs write no empty cells at the end of a row. Otherwise such a row is an error."
        ),
    )
    empty = lines(gettext_lazy("Cells that say nothing"), gettext_lazy("What stands in them, such as – or n/a."))
    only_column = forms.ChoiceField(label=gettext_lazy("Only rows with a value in this column"), required=False)
    only_value = forms.CharField(label=gettext_lazy("The value"), required=False, max_length=200)
    without = lines(
        gettext_lazy("Rows to leave out"), gettext_lazy("What the column of the skills says there, such as Total.")
    )
    unrated = lines(
        gettext_lazy("Shown, but never rated"),
        gettext_lazy("Skills or categories that nobody is asked about, one a line."),
    )
    shown = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, table: Guess, chosen: Choices) -> None:
        self.table = table
        self.moved = data is not None and data.get("shown", "") != shown(table, said_meanings(data, table), data)
        if data is not None and self.moved:
            data = fresh(data, table, chosen)
        super().__init__(data, initial=initial_of(table, chosen))
        self.meanings = said_meanings(data, table) if data is not None else chosen.meanings
        self.initial["shown"] = shown(table, self.meanings, {"heading": self.initial["heading"]})
        headers = table.grid.header.cells
        offer(self, "only_column", [("", _("all rows")), *((str(place), name) for place, name in enumerate(headers))])
        for place, name in enumerate(headers):
            self.add_column(place, name, chosen)
        self.names = headers if table.kind == "wide" else stages_of(table, self.meanings)[: LIMITS["stages"]]
        for place, name in enumerate(self.names):
            self.add_order(place, name, chosen)
        if table.kind == "long":
            del self.fields["cells"]

    def add_column(self, place: int, name: str, chosen: Choices) -> None:
        choices = list(MEANINGS[self.table.kind].items())
        self.fields[f"column-{place}"] = forms.ChoiceField(
            label=name, choices=choices, required=False, initial=chosen.meanings[place]
        )
        merged = place in chosen.merged
        self.fields[f"merged-{place}"] = forms.BooleanField(label=name, required=False, initial=merged)

    def add_order(self, place: int, name: str, chosen: Choices) -> None:
        number = chosen.stages.index(name) + 1 if name in chosen.stages else None
        label = _("Place of %(name)s") % {"name": name}
        field = forms.IntegerField(label=label, required=False, initial=number, min_value=1, max_value=LAST)
        field.widget.attrs |= {"aria-label": label, "class": "order"}
        self.fields[f"order-{place}"] = field

    def column_rows(self) -> list[ColumnRow]:
        """The columns in the order of the table; those of a wide one with the place of the stage."""
        return [
            ColumnRow(
                name,
                samples(self.table, place),
                self[f"column-{place}"],
                self[f"merged-{place}"],
                self[f"order-{place}"] if self.table.kind == "wide" else None,
            )
            for place, name in enumerate(self.table.grid.header.cells)
        ]

    def stage_rows(self) -> list[StageRow]:
        """The stages of a long table, in the order they have now."""
        if self.table.kind == "wide":
            return []
        rows = [StageRow(name, self[f"order-{place}"]) for place, name in enumerate(self.names)]
        return sorted(rows, key=lambda row: number_of(row.order.value()))

    def says_more(self) -> bool:
        """Whether anything stands in the fields that most tables do not need."""
        return any(self[name].value() or self[name].errors for name in MORE)

    def clean(self) -> dict[str, Any]:
        if self.moved:
            raise ValidationError(_("The table is read differently now. Look at its columns and at the order again."))
        for place, key in enumerate(self.meanings):
            if key and key != STAGE_COLUMN and key in self.meanings[:place]:
                self.add_error(f"column-{place}", _("Another column is that already."))
        needed = NEEDED[self.table.kind]
        for key in (key for key in needed if key not in self.meanings):
            self.add_error(None, needed[key])
        if not self.errors and not self.ordered():
            self.add_error(None, _("Give the stages their places: 1 is the first."))
        if self.has_levels() and not self.cleaned_data.get("scale"):
            self.add_error("scale", _("Name the levels."))
        return self.cleaned_data

    def has_levels(self) -> bool:
        return self.cleaned_data.get("cells") == LEVELS if self.table.kind == "wide" else "level" in self.meanings

    def ordered(self) -> list[str]:
        """The stages in the order given; of a wide table, those without a place come last."""
        wide = self.table.kind == "wide"
        there = [
            (self.cleaned_data.get(f"order-{place}") or LAST, place, name)
            for place, name in enumerate(self.names)
            if (self.meanings[place] == STAGE_COLUMN if wide else self.cleaned_data.get(f"order-{place}"))
        ]
        return [name for _number, _place, name in sorted(there)]

    def chosen(self) -> Choices:
        """What was said."""
        said, stages = self.cleaned_data, tuple(self.ordered())
        column = said.get("only_column")
        return Choices(
            title=said["title"],
            language=said.get("language") or "",
            meanings=self.meanings,
            stages=stages,
            left_out=() if self.table.kind == "wide" else tuple(name for name in self.names if name not in stages),
            levels=tuple(said["scale"]) if self.has_levels() else (),
            merged=tuple(place for place in range(len(self.meanings)) if said.get(f"merged-{place}")),
            empty=tuple(said["empty"]),
            only=(int(column), said["only_value"]) if column and said.get("only_value") else None,
            without=tuple(said["without"]),
            unrated=tuple(said["unrated"]),
            statements=said["statements"],
            short=said["short"],
        )


def samples(table: Guess, place: int) -> tuple[str, ...]:
    """Some of what stands in a column, cut short."""
    found = dict.fromkeys(row.cells[place] for row in table.grid.rows[:50] if row.cells[place])
    return tuple(cut(squeeze(cell), SAMPLE) for cell in list(found)[:SAMPLES])


def number_of(value: Any) -> int:
    """A place as it was typed; what is no number comes last."""
    return int(value) if str(value).isdecimal() and len(str(value)) < 6 else LAST


def said_meanings(data: QueryDict, table: Guess) -> tuple[str, ...]:
    """What a form says of each column; nothing it did not offer."""
    known = MEANINGS[table.kind]
    given = (data.get(f"column-{place}", "") for place in range(len(table.meanings)))
    return tuple(key if key in known else "" for key in given)


def shown(table: Guess, meanings: tuple[str, ...], said: Mapping[str, Any]) -> str:
    """What the meaning of the inputs hangs on."""
    stage = meanings.index("stage") if "stage" in meanings else ""
    return f"{table.kind} {stage} {said.get('heading', '')}"


def fresh(data: QueryDict, table: Guess, chosen: Choices) -> QueryDict:
    """What was sent, with the columns or at least the order guessed anew."""
    again = data.copy()
    kind, _space, rest = data.get("shown", "").partition(" ")
    heading = rest.partition(" ")[2]
    if kind != table.kind or heading != data.get("heading", ""):
        for place, meaning in enumerate(chosen.meanings):
            again[f"column-{place}"] = meaning
            again.pop(f"merged-{place}", None)
    meanings = said_meanings(again, table)
    names = table.grid.header.cells if table.kind == "wide" else stages_of(table, meanings)
    order = stages_of(table, meanings)
    for place, name in enumerate(names):
        again[f"order-{place}"] = str(order.index(name) + 1) if name in order else ""
    again["shown"] = shown(table, meanings, data)
    return again


def initial_of(table: Guess, chosen: Choices) -> dict[str, Any]:
    """The fields of a form that says what was chosen."""
    skill = chosen.place("skill")
    return {
        "kind": table.kind,
        "heading": table.grid.header.cells[skill] if skill is not None and table.grid.warnings else "",
        "title": chosen.title,
        "language": chosen.language,
        "cells": LEVELS if chosen.levels else TEXTS,
        "scale": [*chosen.levels],
        "empty": [*chosen.empty],
        "only_column": str(chosen.only[0]) if chosen.only else "",
        "only_value": chosen.only[1] if chosen.only else "",
        "without": [*chosen.without],
        "unrated": [*chosen.unrated],
        "statements": chosen.statements,
        "short": chosen.short,
    }
