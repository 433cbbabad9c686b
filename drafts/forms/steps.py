"""How the job changes between two stages: what to stop, start and keep doing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.forms.picks import offer, stage_choices, under_headings
from drafts.forms.sheet import PieceForm
from drafts.forms.words import lines, speak
from drafts.models import Draft
from drafts.pieces import Kind
from ladders.exchange.schema import LIMITS

LISTS = ("stop", "start", "keep")
ONE_A_LINE = gettext_lazy("One thing a line.")


def says_something(given: dict[str, Any]) -> None:
    """Raises ValidationError for a step without a word: the ladder file has no such thing."""
    if not any(given.get(name) for name in LISTS):
        raise ValidationError(
            _("Say at least one thing to stop, start or keep. A step that is not needed is retired.")
        )


class StepEditForm(PieceForm):
    """The words of a step."""

    stop = lines(gettext_lazy("Stop"), ONE_A_LINE)
    start = lines(gettext_lazy("Start"), ONE_A_LINE)
    keep = lines(gettext_lazy("Keep"), ONE_A_LINE)

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            says_something(self.cleaned_data)
        return self.cleaned_data


class StepNewForm(forms.Form):
    """Two stages, and the words of the step between them."""

    start_stage = forms.ChoiceField(label=gettext_lazy("From"))
    goal_stage = forms.ChoiceField(label=gettext_lazy("To"))
    stop = lines(gettext_lazy("Stop"), ONE_A_LINE)
    start = lines(gettext_lazy("Start"), ONE_A_LINE)
    keep = lines(gettext_lazy("Keep"), ONE_A_LINE)

    def __init__(self, *args: Any, draft: Draft, desk: Desk, **options: Any) -> None:
        super().__init__(*args, **options)
        self.draft, self.desk = draft, desk
        for name in ("start_stage", "goal_stage"):
            offer(self, name, under_headings(stage_choices(desk), none=_("Choose a stage")))
        speak(self, desk)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        start, goal = given.get("start_stage"), given.get("goal_stage")
        known = {piece.key for piece in self.desk.rows(Kind.STEP)}
        if start and start == goal:
            self.add_error("goal_stage", _("Choose two different stages."))
        elif f"{start} {goal}" in known:
            self.add_error("goal_stage", _("This step is there already."))
        if len(known) >= LIMITS["x-steps"]:
            self.add_error(None, _("A ladder has at most %(most)d steps.") % {"most": LIMITS["x-steps"]})
        if not self.errors:
            says_something(given)
        return given

    def lists(self) -> dict[str, Any]:
        """The words, as the file keeps them."""
        return {name: self.cleaned_data[name] for name in LISTS}
