"""Forms for proposing a change and for answering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drafts.fields import LONGEST, TITLE
from drafts.proposing import Spot
from drafts.values import tidy

LONG = 4_000


class ProposalNewForm(forms.Form):
    """Which text, what it should say, and why."""

    path = forms.ChoiceField(label=_("What is it about?"), required=False)
    words = forms.CharField(
        label=_("What should it say?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text=_("Leave it empty if you have no words for it yet. Of a list, write one item a line."),
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=LONG,
        widget=forms.Textarea,
        help_text=_("What happened that the present text does not cover?"),
    )

    def __init__(self, *args: Any, spots: Sequence[Spot], **options: Any) -> None:
        super().__init__(*args, **options)
        self.spots = {spot.path: spot for spot in spots}
        choices = [(spot.path, spot.name) for spot in spots]
        cast("forms.ChoiceField", self.fields["path"]).choices = choices

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        words, path = tidy(found.get("words")) or "", found.get("path", "")
        if words and not path:
            self.add_error("path", ValidationError(_("Choose the text that should say this.")))
        elif words and words == self.spots[path].text:
            self.add_error("words", ValidationError(_("This is what it says already.")))
        elif path == "title" and (len(words) > TITLE or "\n" in words):
            self.add_error("words", ValidationError(_("A title is one line of at most 300 characters.")))
        found["words"] = words
        return found

    def proposal(self) -> dict[str, str]:
        """What the proposal says, as its model has it."""
        said = self.cleaned_data
        spot = self.spots[said["path"]]
        return {"path": spot.path, "before": spot.text, "words": said["words"], "reason": said["reason"].strip()}


class ProposalAnswerForm(forms.Form):
    """What the keepers say to the person who proposed it."""

    words = forms.CharField(
        label=_("Your answer"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
        help_text=_("The person who proposed it reads this, with your name."),
    )
    accept = forms.BooleanField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("accept") and not (self.cleaned_data.get("words") or "").strip():
            self.add_error("words", ValidationError(_("Say why not, in a sentence.")))
        return self.cleaned_data
