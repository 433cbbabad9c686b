"""How often: a choice, or days of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mentors.cadence import CHOICES, LEAST, MOST
from mentors.contents import Cadence

CUSTOM = "custom"
RHYTHMS = {
    "weekly": _("every week"),
    "monthly": _("every month"),
    "quarterly": _("every quarter"),
    "halfyearly": _("twice a year"),
    "yearly": _("once a year"),
}
BOUNDS = {
    "min_value": _("At least one day. To be left in peace, choose no rhythm or let them rest."),
    "max_value": _("At most 1,100 days, which is three years."),
    "invalid": _("A whole number of days."),
}


def days(label: Any, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=LEAST, max_value=MOST, error_messages=BOUNDS, **options
    )


def rhythm_of(cadence: Cadence | None) -> dict[str, Any]:
    """What the fields show for a rhythm."""
    if cadence is None:
        return {"rhythm": "", "wish": None, "worst": None}
    known = next((name for name, one in CHOICES.items() if one == cadence), CUSTOM)
    own = known == CUSTOM
    return {"rhythm": known, "wish": cadence.wish if own else None, "worst": cadence.worst if own else None}


class RhythmForm(forms.Form):
    """The fields for a rhythm; `NONE` says what no choice means."""

    NONE: Any = _("no rhythm")

    rhythm = forms.ChoiceField(label=_("How often you want to be in touch"), required=False)
    wish = days(_("Days, as you wish it"), help_text=_("For a rhythm of your own only."))
    worst = days(_("Days, at worst"), help_text=_("From then on they are late. Empty: half as long again."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", self.NONE), *RHYTHMS.items(), (CUSTOM, _("in days of my own"))]
        self.fields["rhythm"].choices = choices  # type: ignore[attr-defined]  # a field with choices

    def clean_worst(self) -> int | None:
        wish, worst = self.cleaned_data.get("wish"), self.cleaned_data["worst"]
        if wish and worst and worst < wish:
            raise ValidationError(_("At worst is at least as long as you wish it."))
        found: int | None = worst
        return found

    def clean(self) -> dict[str, Any]:
        asked = self.cleaned_data.get("rhythm") == CUSTOM and "wish" in self.cleaned_data
        if asked and not self.cleaned_data["wish"]:
            self.add_error("wish", _("Say how many days, or choose one of the rhythms."))
        return self.cleaned_data

    def cadence(self) -> Cadence | None:
        """The rhythm that was chosen."""
        said = self.cleaned_data
        if said["rhythm"] != CUSTOM:
            return CHOICES.get(said["rhythm"])
        wish: int = said["wish"]
        return Cadence(wish, said["worst"] or min(MOST, wish + (wish + 1) // 2))
