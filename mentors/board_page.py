"""What the board's own page shows: the table, who is due, the free seats, and what it comes to in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ladders.reading import Place
from mentors import cadence, contents, fitting, picture, viewpoints
from mentors.cadence import Band, Rhythm
from mentors.contents import Ring, Topic
from mentors.coverage import Coverage, coverage
from mentors.desk import Desk, Held
from mentors.give_and_take import give_and_take
from mentors.giving import last_asked, last_gave
from mentors.wording import cadence_words, rhythm_words

BANDS = {
    Band.DUE: gettext_lazy("Due"),
    Band.SOON: gettext_lazy("Soon"),
    Band.FINE: gettext_lazy("Fine"),
    Band.RESTING: gettext_lazy("Resting"),
}
CALM = frozenset({Band.FINE, Band.RESTING})  # of these only who is at the table is listed
SHOWN = 8  # in one band; the others are one page away


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a band. `needs`: of the seats they hold; `facts`: rhythm and next day; `last` and `about`: when the
    last contact was, and what about; `said`: give and take in sentences; `owed`: they gave advice and have not heard
    what became of it.
    """

    pid: str
    member: contents.Member
    needs: tuple[str, ...]
    facts: tuple[str, ...]
    last: str
    about: str
    said: tuple[str, ...]
    owed: bool


@dataclass(frozen=True, slots=True)
class BandOf:
    """One band: its lines, as many as are shown, and how many there are."""

    band: Band
    title: str
    lines: tuple[Line, ...]
    count: int

    @property
    def busy(self) -> bool:
        return self.band not in CALM

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def day_words(day: date, today: date) -> str:
    """ "4 June", with the year if it is another one."""
    return date_format(day, "j F" if day.year == today.year else "j F Y")


