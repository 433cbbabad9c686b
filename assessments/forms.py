"""One form for each act; they clean into the values that the verbs take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessments.models import Assessment, Evidence, Rating
from assessments.sheet import Raised, Sheet
from ladders.chart import Chart, Stage
from ladders.compare import MOST
from ladders.questions import Form, Question, level_from_ticks, questions
from ladders.reading import Place
from safeguards.once import new_token

LONG = 20_000  # characters; several pages, and far below what one request may carry
NONE, SAME = "none", "same"
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


class RatingForm(forms.Form):
    """One answer: a level, ticked statements, "I cannot say", or "same as last time"."""

    level = forms.ChoiceField(required=False)
    ticked = forms.MultipleChoiceField(required=False)
    energy = forms.ChoiceField(required=False, choices=[("", ""), *Rating.Energy.choices])
    same = forms.BooleanField(required=False)
    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    writer = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, sheet: Sheet, question: Question, rating: Rating | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if not self.is_bound:
            self.initial = {"seen": rating.revision if rating else 0, "writer": new_token(), **shown(rating)}
        self.sheet, self.question = sheet, question
        self.ticking = sheet.chart.assess == "statements"
        special = [(NONE, _("I cannot say")), (SAME, _("Same as last time"))]
        options = question.options[:1] if self.ticking else question.options
        levels = [(str(option.level), option.name) for option in options]
        offer(self, "level", [*levels, *special])
        keys = [(statement.key, "") for option in question.options for statement in option.statements]
        offer(self, "ticked", keys)

    def value(self, name: str) -> Any:
        """What to show in a field: what was sent, or the answer so far."""
        return self[name].value()

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("same"):
            data["level"] = SAME
        elif data.get("ticked") and data.get("level") in (SAME, "0"):
            data["level"] = ""  # ticked after "same as last time" or "none of these" was saved: the newer word
        if data.get("level") == SAME and self.question.skill.pk not in self.sheet.last_time:
            self.add_error("level", _("There is no answer from last time. Choose what you do today."))
        elif not data.get("level") and not data.get("ticked") and not {"level", "ticked"} & self.errors.keys():
            self.add_error("level", _("Choose what you do today, or “I cannot say”."))
        return data

    def answer(self) -> dict[str, Any]:
        """The keyword arguments of `Rating.answer`."""
        data = self.cleaned_data
        said, ticked = data["level"], data["ticked"]
        same = said == SAME
        if same:
            level = self.sheet.level_last_time(self.question.skill)
        elif said == NONE:
            level = None
        else:
            level = level_from_ticks(self.question, ticked) if ticked else int(said)
        return {
            "seen": data["seen"],
            "writer": data["writer"],
            "level": level,
            "same": same,
            "ticked": [] if same or said == NONE else ticked,
            "energy": data["energy"],
        }


def shown(rating: Rating | None) -> dict[str, Any]:
    """A saved answer as the form shows it; "same as last time" does not give the old level away."""
    if rating is None:
        return {}
    level = SAME if rating.same else NONE if rating.level is None else str(rating.level)
    return {"level": level, "ticked": rating.ticked, "energy": rating.energy}


class SituationsForm(forms.Form):
    """One situation for each raised skill, or the plain word that there is none yet."""

    writer = forms.CharField(max_length=32, widget=forms.HiddenInput, initial=new_token)

    def __init__(self, *args: Any, raised: list[Raised], **options: Any) -> None:
        super().__init__(*args, **options)
        self.raised = raised
        for item in raised:
            pid, answer = item.question.skill.pid, item.answer
            self.fields[f"situation-{pid}"] = forms.CharField(
                label=item.question.skill.title,
                required=False,
                max_length=LONG,
                initial=answer.situation,
                widget=forms.Textarea({"rows": 3}),
                help_text=_("What happened, what you did, what came of it."),
            )
            self.fields[f"none-{pid}"] = forms.BooleanField(
                label=_("I have no situation to name yet"), required=False, initial=answer.no_situation
            )
            self.fields[f"seen-{pid}"] = forms.IntegerField(
                min_value=0, max_value=2_000_000_000, initial=answer.revision, widget=forms.HiddenInput
            )

    def clean(self) -> dict[str, Any]:
        for item in self.raised:
            pid = item.question.skill.pid
            if not self.cleaned_data.get(f"situation-{pid}") and not self.cleaned_data.get(f"none-{pid}"):
                self.add_error(f"situation-{pid}", _("Write one sentence, or tick that you have none yet."))
        return self.cleaned_data

    def save(self, assessment: Assessment) -> None:
        """All of them or none. Raises Stale or Submitted, like `Rating.tell`."""
        with transaction.atomic():
            for item in self.raised:
                pid = item.question.skill.pid
                Rating.tell(
                    assessment,
                    item.question.skill.pk,
                    situation=self.cleaned_data[f"situation-{pid}"],
                    none=self.cleaned_data[f"none-{pid}"],
                    seen=self.cleaned_data[f"seen-{pid}"],
                    writer=self.cleaned_data["writer"],
                )


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
