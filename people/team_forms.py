"""What the people team fills in about others."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import line_change
from people.finding import A_FEW, SUGGESTED, find, labels
from people.models import Person
from people.policy import Ability, subjects

NAMES = "names"  # the list of suggestions that stands beside the field
LAST_DAY = date(2199, 12, 31)


class PersonSearchForm(forms.Form):
    """Which people the list shows."""

    STATES = (
        ("", gettext_lazy("Everyone")),
        ("alone", gettext_lazy("Without a manager")),
        ("off", gettext_lazy("Switched off")),
    )
    q = forms.CharField(label=gettext_lazy("Name or job title"), max_length=100, required=False)
    state = forms.ChoiceField(choices=STATES, required=False)
    manager = forms.CharField(max_length=16, required=False)


class ManagerForm(forms.Form):
    """Asks for a manager by name; those who fit are offered where a name fits several."""

    who = forms.CharField(
        label=gettext_lazy("Manager"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("A name, a part of it, or a work address."),
        widget=forms.TextInput({"autocomplete": "off", "list": NAMES}),
    )
    pick = forms.ChoiceField(
        label=gettext_lazy("Which of them?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Several people match. Choose one of them, or write more of the name.")
        },
    )

    def __init__(self, *args: Any, viewer: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.viewer = viewer
        self.colleagues = subjects(viewer, Ability.READ_CARD)
        said = str(self.data.get(self.add_prefix("who"), "")) if self.is_bound else ""
        self.fits = find(said, self.colleagues) if said.strip() and "\x00" not in said else []
        if len(self.fits) < 2:
            del self.fields["pick"]
        else:
            choices = [(one.pid, f"{one.name}, {one.title}" if one.title else one.name) for one in self.fits[:A_FEW]]
            cast("forms.ChoiceField", self.fields["pick"]).choices = choices

    def suggestions(self) -> list[str]:
        """Names to choose from while typing; a browser shows them without any script."""
        return labels(self.colleagues.order_by("name", "pk")[:SUGGESTED])

    def manager(self, said: dict[str, Any]) -> Person | None:
        """The colleague that was named; None if nobody was. Raises ValidationError if there is no such person."""
        if not said.get("who"):
            return None
        if not self.fits:
            raise ValidationError(_("Nobody here has this name or address."))
        return next((one for one in self.fits if one.pid == said.get("pick")), self.fits[0])


class LineEditForm(ManagerForm):
    """Whom somebody reports to, and from which day. Cleans `manager` into a person, None for nobody."""

    nobody = forms.BooleanField(label=gettext_lazy("Nobody: no manager from that day on"), required=False)
    since = forms.DateField(
        label=gettext_lazy("From"),
        help_text=gettext_lazy("Today or later."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )
    seen = forms.IntegerField(min_value=1, max_value=2_147_483_647, widget=forms.HiddenInput)
    field_order = ("who", "pick", "nobody", "since", "seen")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        who = self.fields["who"]
        who.required = not self.data.get("nobody")
        who.error_messages["required"] = _("Name somebody, or tick that there is nobody.")

    def clean_since(self) -> date:
        since: date = self.cleaned_data["since"]
        if since > LAST_DAY:
            raise ValidationError(_("Choose a day before the year 2200."))
        return since

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not self.errors:
            try:
                said["manager"] = self.manager(said)
            except ValidationError as unclear:
                self.add_error("who", unclear)
                return said
            if said["manager"] is not None and said["nobody"]:
                self.add_error("nobody", _("You named a manager, too. Keep one of the two."))
        if not self.errors:
            self._check(said["manager"], said["since"])
        return said

    def _check(self, manager: Person | None, since: date) -> None:
        try:
            line_change.check(manager, since=since, by=self.viewer)
        except ValidationError as refused:
            self.refuse(refused)

    def refuse(self, refused: ValidationError) -> None:
        """Puts what the rules say beside the field that it is about."""
        code = getattr(refused, "code", "")
        self.add_error("since" if code in {"past", "began"} else "who", refused)


class PersonNewForm(ManagerForm):
    """A new colleague. Cleans into the arguments of `join`."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=150, widget=forms.TextInput({"autocomplete": "off"})
    )
    email = forms.EmailField(
        label=gettext_lazy("Work address"), max_length=254, widget=forms.EmailInput({"autocomplete": "off"})
    )
    title = forms.CharField(
        label=gettext_lazy("Job title"),
        max_length=150,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    field_order = ("name", "email", "title", "who", "pick")

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if "email" in said and Person.is_taken(said["email"]):
            self.add_error("email", _("Somebody here has this address already."))
        try:
            said["manager"] = self.manager(said)
        except ValidationError as unclear:
            self.add_error("who", unclear)
        return said
