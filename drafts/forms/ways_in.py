"""The sheet of a way in: another job people come from, what they bring, and what they lack."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.forms.inside import Row, RowsField
from drafts.forms.picks import PickField, offer, skill_choices, stage_choices, under_headings, with_gone
from drafts.forms.sheet import PieceForm
from drafts.forms.words import TextField, TitleField, lines
from drafts.places import levels_of

SHORT = forms.Textarea(attrs={"rows": 2})


class BroughtForm(Row):
    """A skill that carries over, the level people often start at, and why."""

    TYPED = ("skill", "text")

    skill = forms.ChoiceField(label=gettext_lazy("Skill"))
    level = forms.TypedChoiceField(
        label=gettext_lazy("Level people often start at"), required=False, coerce=int, empty_value=None
    )
    text = TextField(label=gettext_lazy("Why"), widget=SHORT)

    def __init__(self, data: Any = None, *, skills: Any, levels: Any, **options: Any) -> None:
        self.skills, self.levels = skills, levels
        super().__init__(data, **options)

    def lay_out(self) -> None:
        offer(self, "skill", under_headings(self.skills, none=_("Choose a skill")))
        offer(self, "level", under_headings(self.levels, none=_("Not said")))


class LackForm(Row):
    """What people have usually not done yet, and ways to it."""

    TYPED = ("text", "tries")
    KEYS = {"tries": "try"}

    text = TextField(label=gettext_lazy("What is missing"), required=True, widget=SHORT)
    skill = forms.ChoiceField(label=gettext_lazy("Skill"), required=False)
    tries = lines(gettext_lazy("Ways to gain exposure to it"), gettext_lazy("One a line."))

    def __init__(self, data: Any = None, *, skills: Any, **options: Any) -> None:
        self.skills = skills
        super().__init__(data, **options)

    def lay_out(self) -> None:
        offer(self, "skill", under_headings(self.skills, none=_("No skill in particular")))


class WayInForm(PieceForm):
    """A way in with all that belongs to it."""

    places = {"start": "to"}

    title = TitleField(
        label=gettext_lazy("Title"), help_text=gettext_lazy("The job people come from, such as Design.")
    )
    text = TextField(label=gettext_lazy("Who it is for"))
    start = PickField(label=gettext_lazy("People usually enter at"))
    brings = RowsField(label=gettext_lazy("What carries over"), help_text=gettext_lazy("Emptying a row removes it."))
    lacks = RowsField(
        label=gettext_lazy("What is usually missing"), help_text=gettext_lazy("Emptying a row removes it.")
    )

    def lay_out(self) -> None:
        desk = self.desk
        skills = skill_choices(desk)
        levels = [("", [(place.key, place.name) for place in levels_of(desk) if place.key != "0"])]
        known = with_gone(levels, map(str, self.found_in("brings", "level")))
        self.pick("start").offer(stage_choices(desk), self.before("start"))
        bring = with_gone(skills, self.found_in("brings", "skill"))
        self.put_rows("brings", BroughtForm, skills=bring, levels=known)
        self.put_rows("lacks", LackForm, skills=with_gone(skills, self.found_in("lacks", "skill")))

    def clean(self) -> dict[str, Any]:
        chosen = [row["skill"] for row in self.cleaned_data.get("brings") or ()]
        if len(chosen) != len(set(chosen)):
            self.add_error("brings", _("Name each skill once."))
        return self.cleaned_data
