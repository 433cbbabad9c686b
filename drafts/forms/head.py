"""The sheet of the ladder itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from drafts.borrowing import shelves
from drafts.desk import Desk
from drafts.forms.inside import InsideField
from drafts.forms.needs import NeedsForm
from drafts.forms.picks import offer
from drafts.forms.sheet import PieceForm
from drafts.forms.words import TextField, TitleField
from drafts.models import Draft
from ladders.exchange.schema import LANGUAGE

LONGEST_CODE = 35  # characters, as versions keep it
LEVELS, STATEMENTS = "levels", "statements"


class LanguageField(forms.CharField):
    """The code of a language."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not LANGUAGE.fullmatch(value):
            raise ValidationError(_("Write the code of a language, such as en or pt-BR."))


class HeadEditForm(PieceForm):
    """What the ladder is called, where it comes from, and how its stages are met."""

    title = TitleField(label=gettext_lazy("Title"))
    summary = TextField(label=gettext_lazy("Summary"), help_text=gettext_lazy("A few sentences. Markdown works."))
    category = TitleField(
        label=gettext_lazy("Job family"), required=False, help_text=gettext_lazy("Such as Product or Design.")
    )
    language = LanguageField(
        label=gettext_lazy("Language of the texts"),
        required=False,
        max_length=LONGEST_CODE,
        help_text=gettext_lazy("Its code, such as en or pt-BR. Screen readers and spelling checks go by it."),
    )
    license = TitleField(
        label=gettext_lazy("Licence of the texts"), required=False, help_text=gettext_lazy("Such as CC-BY-4.0.")
    )
    source = TextField(
        label=gettext_lazy("Source"), help_text=gettext_lazy("Where the texts come from, if others wrote them.")
    )
    needs = InsideField(
        label=gettext_lazy("When a stage is met"),
        help_text=gettext_lazy("The rule of every stage that has none of its own."),
    )
    assess = forms.ChoiceField(
        label=gettext_lazy("How people rate themselves"),
        widget=forms.RadioSelect,
        choices=[
            (LEVELS, gettext_lazy("They choose the level whose text fits")),
            (STATEMENTS, gettext_lazy("They tick the statements that are true of them")),
        ],
    )

    def lay_out(self) -> None:
        self.initial["assess"] = self.before("assess") or LEVELS
        self.put_inside("needs", NeedsForm, own=False)

    def value_of(self, name: str) -> Any:
        """Levels are what the file means when it says nothing."""
        if name == "assess" and self.cleaned_data["assess"] == LEVELS:
            return self.before("assess") and LEVELS
        return super().value_of(name)


class LibraryEditForm(forms.Form):
    """One of the libraries there are, or none."""

    uses = forms.ChoiceField(label=gettext_lazy("Library"), required=False, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, draft: Draft, desk: Desk) -> None:
        super().__init__(data, initial={"uses": str(desk.head.body.get("uses") or "")})
        found = [("", _("None: all skills are the ladder's own"))]
        for shelf in shelves(without=draft.ladder.slug):
            said = ngettext("%(title)s, %(n)d skill", "%(title)s, %(n)d skills", shelf.skills)
            found.append((shelf.slug, said % {"title": shelf.title, "n": shelf.skills}))
        offer(self, "uses", found)
