"""The form about how the owner wants their board."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from mentors.contents import Settings
from mentors.forms.parts import seen

LEAST, MOST = 1, 14
NEVER = ""


class BoardSettingsForm(forms.Form):
    """How many people may be due in one week, and on which day the mail comes."""

    per_week = forms.IntegerField(
        label=_("How many people may be due in one week"),
        min_value=LEAST,
        max_value=MOST,
        error_messages={
            "min_value": _("At least one a week. To be left in peace, let people rest."),
            "max_value": _("At most 14 a week: two each day."),
            "invalid": _("A whole number of people."),
        },
        help_text=_("Two is a good number. Whoever has no room waits for a week that has."),
    )
    digest = forms.ChoiceField(
        label=_("A mail once a week"),
        required=False,
        choices=[(NEVER, _("none")), *((str(day), name) for day, name in WEEKDAYS.items())],
        help_text=_(
            "It goes to your own address, names nobody and only says that somebody is due. None if nobody is."
        ),
    )
    seen = seen()

    def facts(self) -> dict[str, Any]:
        """The fields of `contents.Settings` that the form fills."""
        day = self.cleaned_data["digest"]
        return {"per_week": self.cleaned_data["per_week"], "digest": None if day == NEVER else int(day)}


def first_values(settings: Settings) -> dict[str, Any]:
    """What the form shows."""
    return {"per_week": settings.per_week, "digest": NEVER if settings.digest is None else str(settings.digest)}
