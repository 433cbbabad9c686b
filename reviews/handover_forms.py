"""Forms about open reviews: handing one over, calling one off, and what becomes of a part that was kept."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.models import Appraisal
from people.models import Person
from reviews.handing import check
from reviews.models import KeptPart
from reviews.round_forms import person_at

WHY = 200  # characters; it is told to everybody concerned


class HandoverNewForm(forms.Form):
    """Who rates from now on, and why. `seen` is who rated when the form was opened."""

    to = forms.CharField(label=_("Who rates from now on? Their name or work address"), max_length=254)
    reason = forms.CharField(
        label=_("Why?"), max_length=WHY, help_text=_("The person and the people team can read this.")
    )
    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, review: Appraisal, by: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.review, self.by = review, by
        self.initial["seen"] = review.assessor.pid if review.assessor else ""

    def clean_to(self) -> Person:
        found = person_at(self.cleaned_data["to"])
        if self.data.get("seen") == self.initial["seen"]:  # else somebody else handed it over: that comes first
            check(self.review, found, self.by)
        return found


class AppraisalEndForm(forms.Form):
    """Why a review is called off."""

    reason = forms.CharField(label=_("Why?"), max_length=WHY, help_text=_("Both of them read this."))


class KeptPartForm(forms.Form):
    """What becomes of a part that was kept."""

    choice = forms.ChoiceField(label=_("What becomes of it?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, kept: KeptPart, **options: Any) -> None:
        super().__init__(*args, **options)
        name = kept.appraisal.person.name
        give = ("given", _("Give it to %(name)s: as what you said at that time, for them alone") % {"name": name})
        own = ("check_in", _("Keep it as a check-in of your own, which nobody else sees"))
        first = own if kept.is_own else give
        cast("forms.ChoiceField", self.fields["choice"]).choices = [
            first,
            ("discarded", _("Discard it. Nobody has read it.")),
        ]
