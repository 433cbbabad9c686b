"""The sheet of a stage, and the form for a new one."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.fields import PairsField
from drafts.forms.inside import Inside, InsideField, Row, RowsField
from drafts.forms.needs import NeedsForm
from drafts.forms.picks import (
    PickField,
    offer,
    piece_choices,
    skill_choices,
    stage_choices,
    under_headings,
    with_gone,
)
from drafts.forms.sheet import PieceForm
from drafts.forms.words import TextField, TitleField, lines, speak
from drafts.models import Draft
from drafts.pieces import Kind
from drafts.stage_ways import by_default
from ladders.exchange.schema import LIMITS
from ladders.needs import read as read_needs
from ladders.rule import rule

LONGEST_RANK = 100  # characters, as versions keep it
DEFAULT, CHOSEN, END = "default", "chosen", "end"


class NextForm(Inside):
    """Where the way leads on; cleans into the value of `next`: None for the default, [] for an end."""

    template = "drafts/_next.html"

    way = forms.ChoiceField(label=gettext_lazy("Leads on to"), widget=forms.RadioSelect)
    stages = PickField(label=gettext_lazy("Stages"))

    def __init__(self, data: Any = None, *, stage: str, **options: Any) -> None:
        """`stage` is the key of the stage it is about."""
        self.stage = stage
        super().__init__(data, **options)

    def lay_out(self) -> None:
        following = by_default(self.desk, self.stage)
        default = (
            format_html(_("The next stage of its line: <bdi>{title}</bdi>"), title=following.title)
            if following
            else _("The next stage of its line: there is none, so it ends here")
        )
        cast("forms.ChoiceField", self.fields["way"]).choices = [
            (DEFAULT, default),
            (CHOSEN, _("Stages you choose; with two or more the way forks")),
            (END, _("Nothing: the way ends here")),
        ]
        cast("PickField", self.fields["stages"]).offer(stage_choices(self.desk, without=self.stage), self.before)

    def shown(self) -> dict[str, Any]:
        way = DEFAULT if self.before is None else CHOSEN if self.before else END
        return {"way": way, "stages": self.before or ()}

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("way") == CHOSEN and not self.cleaned_data.get("stages") and not self.errors:
            self.add_error("stages", _("Choose the stages it leads on to."))
        elif self.cleaned_data.get("way") in (DEFAULT, END):
            self.errors.pop("stages", None)
        return self.cleaned_data

    def said(self) -> str:
        chosen = cast("PickField", self.fields["stages"]).in_words(self.before)
        return chosen or {DEFAULT: _("The next stage of its line"), END: _("The way ends here")}[self.shown()["way"]]

    def value(self) -> list[str] | None:
        return {DEFAULT: None, END: []}.get(self.cleaned_data["way"], self.cleaned_data.get("stages"))


class RoleForm(Row):
    """Another title, its text, and the skills it leans on."""

    TYPED = ("title", "text")

    title = TitleField(label=gettext_lazy("Title"))
    text = TextField(label=gettext_lazy("What is special about it"), widget=forms.Textarea(attrs={"rows": 2}))
    focus = PickField(label=gettext_lazy("Skills it leans on"))

    def __init__(self, data: Any = None, *, skills: Any, **options: Any) -> None:
        self.skills = skills
        super().__init__(data, **options)

    def lay_out(self) -> None:
        now = self.before.get("focus") if isinstance(self.before, dict) else ()
        cast("PickField", self.fields["focus"]).offer(self.skills, now)


class StageEditForm(PieceForm):
    """Everything about a stage but what it expects of skills: that stands in the grid."""

    places = {"tries": "x-try"}

    title = TitleField(label=gettext_lazy("Title"))
    track = forms.ChoiceField(label=gettext_lazy("Line"), required=False)
    phase = forms.ChoiceField(label=gettext_lazy("Phase"), required=False)
    rank = TitleField(label=gettext_lazy("Rank, such as IC4"), required=False, max_length=LONGEST_RANK)
    text = TextField(
        label=gettext_lazy("What the stage is for"), help_text=gettext_lazy("Two or three sentences. Markdown works.")
    )
    does = lines(gettext_lazy("What people do"), gettext_lazy("One thing a line."))
    success = lines(gettext_lazy("How success shows"), gettext_lazy("One sign a line."))
    tries = lines(
        gettext_lazy("Ways to try this work"),
        gettext_lazy("Small ways to find out before choosing it, one a line."),
    )
    next = InsideField(label=gettext_lazy("Leads on to"))
    moves = PickField(
        label=gettext_lazy("Sideways moves"),
        help_text=gettext_lazy("Stages people can change to, no higher or lower."),
    )
    needs = InsideField(label=gettext_lazy("When the stage is met"))
    facts = PairsField(
        label=gettext_lazy("Facts"),
        help_text=gettext_lazy("One a line, such as “Experience: 3 to 5 years”."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    roles = RowsField(
        label=gettext_lazy("Other titles"), help_text=gettext_lazy("Emptying a title and its text removes it.")
    )

    def lay_out(self) -> None:
        desk, key = self.desk, self.piece.key
        offer(self, "track", piece_choices(desk, Kind.TRACK, none=_("No line"), before=self.before("track")))
        offer(self, "phase", piece_choices(desk, Kind.PHASE, none=_("No phase"), before=self.before("phase")))
        self.pick("moves").offer(stage_choices(desk, without=key), self.before("moves"))
        self.put_inside("next", NextForm, stage=key)
        ladder = rule(read_needs(desk.head.body.get("needs")))
        self.put_inside("needs", NeedsForm, ladder=ladder)
        self.put_rows("roles", RoleForm, skills=with_gone(skill_choices(desk), self.found_in("roles", "focus")))

    def value_of(self, name: str) -> Any:
        """An empty list says that the way ends here, so it is a value."""
        return self.cleaned_data["next"] if name == "next" else super().value_of(name)


class StageNewForm(forms.Form):
    """A new stage and its place; what it expects may begin as what another one does."""

    title = TitleField(label=gettext_lazy("Title"))
    track = forms.ChoiceField(label=gettext_lazy("Line"), required=False)
    after = forms.ChoiceField(label=gettext_lazy("Comes after"), required=False)
    like = forms.ChoiceField(
        label=gettext_lazy("Begin with the expectations of"),
        required=False,
        help_text=gettext_lazy("They are copied, and yours to change."),
    )

    def __init__(self, *args: Any, draft: Draft, desk: Desk, **options: Any) -> None:
        super().__init__(*args, **options)
        self.draft, self.desk = draft, desk
        offer(self, "track", piece_choices(desk, Kind.TRACK, none=_("No line")))
        stages = stage_choices(desk)
        offer(self, "after", under_headings(stages, none=_("Nothing: it comes first")))
        offer(self, "like", under_headings(stages, none=_("None: begin with nothing")))
        speak(self, desk)

    def clean(self) -> dict[str, Any]:
        if len(self.desk.rows(Kind.STAGE)) >= LIMITS["stages"]:
            self.add_error(None, _("A ladder has at most %(most)d stages.") % {"most": LIMITS["stages"]})
        return self.cleaned_data
