"""Forms about seats; they clean into fields of `contents.Seat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentors.contents import Member, Seat, Topic
from mentors.desk import Held
from mentors.forms.parts import NAME, line, offer, seen, text
from mentors.forms.rhythm import RhythmForm, rhythm_of


class SeatForm(RhythmForm):
    """A need. `topics` by public id, as they can be chosen."""

    need = forms.CharField(
        label=_("What you want help with"),
        max_length=NAME,
        widget=forms.TextInput({"dir": "auto"}),
        help_text=_("A need and not a person, such as “Pricing strategy” or “Hard stakeholder”."),
    )
    why = text(_("Why, and what would help"), help_text=_("What you would ask whoever sits here."))
    topic = forms.ChoiceField(label=_("Which skill it is about"), required=False)
    seen = seen()

    field_order = ("need", "why", "topic", "rhythm", "wish", "worst", "seen")

    def __init__(self, *args: Any, topics: Mapping[str, Topic], **options: Any) -> None:
        super().__init__(*args, **options)
        self.topics = topics
        if topics:
            offer(self, "topic", [("", _("none in particular")), *((pid, one.title) for pid, one in topics.items())])
        else:
            del self.fields["topic"]

    def facts(self) -> dict[str, Any]:
        """The fields of `contents.Seat` that the form fills."""
        said = self.cleaned_data
        topic = self.topics.get(said.get("topic", ""))
        return {"need": said["need"], "why": said["why"], "topic": topic, "cadence": self.cadence()}


class SeatNewForm(SeatForm):
    pass


class SeatRewordForm(SeatForm):
    pass


def first_values(seat: Seat) -> dict[str, Any]:
    """What a form about a seat shows."""
    topic = seat.topic.pid if seat.topic else ""
    return {"need": seat.need, "why": seat.why, "topic": topic, **rhythm_of(seat.cadence)}


class SeatMoveForm(forms.Form):
    to = forms.ChoiceField(choices=[("up", "up"), ("down", "down")])


class SeatRetireForm(forms.Form):
    words = line(_("What became of it"), help_text=_("For yourself: “met”, “no need any more”, what you learned."))


class SeatPeopleForm(forms.Form):
    """Who holds a seat; `members` by public id, all that can be chosen."""

    members = forms.MultipleChoiceField(label=_("Who holds it"), required=False, widget=forms.CheckboxSelectMultiple)
    seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, members: Mapping[str, Held[Member]], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "members", [(pid, held.contents.name) for pid, held in members.items()])
        if not members:
            del self.fields["members"]

    def chosen(self) -> set[str]:
        return set(self.cleaned_data.get("members", ()))
