"""Forms about touchpoints; they clean into `contents.Touch`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentors.contents import MARKS, FollowUp, Mark, Topic, Touch
from mentors.forms.parts import MOST_ROWS, Part, Rows, day, in_the_past, line, offer, seen, text

PLAIN = ("on", "words", "questions", "agenda", "notes", "advice", "plan", "gave", "aim")


class TouchForm(forms.Form):
    """A touchpoint: its day, a line and marks are enough. `topics` by public id, as they can be chosen."""

    words = line(
        _("In one line"),
        help_text=_("Such as “had a chat about the pricing page”."),
    )
    on = day(_("When"), required=True)
    marks = forms.MultipleChoiceField(
        label=_("What happened"),
        choices=list(MARKS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    questions = text(_("Questions you had prepared"))
    agenda = text(_("Agenda"))
    notes = text(_("Notes"), 5)
    advice = text(_("Advice you got"), help_text=_("It comes back to you, so that you can tell what became of it."))
    plan = text(_("What you will do with it"))
    gave = text(_("What you gave"), 2)
    topic = forms.ChoiceField(label=_("Which skill it is about"), required=False)
    aim = line(_("Which goal or experiment it helps with"))
    seen = seen()

    def __init__(
        self,
        *args: Any,
        topics: Mapping[str, Topic],
        today: date,
        touch: Touch | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.topics, self.today, self.touch = topics, today, touch
        if topics:
            offer(self, "topic", [("", _("none in particular")), *((pid, one.title) for pid, one in topics.items())])
        else:
            del self.fields["topic"]
        self.follow_ups = Rows(self, "follow_up", _("To do %(n)d"), _("To do %(n)d, by"))
        self.follow_ups.add([(one.words, one.on) for one in touch.follow_ups] if touch else [])

    def clean_on(self) -> date | None:
        return in_the_past(self.cleaned_data["on"], self.today)

    def clean(self) -> dict[str, Any]:
        self.follow_ups.clean(self.today, dated=False)
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """The fields of `contents.Touch` that the form fills."""
        said = self.cleaned_data
        had = self.touch.follow_ups if self.touch else ()
        rows = [
            FollowUp(words, on, had[number].done_on if number < len(had) else None)
            for number, words, on in self.follow_ups.rows()
        ]
        return {name: said[name] for name in PLAIN} | {
            "marks": self._marks(),
            "topic": self.topics.get(said.get("topic", "")),
            "follow_ups": (*rows, *had[MOST_ROWS:]),
        }

    def _marks(self) -> tuple[Mark, ...]:
        """Those ticked, and those that the words say: what was given was given. Without any it was a hello."""
        said = self.cleaned_data
        ticked = {Mark(mark) for mark in said["marks"]}
        ticked |= {Mark.GAVE} if said["gave"] else set()
        ticked |= {Mark.RECEIVED} if said["advice"] else set()
        return tuple(mark for mark in Mark if mark in ticked) or (Mark.HELLO,)

    def parts(self) -> list[Part]:
        """The fields as they stand on the page."""
        groups = [
            (_("The talk"), ("words", "on", "marks"), False),
            (_("What came of it"), ("notes", "advice", "plan", "gave", "topic", "aim"), True),
            (_("What you will do, with a day"), tuple(self.follow_ups.names), True),
            (_("What you had prepared"), ("questions", "agenda"), True),
        ]
        return [
            Part(title, [self[name] for name in names if name in self.fields], folds)
            for title, names, folds in groups
        ]


class TouchNewForm(TouchForm):
    pass


class TouchEditForm(TouchForm):
    pass


class FollowUpDoneForm(forms.Form):
    number = forms.IntegerField(min_value=0, max_value=MOST_ROWS * 10)


def first_values(touch: Touch) -> dict[str, Any]:
    """What a form about a touchpoint shows."""
    shown = {name: getattr(touch, name) for name in PLAIN}
    return shown | {"marks": list(touch.marks), "topic": touch.topic.pid if touch.topic else ""}
