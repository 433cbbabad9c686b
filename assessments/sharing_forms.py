"""Forms about evidence that others read, and the field that asks for a colleague by name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.models import Person
from people.team_forms import NAMES, ManagerForm

A_FEW_WORDS = 2000  # characters


class ColleagueForm(ManagerForm):
    """Asks for one colleague by name; a browser offers the names, and who fits is asked back where several do.

    Cleans `person`; a form that refuses some of them says so in `check`, with a ValidationError.
    """

    who = forms.CharField(
        label=_("Who"),
        max_length=254,
        help_text=_("A name, a part of it, or a work address."),
        widget=forms.TextInput({"autocomplete": "off", "list": NAMES}),
    )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if "who" in said and "pick" not in self.errors:
            try:
                said["person"] = self.manager(said)
                self.check(said["person"])
            except ValidationError as unclear:
                self.add_error("who", unclear)
        return said

    def check(self, person: Person) -> None:
        """Raises ValidationError for a colleague who cannot be the one."""
        if person == self.viewer:
            raise ValidationError(_("This is about somebody else. Name a colleague."))


class ShareForm(forms.Form):
    """Opens an item to the manager the page named (`reader`, a public id; "" where there is none), or closes it."""

    reader = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)
    act = forms.ChoiceField(choices=[("share", ""), ("stop", "")])

    def __init__(self, *args: Any, manager: Person | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.manager = manager

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("act") == "share" and self.manager is None:
            self.add_error(None, _("You have no manager here now. Nothing was shared."))
        elif said.get("act") == "share" and self.manager and said.get("reader") != self.manager.pid:
            name = {"name": self.manager.name}
            self.add_error(None, _("Your manager is %(name)s by now. Nothing was shared so far.") % name)
        return said


class EndorsementAskForm(ColleagueForm):
    """Whom to ask whether they saw it."""

    field_order = ("who", "pick")


class EndorsementAnswerForm(forms.Form):
    """I saw it, I did not, or nothing; and a few words."""

    SAW, DID_NOT, NOTHING = "saw", "did_not", "nothing"
    said = forms.ChoiceField(
        label=_("Did you see it?"),
        choices=[
            (SAW, _("I saw it")),
            (DID_NOT, _("I did not see it")),
            (NOTHING, _("I would rather not say")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=A_FEW_WORDS,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What you saw, or what was different."),
    )

    def answer(self) -> dict[str, Any]:
        """The keyword arguments of `Endorsement.answer`."""
        saw = {self.SAW: True, self.DID_NOT: False, self.NOTHING: None}[self.cleaned_data["said"]]
        return {"saw_it": saw, "words": self.cleaned_data["words"]}
