"""Forms about rounds; they clean into what the verbs take."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ladders.models import Ladder, Version
from ladders.questions import Form
from people.finding import find
from people.models import Duty, Person, normal_email
from reviews.gathering import Plan
from reviews.models import Round
from reviews.round_choices import LATEST, ladder_choices, version_choices
from safeguards.ids import PidConverter

LONG = 4_000  # characters
MOST_PEOPLE = 500  # named one by one
LONGEST = 366  # days from the first to the last
REPORTS = "reports"
# Group → the field that says more about it.
ASKED = {REPORTS: "reports", "ladder": "ladder", "line": "head", "chosen": "people"}
ASSESSOR = re.compile(rf"assessor-({PidConverter.regex})")
NOBODY_HAS = _("Nobody here has the address %(which)s.")
NOBODY_IS = _("Nobody here is called “%(which)s”, and nobody has that address.")
SEVERAL_ARE = _("Several people are called “%(which)s”. Write the work address.")


def day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def person_at(said: str) -> Person:
    """Who is meant by a name or a work address. Raises ValidationError if that is nobody, or several people."""
    found = find(said, Person.objects.active())
    if len(found) != 1:
        raise ValidationError(SEVERAL_ARE if found else NOBODY_IS, params={"which": said.strip()})
    return found[0]


class WindowForm(forms.Form):
    """What can be changed as long as a round is not over: its words, its window, and when people are reminded."""

    title = forms.CharField(label=_("Name of the round"), max_length=120)
    opens_on = day(_("First day"))
    closes_on = day(_("Last day"), _("Parts can still be submitted after it, until you close the round."))
    remind_days = forms.CharField(
        label=_("Reminders"),
        required=False,
        max_length=40,
        help_text=_("Days before the end, such as 7, 2. Only those who still have something to submit are reminded."),
    )
    note = forms.CharField(label=_("Note to everybody in it"), required=False, max_length=LONG, widget=forms.Textarea)

    def clean_remind_days(self) -> list[int]:
        """The days, the earliest reminder first."""
        words = self.cleaned_data["remind_days"].replace(",", " ").split()
        if not all(word.isascii() and word.isdigit() and int(word) <= 60 for word in words) or len(words) > 5:
            raise ValidationError(_("Write up to five numbers from 0 to 60, such as 7, 2."))
        return sorted({int(word) for word in words}, reverse=True)

    def check_window(self) -> None:
        first, last = self.cleaned_data.get("opens_on"), self.cleaned_data.get("closes_on")
        today = timezone.localdate()
        if last and last < today:
            self.add_error("closes_on", _("This day is over. Choose today or a later day."))
        elif first and last and last < first:
            self.add_error("closes_on", _("The last day is before the first."))
        elif first and last and last > max(first, today) + timedelta(days=LONGEST):
            self.add_error("closes_on", _("A round lasts a year at most."))


class RoundEditForm(WindowForm):
    """The same, for a round that is there; `seen` is the revision that the form showed."""

    seen = forms.IntegerField(min_value=1, max_value=2_147_483_647, widget=forms.HiddenInput)

    def __init__(self, *args: Any, round_: Round, **options: Any) -> None:
        first = {"opens_on": round_.opens_on, "closes_on": round_.closes_on, "seen": round_.revision}
        words = {"title": round_.title, "note": round_.note}
        words["remind_days"] = ", ".join(map(str, round_.remind_days))
        super().__init__(*args, **options)
        self.initial.update(first, **words)
        self.round = round_
        if round_.opened_at:
            del self.fields["opens_on"]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        said.setdefault("opens_on", self.round.opens_on)
        if not self.round.opened_at and "opens_on" not in self.errors and said["opens_on"] < timezone.localdate():
            self.add_error("opens_on", _("This day is over. Choose today or a later day."))
        self.check_window()
        return said


class RoundNewForm(WindowForm):
    """Whom a round is for, on which version, and when. A manager chooses among the own reports; the people team a
    group. `groups` names the ways that `by` has.
    """

    group = forms.ChoiceField(label=_("Who is in it?"), widget=forms.RadioSelect)
    reports = forms.MultipleChoiceField(label=_("Which of your reports?"), widget=forms.CheckboxSelectMultiple)
    ladder = forms.ChoiceField(label=_("Which ladder?"))
    head = forms.CharField(
        label=_("Below which manager? Their work address"),
        max_length=254,
        help_text=_("Everybody in the line below them, at any depth. The manager is not in it."),
    )
    people = forms.CharField(
        label=_("Which people? Their work addresses, one a line"),
        max_length=40_000,
        widget=forms.Textarea,
    )
    version = forms.ChoiceField(label=_("Against which version of the ladder?"))
    form = forms.ChoiceField(
        label=_("How much is rated?"),
        widget=forms.RadioSelect,
        initial=Form.FULL.value,
        choices=[
            (Form.FULL.value, _("All that a stage and the one after it ask")),
            (Form.QUICK.value, _("Only what changes between the two")),
        ],
    )

    def __init__(self, *args: Any, by: Person, **options: Any) -> None:
        today = timezone.localdate()
        first = {"opens_on": today, "closes_on": today + timedelta(days=21), "remind_days": "7, 2", "version": LATEST}
        super().__init__(*args, **options)
        self.initial.update(first)
        self.by = by
        self.own = {person.pid: person for person in Person.objects.reporting_to(by).order_by("name", "pk")}
        self.groups = groups_of(by, bool(self.own))
        offer = {"group": self.groups, "ladder": ladder_choices(by), "version": version_choices(by)}
        offer["reports"] = [(pid, person.name) for pid, person in self.own.items()]
        for name, choices in offer.items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices
        self.initial.update(group=self.groups[0][0] if self.groups else "", reports=list(self.own))
        for group, name in ASKED.items():  # of the four only the one that was chosen has to be filled in
            self.fields[name].required = not self.is_bound or self.data.get("group") == group
        self.named: dict[int, int] = {}
        for name in filter(ASSESSOR.fullmatch, self.data):
            self.ask_assessor(name.removeprefix("assessor-"))

    def ask_assessor(self, pid: str) -> str:
        """Adds the field for who rates somebody (public id) whom nobody manages; gives its name."""
        field = forms.CharField(label=_("Who rates? Their work address"), required=False, max_length=254)
        self.fields.setdefault(f"assessor-{pid}", field)
        return f"assessor-{pid}"

    def clean_head(self) -> Person | None:
        said = self.cleaned_data["head"]
        return person_at(said) if said and self.cleaned_data.get("group") == Round.Group.LINE else None

    def clean_people(self) -> list[Person]:
        """The people with these addresses; an error names those that nobody has."""
        if self.cleaned_data.get("group") != Round.Group.CHOSEN:
            return []
        wanted = {normal_email(line) for line in self.cleaned_data["people"].splitlines() if line.strip()}
        if len(wanted) > MOST_PEOPLE:
            raise ValidationError(_("These are more than five hundred people. Choose a ladder or a line."))
        found = {person.email: person for person in Person.objects.active().filter(email__in=wanted)}
        if missing := sorted(wanted - found.keys()):
            raise ValidationError(NOBODY_HAS, params={"which": ", ".join(missing)})
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("opens_on") and said["opens_on"] < timezone.localdate():
            self.add_error("opens_on", _("This day is over. Choose today or a later day."))
        self.check_window()
        for name in [name for name in self.fields if name.startswith("assessor-")]:
            self._clean_assessor(name, said.get(name) or "")
        return said

    def _clean_assessor(self, name: str, address: str) -> None:
        person = Person.objects.active().filter(pid=name.removeprefix("assessor-")).first()
        if person is None or not address.strip():
            return
        try:
            assessor = check_assessor(person_at(address), person, self.by)
        except ValidationError as error:
            self.add_error(name, error)
        else:
            self.named[person.pk] = assessor.pk

    @property
    def says_who(self) -> bool:
        """Whether it can be said who would be in it: nothing is to fix but who rates those without a manager."""
        return self.is_bound and all(name.startswith("assessor-") for name in self.errors)

    def chosen(self) -> list[Person]:
        """The people chosen by name."""
        said = self.cleaned_data
        return [self.own[pid] for pid in said["reports"]] if said["group"] == REPORTS else said["people"]

    def plan(self) -> Plan:
        """Whom the round is for, as far as the form says; once it is valid."""
        said, version = self.cleaned_data, self.named_version()
        own = said["group"] == REPORTS
        ladder = self.named_ladder() if said["group"] == Round.Group.LADDER else None
        return Plan(
            group=Round.Group.CHOSEN if own else said["group"],
            own_reports=own,
            head=said["head"].pk if said["head"] else None,
            ladder=ladder.pk if ladder else None,
            version=version.pk if version else None,
            people=frozenset(person.pk for person in self.chosen()),
            named=self.named,
        )

    def named_version(self) -> Version | None:
        return Version.objects.visible_to(self.by).filter(pid=self.cleaned_data["version"]).first()

    def named_ladder(self) -> Ladder | None:
        return Ladder.objects.visible_to(self.by).filter(pid=self.cleaned_data["ladder"]).first()

    def words(self) -> dict[str, Any]:
        """What the round says: title, note, form and window."""
        names = ("title", "note", "form", "opens_on", "closes_on", "remind_days")
        return {name: self.cleaned_data[name] for name in names}


def groups_of(by: Person, manages: bool) -> list[tuple[str, Any]]:
    """The ways in which somebody may choose whom a round is for; none for those who may open none."""
    own = [(REPORTS, _("People who report to me"))] if manages else []
    return own + (list(Round.Group.choices) if by.holds(Duty.Kind.PEOPLE) else [])


def check_assessor(assessor: Person, person: Person, by: Person) -> Person:
    """An assessor whom `by` appoints for somebody without a manager. Raises ValidationError."""
    if assessor == person:
        raise ValidationError(_("Nobody assesses themselves."))
    if assessor == by:
        raise ValidationError(_("Nobody appoints themselves. Ask somebody else of the people team."))
    return assessor
