"""What a session tells, in words: the spread of a skill, and how a manager rates beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from calibration.scale import level_name, places
from calibration.spread import Band, Spread
from ladders.chart import Chart


@dataclass(frozen=True)
class Words:
    """Speaks about the levels of one ladder version."""

    chart: Chart

    @property
    def levels(self) -> Sequence[int]:
        return places(self.chart)

    def level(self, level: int | None) -> str:
        return _("cannot say") if level is None else level_name(self.chart, level, _("Not yet"))

    def place(self, place: int) -> str:
        return self.level(self.levels[place])

    def band(self, band: Band) -> str:
        low, high = band
        if low == high:
            return self.place(low)
        return _("%(low)s or %(high)s") % {"low": self.place(low), "high": self.place(high)}

    def spread(self, told: Spread) -> str:
        """One or two sentences that say all that the picture shows."""
        if told.is_hidden:
            return _("Hidden to protect people.")
        if told.middle:
            start = _("%(n)d ratings or more, the middle one at %(band)s.") % {
                "n": told.least,
                "band": self.band(told.middle),
            }
            return f"{start} {self.half(told.half)}" if told.half else start
        counted = [
            _("%(n)d or more at %(level)s") % {"n": count, "level": self.place(place)}
            for place, count in sorted(told.cells.items())
            if count
        ]
        start = _("%(n)d ratings or more.") % {"n": told.least}
        if not counted:
            return start + " " + _("They lie wide apart: fewer than five at each level.")
        listed = get_text_list(counted, _("and"))
        if len(counted) == len(told.cells):
            return _("%(start)s %(listed)s.") % {"start": start, "listed": listed}
        return _("%(start)s %(listed)s; fewer than five at each other level.") % {"start": start, "listed": listed}

    def half(self, half: Band) -> str:
        ends = {"low": self.place(half[0]), "high": self.place(half[1])}
        if half[0] == half[1]:
            return _("Half of them around it are there, too.")
        return _("Half of them around it lie from %(low)s to %(high)s.") % ends


def own_tendency(steps: int | None) -> str:
    """How the reader rates beside the group."""
    return {
        None: _("Too few of your ratings can be compared to say how they lie beside the group’s."),
        -2: _("Over all skills, your ratings lie two steps or more below the middle of the group."),
        -1: _("Over all skills, your ratings lie about one step below the middle of the group."),
        0: _("Over all skills, your ratings lie about where the middle of the group is."),
        1: _("Over all skills, your ratings lie about one step above the middle of the group."),
        2: _("Over all skills, your ratings lie two steps or more above the middle of the group."),
    }[steps]


def tendency_of(steps: int | None) -> str:
    """The same about somebody else, in short."""
    return {
        None: _("too few ratings to say"),
        -2: _("two steps or more below the middle"),
        -1: _("about one step below the middle"),
        0: _("about in the middle"),
        1: _("about one step above the middle"),
        2: _("two steps or more above the middle"),
    }[steps]
