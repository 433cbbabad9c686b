"""Forms about feedback at any time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.forms import FIRST_DAY, LONG, offer
from assessments.sharing_forms import ColleagueForm
from ladders.chart import Chart

LINE = 200  # characters

Choices = list[tuple[str, Any]]


def skills_in(charts: Iterable[Chart]) -> Choices:
    """The skills to choose from, by ladder where there are several; first that it is about none of them."""
    known = list(charts)
    groups: Choices = [(chart.title, [(skill.pid, skill.title) for skill in chart.skills]) for chart in known]
    if len(known) == 1:
        groups = groups[0][1]
    return [("", _("No skill in particular")), *groups]


class SkillForm(forms.Form):
    """One skill of the ladders that the viewer reads, or none."""

    skill = forms.ChoiceField(label=_("About which skill"), required=False)

    def __init__(self, *args: Any, charts: list[Chart], **options: Any) -> None:
        super().__init__(*args, **options)
        self.pks = {skill.pid: skill.pk for chart in charts for skill in chart.skills}
        offer(self, "skill", skills_in(charts))

    def skill_pk(self) -> int | None:
        return self.pks.get(self.cleaned_data["skill"])


class WordsForm(forms.Form):
    """What somebody says about a colleague's work."""

    words = forms.CharField(
        label=_("Your feedback"),
        max_length=LONG,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("What you saw, what it led to, and what you would like to see more of."),
    )
    happened_on = forms.DateField(
        label=_("When it was"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The day you have in mind, if there is one."),
    )

    def clean_happened_on(self) -> date | None:
        day: date | None = self.cleaned_data["happened_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        if day and day < FIRST_DAY:
            raise ValidationError(_("This day is too long ago."))
        return day

    def facts(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"], "happened_on": self.cleaned_data["happened_on"]}


class FeedbackNewForm(WordsForm, SkillForm, ColleagueForm):
    """Feedback for a colleague."""

    field_order = ("who", "pick", "skill", "words", "happened_on")


class FeedbackReplyForm(WordsForm):
    """The answer to a colleague who asked; they chose the skill."""


class FeedbackAskForm(SkillForm, ColleagueForm):
    """Asks a colleague for feedback, with one short question."""

    question = forms.CharField(
        label=_("Your question"),
        max_length=LINE,
        help_text=_("One question that a few sentences answer: “How did the pricing talk come across?”"),
    )
    field_order = ("who", "pick", "skill", "question")


class FeedbackThankForm(forms.Form):
    """One line back."""

    thanks = forms.CharField(label=_("Your thanks"), max_length=LINE, help_text=_("One line. It can be said once."))
