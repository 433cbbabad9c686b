"""Whose eyes to look with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drafts.previewing import Somebody
from ladders.chart import Chart, Stage
from ladders.forms import StageField, stage_field


class PreviewForm(forms.Form):
    """A stage and an aim; without them `first` and the one it leads on to."""

    stage = StageField(label=_("Works as"), required=False)
    aim = StageField(label=_("Aims for"), required=False)

    def __init__(self, data: Any, *, chart: Chart, first: Stage, **options: Any) -> None:
        self.first = first
        onward = chart.stage[first.next[0]].pid if first.next else ""
        super().__init__(data or {"stage": first.pid, "aim": onward}, **options)
        stage_field(self, "stage").offer(chart)
        stage_field(self, "aim").offer(chart, empty=_("No aim"))

    def somebody(self) -> Somebody:
        """The person chosen; what cannot be chosen is left out."""
        self.is_valid()
        stage = self.cleaned_data.get("stage") or self.first
        aim = self.cleaned_data.get("aim")
        return Somebody(stage, aim if aim is not stage else None)
