"""The sheets of the small parts: levels, lines, phases, categories, places beyond; and how a new one begins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.forms.inside import RowsField
from drafts.forms.picks import PickField, skill_choices, stage_choices, with_gone
from drafts.forms.sheet import PieceForm
from drafts.forms.stages import RoleForm
from drafts.forms.words import TextField, TitleField, lines, speak
from drafts.models import Draft
from drafts.pieces import Kind
from ladders.exchange.fields import HIGHEST
from ladders.exchange.schema import LIMITS


class LevelForm(PieceForm):
    """A level of the scale. Its number is its key."""

    name = TitleField(label=gettext_lazy("Name"))
    text = TextField(label=gettext_lazy("What it means for any skill"))
    points = forms.IntegerField(
        label=gettext_lazy("Points"),
        required=False,
        min_value=0,
        max_value=HIGHEST,
        help_text=gettext_lazy("What the level is worth, if stages ask for points."),
    )


class TrackForm(PieceForm):
    """A line of the map."""

    title = TitleField(label=gettext_lazy("Title"))
    text = TextField(label=gettext_lazy("What it is"))


class PhaseForm(PieceForm):
    """A stretch of a career, with the titles people hold in it."""

    title = TitleField(label=gettext_lazy("Title"))
    text = TextField(label=gettext_lazy("What it is"))
    roles = RowsField(
        label=gettext_lazy("Titles in this phase"),
        help_text=gettext_lazy("Emptying a title and its text removes it."),
    )

    def lay_out(self) -> None:
        self.put_rows("roles", RoleForm, skills=with_gone(skill_choices(self.desk), self.found_in("roles", "focus")))


class CategoryForm(PieceForm):
    """A group of skills."""

    title = TitleField(label=gettext_lazy("Title"))
    text = TextField(label=gettext_lazy("What it is"))
    rated = forms.BooleanField(
        label=gettext_lazy("People are asked about these skills"),
        required=False,
        help_text=gettext_lazy("Without the tick they are shown and never rated."),
    )

    def lay_out(self) -> None:
        self.initial["rated"] = self.before("rated") is not False

    def value_of(self, name: str) -> Any:
        """Rated is what the file means when it says nothing."""
        if name == "rated":
            return (self.before("rated") or None) if self.cleaned_data["rated"] else False
        return super().value_of(name)


class BeyondForm(PieceForm):
    """A place to go after the ladder."""

    places = {"start": "from", "focus": "x-focus", "tries": "x-try"}

    title = TitleField(label=gettext_lazy("Title"))
    text = TextField(label=gettext_lazy("What it is"))
    start = PickField(label=gettext_lazy("People leave from"))
    focus = PickField(label=gettext_lazy("Skills it leans on"))
    tries = lines(gettext_lazy("Ways to try it before leaving"), gettext_lazy("One a line."))

    def lay_out(self) -> None:
        self.pick("start").offer(stage_choices(self.desk), self.before("start"))
        self.pick("focus").offer(skill_choices(self.desk), self.before("focus"))


class PartNewForm(forms.Form):
    """How a part begins: with a title. The rest is on its sheet."""

    title = TitleField(label=gettext_lazy("Title"))

    def __init__(self, *args: Any, draft: Draft, desk: Desk, kind: Kind, **options: Any) -> None:
        self.draft, self.desk, self.kind = draft, desk, kind
        super().__init__(*args, **options)
        speak(self, desk)

    def clean(self) -> dict[str, Any]:
        most = LIMITS[self.kind.value]
        if len(self.desk.rows(self.kind)) >= most:
            raise ValidationError(_("A ladder has at most %(most)d of these.") % {"most": most})
        return self.cleaned_data

    def key(self) -> str:
        """The key it asks for; "" if one is made from the title."""
        return ""

    def body(self) -> dict[str, Any]:
        return {"title": self.cleaned_data["title"]}


class LevelNewForm(PartNewForm):
    """A level: its number, which never changes, and its name."""

    title = None  # type: ignore[assignment]  # Django takes a field away like this
    number = forms.IntegerField(
        label=gettext_lazy("Number"),
        min_value=0,
        max_value=HIGHEST,
        help_text=gettext_lazy("Higher is more. It stays: expectations and ratings name a level by its number."),
    )
    name = TitleField(label=gettext_lazy("Name"))

    def __init__(self, *args: Any, desk: Desk, **options: Any) -> None:
        super().__init__(*args, desk=desk, **options)
        numbers = [int(level.key) for level in desk.rows(Kind.LEVEL)]
        self.initial.setdefault("number", max(numbers, default=0) + 1)

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        there = self.draft.pieces.of(Kind.LEVEL).filter(key=str(number)).first()
        if there is not None and there.retired:
            raise ValidationError(_("Level %(number)d was retired. Bring it back instead.") % {"number": number})
        if there is not None:
            raise ValidationError(_("There is a level %(number)d already.") % {"number": number})
        return number

    def key(self) -> str:
        return str(self.cleaned_data["number"])

    def body(self) -> dict[str, Any]:
        return {"name": self.cleaned_data["name"]}
