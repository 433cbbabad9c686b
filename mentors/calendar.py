"""A calendar as a file (RFC 5545): whole days with a title, and nobody who is invited. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETS = 75  # of a line, without its end
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
PRODUCT = "-//Careerpath//Careerpath//EN"


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. `uid` is the same each time the calendar is fetched, and says nothing."""

    uid: str
    on: date
    title: str


def calendar(name: str, events: Iterable[Event], *, at: datetime) -> str:
    """The file, made at a moment (with its zone)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]
    lines += ["REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"]
    stamp = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for event in sorted(events, key=lambda one: (one.on, one.uid)):
        lines += event_lines(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in folded(line))


def event_lines(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{compact(event.on)}"
    if event.on < date.max:  # without an end it is that one day, too
        yield f"DTEND;VALUE=DATE:{compact(event.on + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(event.title)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def compact(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    """A text as the value of a property; control characters have no place in one."""
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for plain, coded in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, coded)
    return text


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, all but the first behind a space; no letter is cut."""
    piece, room = "", OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", OCTETS - 1
        piece += letter
        room -= size
    yield piece
