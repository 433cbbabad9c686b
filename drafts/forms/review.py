"""Forms for a look at a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.models import Review

LONG = 4_000


class ReviewAskForm(forms.Form):
    """What to look at."""

    note = forms.CharField(
        label=gettext_lazy("What should they look at?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea,
        help_text=gettext_lazy("They see every change anyway. Name what you are unsure about."),
    )


class ReviewAnswerForm(forms.Form):
    """The answer; `seen` is the revision of the draft that was read. Cleans into the arguments of `Review.reply`."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"), choices=Review.Answer.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=gettext_lazy("In more words"), required=False, max_length=LONG, widget=forms.Textarea
    )
    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("answer") == Review.Answer.CHANGE and not (said.get("words") or "").strip():
            self.add_error("words", _("Say what should change."))
        return said
