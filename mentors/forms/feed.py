"""The form of the calendar."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentors.feeding import CATEGORIES

SAVE, ISSUE, REVOKE = "save", "issue", "revoke"


class FeedEditForm(forms.Form):
    """What the calendar shows. `act` is the button: keep that, make a new address too, or take it back."""

    feed = forms.MultipleChoiceField(
        label=gettext_lazy("What it shows"),
        required=False,
        choices=[(category.value, words) for category, words in CATEGORIES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    feed_names = forms.BooleanField(
        label=gettext_lazy("With names and words"),
        required=False,
        help_text=gettext_lazy("Without, a day says “Career check-in”, “Career follow-up” or “Career review”."),
    )
    act = forms.ChoiceField(
        choices=[(word, word) for word in (SAVE, ISSUE, REVOKE)], widget=forms.HiddenInput, required=False
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("act") == ISSUE and not self.cleaned_data.get("feed") and not self.errors:
            self.add_error("feed", ValidationError(_("Choose what the calendar shows.")))
        return self.cleaned_data

    def categories(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["feed"])

    def names(self) -> bool:
        return bool(self.cleaned_data["feed_names"])

    def issues(self) -> bool:
        return bool(self.cleaned_data["act"] == ISSUE)

    def revokes(self) -> bool:
        return bool(self.cleaned_data["act"] == REVOKE)

    def done(self) -> str:
        if self.revokes():
            return _("The address does not work any more.")
        return _("Saved.")
