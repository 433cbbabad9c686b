"""Give before ask: when the owner last gave somebody something, in words, and what they could give now. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentors.contents import Mark, Member, Owed, Summary

RECENT = timedelta(days=45)
MOST = 5
SHORT = 80  # characters of somebody's words inside a sentence


class Gift(StrEnum):
    """What one can give without being asked."""

    OUTCOME = "outcome"
    THANKS = "thanks"
    MILESTONE = "milestone"
    ARTICLE = "article"
    INTRODUCTION = "introduction"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to give, as a sentence; `touch` is the touchpoint whose advice it tells about (public id)."""

    gift: Gift
    words: str
    touch: str = ""


def when(day: date, today: date) -> str:
    """A day as people remember it: the month, with the year if it was another one."""
    return date_format(day, "F" if day.year == today.year else "F Y")


def last_gave(summary: Summary, today: date) -> str:
    """When the owner last gave this person something, as a sentence."""
    day = summary.days.get(Mark.GAVE)
    if day is None:
        return _("You have not noted giving anything yet.")
    return _("You last gave something in %(month)s.") % {"month": when(day, today)}


def last_asked(summary: Summary, today: date) -> str:
    """When the owner last asked, as a sentence; empty if they never did."""
    day = summary.days.get(Mark.ASKED)
    return _("You last asked for something in %(month)s.") % {"month": when(day, today)} if day else ""


def is_ones_turn(summary: Summary) -> bool:
    """Whether the owner asked or received after they last gave."""
    had = [summary.days[mark] for mark in (Mark.ASKED, Mark.RECEIVED) if mark in summary.days]
    gave = summary.days.get(Mark.GAVE)
    return bool(had) and (gave is None or gave < max(had))


def balance(summary: Summary, today: date) -> list[str]:
    """Give and take with one person, in sentences and never in figures."""
    if not summary.count:
        return [_("You have not noted a talk yet. A first small gift is a good beginning.")]
    said = [last_gave(summary, today), last_asked(summary, today)]
    if is_ones_turn(summary):
        said.append(_("It is your turn to give something before you ask again."))
    return [one for one in said if one]


def suggestions(member: Member, today: date) -> list[Suggestion]:
    """What the owner could give this person now, the most fitting first."""
    found = [*outcomes(member.summary), *thanks(member.summary), *milestones(member, today)]
    return [*found, *always(member)][:MOST]


def outcomes(summary: Summary) -> list[Suggestion]:
    """Advice of which its giver has not heard what became; the latest two."""
    return [
        Suggestion(
            Gift.OUTCOME, _("Tell them what became of “%(advice)s”.") % {"advice": short(owed.words)}, owed.touch
        )
        for owed in summary.owed[::-1][:2]
    ]


def thanks(summary: Summary) -> list[Suggestion]:
    """Thanks, where something was received and nothing given since."""
    received, gave = summary.days.get(Mark.RECEIVED), summary.days.get(Mark.GAVE)
    if received is None or (gave and gave >= received):
        return []
    words = _("Thank them for what you received on %(day)s, and say what you did with it.")
    return [Suggestion(Gift.THANKS, words % {"day": date_format(received, "j F Y")})]


def milestones(member: Member, today: date) -> list[Suggestion]:
    """A word about something that happened lately, or is about to."""
    near = [one for one in member.milestones if abs(one.on - today) <= RECENT]
    near.sort(key=lambda one: abs(one.on - today))
    words = _("Send a word about “%(what)s”, %(day)s.")
    return [
        Suggestion(Gift.MILESTONE, words % {"what": short(one.words), "day": date_format(one.on, "j F")})
        for one in near[:1]
    ]


def always(member: Member) -> list[Suggestion]:
    """What nearly anybody is glad of."""
    topic = member.strengths[0].title if member.strengths else ""
    article = (
        _("Send something worth reading about %(topic)s, with one line on why.") % {"topic": topic}
        if topic
        else _("Send something worth reading, with one line on why you thought of them.")
    )
    return [
        Suggestion(Gift.ARTICLE, article),
        Suggestion(Gift.INTRODUCTION, _("Introduce them to somebody they would like to know; ask both first.")),
        Suggestion(Gift.FEEDBACK, _("Tell them what of their work you used, and what it changed.")),
    ]


def outcome_letter(name: str, owed: Owed, today: date) -> str:
    """Words to begin with when the owner tells somebody what became of their advice."""
    return _(
        "Hello %(name)s,\n\nin %(month)s you told me: “%(advice)s”\n\n"
        "I tried it. What became of it: [one or two lines].\n\nThank you. No need to answer.\n"
    ) % {"name": name, "month": when(owed.on, today), "advice": owed.words}


def thanks_letter(name: str) -> str:
    """Words to begin with when the owner thanks somebody and lets them go."""
    return _(
        "Hello %(name)s,\n\nthank you for the time you gave me. What I took from it: [one or two lines].\n\n"
        "If I can ever help you with something, tell me.\n"
    ) % {"name": name}


def short(words: str) -> str:
    """The beginning of a text, to stand inside a sentence."""
    line = " ".join(words.split()).rstrip(".")
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
