"""One form for each act; they clean into the values that the verbs take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessments.models import Evidence
from ladders.chart import Chart, Stage
from ladders.compare import MOST
from ladders.questions import Form, questions
from ladders.reading import Place

LONG = 20_000  # characters; several pages, and far below what one request may carry
FIRST_DAY = date(1970, 1, 1)


def offer(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Sets the choices of a field that depend on the ladder."""
    cast("forms.ChoiceField", form.fields[name]).choices = choices


class AssessmentStartForm(forms.Form):
    """Quick or full; full where there is no aim to compare with."""

    form = forms.ChoiceField(label=_("How much do you want to answer?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, place: Place | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.place = place
        offer(self, "form", self.forms_offered())

    def forms_offered(self) -> list[tuple[str, str]]:
        """The forms with the number of skills each asks about."""
        if self.place is None or self.place.stage is None:
            return []
        stage, aim = self.place.stage.slug, self.place.aim.slug if self.place.aim else None
        counts = {form: len(questions(self.place.chart, stage, aim, form)) for form in Form}
        full = ngettext("All of it: %(n)d skill", "All of it: %(n)d skills", counts[Form.FULL]) % {
            "n": counts[Form.FULL]
        }
        quick = ngettext(
            "Only what changes on the way to your aim: %(n)d skill",
            "Only what changes on the way to your aim: %(n)d skills",
            counts[Form.QUICK],
        ) % {"n": counts[Form.QUICK]}
        return [(Form.FULL.value, full), (Form.QUICK.value, quick)] if aim else [(Form.FULL.value, full)]

    def clean(self) -> dict[str, Any]:
        if self.place is None or self.place.stage is None:
            raise ValidationError(_("Say where you are on the ladder first."))
        return self.cleaned_data


class WayStartForm(forms.Form):
    """The stage to start at, for somebody who has no place yet; nothing to fill in for others (`stages` is empty)."""

    at = forms.ChoiceField(label=_("Which stage do you start at?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, stages: Sequence[Stage], **options: Any) -> None:
        super().__init__(*args, **options)
        self.stages = {stage.pid: stage for stage in stages}
        if stages:
            offer(self, "at", [(stage.pid, stage.title) for stage in stages])
        else:
            del self.fields["at"]

    def stage(self) -> Stage | None:
        """The stage that was chosen, if one was asked for."""
        return self.stages[self.cleaned_data["at"]] if self.stages else None


class EvidenceForm(forms.Form):
    """Something that happened and what it shows."""

    title = forms.CharField(
        label=_("What happened"),
        max_length=200,
        help_text=_("One line you will recognise in a year."),
    )
    happened_on = forms.DateField(
        label=_("When"),
        initial=timezone.localdate,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The day it happened, not the day you write it down."),
    )
    text = forms.CharField(
        label=_("In more words"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("What was at stake, what you did, what came of it."),
    )
    link = forms.URLField(
        label=_("Link"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Where it can be seen."),
    )
    skills = forms.MultipleChoiceField(
        label=_("Which skills it shows"), required=False, widget=forms.CheckboxSelectMultiple
    )
    strength = forms.ChoiceField(
        label=_("How strong it is"),
        choices=Evidence.Strength.choices,
        widget=forms.RadioSelect,
    )
    seen = forms.IntegerField(required=False, min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, chart: Chart | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.skill_pks = {skill.pid: skill.pk for skill in chart.skills} if chart else {}
        offer(self, "skills", [(skill.pid, skill.title) for skill in chart.skills] if chart else [])

    def clean_happened_on(self) -> date:
        day: date = self.cleaned_data["happened_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day is still to come."))
        if day < FIRST_DAY:
            raise ValidationError(_("This day is too long ago to count."))
        return day

    def facts(self) -> dict[str, Any]:
        """The columns of `Evidence` that the form fills."""
        return {name: self.cleaned_data[name] for name in ("title", "happened_on", "text", "link", "strength")}

    def chosen(self) -> set[int]:
        """The skills ticked, by primary key."""
        return {self.skill_pks[pid] for pid in self.cleaned_data["skills"]}


class GapCompareForm(forms.Form):
    """One to three stages to look at side by side; the aim and its neighbours to begin with."""

    to = forms.MultipleChoiceField(label=_("Stages to compare"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, place: Place, **options: Any) -> None:
        super().__init__(*args, **{**options, "initial": {"to": [stage.pid for stage in at_first(place)]}})
        self.place = place
        offer(self, "to", [(stage.pid, stage.title) for stage in place.chart.stages])

    def clean_to(self) -> list[str]:
        pids: list[str] = self.cleaned_data["to"]
        if len(pids) > MOST:
            raise ValidationError(_("Choose up to three stages."))
        return pids

    def chosen(self) -> list[Stage]:
        """The stages to show, in the ladder's order; none if the form has errors."""
        if not self.is_bound:
            return at_first(self.place)
        pids = self.cleaned_data["to"] if self.is_valid() else []
        return [stage for stage in self.place.chart.stages if stage.pid in pids]


def at_first(place: Place) -> list[Stage]:
    """What is worth comparing before anything is chosen: the branches of the next fork, else the aim."""
    chart = place.chart
    ahead = [stage for stage in (place.stage, place.aim) if stage]
    for stage in [*ahead, *chart.stages]:
        if len(stage.next) > 1:
            return [chart.stage[slug] for slug in stage.next[:MOST]]
    return ahead[-1:] or list(chart.stages[:1])
