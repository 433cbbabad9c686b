"""The page about somebody on a board, and the list of all: what stands there, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from mentors.cadence import Band, Rhythm, cadence_of
from mentors.contents import FollowUp, Member, Ring, Seat, Touch, Way
from mentors.desk import Desk, Held
from mentors.giving import Suggestion, balance, suggestions
from mentors.summing import line_of
from mentors.wording import cadence_words, marks_words, rhythm_words, seats_words, way_words

A_PAGE, TALKS_ON_A_PAGE = 50, 20
RETIRED = "retired"
TABS = {
    Ring.BOARD.value: gettext_lazy("On the board"),
    Ring.PEERS.value: gettext_lazy("Peers"),
    Ring.WIDER.value: gettext_lazy("Wider network"),
    RETIRED: pgettext_lazy("people", "Retired"),
}
VIEWS = {
    "inside": gettext_lazy("in your organisation"),
    "outside": gettext_lazy("from outside"),
    "ahead": gettext_lazy("ahead of you"),
    "peer": gettext_lazy("beside you"),
    "behind": gettext_lazy("behind you"),
    "colleague": gettext_lazy("colleague"),
    "teacher": gettext_lazy("teacher"),
    "author": gettext_lazy("author"),
    "speaker": gettext_lazy("speaker"),
    ("function", "same"): gettext_lazy("the same function"),
    ("function", "other"): gettext_lazy("another function"),
    ("industry", "same"): gettext_lazy("the same industry"),
    ("industry", "other"): gettext_lazy("another industry"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the list: `seats` and `state` are lines."""

    held: Held[Member]
    seats: str
    state: str

    @property
    def member(self) -> Member:
        return self.held.contents


def ring_of(member: Member) -> str:
    return RETIRED if member.retired_on else member.ring.value


def tabs(desk: Desk) -> list[Tab]:
    """The rings, each with how many people are in it."""
    rings = [ring_of(held.contents) for held in desk.members.values()]
    return [Tab(key, str(title), rings.count(key)) for key, title in TABS.items()]


def in_ring(desk: Desk, ring: str) -> list[Held[Member]]:
    return [held for held in desk.members.values() if ring_of(held.contents) == ring]


def rows(desk: Desk, shown: list[Held[Member]], today: date) -> list[Row]:
    rhythms = desk.rhythms(today)
    return [
        Row(held, seats_words(held.contents, desk.needs), state(held, rhythms.get(held.pid), today)) for held in shown
    ]


def state(held: Held[Member], rhythm: Rhythm | None, today: date) -> str:
    return rhythm_words(rhythm, held.contents, today) if rhythm else _("not on the board any more")


@dataclass(frozen=True, slots=True)
class Talk:
    """A touchpoint with its public id."""

    pid: str
    touch: Touch

    @property
    def line(self) -> str:
        return line_of(self.touch)

    @property
    def marks(self) -> str:
        return marks_words(self.touch.marks)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What was written besides the line: heading, text."""
        touch = self.touch
        parts = [
            (_("Notes"), touch.notes),
            (_("Advice you got"), touch.advice),
            (_("What you will do with it"), touch.plan),
            (_("What you gave"), touch.gave),
            (_("Questions you had prepared"), touch.questions),
            (_("Agenda"), touch.agenda),
            (_("Goal or experiment"), touch.aim),
        ]
        return [(title, text) for title, text in parts if text]

    @property
    def done(self) -> list[FollowUp]:
        return [item for item in self.touch.follow_ups if item.done_on]


@dataclass(frozen=True)
class MemberPage:
    """Somebody, as they stand on the day `today`."""

    desk: Desk
    held: Held[Member]
    talks: list[Talk]
    today: date

    @property
    def member(self) -> Member:
        return self.held.contents

    @property
    def seats(self) -> list[tuple[str, Seat]]:
        """The open seats they hold, by public id."""
        held = [(pid, self.desk.needs[pid]) for pid in self.member.seats if pid in self.desk.needs]
        return [(pid, seat) for pid, seat in held if not seat.retired_on]

    @cached_property
    def rhythm(self) -> Rhythm | None:
        return self.desk.rhythms(self.today).get(self.held.pid)

    @property
    def state(self) -> str:
        return state(self.held, self.rhythm, self.today)

    @property
    def cadence(self) -> str:
        return cadence_words(cadence_of(self.member, self.desk.needs))

    @property
    def way(self) -> str:
        return way_words(self.member)

    @property
    def further(self) -> bool:
        """Whether the two have talked since the owner only followed them from afar."""
        return self.member.way is Way.READER and self.member.summary.count > 0

    @property
    def rests(self) -> bool:
        rhythm = self.rhythm
        return rhythm is not None and rhythm.band is Band.RESTING

    @property
    def view(self) -> list[str]:
        """From where they look, in words."""
        view = self.member.view
        plain = [VIEWS[name] for name in (view.inside, view.ahead, view.role) if name in VIEWS]
        pairs = (("function", view.function), ("industry", view.industry))
        return [str(words) for words in (*plain, *(VIEWS[pair] for pair in pairs if pair in VIEWS))]

    @property
    def balance(self) -> list[str]:
        return balance(self.member.summary, self.today)

    @property
    def gifts(self) -> list[Suggestion]:
        return suggestions(self.member, self.today)


def talks_of(desk: Desk, member: str) -> list[Talk]:
    """The touchpoints with somebody (public id), the latest first. Raises Http404."""
    return [Talk(pid, held.contents) for pid, held in desk.touches(member).items()]
