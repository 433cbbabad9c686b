"""The board as a table with its seats, as SVG. Pure.

The seats sit in pairs left and right of the table, an odd one at its head; the owner sits at its foot. The table
grows with them, up to MOST; what is more becomes one seat that leads to the list below the picture, which says
everything that the picture says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ladders.pictures.text_fit import width

MOST = 13
WIDE, MIDDLE, PITCH, ABOVE = 640, 320, 110, 120
LABEL, NAME, TABLE = 184, 160, 250  # how wide a need may be, a name, and words on the table


@dataclass(frozen=True, slots=True)
class Place:
    """A seat as the picture shows it. `state` is due, rest, vacant or "" (fine); `initials` of the first who holds
    it; `who` says in words who holds it and how that stands.
    """

    need: str
    who: str
    href: str
    state: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a seat is; `above`: its words stand above it."""

    x: float
    y: float
    above: bool


def table(places: Sequence[Place], *, more: str, line: str, note: str) -> SafeString:
    """The picture. `more`: where the seat leads that stands for the seats without room; `line` and `note`: the words
    on the table. Empty without seats.
    """
    if not places:
        return mark_safe("")
    shown = list(places) if len(places) <= MOST else [*places[: MOST - 1], rest(len(places) - MOST + 1, more)]
    reach = reach_of(len(shown))
    height = 2 * reach + 194
    seats = "".join(seat(place, spot) for place, spot in zip(shown, spots(len(shown)), strict=True))
    name = ngettext("Your board as a table with %(n)d seat", "Your board as a table with %(n)d seats", len(places))
    return mark_safe(
        f'<svg class="seats" viewBox="0 6 {WIDE} {height}" direction="ltr" role="group"'
        f' aria-label="{escape(name % {"n": len(places)})}">{wood(reach, line, note)}{seats}</svg>'
    )


def rest(count: int, href: str) -> Place:
    """The seat that stands for those without room."""
    words = ngettext("%(n)d more seat", "%(n)d more seats", count) % {"n": count}
    return Place(words, _("in the list below"), href, initials=f"+{count}")


def reach_of(count: int) -> int:
    """How far from the middle of the table the outermost pair of seats is."""
    return max(PITCH, PITCH * (count // 2 - 1) // 2)


def spots(count: int) -> list[Spot]:
    """Where so many seats are: up the left side, over the head, down the right side."""
    reach, pairs = reach_of(count), count // 2
    middle = reach + ABOVE
    offsets = [PITCH * (number - (pairs - 1) / 2) for number in range(pairs)]
    out = max(reach * 1.4157, 1)
    sides = [(236 * sqrt(max(0.0, 1 - (offset / out) ** 2)), middle + offset, offset < 0) for offset in offsets]
    left = [Spot(MIDDLE - aside, y, above) for aside, y, above in reversed(sides)]
    right = [Spot(MIDDLE + aside, y, above) for aside, y, above in sides]
    head = [Spot(MIDDLE, middle - reach - 46, True)] if count % 2 else []
    return [*left, *head, *right]


def wood(reach: int, line: str, note: str) -> str:
    """The table with its words, and the owner at its foot."""
    middle = reach + ABOVE
    deep = reach - 26
    you = middle + reach + 46
    return (
        f'<ellipse class="wood" cx="{MIDDLE}" cy="{middle}" rx="162" ry="{deep}"/>'
        f'<ellipse class="grain" cx="{MIDDLE}" cy="{middle}" rx="149" ry="{deep - 11}"/>'
        f"{text('title big', MIDDLE, middle - 4, clipped(line, TABLE, 21))}"
        f"{text('low', MIDDLE, middle + 20, clipped(note, TABLE, 13))}"
        f'<circle class="seat you" cx="{MIDDLE}" cy="{you}" r="29"/>{text("initials you", MIDDLE, you + 5, _("you"))}'
    )


def seat(place: Place, spot: Spot) -> str:
    """One seat: a link that says all of it, also what had to be cut off beside it."""
    up, down = (-54, -37) if spot.above else (46, 63)
    mark = (
        f'<path class="add" d="M{spot.x - 7:.0f} {spot.y:.0f}h14m-7-7v14"/>'
        if place.state == "vacant"
        else text(f"initials {place.state}", spot.x, spot.y + 5, place.initials)
    )
    said = _("%(need)s: %(who)s") % {"need": place.need, "who": place.who}
    return (
        f'<a href="{escape(place.href)}" aria-label="{escape(said)}">'
        f'<circle class="seat {place.state}" cx="{spot.x:.0f}" cy="{spot.y:.0f}" r="27"/>{mark}'
        f"{text('title', spot.x, spot.y + up, clipped(place.need, LABEL, 16))}"
        f"{text('low', spot.x, spot.y + down, clipped(place.who, NAME, 13))}</a>"
    )


def text(css: str, x: float, y: float, words: str) -> str:
    return f'<text class="{css.strip()} mid" x="{x:.0f}" y="{y:.0f}">{escape(words)}</text>' if words else ""


def clipped(words: str, limit: float, size: int) -> str:
    """As much of a text as fits into `limit`, with an ellipsis where something was cut off."""
    line = " ".join(words.split())
    if width(line, size, bold=False) <= limit:
        return line
    low, high = 0, len(line)
    while low < high:
        half = (low + high + 1) // 2
        if width(f"{line[:half].rstrip()}…", size, bold=False) <= limit:
            low = half
        else:
            high = half - 1
    return f"{line[:low].rstrip()}…"
