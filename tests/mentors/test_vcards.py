"""Address cards, in and out."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentors.bringing import checked, members
from mentors.contents import Member, Ring
from mentors.vcards import is_card, read_cards, write_cards

TODAY = date(2026, 6, 15)
APPLE = """BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//iPhone OS 17.0//EN\r
N:Duarte;Ines;;Dr.;\r
FN:Dr. Ines Duarte\r
ORG:Acme\\, Inc.;Product\r
TITLE:VP Product\r
item1.EMAIL;type=INTERNET;type=pref:ines@example.org\r
EMAIL;type=HOME:home@example.org\r
TEL;type=CELL;type=VOICE:+43 1 234\r
item2.URL;type=pref:example.org/ines\r
NOTE:Asked about pricing\\nand margins\\; twice\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r
 SkZJRgABAQ\r
END:VCARD\r
"""
OLD = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=
=AB
END:VCARD
"""
NEW = 'begin:vcard\nVERSION:4.0\nFN;LANGUAGE="ar;x":ليلى 🌱\nTEL;VALUE=uri:tel:+43-1\nURL:skype:layla\nend:vcard'


def test_a_card_of_a_telephone() -> None:
    (row,) = read_cards(APPLE).rows
    assert row.cells == {
        "name": "Dr. Ines Duarte",
        "title": "VP Product, Acme, Inc., Product",
        "email": "ines@example.org",
        "phone": "+43 1 234",
        "link": "https://example.org/ines",
        "why": "Asked about pricing\nand margins; twice",
    }
    assert checked(read_cards(APPLE), TODAY).problems == ()


def test_old_and_new_ones() -> None:
    assert [row.cells for row in read_cards(OLD).rows] == [{"name": "Zoë Müller"}]
    assert [row.cells for row in read_cards(NEW).rows] == [
        {"name": "ليلى 🌱", "phone": "+43-1", "reach": "skype:layla"}
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("BEGIN:VCARD\nFN:A", [(1, "This card has no end.")]),
        ("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD", [(1, "This card has no end.")]),
        (
            "BEGIN:VCARD\nEND:VCARD\nEND:VCARD",
            [(1, "There is no name."), (3, "A card ends here that did not begin.")],
        ),
        ("BEGIN:VCARD\nEMAIL:x\nEND:VCARD", [(1, "There is no name."), (1, "This is no mail address.")]),
        ("BEGIN:VCARD\nFN:A\x00\nEND:VCARD", [(1, "There is a character that no text has (NUL).")]),
    ],
)
def test_what_is_wrong(text: str, said: list[tuple[int, str]]) -> None:
    assert [(one.line, one.words) for one in checked(read_cards(text), TODAY).problems] == said


def test_what_is_a_card() -> None:
    assert is_card(" \n" + NEW)
    assert not is_card("name\nBEGIN:VCARD")


LINE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=120)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@given(name=LINE.filter(bool), title=LINE, why=LINE, phone=LINE)
def test_what_goes_out_comes_in(version: str, name: str, title: str, why: str, phone: str) -> None:
    out = Member(name, TODAY, title=title, why=why, phone=f"+{phone}", link="https://example.org/a?b=c;d,e")
    text = write_cards([out, out], version)
    assert [line for line in text.split("\r\n") if len(line.encode()) > 75] == []
    assert members(read_cards(text).rows, Ring.BOARD, TODAY) == [out, out]


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert read_cards(f"BEGIN:VCARD\n{text}\nEND:VCARD") is not None


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\nFN:A\nPHOTO:" + "\n ".join(["A" * 74] * 66_000) + "\nEND:VCARD",
        "BEGIN:VCARD\nN:" + "\\" * 4_900_000 + "\nEND:VCARD",
        "BEGIN:VCARD\nFN" + ";A" * 2_400_000 + "\nEND:VCARD",
        "BEGIN:VCARD\n" * 380_000,
        "BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 170_000,
    ],
    ids=["a picture", "backslashes", "parameters", "beginnings", "cards"],
)
def test_five_megabytes_are_read_at_once(text: str) -> None:
    start = perf_counter()
    read_cards(text)
    assert perf_counter() - start < 5
