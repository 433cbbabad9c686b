"""Forms about one's place on a ladder and about the step between two stages."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ladders.chart import Chart, Stage
from ladders.reading import Place

FIRST_DAY = date(1950, 1, 1)


class StageField(forms.TypedChoiceField):
    """A choice among the stages of one chart, by public id; cleans into the stage, or None where none is chosen."""

    def offer(self, chart: Chart, *, empty: object = "") -> None:
        """Sets the choices, grouped by line where the ladder has several; `empty` names the choice of none."""
        first: list[tuple[str, Any]] = [("", empty)] if empty else []
        groups = [
            (track.title, [(stage.pid, stage.title) for stage in chart.stages if stage.track == track.slug])
            for track in chart.tracks
        ]
        loose = [(stage.pid, stage.title) for stage in chart.stages if not stage.track]
        self.choices = [*first, *loose, *(group for group in groups if group[1])]
        self.coerce, self.empty_value = chart.stage_by_pid.__getitem__, None


def stage_field(form: forms.Form, name: str) -> StageField:
    """A field of the form that chooses a stage."""
    return cast("StageField", form.fields[name])


class PlaceEditForm(forms.Form):
    """Where you are, since when, and where you want to go."""

    stage = StageField(label=_("I work as"))
    since = forms.DateField(
        label=_("Since"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("About when. Leave it empty if it is today, or if nothing changes."),
    )
    aim = StageField(
        label=_("I aim for"),
        required=False,
        help_text=_("Any stage, also on another line. You can change it any day."),
    )
    seen = forms.IntegerField(required=False, min_value=1, max_value=2_000_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, chart: Chart, place: Place | None, **options: Any) -> None:
        options["initial"] = ({} if place is None else first_shown(chart, place)) | options.get("initial", {})
        super().__init__(*args, **options)
        stage_field(self, "stage").offer(chart, empty=_("Choose your stage"))
        stage_field(self, "aim").offer(chart, empty=_("I do not know yet"))

    def clean_since(self) -> date | None:
        day: date | None = self.cleaned_data["since"]
        if day and not FIRST_DAY <= day <= timezone.localdate():
            raise ValidationError(_("Choose a day up to today."))
        return day

    def clean(self) -> dict[str, Any]:
        stage, aim = self.cleaned_data.get("stage"), self.cleaned_data.get("aim")
        if stage and stage == aim:
            self.add_error("aim", _("You work at this stage already. Choose another one, or none yet."))
        return self.cleaned_data


def first_shown(chart: Chart, place: Place) -> dict[str, Any]:
    """What the form shows before anything is changed."""
    known: dict[str, Stage | None] = {"stage": place.stage, "aim": place.aim} if place.chart is chart else {}
    return {"seen": place.path.revision, **{name: stage.pid for name, stage in known.items() if stage}}


class StepChooseForm(forms.Form):
    """Two stages of a ladder."""

    start = StageField(label=_("From"))
    goal = StageField(label=_("To"))

    def __init__(self, *args: Any, chart: Chart, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("start", "goal"):
            stage_field(self, name).offer(chart)

    def clean(self) -> dict[str, Any]:
        if "start" in self.cleaned_data and self.cleaned_data["start"] == self.cleaned_data.get("goal"):
            self.add_error("goal", _("Choose two different stages."))
        return self.cleaned_data
