"""The calendar's file: what RFC 5545 asks, whatever the titles are."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentors.calendar import Event, calendar, escaped, folded

AT = datetime(2026, 6, 15, 9, 30, tzinfo=UTC)
DAY = date(2026, 6, 15)


def test_the_whole_file() -> None:
    assert calendar("Career", [Event("a@x", DAY, "Career check-in")], at=AT).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Careerpath//Careerpath//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Career",
        "X-WR-CALNAME:Career",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "BEGIN:VEVENT",
        "UID:a@x",
        "DTSTAMP:20260615T093000Z",
        "DTSTART;VALUE=DATE:20260615",
        "DTEND;VALUE=DATE:20260616",
        "SUMMARY:Career check-in",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_the_last_day_there_is_has_no_end() -> None:
    text = calendar("C", [Event("a", date.max, "x"), Event("b", date.min, "x")], at=AT)
    assert "DTSTART;VALUE=DATE:99991231\r\nSUMMARY" in text
    assert "DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:00010102" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"),
        ("one\r\ntwo\rthree\nfour", "one\\ntwo\\nthree\\nfour"),
        ("x\x00\x07y", "xy"),
        ("END:VEVENT\r\nATTENDEE:mailto:a@x", "END:VEVENT\\nATTENDEE:mailto:a@x"),
    ],
)
def test_a_title_stays_a_title(text: str, said: str) -> None:
    assert escaped(text) == said


@given(st.text(max_size=400))
def test_lines_are_short_and_nothing_is_lost(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    pieces = list(folded(text))
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == text
    assert [piece for piece in pieces if len(piece.encode()) > 75] == []
    assert [piece for piece in pieces[1:] if piece[0] != " "] == []


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=120), max_size=5))
def test_no_title_makes_a_line_of_its_own(titles: list[str]) -> None:
    events = [Event(str(number), DAY, title) for number, title in enumerate(titles)]
    text = calendar("C", events, at=AT).replace("\r\n ", "")
    names = [line.split(":")[0].split(";")[0] for line in text.split("\r\n")[9:-2]]
    assert names == [*("BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP", "END")] * len(
        titles
    )
