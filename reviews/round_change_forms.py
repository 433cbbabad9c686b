"""Forms for a round that is open: somebody joins it, and it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.models import Person
from reviews.round_forms import check_assessor, person_at


class RoundAddForm(forms.Form):
    """Somebody who joins a round that is open: one of those whom it is for, or somebody by their address."""

    who = forms.ChoiceField(label=_("Whose review?"), required=False)
    person = forms.CharField(label=_("Or somebody else, by their work address"), required=False, max_length=254)
    assessor = forms.CharField(
        label=_("Who rates? Their work address"),
        required=False,
        max_length=254,
        help_text=_("Only if nobody manages the person. Otherwise their manager of today rates."),
    )

    def __init__(self, *args: Any, by: Person, joining: Sequence[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.by, self.joining = by, {person.pid: person for person in joining}
        choices = [("", "–"), *((pid, person.name) for pid, person in self.joining.items())]
        cast("forms.ChoiceField", self.fields["who"]).choices = choices
        if not joining:
            del self.fields["who"]
            self.fields["person"].label = _("Whose review? Their work address")

    @property
    def asked(self) -> str:
        """The field that a reason against the person belongs to."""
        return "who" if self.cleaned_data.get("who") else "person"

    def clean_person(self) -> Person | None:
        said = self.cleaned_data["person"]
        return person_at(said) if said and not self.cleaned_data.get("who") else None

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        person = self.joining.get(said.get("who", "")) or said.get("person")
        if person is None and not self.errors:
            self.add_error("person", _("Choose somebody."))
        try:
            named = said.get("assessor")
            said["assessor"] = check_assessor(person_at(named), person, self.by) if named and person else None
        except ValidationError as error:
            self.add_error("assessor", error)
        said["person"] = person
        return said


class RoundCloseForm(forms.Form):
    """What becomes of reviews that are not revealed yet."""

    unfinished = forms.ChoiceField(
        label=_("What becomes of reviews that are still open?"),
        widget=forms.RadioSelect,
        choices=[
            ("stay", _("They stay open. Both can submit as before; nobody is reminded any more.")),
            ("end", _("They are called off. Both keep what they wrote for thirty days; nothing counts.")),
        ],
    )
    reason = forms.CharField(
        label=_("Why are they called off?"),
        required=False,
        max_length=200,
        help_text=_("Everybody whose review is called off reads this."),
    )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("unfinished") == "end" and "reason" not in self.errors and not said.get("reason"):
            self.add_error("reason", _("Say why, in a few words."))
        return said
