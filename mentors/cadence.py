"""Who is due, soon, fine or resting; and never more than a few in one week. Pure.

The rhythm is the owner's wish; "at worst" only says from when on somebody is late. Two a week is the default: a board
of four to seven people on a quarterly rhythm needs less than one talk a week, and nobody works off a list of more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from mentors.contents import Cadence, Member, Seat

SOON = timedelta(days=14)
WEEK = timedelta(days=7)
LEAST, MOST = 1, 1_100  # days: three years
CHOICES: Mapping[str, Cadence] = {
    "weekly": Cadence(7, 14),
    "monthly": Cadence(30, 45),
    "quarterly": Cadence(91, 135),
    "halfyearly": Cadence(182, 270),
    "yearly": Cadence(365, 450),
}


class Band(StrEnum):
    DUE = "due"
    SOON = "soon"
    FINE = "fine"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How it stands with one member: `due_on` and `late_on` None without a rhythm. `moved`: it would be due, and
    waits for a week with room, which begins to count on `due_on`.
    """

    band: Band
    due_on: date | None = None
    late_on: date | None = None
    moved: bool = False

    def is_late(self, today: date) -> bool:
        return self.band is Band.DUE and self.late_on is not None and self.late_on < today


def cadence_of(member: Member, seats: Mapping[str, Seat]) -> Cadence | None:
    """The member's own rhythm, else the quickest of their seats."""
    if member.cadence:
        return member.cadence
    held = [seats[pid].cadence for pid in member.seats if pid in seats and not seats[pid].retired_on]
    return min((one for one in held if one), key=lambda one: one.wish, default=None)


def rhythm(member: Member, seats: Mapping[str, Seat], today: date) -> Rhythm:
    """How it stands with a member today, whoever else is due. Any contact starts the clock again."""
    if member.retired_on or member.resting_since:
        return Rhythm(Band.RESTING)
    if is_quiet(member, today):
        return Rhythm(
            Band.RESTING, due_on=after(member.quiet_until, timedelta(days=1)) if member.quiet_until else None
        )
    wanted = cadence_of(member, seats)
    if wanted is None:
        return Rhythm(Band.FINE)
    since = member.summary.last_on or member.added_on
    due, late = after(since, timedelta(days=wanted.wish)), after(since, timedelta(days=wanted.worst))
    if member.snoozed_until and member.snoozed_until > due:
        due, late = member.snoozed_until, max(late, member.snoozed_until)
    return Rhythm(_band(due, today), due, late)


def is_quiet(member: Member, today: date) -> bool:
    """Whether they asked to be left alone today; a time without an end is one as well."""
    begun = member.quiet_from is not None and member.quiet_from <= today
    return begun and (member.quiet_until is None or today <= member.quiet_until)


def spread(rhythms: Mapping[str, Rhythm], *, per_week: int, met: Iterable[date], today: date) -> dict[str, Rhythm]:
    """The same with at most `per_week` due in one week, the latest first; the others wait for a week with room.

    `met`: the days of this week's contacts, which take room, too. What somebody is late with keeps its `late_on`.
    """
    monday = today - timedelta(days=today.weekday())
    taken: Counter[date] = Counter({monday: sum(1 for day in met if monday <= day <= today)})
    found = dict(rhythms)
    waiting = [
        (one.late_on or one.due_on, one.due_on, key)
        for key, one in rhythms.items()
        if one.due_on is not None and one.band in (Band.DUE, Band.SOON)
    ]
    for _late, due, key in sorted(waiting):
        week = max(monday, due - timedelta(days=due.weekday()))
        while taken[week] >= per_week and week < date.max - 2 * WEEK:
            week += WEEK
        taken[week] += 1
        if week > due and week > monday:
            found[key] = replace(rhythms[key], band=_band(week, today), due_on=week, moved=True)
    return found


def after(day: date, later: timedelta) -> date:
    """A day that much later; the calendar ends somewhere."""
    try:
        return day + later
    except OverflowError:
        return date.max


def _band(due: date, today: date) -> Band:
    if due <= today:
        return Band.DUE
    return Band.SOON if due <= after(today, SOON) else Band.FINE
