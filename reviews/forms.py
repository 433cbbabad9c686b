"""Forms of reviews by two; they clean into the values that the verbs take."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessments.forms import LONG, offer
from assessments.models import Agreement
from ladders.chart import Chart, Stage
from ladders.questions import Form, questions
from ladders.rungs import level_titles

NONE, BOTH, HERE = "none", "both", "here"
FARTHEST = date(2100, 1, 1)


def day_ahead(day: date | None) -> date | None:
    """Raises ValidationError for a day that is over, or too far away to mean anything."""
    if day and day < timezone.localdate():
        raise ValidationError(_("This day is over."))
    if day and day >= FARTHEST:
        raise ValidationError(_("This day is too far away."))
    return day


class AppraisalForm(forms.Form):
    """What is rated, how much of it, and by when. `stage` is where the person works."""

    target = forms.ChoiceField(
        label=_("What it looks at"),
        widget=forms.RadioSelect,
        help_text=_("What somebody aims for themselves is theirs to tell, so it is not offered here."),
    )
    form = forms.ChoiceField(
        label=_("How much of it"),
        widget=forms.RadioSelect,
        choices=[
            (Form.FULL.value, _("All skills that the stages expect")),
            (Form.QUICK.value, _("Only those that change on the way to the next stage")),
        ],
        initial=Form.FULL.value,
    )
    due_on = forms.DateField(
        label=_("Both submit by"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Nothing closes on that day; it says what you agreed."),
    )

    def __init__(self, *args: Any, chart: Chart, stage: Stage, **options: Any) -> None:
        super().__init__(*args, **options)
        self.chart, self.stage = chart, stage
        ahead = [chart.stage[slug] for slug in stage.next if slug in chart.stage]
        here = (HERE, _("Where they are: %(stage)s") % {"stage": stage.title})
        on = [(one.pid, _("%(stage)s and the way to %(next)s") % self.names(one)) for one in ahead]
        offer(self, "target", [here, *on])
        self.initial.setdefault("target", on[0][0] if len(on) == 1 else HERE)

    def names(self, ahead: Stage) -> dict[str, str]:
        return {"stage": self.stage.title, "next": ahead.title}

    def clean_due_on(self) -> date | None:
        return day_ahead(self.cleaned_data["due_on"])

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("form") == Form.QUICK.value and data.get("target") == HERE:
            self.add_error("form", _("Without a next stage nothing changes: choose all skills, or a stage above."))
        return data

    def target_slug(self) -> str:
        """The stage that was chosen beside theirs (its id in the file); "" if none was."""
        pid = self.cleaned_data["target"]
        return "" if pid == HERE else self.chart.stage_by_pid[pid].slug

    def asked(self) -> str:
        """How many skills the full list has, for the page."""
        count = len(questions(self.chart, self.stage.slug, None, Form.FULL))
        return ngettext("%(n)d skill", "%(n)d skills", count) % {"n": count}


class AgreementForm(forms.Form):
    """How one skill is settled: a level, that it cannot be said, or that both answers are kept."""

    level = forms.ChoiceField(label=_("We agree on"))
    words = forms.CharField(label=_("In words"), required=False, max_length=LONG, widget=forms.Textarea({"rows": 2}))
    sign = forms.CharField(
        label=_("What would show the next level"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 2}),
    )
    owner = forms.ChoiceField(label=_("Who brings it about"), required=False)
    due_on = forms.DateField(
        label=_("By"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, chart: Chart, goal: str, names: tuple[str, str], row: Agreement | None, **options: Any
    ) -> None:
        super().__init__(*args, **{**options, "initial": shown(row)})
        titles = level_titles(chart, goal)
        levels = sorted({0, *titles})
        named = [(str(level), level_name(chart, titles, level)) for level in levels]
        special = [(NONE, _("It cannot be said now")), (BOTH, _("We see this differently: keep both"))]
        offer(self, "level", [("", _("choose")), *named, *special])
        person, assessor = names
        offer(self, "owner", [("", _("nobody yet")), ("person", person), ("assessor", assessor)])
        self.before = row.due_on if row else None

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        # A day that was agreed before may be over by now; it does not stand in the way of a word.
        return day if day == self.before else day_ahead(day)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if (data.get("owner") or data.get("due_on")) and not data.get("sign") and "sign" not in self.errors:
            self.add_error("sign", _("Say what would show it, so that there is something to bring about."))
        return data

    def said(self) -> dict[str, Any]:
        """The keyword arguments of `Agreement.settle`."""
        data = self.cleaned_data
        chosen = data["level"]
        number = None if chosen in (NONE, BOTH) else int(chosen)
        rest = {name: data[name] for name in ("words", "sign", "owner", "due_on", "seen")}
        return {"level": number, "disagree": chosen == BOTH, **rest}


def shown(row: Agreement | None) -> dict[str, Any]:
    """A settled skill as the form shows it."""
    if row is None:
        return {"seen": 0}
    level = BOTH if row.disagree else NONE if row.level is None else str(row.level)
    kept = {name: getattr(row, name) for name in ("words", "sign", "owner", "due_on")}
    return {"level": level, "seen": row.revision, **kept}


def level_name(chart: Chart, titles: dict[int, str], level: int) -> str:
    """ "3 Owning", or the name of a stage on a text ladder."""
    name = titles.get(level, "") or str(_("Not yet"))
    return name if chart.is_text else f"{level} {name}"


class ReopeningForm(forms.Form):
    """Why a review is to be opened again."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=LONG,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What changed, or what was not known. The other one and the people team read it."),
    )
