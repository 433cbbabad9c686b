"""What stands on a board, as frozen values: a seat, a person, a touchpoint, the settings. Nothing of the database.

All of it is private. It is stored sealed (`mentors/sealing.py`), so a field more with a default needs no migration,
and a field less is left out when it is read. People here are words: never a link to anybody's account.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Ring(StrEnum):
    """Where somebody stands: at the table, beside it, or further out."""

    BOARD = "board"
    PEERS = "peers"
    WIDER = "wider"


class Way(StrEnum):
    """How far the two have come."""

    READER = "reader"
    ASKED = "asked"
    NOW_AND_THEN = "now_and_then"
    MENTOR = "mentor"


class Mark(StrEnum):
    """What happened at a touchpoint; several may be true at once."""

    ASKED = "asked"
    RECEIVED = "received"
    GAVE = "gave"
    HELLO = "hello"


RINGS = {Ring.BOARD: _("on the board"), Ring.PEERS: _("a peer"), Ring.WIDER: _("wider network")}
WAYS = {
    Way.READER: _("you follow from afar"),
    Way.ASKED: _("one small ask"),
    Way.NOW_AND_THEN: _("now and then"),
    Way.MENTOR: _("mentor"),
}
MARKS = {
    Mark.ASKED: _("you asked"),
    Mark.RECEIVED: _("you received"),
    Mark.GAVE: _("you gave"),
    Mark.HELLO: _("a hello"),
}


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often, in days: as the owner wishes, and at worst. `worst` is never less than `wish`."""

    wish: int
    worst: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A skill of the owner's ladder: its public id, and its title as it was when it was chosen."""

    pid: str
    title: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something worth remembering about somebody: a launch, a new job, a birth."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something the owner will do after a talk; `on` None: no day was set."""

    words: str
    on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A need, for which one looks for people. A retired one is kept with its words."""

    need: str
    opened_on: date
    why: str = ""
    topic: Topic | None = None
    cadence: Cadence | None = None
    place: int = 0
    retired_on: date | None = None
    retired_words: str = ""


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """From where somebody looks. "" is not said."""

    inside: str = ""  # inside, outside
    function: str = ""  # same, other
    industry: str = ""  # same, other
    ahead: str = ""  # ahead, peer, behind
    role: str = ""  # colleague, teacher, author, speaker


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A follow-up that is not done: which touchpoint (public id), which of its follow-ups, and what it says."""

    touch: str
    number: int
    words: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """Advice of which the one who gave it has not heard what became: which touchpoint, and when it was."""

    touch: str
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Summary:
    """What all touchpoints with somebody come to, so that the board need not open them.

    `last_on` is the latest day of any; `days`: mark → the latest day; `months`: "2026-11" → mark → how many, for the
    latest months; `last_words` the line of the latest.
    """

    count: int = 0
    last_on: date | None = None
    last_words: str = ""
    last_marks: tuple[Mark, ...] = ()
    days: dict[Mark, date] = field(default_factory=dict)
    months: dict[str, dict[Mark, int]] = field(default_factory=dict)
    open: tuple[OpenItem, ...] = ()
    owed: tuple[Owed, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody the owner asks, or would like to ask. `seats` are public ids; `cadence` goes before the seats'.

    `aware` says whether they know. `boundaries` are their wishes ("prefers mail, no evenings"), `quiet_from` and
    `quiet_until` a time in which they are left alone. `met_at` names an event. `ask`: a first question in the making;
    `questions` and `gift`: what is prepared for the next talk, to ask and to give.
    `reach` says where and how they are best found.
    """

    name: str
    added_on: date
    why: str = ""
    how: str = ""
    title: str = ""
    reach: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    ring: Ring = Ring.BOARD
    way: Way = Way.READER
    aware: bool = False
    boundaries: str = ""
    quiet_from: date | None = None
    quiet_until: date | None = None
    view: Viewpoint = Viewpoint()
    strengths: tuple[Topic, ...] = ()
    seats: tuple[str, ...] = ()
    cadence: Cadence | None = None
    snoozed_until: date | None = None
    resting_since: date | None = None
    retired_on: date | None = None
    retired_words: str = ""
    met_at: str = ""
    met_on: date | None = None
    milestones: tuple[Milestone, ...] = ()
    ask: str = ""
    questions: str = ""
    gift: str = ""
    summary: Summary = Summary()

    @property
    def initials(self) -> str:
        words = [word for word in self.name.split() if word[0].isalnum()] or self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


@dataclass(frozen=True, slots=True)
class Touch:
    """One contact: a line ("had a chat today"), or in full. `told_on`: when they heard what became of the advice."""

    on: date
    words: str = ""
    marks: tuple[Mark, ...] = (Mark.HELLO,)
    questions: str = ""
    agenda: str = ""
    notes: str = ""
    advice: str = ""
    plan: str = ""
    gave: str = ""
    topic: Topic | None = None
    aim: str = ""
    follow_ups: tuple[FollowUp, ...] = ()
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How the owner wants it. `per_week`: how many people may be due in a week; `digest`: the day of the weekly mail,
    Monday is 0, None for none. `reviewed_on`, `reviewed_stage` and `reviewed_aim`: when they last asked whether
    the board still fits, and where they stood. `feed`: what the calendar shows; `feed_names`: with names.
    """

    per_week: int = 2
    digest: int | None = None
    digest_sent_on: date | None = None
    reviewed_on: date | None = None
    reviewed_stage: str = ""
    reviewed_aim: str = ""
    feed: tuple[str, ...] = ()
    feed_names: bool = False
