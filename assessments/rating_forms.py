"""The forms of a check-in and of one's part in a review: one answer, and the situations for raised levels."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from assessments.forms import LONG, offer
from assessments.models import Assessment, Rating
from assessments.sheet import Raised, Sheet
from assessments.voice import voice_of
from ladders.questions import Question, level_from_ticks
from safeguards.once import new_token

NONE, SAME = "none", "same"


class RatingForm(forms.Form):
    """One answer: a level, ticked statements, "I cannot say", or "same as last time".

    In a review there is no "last time"; instead there is room for what shows the level. What the work does to
    somebody only they themselves can say.
    """

    level = forms.ChoiceField(required=False)
    ticked = forms.MultipleChoiceField(required=False)
    energy = forms.ChoiceField(required=False, choices=[("", ""), *Rating.Energy.choices])
    same = forms.BooleanField(required=False)
    situation = forms.CharField(required=False, max_length=LONG, widget=forms.Textarea({"rows": 4}))
    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    writer = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, sheet: Sheet, question: Question, rating: Rating | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if not self.is_bound:
            self.initial = {"seen": rating.revision if rating else 0, "writer": new_token(), **shown(rating)}
        self.sheet, self.question, self.voice = sheet, question, voice_of(sheet.assessment)
        if sheet.in_review:
            del self.fields["same"]
            self.fields["situation"].label = self.voice.shows
        else:
            del self.fields["situation"]
        if self.voice.of_other:
            del self.fields["energy"]
        self.ticking = sheet.chart.assess == "statements"
        special = [(NONE, _("I cannot say"))]
        if not sheet.in_review:
            special.append((SAME, _("Same as last time")))
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
            self.add_error("level", self.voice.choose)
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
            "energy": data.get("energy", ""),
            "situation": data.get("situation"),
        }


def shown(rating: Rating | None) -> dict[str, Any]:
    """A saved answer as the form shows it; "same as last time" does not give the old level away."""
    if rating is None:
        return {}
    level = SAME if rating.same else NONE if rating.level is None else str(rating.level)
    return {"level": level, "ticked": rating.ticked, "energy": rating.energy, "situation": rating.situation}


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
