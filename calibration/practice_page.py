"""A practice case on the reader's own ladder: what is asked, and how their answers lie beside the panel's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from calibration.models import PracticeAnswer
from calibration.practising import Answer, Case, apart, cases, fitting
from calibration.scale import places
from calibration.wording import Words
from ladders.chart import Chart, Skill
from ladders.models import Ladder, Path
from ladders.translations import read_chart
from people.models import Person


def chart_for(viewer: Person) -> Chart | None:
    """The ladder to practise on: one's own if a case fits it, else any in force that does; None if none does."""
    own = Path.own(viewer, timezone.localdate())
    first = [own.version_id] if own and own.version_id else []
    ladders = Ladder.objects.visible_to(viewer).filter(retirement=None).order_by("pk")
    rest = [ladder.current_id for ladder in ladders]
    for version in dict.fromkeys([*first, *rest]):
        chart = read_chart(version)
        if any(fitting(case, chart) for case in cases()):
            return chart
    return None


class PracticeForm(forms.Form):
    """One level for each skill of a case."""

    def __init__(self, *args: Any, asked: tuple[Answer, ...], words: Words, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(level), words.level(level)) for level in words.levels]
        for answer in asked:
            skill = words.chart.skill[answer.skill]
            self.fields[answer.skill] = forms.ChoiceField(
                label=skill.title,
                choices=choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose a level.")},
            )

    def levels(self) -> dict[str, int]:
        """Skill id → level; once it is valid."""
        return {name: int(value) for name, value in self.cleaned_data.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """One skill of a case with its field, and what can be chosen: value, name and the ladder's words."""

    skill: Skill
    field: forms.BoundField
    options: tuple[tuple[str, str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One's own answer beside the panel's, in words."""

    skill: Skill
    mine: str
    panel: str
    steps: int
    words: str
    why: str


def asked(form: PracticeForm, words: Words) -> list[Asked]:
    return [question(form[name], words.chart.skill[name], words) for name in form.fields]


def question(field: forms.BoundField, skill: Skill, words: Words) -> Asked:
    texts = {level: descriptor.plain for level, descriptor in skill.levels.items()}
    general = {level.number: level.text for level in words.chart.scale}
    options = tuple(
        (str(level), words.level(level), texts.get(level) or general.get(level, "")) for level in words.levels
    )
    return Asked(skill, field, options, str(field.value() or ""))


def beside(case: Case, given: Mapping[str, int], words: Words) -> list[Beside]:
    """How each answer lies beside the panel's; skills that were not answered are left out."""
    found = []
    for answer in fitting(case, words.chart):
        steps = apart(given, answer, places(words.chart))
        if steps is not None:
            mine, panel = words.level(given[answer.skill]), words.level(answer.level)
            skill = words.chart.skill[answer.skill]
            found.append(Beside(skill, mine, panel, steps, compared(steps), answer.why))
    return found


def compared(steps: int) -> str:
    """In neutral words: neither of the two is right by itself."""
    if not steps:
        return _("The same as the panel")
    if steps > 0:
        return ngettext("%(n)d step higher than the panel", "%(n)d steps higher than the panel", steps) % {"n": steps}
    return ngettext("%(n)d step lower than the panel", "%(n)d steps lower than the panel", -steps) % {"n": -steps}


def answered(viewer: Person) -> dict[str, dict[str, int]]:
    """Case id → what the reader answered."""
    return dict(PracticeAnswer.objects.visible_to(viewer).values_list("case", "levels"))
