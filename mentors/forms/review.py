"""The form of a look at the whole board: a choice for each seat and for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic

from django import forms
from django.utils.translation import gettext_lazy as _

from mentors import contents
from mentors.desk import Desk, Held, Kind
from mentors.fitting import Choice

SEAT = {Choice.KEEP: _("Still a need"), Choice.RETIRE: _("No need any more")}
MEMBER = {Choice.KEEP: _("Stays"), Choice.REST: _("Rests for now"), Choice.RETIRE: _("Thank and let go")}
RESTING = {Choice.KEEP: _("Goes on resting"), Choice.BACK: _("Comes back"), Choice.RETIRE: _("Thank and let go")}


@dataclass(frozen=True)
class Line(Generic[Kind]):
    """A seat or somebody, with the field that asks about it, and who sits there or which seats they hold."""

    held: Held[Kind]
    field: forms.BoundField
    beside: list[str]

    @property
    def options(self) -> list[tuple[str, Any, bool]]:
        """Value, words, and whether it is chosen: drawn without widgets, which take seconds for 500 people."""
        field: Any = self.field.field
        chosen = self.field.value()
        return [(value, words, value == chosen) for value, words in field.choices]


class FateField(forms.ChoiceField):
    """Takes every choice, also one that is no longer shown because another tab was quicker: nothing is to do then."""

    def valid_value(self, value: Any) -> bool:
        return value in set(Choice)


class BoardReviewForm(forms.Form):
    """Asks about every seat that is open and everybody who is there. Nothing chosen: it stays as it is."""

    def __init__(self, *args: Any, desk: Desk, **options: Any) -> None:
        super().__init__(*args, **options)
        self.desk = desk
        for pid, seat in desk.open_seats.items():
            self.ask(pid, seat.contents.need, SEAT)
        for pid, held in desk.sitting.items():
            self.ask(pid, held.contents.name, RESTING if held.contents.resting_since else MEMBER)

    def ask(self, pid: str, label: str, choices: dict[Choice, Any]) -> None:
        self.fields[f"fate-{pid}"] = FateField(
            label=label,
            choices=[(choice.value, words) for choice, words in choices.items()],
            initial=Choice.KEEP.value,
            required=False,
            widget=forms.RadioSelect,
        )

    def seats(self) -> list[Line[contents.Seat]]:
        """Each seat, with the names of who sits there."""
        return [
            Line(held, self[f"fate-{pid}"], [one.contents.name for one in self.desk.at(pid)])
            for pid, held in self.desk.open_seats.items()
        ]

    def members(self) -> list[Line[contents.Member]]:
        """Everybody, with the needs whose seats they hold."""
        open_seats = self.desk.open_seats
        return [
            Line(
                held,
                self[f"fate-{pid}"],
                [open_seats[seat].contents.need for seat in held.contents.seats if seat in open_seats],
            )
            for pid, held in self.desk.sitting.items()
        ]

    def choices(self) -> dict[str, Choice]:
        """What was chosen, by public id."""
        return {name.removeprefix("fate-"): Choice(value) for name, value in self.cleaned_data.items() if value}
