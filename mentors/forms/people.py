"""Forms about people on a board; they clean into fields of `contents.Member`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from mentors.asking import look_at
from mentors.contents import RINGS, WAYS, Member, Milestone, Ring, Seat, Topic, Viewpoint, Way
from mentors.forms.parts import AHEAD, MOST_ROWS, NAME, Part, Rows, day, in_the_past, line, offer, seen, text, within
from mentors.forms.rhythm import RhythmForm, rhythm_of

UNSAID = ("", _("not said"))
PLAIN = ("title", "why", "how", "reach", "email", "phone", "link", "boundaries", "met_at")
DAYS = ("quiet_from", "quiet_until", "met_on")
VIEW = ("inside", "function", "industry", "ahead", "role")


def sides(label: Any, **choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[UNSAID, *choices.items()])


class MemberForm(RhythmForm):
    """Everything about somebody but their touchpoints. `seats` and `topics` by public id, as they can be chosen."""

    NONE = _("as their seats have it")

    name = forms.CharField(label=_("Name"), max_length=NAME, widget=forms.TextInput({"dir": "auto"}))
    title = line(_("What they do"))
    why = text(_("Why this person"), help_text=_("What you would ask them that you would ask nobody else."))
    how = line(_("How you know each other"))
    ring = forms.ChoiceField(label=_("Where they stand"), choices=list(RINGS.items()), widget=forms.RadioSelect)
    seats = forms.MultipleChoiceField(label=_("Seats they hold"), required=False, widget=forms.CheckboxSelectMultiple)
    way = forms.ChoiceField(label=_("How far you have come"), choices=list(WAYS.items()), widget=forms.RadioSelect)
    aware = forms.BooleanField(label=_("They know that you count on them"), required=False)
    reach = line(_("Where they are best found"))
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("For your own mail program. Careerpath never writes to it."),
    )
    phone = line(_("Phone"))
    link = forms.URLField(
        label=_("Link"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    boundaries = text(_("Their boundaries"), help_text=_("Such as “prefers mail, no evenings”."))
    quiet_from = day(_("Leave them alone from"))
    quiet_until = day(_("Until"), help_text=_("Empty: until you say so."))
    inside = sides(_("Where they work"), inside=_("in your organisation"), outside=_("outside"))
    function = sides(_("Function"), same=_("the same as yours"), other=_("another one"))
    industry = sides(_("Industry"), same=_("the same as yours"), other=_("another one"))
    ahead = sides(_("On the way"), ahead=_("ahead of you"), peer=_("beside you"), behind=_("behind you"))
    role = sides(
        _("As what you know them"),
        colleague=_("colleague"),
        teacher=_("teacher"),
        author=_("author"),
        speaker=_("speaker"),
    )
    strengths = forms.MultipleChoiceField(
        label=_("What they are strong in"), required=False, widget=forms.CheckboxSelectMultiple
    )
    met_at = line(_("Where you met"), help_text=_("An event, a community, a conference."))
    met_on = day(_("When you met"))
    seen = seen()

    def __init__(
        self,
        *args: Any,
        seats: Mapping[str, Seat],
        topics: Mapping[str, Topic],
        today: date,
        member: Member | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.topics, self.today = topics, today
        offer(self, "seats", [(pid, seat.need) for pid, seat in seats.items()])
        offer(self, "strengths", [(pid, topic.title) for pid, topic in topics.items()])
        self.milestones = Rows(self, "milestone", _("Milestone %(n)d"), _("Milestone %(n)d, on"))
        self.milestones.add([(one.words, one.on) for one in member.milestones] if member else [])
        # What the form cannot show stays: seats that were let go, and milestones without a row.
        self.kept_seats = tuple(pid for pid in member.seats if pid not in seats) if member else ()
        self.kept_milestones = member.milestones[MOST_ROWS:] if member else ()
        for name in [name for name in ("seats", "strengths") if not self.fields[name].choices]:  # type: ignore[attr-defined]  # fields with choices
            del self.fields[name]

    def clean_met_on(self) -> date | None:
        return in_the_past(self.cleaned_data["met_on"], self.today)

    def clean_quiet_from(self) -> date | None:
        return within(self.cleaned_data["quiet_from"], self.today)

    def clean_quiet_until(self) -> date | None:
        until, begin = within(self.cleaned_data["quiet_until"], self.today), self.cleaned_data.get("quiet_from")
        if until and "quiet_from" in self.cleaned_data and not begin:
            raise ValidationError(_("Say from when as well."))
        if until and begin and until < begin:
            raise ValidationError(_("This is before the first day."))
        return until

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.milestones.clean(self.today, dated=True)
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """The fields of `contents.Member` that the form fills."""
        said = self.cleaned_data
        return {name: said[name] for name in ("name", *PLAIN, *DAYS, "aware")} | {
            "ring": Ring(said["ring"]),
            "way": Way(said["way"]),
            "cadence": self.cadence(),
            "view": Viewpoint(**{name: said[name] for name in VIEW}),
            "seats": (*said.get("seats", ()), *self.kept_seats),
            "strengths": tuple(self.topics[pid] for pid in said.get("strengths", ())),
            "milestones": (
                *(Milestone(on, words) for _number, words, on in self.milestones.rows() if on),
                *self.kept_milestones,
            ),
        }

    def parts(self) -> list[Part]:
        """The fields as they stand on the page."""
        groups = [
            (_("Who"), ("name", "title", "why", "how"), False),
            (_("On your board"), ("ring", "seats", "way", "aware"), False),
            (_("How often"), ("rhythm", "wish", "worst"), False),
            (_("How to reach them"), ("reach", "email", "phone", "link"), True),
            (_("Their boundaries"), ("boundaries", "quiet_from", "quiet_until"), True),
            (_("From where they look"), VIEW, True),
            (_("Strengths"), ("strengths",), True),
            (_("Where you met"), ("met_at", "met_on"), True),
            (_("Milestones"), tuple(self.milestones.names), True),
        ]
        listed = (
            (title, [self[name] for name in names if name in self.fields], folds) for title, names, folds in groups
        )
        return [Part(title, fields, folds) for title, fields, folds in listed if fields]


class MemberNewForm(MemberForm):
    pass


class MemberEditForm(MemberForm):
    pass


def first_values(member: Member) -> dict[str, Any]:
    """What a form about somebody shows."""
    return {
        **{name: getattr(member, name) for name in ("name", *PLAIN, *DAYS, "aware", "ring", "way")},
        **{name: getattr(member.view, name) for name in VIEW},
        **rhythm_of(member.cadence),
        "seats": list(member.seats),
        "strengths": [topic.pid for topic in member.strengths],
    }


class MemberSnoozeForm(forms.Form):
    """A choice of weeks, or a day."""

    WEEKS = {
        "1": _("one week"),
        "2": _("two weeks"),
        "4": _("four weeks"),
        "13": _("a quarter"),
        "": _("until a day"),
    }

    weeks = forms.ChoiceField(
        label=_("For how long"),
        choices=list(WEEKS.items()),
        required=False,
        initial="2",
        widget=forms.RadioSelect,
    )
    until = day(_("Until"), help_text=_("For a day of your own."))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data["until"]
        if self.cleaned_data.get("weeks"):
            return None
        if until is None:
            raise ValidationError(_("Choose how long, or a day."))
        if until <= self.today:
            raise ValidationError(_("This day is over. Choose one that is still to come."))
        if until > self.today + AHEAD:
            raise ValidationError(_("This day is too far away; ten years ahead is the most."))
        return until

    def day(self) -> date:
        """The day until which they are left alone."""
        weeks, until = self.cleaned_data["weeks"], self.cleaned_data["until"]
        return until or self.today + timedelta(weeks=int(weeks))


class MemberRetireForm(forms.Form):
    words = text(
        _("What they gave you, or why"),
        help_text=_("For yourself: it stays with their name. They read none of it."),
    )


class MemberAskForm(forms.Form):
    """`ask` comes back with what `mentors/asking.py` has against it."""

    ask = forms.CharField(
        label=_("Your question, as they will read it"),
        max_length=4_000,
        widget=forms.Textarea({"rows": 12, "dir": "auto"}),
        help_text=_("A greeting, what it is about in one line, one question, and a way out."),
    )
    seen = seen()

    def clean_ask(self) -> str:
        ask: str = self.cleaned_data["ask"]
        if refused := look_at(ask).refused:
            raise ValidationError(list(refused))
        return ask


class MemberPrepareForm(forms.Form):
    questions = text(_("What you want to ask"), 4, help_text=_("One to three; the most important first."))
    gift = text(_("What you can give"), 2)
    seen = seen()
