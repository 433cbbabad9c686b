"""Address cards (vCard 3.0 and 4.0, RFC 2426 and 6350): few fields in, few out. Pure."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentors.bringing import LINE, MOST, Brought, Problem, Row
from mentors.calendar import escaped, folded
from mentors.contents import Member

BEGIN, END = "BEGIN:VCARD", "END:VCARD"
HEAD = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^";:])*)*):(.*)', re.DOTALL)
WANTED = {"FN", "N", "TITLE", "ORG", "EMAIL", "TEL", "URL", "NOTE"}
PART = re.compile(r"(?<!\\)(?:\\\\)*;")


@dataclass(frozen=True, slots=True)
class Property:
    line: int
    name: str
    value: str


def is_card(text: str) -> bool:
    return text.lstrip()[: len(BEGIN)].upper() == BEGIN


def read_cards(text: str) -> Brought:
    """The people on the cards. What else stands on them, pictures for example, is left out."""
    rows: list[Row] = []
    problems: list[Problem] = []
    card: dict[str, str] | None = None
    start = 1
    for number, line in unfolded(text):
        word = line.strip().upper()
        if word == BEGIN:
            if card is not None:
                problems.append(Problem(start, _("This card has no end.")))
            card, start = {}, number
        elif word == END:
            if card is None:
                problems.append(Problem(number, _("A card ends here that did not begin.")))
            else:
                rows.append(Row(start, cells_of(card)))
            card = None
        elif card is not None:
            keep(card, line)
        if len(rows) > MOST:
            break
    if card is not None:
        problems.append(Problem(start, _("This card has no end.")))
    return Brought(tuple(rows), tuple(problems))


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines as they were before they were folded, each with the number it begins on."""
    pieces: list[str] = []
    begun = 1
    for number, ended in enumerate(text.splitlines() if "\n" not in text else text.split("\n"), start=1):
        line = ended.rstrip("\r")
        if pieces and (line[:1] in (" ", "\t") or soft_break(pieces)):
            pieces.append(line[1:] if line[:1] in (" ", "\t") and not soft_break(pieces) else f"\n{line}")
        else:
            if pieces:
                yield begun, "".join(pieces)
            pieces, begun = [line], number
    if pieces:
        yield begun, "".join(pieces)


def soft_break(pieces: list[str]) -> bool:
    """Whether a line in the old way of writing goes on in the next one."""
    return pieces[-1].endswith("=") and "QUOTED-PRINTABLE" in pieces[0][:200].upper()


def keep(card: dict[str, str], line: str) -> None:
    """Puts a property on the card, the first of each name."""
    head = (
        HEAD.fullmatch(line) if line[:40].partition(":")[0].upper().split(";")[0].split(".")[-1] in WANTED else None
    )
    if head is None:
        return
    name, parameters, value = head[1].upper(), head[2].upper(), head[3]
    if "QUOTED-PRINTABLE" in parameters:
        value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    if value.strip(" ;"):
        card.setdefault(name, value.strip())


def cells_of(card: dict[str, str]) -> dict[str, str]:
    """The texts of a card by field of `contents.Member`; an address that is no link of the web says how to reach."""
    link, phone = plain(card.get("URL", "")), plain(card.get("TEL", ""))
    web = link.lower().startswith(("http://", "https://"))
    bare = bool(link) and ":" not in link
    found = {
        "name": plain(card.get("FN", "")) or name_of(card.get("N", "")),
        "title": ", ".join(filter(None, (plain(card.get("TITLE", "")), *parts(card.get("ORG", ""))))),
        "email": plain(card.get("EMAIL", "")).removeprefix("mailto:"),
        "phone": phone.removeprefix("tel:"),
        "link": link if web else f"https://{link}" if bare else "",
        "reach": "" if web or bare else link[:LINE],
        "why": plain(card.get("NOTE", "")),
    }
    return {field: text for field, text in found.items() if text}


def name_of(structured: str) -> str:
    """ "Duarte;Ines;;Dr.;" → "Dr. Ines Duarte"."""
    family, given, middle, before, after = (*parts(structured, blank=True), "", "", "", "", "")[:5]
    return " ".join(filter(None, (before, given, middle, family, after)))


def parts(value: str, *, blank: bool = False) -> list[str]:
    """The parts of a value that has several."""
    found = [plain(one) for one in split(value)]
    return found if blank else [one for one in found if one]


def split(value: str) -> list[str]:
    pieces, last = [], 0
    for match in PART.finditer(value):
        pieces.append(value[last : match.end() - 1])
        last = match.end()
    return [*pieces, value[last:]]


def plain(value: str) -> str:
    """A value without its backslashes."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL).strip()


def write_cards(members: Iterable[Member], version: str) -> str:
    """Cards of a version, "3.0" or "4.0"."""
    lines = [piece for member in members for line in card_of(member, version) for piece in folded(line)]
    return "".join(f"{line}\r\n" for line in lines)


def card_of(member: Member, version: str) -> Iterator[str]:
    yield BEGIN
    yield f"VERSION:{version}"
    yield f"FN:{escaped(member.name)}"
    yield f"N:{escaped(member.name)};;;;"
    for name, text in (("TITLE", member.title), ("EMAIL", member.email), ("TEL", member.phone), ("NOTE", member.why)):
        if text:
            yield f"{name}:{escaped(text)}"
    if member.link:  # an address is no text: nothing in it is escaped
        yield f"URL:{''.join(member.link.split())}"
    yield END
