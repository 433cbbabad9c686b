"""The sheet of a skill, with its texts, and the form for a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.fields import PairsField
from drafts.forms.picks import offer, piece_choices, under_headings
from drafts.forms.sheet import PieceForm
from drafts.forms.words import TextField, TitleField, lines, speak
from drafts.pieces import Kind
from drafts.places import Place, places_of, stages_of
from drafts.returning import Before
from ladders.exchange.schema import LIMITS
from ladders.exchange.slugs import slug


def category_choices(desk: Desk, before: Any = None) -> list[tuple[str, Any]]:
    """The categories that the ladder lists, else the names that its skills give; what stands there stays a choice."""
    none = _("No category")
    if desk.rows(Kind.CATEGORY):
        return piece_choices(desk, Kind.CATEGORY, none=none, before=before)
    names = [group.title for group in desk.skills() if group.title]
    return [("", none), *((name, name) for name in dict.fromkeys([*names, *([before] if before else [])]))]


class SkillEditForm(PieceForm):
    """Everything about a skill but its cells in the grid. Each text is one field, named like its place."""

    title = TitleField(label=gettext_lazy("Title"))
    category = forms.ChoiceField(label=gettext_lazy("Category"), required=False)
    text = TextField(
        label=gettext_lazy("What the skill is"), help_text=gettext_lazy("One or two sentences. Markdown works.")
    )
    core = forms.BooleanField(
        label=gettext_lazy("Must-have wherever it is expected"),
        required=False,
        help_text=gettext_lazy("Nobody may miss it, at any stage."),
    )
    rated = forms.BooleanField(
        label=gettext_lazy("People are asked about it"),
        required=False,
        help_text=gettext_lazy("Without the tick it is shown and never rated."),
    )
    also = lines(gettext_lazy("Other names"), gettext_lazy("One a line; people find the skill by them."))
    measures = lines(gettext_lazy("What it can be measured by"), gettext_lazy("One a line."))
    links = PairsField(
        label=gettext_lazy("Where to learn it"),
        help_text=gettext_lazy("One a line, such as “A good book: https://example.org”."),
        value_key="url",
        widget=forms.Textarea({"rows": 3}),
    )
    ref = TextField(
        label=gettext_lazy("Reference"),
        help_text=gettext_lazy("Where it comes from, such as a catalogue and its number."),
        widget=forms.Textarea({"rows": 1}),
    )

    def lay_out(self) -> None:
        offer(self, "category", category_choices(self.desk, self.before("category")))
        self.initial["rated"] = self.before("rated") is not False
        self.texts: dict[str, Place] = {}
        for place in dict.fromkeys([*places_of(self.desk), *stages_of(self.desk)]):
            name = f"text-{place.pid or place.key}"
            self.fields[name] = TextField(label=place.name, widget=forms.Textarea({"rows": 2}))
            self.paths[name], self.texts[name] = f"{place.path}/text", place

    def value_of(self, name: str) -> Any:
        """Core only if ticked, rated unless unticked: what the file means when it says nothing stays unsaid."""
        if name == "core":
            return self.cleaned_data[name] or None
        if name == "rated":
            return (self.before(name) or None) if self.cleaned_data[name] else False
        return super().value_of(name)

    def all_texts(self) -> list[tuple[Place, forms.BoundField]]:
        """The fields of the texts, each with its place."""
        return [(place, self[name]) for name, place in self.texts.items()]


class SkillNewForm(forms.Form):
    """A new skill. Its texts may begin as those of another one."""

    title = TitleField(label=gettext_lazy("Title"))
    category = forms.ChoiceField(label=gettext_lazy("Category"), required=False)
    like = forms.ChoiceField(
        label=gettext_lazy("Begin with the texts of"),
        required=False,
        help_text=gettext_lazy("They are copied, and yours to change."),
    )
    anew = forms.BooleanField(label=gettext_lazy("It is another skill, only with the same name"), required=False)

    def __init__(self, *args: Any, desk: Desk, former: dict[str, Before], **options: Any) -> None:
        """`former`: the skills that are no longer here, by the slug of what they were called."""
        super().__init__(*args, **options)
        self.desk, self.former = desk, former
        self.same_name: Before | None = None  # the former skill that was called like the new one
        offer(self, "category", category_choices(desk))
        own = [(group.title, [(one.key, one.title) for one in group.pieces]) for group in desk.skills()]
        offer(self, "like", under_headings(own, none=_("None: begin with nothing")))
        speak(self, desk)

    def clean(self) -> dict[str, Any]:
        if len(self.desk.rows(Kind.SKILL)) >= LIMITS["skills"]:
            self.add_error(None, _("A ladder has at most %(most)d skills.") % {"most": LIMITS["skills"]})
        self.same_name = self.former.get(slug(self.cleaned_data.get("title", "")))
        if self.same_name and not self.cleaned_data.get("anew"):
            before = _("A skill of this name was here before. Bring it back, or say that this is another one.")
            self.add_error("title", before)
        return self.cleaned_data