@dataclass(frozen=True)
class BoardPage:
    """`gaps`: the skills that are open for the owner; `place`: where they are on their ladder."""

    desk: Desk
    gaps: list[Topic]
    place: Place | None
    today: date

    @cached_property
    def rhythms(self) -> dict[str, Rhythm]:
        return self.desk.rhythms(self.today)

    @cached_property
    def holders(self) -> dict[str, list[Held[contents.Member]]]:
        """Who holds each open seat, in its order."""
        found: dict[str, list[Held[contents.Member]]] = {pid: [] for pid in self.desk.open_seats}
        for held in self.desk.sitting.values():
            for pid in held.contents.seats:
                if pid in found:
                    found[pid].append(held)
        return found

    @cached_property
    def free(self) -> list[Held[contents.Seat]]:
        """Seats that nobody holds."""
        return [self.desk.seats[pid] for pid, held in self.holders.items() if not held]

    @property
    def open_pids(self) -> set[str]:
        """The skills that are open for the owner, by public id."""
        return {topic.pid for topic in self.gaps}

    @property
    def empty(self) -> bool:
        return not self.desk.open_seats and not self.desk.sitting

    @cached_property
    def bands(self) -> list[BandOf]:
        return [band for kind in Band if (band := self.band(kind)).count]

    def band(self, kind: Band) -> BandOf:
        """Everybody who is due or soon; of the others those at the table. The latest first."""
        members = self.desk.sitting
        pids = [
            pid
            for pid, rhythm in self.rhythms.items()
            if rhythm.band is kind and (kind not in CALM or members[pid].contents.ring is Ring.BOARD)
        ]
        pids.sort(key=lambda pid: self.rhythms[pid].due_on or date.max)
        lines = tuple(self.line(pid) for pid in pids[:SHOWN])
        return BandOf(kind, str(BANDS[kind]), lines, len(pids))

    def line(self, pid: str) -> Line:
        member, rhythm = self.desk.members[pid].contents, self.rhythms[pid]
        summary, today = member.summary, self.today
        facts = [cadence_words(cadence.cadence_of(member, self.desk.needs))]
        if rhythm.band is not Band.DUE or rhythm.is_late(today):
            facts.append(rhythm_words(rhythm, member, today))
        last = _("Last contact on %(day)s") % {"day": day_words(summary.last_on, today)} if summary.last_on else ""
        said = (last_asked(summary, today), last_gave(summary, today)) if summary.count else ()
        needs = tuple(self.desk.needs[seat].need for seat in member.seats if seat in self.desk.open_seats)
        return Line(
            pid,
            member,
            needs,
            facts=tuple(filter(None, facts)),
            last=last,
            about=summary.last_words.rstrip(" ."),
            said=tuple(filter(None, said)),
            owed=bool(summary.owed),
        )

    @cached_property
    def first(self) -> Line | None:
        """Whoever is due for the longest time."""
        return next((band.lines[0] for band in self.bands if band.band is Band.DUE), None)

    @cached_property
    def lede(self) -> str:
        """How many needs, how many people, how many free seats."""
        seats, people, free = len(self.desk.open_seats), len(self.at_table), len(self.free)
        return " ".join(
            (
                ngettext("%(n)d thing you want help with.", "%(n)d things you want help with.", seats) % {"n": seats},
                ngettext("%(n)d person at your table.", "%(n)d people at your table.", people) % {"n": people}
                if people
                else _("Nobody is at your table yet."),
                ngettext("%(n)d seat is free.", "%(n)d seats are free.", free) % {"n": free}
                if free
                else _("No seat is free."),
            )
        )

    @cached_property
    def at_table(self) -> list[contents.Member]:
        members = (held.contents for held in self.desk.sitting.values())
        return [member for member in members if member.ring is Ring.BOARD]

    @property
    def around(self) -> int:
        """How many peers and people of the wider network there are."""
        return len(self.desk.sitting) - len(self.at_table)

    @cached_property
    def table(self) -> str:
        """The picture, and on it how many seats are taken and how many people are due."""
        taken, seats = len(self.desk.open_seats) - len(self.free), len(self.desk.open_seats)
        line = ngettext("%(taken)d of %(n)d seat taken", "%(taken)d of %(n)d seats taken", seats)
        counts = {band.band: band.count for band in self.bands}
        note = _("%(due)d due, %(soon)d soon") % {"due": counts.get(Band.DUE, 0), "soon": counts.get(Band.SOON, 0)}
        places = [self.at(pid) for pid in self.desk.open_seats]
        return picture.table(places, more="#seats", line=line % {"taken": taken, "n": seats}, note=note)

    def at(self, pid: str) -> picture.Place:
        """A seat as the picture shows it."""
        need, held = self.desk.needs[pid].need, self.holders[pid]
        if not held:
            return picture.Place(need, _("nobody yet"), f"{reverse('member_new')}?seat={pid}", "vacant")
        url = reverse("seat_people", args=[pid]) if held[1:] else reverse("member_show", args=[held[0].pid])
        return picture.Place(need, self.who(held), url, self.state(held), held[0].contents.initials)

    def state(self, held: list[Held[contents.Member]]) -> str:
        bands = {self.rhythms[one.pid].band for one in held}
        return "due" if Band.DUE in bands else "rest" if bands == {Band.RESTING} else ""

    def who(self, held: list[Held[contents.Member]]) -> str:
        """Who holds a seat and how that stands, such as "Ines Duarte, due"."""
        words = {"due": _("%(who)s, due"), "rest": _("%(who)s, resting"), "": "%(who)s"}
        name, others = held[0].contents.name, len(held) - 1
        more = ngettext("%(name)s and %(n)d more", "%(name)s and %(n)d more", others)
        return words[self.state(held)] % {"who": more % {"name": name, "n": others} if others else name}

    @cached_property
    def seats(self) -> list[tuple[Held[contents.Seat], list[Held[contents.Member]]]]:
        """The same table as a list: each open seat with who holds it."""
        return [(self.desk.seats[pid], held) for pid, held in self.holders.items()]

    @cached_property
    def retired(self) -> list[Held[contents.Seat]]:
        return [held for held in self.desk.seats.values() if held.contents.retired_on]

    @cached_property
    def exchange(self) -> list[str]:
        return give_and_take((held.contents.summary for held in self.desk.members.values()), self.today)

    @cached_property
    def views(self) -> list[str]:
        return viewpoints.mix(member.view for member in self.at_table)

    @cached_property
    def coverage(self) -> Coverage:
        members: Mapping[str, Held[contents.Member]] = self.desk.sitting
        return coverage(self.gaps, self.desk.needs, (held.contents for held in members.values()))

    @cached_property
    def question(self) -> str:
        """Why the board might not fit any more; "" if there is no reason."""
        return fitting.question(self.desk, self.place, self.today)
