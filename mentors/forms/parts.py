"""What the forms of a board are made of: bounds on texts and days, rows that repeat, and parts that fold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NAME, LINE, LONG = 200, 300, 20_000  # characters
FIRST_DAY = date(1950, 1, 1)
AHEAD = timedelta(days=3_660)
MOST_ROWS, SPARE_ROWS = 40, 2
MOST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that belong together; folded unless there is something in them, or something to fix."""

    title: Any
    fields: Sequence[forms.BoundField]
    folds: bool = True

    @property
    def opened(self) -> bool:
        return not self.folds or any(field.errors or has_value(field) for field in self.fields)


def has_value(field: forms.BoundField) -> bool:
    return field.value() not in (None, "", [], False, ())


def line(label: Any, **options: Any) -> forms.CharField:
    """One line that need not be filled in."""
    widget = forms.TextInput({"dir": "auto"})
    return forms.CharField(label=label, **{"required": False, "max_length": LINE, "widget": widget, **options})


def text(label: Any, rows: int = 3, **options: Any) -> forms.CharField:
    """Several lines that need not be filled in."""
    return forms.CharField(
        label=label, required=False, max_length=LONG, widget=forms.Textarea({"rows": rows, "dir": "auto"}), **options
    )


def day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        **{"required": False, **options},
    )


def seen() -> forms.IntegerField:
    """The revision that the form showed; without it nothing is changed."""
    return forms.IntegerField(required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput)


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Sets the choices of a field that depend on what is there."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)


def in_the_past(found: date | None, today: date) -> date | None:
    """Raises ValidationError."""
    if found and found > today:
        raise ValidationError(_("This day is still to come."))
    return within(found, today)


def within(found: date | None, today: date) -> date | None:
    """A day that somebody alive can mean. Raises ValidationError."""
    if found and found < FIRST_DAY:
        raise ValidationError(_("This day is too long ago; days begin in 1950 here."))
    if found and found > today + AHEAD:
        raise ValidationError(_("This day is too far away; ten years ahead is the most."))
    return found


@dataclass(frozen=True)
class Rows:
    """Rows of one line and one day each that a form repeats, with some more to fill in. Emptied, a row is gone."""

    form: forms.Form
    name: str
    words: Any  # labels, each with a place for the number of the row
    day: Any

    def add(self, values: Sequence[tuple[str, date | None]]) -> None:
        """The fields: `milestone_0`, `milestone_0_on` and so on."""
        for number in range(min(len(values) + SPARE_ROWS, MOST_ROWS)):
            words, on = values[number] if number < len(values) else ("", None)
            row = {"n": number + 1}
            self.form.fields[f"{self.name}_{number}"] = line(self.words % row, initial=words)
            self.form.fields[f"{self.name}_{number}_on"] = day(self.day % row, initial=on)

    @property
    def names(self) -> list[str]:
        return [name for name in self.form.fields if name.startswith(f"{self.name}_")]

    def clean(self, today: date, *, dated: bool) -> None:
        """Says beside its field what is to fix in a row; with `dated` each row needs a day."""
        for name in self.names:
            if not name.endswith("_on"):
                self._clean_row(name, today, dated)

    def _clean_row(self, name: str, today: date, dated: bool) -> None:
        said = self.form.cleaned_data
        words, on = said.get(name), said.get(f"{name}_on")
        try:
            within(on, today)
        except ValidationError as wrong:
            self.form.add_error(f"{name}_on", wrong)
        if on and words == "":
            self.form.add_error(name, _("Say in a few words what this day is about, or empty it."))
        if words and dated and f"{name}_on" in said and not on:
            self.form.add_error(f"{name}_on", _("Say when this was, or will be."))

    def rows(self) -> list[tuple[int, str, date | None]]:
        """What was filled in: its number, its words and its day."""
        said = self.form.cleaned_data
        names = [name for name in self.names if not name.endswith("_on")]
        return [(at, said[name], said[f"{name}_on"]) for at, name in enumerate(names) if said[name]]
