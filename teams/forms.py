"""One form for each act between the two; they clean into the values that the verbs take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ladders.chart import Chart
from teams.models import Promise, Seat, Talk

LINE = 300  # characters: one line, and a long one
REASON = 2_000
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2200, 1, 1)
MOST = 2_000_000_000


def day_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def set_choices(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    cast("forms.ChoiceField", form.fields[name]).choices = choices


class TalkNewForm(forms.Form):
    day = forms.DateField(label=_("When you talked"), initial=timezone.localdate, widget=day_input())
    kind = forms.ChoiceField(label=_("What kind of talk"), choices=Talk.Kind.choices, widget=forms.RadioSelect)
    about = forms.CharField(
        label=_("What it was about, in one line"),
        max_length=LINE,
        help_text=_("What was said stays between you two; this line is to find it again."),
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        if day < FIRST_DAY:
            raise ValidationError(_("This day is too long ago to count."))
        return day


class PromiseNewForm(forms.Form):
    """`promisers` are the two names, in the words of whoever looks: the manager's first."""

    words = forms.CharField(
        label=_("What is promised"),
        max_length=LINE,
        help_text=_("Something the other one can see happen, such as “introduce you to finance”."),
    )
    side = forms.ChoiceField(label=_("Whose it is"), widget=forms.RadioSelect)
    due_on = forms.DateField(label=_("By when"), required=False, widget=day_input())
    skill = forms.ChoiceField(label=_("Which skill it helps with"), required=False)

    def __init__(self, *args: Any, promisers: tuple[str, str], chart: Chart | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pks = {skill.pid: skill.pk for skill in chart.skills} if chart else {}
        set_choices(self, "side", list(zip((Promise.Side.MANAGER, Promise.Side.PERSON), promisers, strict=True)))
        skills = [(skill.pid, skill.title) for skill in chart.skills] if chart else []
        set_choices(self, "skill", [("", _("none in particular")), *skills])

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day is over."))
        if day and day > LAST_DAY:
            raise ValidationError(_("This day is too far away."))
        return day

    def said(self) -> dict[str, Any]:
        """What `Promise.make` takes."""
        words = {name: self.cleaned_data[name] for name in ("words", "side", "due_on")}
        return words | {"skill": self.pks.get(self.cleaned_data["skill"])}


class PromiseDropForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is not to be kept any more"),
        max_length=REASON,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("You both read this."),
    )


class ChallengeEditForm(forms.Form):
    """`seen` is the revision that the form showed, 0 for a quarter that has none yet."""

    words = forms.CharField(
        label=_("The next bigger challenge"),
        max_length=LINE,
        help_text=_("Something a size larger than today’s work, such as “lead the platform merge”."),
    )
    seen = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)


class SeatEditForm(forms.Form):
    role = forms.ChoiceField(label=_("Is there a role?"), choices=Seat.Role.choices, widget=forms.RadioSelect)
    work = forms.CharField(
        label=_("Work of that scope"),
        required=False,
        max_length=LINE,
        help_text=_("Which work is there, or will be."),
    )
    decides = forms.CharField(label=_("Who decides"), required=False, max_length=LINE)
    decided = forms.CharField(label=_("When it is decided"), required=False, max_length=LINE)
    seen = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)

    def said(self) -> dict[str, str]:
        """What `Seat.say` takes."""
        return {name: self.cleaned_data[name] for name in ("role", "work", "decides", "decided")}


class CoachOfferEditForm(forms.Form):
    skills = forms.MultipleChoiceField(
        label=_("I am glad to help others with these skills"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, chart: Chart, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pks = {skill.pid: skill.pk for skill in chart.skills if skill.slug in chart.asked}
        asked = [skill for skill in chart.skills if skill.slug in chart.asked]
        set_choices(self, "skills", [(skill.pid, skill.title) for skill in asked])

    def chosen(self) -> set[int]:
        """The skills ticked, by primary key."""
        return {self.pks[pid] for pid in self.cleaned_data["skills"]}
