"""The other forms: readers, comments, the statement, the decision and the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packets.models import Reason
from packets.section_forms import LONG, area
from people.finding import SUGGESTED, find, labels
from people.models import Person
from people.policy import Ability, subjects

MOST_READERS = 12
LAST_DAY = date(2199, 12, 31)
HIGHEST = 2_000_000_000
KINDS = {
    "": gettext_lazy("the whole packet"),
    "case": gettext_lazy("the case in three sentences"),
    "block": gettext_lazy("what was done"),
    "criteria": gettext_lazy("the criteria"),
    "measures": gettext_lazy("what changed for the product"),
    "voices": gettext_lazy("what others say"),
    "open": gettext_lazy("what is still open"),
}


class ReadersForm(forms.Form):
    """Colleagues, one to a line, by name or work address. Cleans `readers` into people."""

    readers = forms.CharField(
        label=gettext_lazy("Who reads the frozen copy"),
        help_text=gettext_lazy("A name or a work address on each line."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, viewer: Person, person: Person, above: Person | None = None, **options: Any
    ) -> None:
        """`above`: the only one whom the viewer may name, if the packet is not the viewer's own."""
        super().__init__(*args, **options)
        self.among = subjects(viewer, Ability.READ_CARD).active().exclude(pk=person.pk)
        if viewer.pk != person.pk:
            self.among = self.among.filter(pk=above.pk) if above else self.among.none()

    def clean_readers(self) -> list[Person]:
        lines = [line.strip() for line in self.cleaned_data["readers"].splitlines() if line.strip()]
        if len(lines) > MOST_READERS:
            raise ValidationError(_("Name up to %(n)s people."), params={"n": MOST_READERS})
        found: list[Person] = []
        for line in lines:
            fits = find(line[:254], self.among)
            if len(fits) != 1:
                words = _("%(who)s: several people match.") if fits else _("%(who)s: nobody here can be named so.")
                raise ValidationError(words, params={"who": line[:100]})
            found += [one for one in fits if one not in found]
        return found

    def suggestions(self) -> list[str]:
        return labels(self.among.order_by("name", "pk")[:SUGGESTED])


class CommentForm(forms.Form):
    about = forms.ChoiceField(label=gettext_lazy("About"), choices=list(KINDS.items()), required=False)
    text = area(gettext_lazy("Your comment"), required=True)

    def kind(self) -> str:
        return str(self.cleaned_data["about"])


class StatementForm(forms.Form):
    """The manager's own words. `release` in the request opens them to the person."""

    text = area(
        gettext_lazy("Your statement"),
        gettext_lazy("What you have seen yourself, and what you would decide."),
        rows=8,
        required=True,
    )
    seen = forms.IntegerField(required=False, min_value=0, max_value=HIGHEST, widget=forms.HiddenInput)


class DecisionForm(forms.Form):
    """Yes or not now, why, and what is said about single skills of the target stage."""

    yes = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("Not now"))],
        widget=forms.RadioSelect,
    )
    words = area(gettext_lazy("Reasons"), gettext_lazy("In words that the person can work with."), 6, required=True)

    def __init__(self, *args: Any, skills: list[tuple[int, str, str]], **options: Any) -> None:
        """`skills`: primary key, public id and title of each."""
        super().__init__(*args, **options)
        self.skill_pks = {pid: pk for pk, pid, _title in skills}
        for _pk, pid, title in skills:
            self.fields[f"said-{pid}"] = area(title, rows=2)

    def reasons(self) -> dict[int, str]:
        said = {pk: self.cleaned_data[f"said-{pid}"].strip() for pid, pk in self.skill_pks.items()}
        return {pk: text for pk, text in said.items() if text}

    def clean(self) -> dict[str, Any]:
        said = any((self.cleaned_data.get(f"said-{pid}") or "").strip() for pid in self.skill_pks)
        if self.cleaned_data.get("yes") == "no" and self.skill_pks and not said:
            words = _("For “not now”, say for at least one skill what is missing: the plan begins with it.")
            self.add_error("words", words)
        return self.cleaned_data


class ReasonForm(forms.Form):
    """One step of the plan."""

    sign = area(gettext_lazy("What would show it"), gettext_lazy("Something that others can see."), required=True)
    owner = forms.ChoiceField(
        label=gettext_lazy("Whose it is"), choices=Reason.Owner.choices, required=False, widget=forms.RadioSelect
    )
    due_on = forms.DateField(
        label=gettext_lazy("By when"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    seen = forms.IntegerField(required=False, min_value=1, max_value=HIGHEST, widget=forms.HiddenInput)

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and not timezone.localdate() <= day <= LAST_DAY:
            raise ValidationError(_("This day lies behind, or too far ahead."))
        return day


class ReleaseForm(forms.Form):
    """Only what was seen: the revision."""

    seen = forms.IntegerField(min_value=1, max_value=HIGHEST, widget=forms.HiddenInput)
