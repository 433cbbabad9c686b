"""Forms about who keeps a ladder and by which rules."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.models import Keeper
from people.finding import A_FEW, find
from people.models import Person
from people.policy import Ability, subjects


class KeeperAddForm(forms.Form):
    """Whom to ask, by name or work address, and what for. Cleans `who` into the person."""

    who = forms.CharField(
        label=gettext_lazy("Name or work address"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("What for"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, viewer: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.viewer = viewer
        kinds = {Keeper.Kind.EDIT: _("To rewrite it"), Keeper.Kind.PUBLISH: _("To put it into force")}
        cast("forms.ChoiceField", self.fields["kind"]).choices = [(kind.value, name) for kind, name in kinds.items()]

    def clean_who(self) -> Person:
        """Somebody at work here: by address, by the whole name, or by a part of it that only one person has."""
        people = find(self.cleaned_data["who"], subjects(self.viewer, Ability.READ_CARD))
        if len(people) > 1:
            raise ValidationError(
                _("Several people match: %(names)s. Write the whole name or the work address."),
                params={"names": ", ".join(person.name for person in people[:A_FEW])},
            )
        if not people:
            raise ValidationError(_("Nobody here has this name or address."))
        return people[0]


class KeeperRemoveForm(forms.Form):
    """Whose task ends (public id), and which."""

    person = forms.CharField()
    kind = forms.ChoiceField(choices=Keeper.Kind.choices)


class LadderSettingsForm(forms.Form):
    """The rules of a ladder. Only what differs from what the page showed is changed (`changed_data`)."""

    second_person = forms.BooleanField(
        label=gettext_lazy("A second person publishes"),
        required=False,
        show_hidden_initial=True,
        help_text=gettext_lazy("Whoever changed something in a draft does not put it into force."),
    )
    public = forms.BooleanField(
        label=gettext_lazy("Everybody can read it"),
        required=False,
        show_hidden_initial=True,
        help_text=gettext_lazy("The version in force gets pages that need no account, for candidates and others."),
    )
    retired = forms.BooleanField(
        label=gettext_lazy("It is retired"),
        required=False,
        show_hidden_initial=True,
        help_text=gettext_lazy(
            "Nobody new is put on it. Those who are on it keep it, and old check-ins stay readable."
        ),
    )
