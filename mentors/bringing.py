"""What somebody brings along becomes people on a board, or a list of what is wrong, line by line. Pure."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from mentors.contents import Member, Ring

NAME, LINE, TEXT, ADDRESS, LINK = 200, 300, 20_000, 254, 2_000
LENGTHS = {
    "name": NAME,
    "title": LINE,
    "how": LINE,
    "reach": LINE,
    "phone": LINE,
    "met_at": LINE,
    "email": ADDRESS,
    "link": LINK,
    "why": TEXT,
    "boundaries": TEXT,
}
FIRST_DAY = date(1950, 1, 1)
MOST, MOST_TOLD = 500, 50
ALL_TEXTS = 1_000_000  # bytes of one request
RING_WORDS = {"board": Ring.BOARD, "peer": Ring.PEERS, "peers": Ring.PEERS, "wider": Ring.WIDER}


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody as the file has them: the line they begin on, and the texts by field of `contents.Member`."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds. `unread` are its columns that mean nothing here. With problems it is not taken in at all."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()


def checked(brought: Brought, today: date) -> Brought:
    """The same with everything that is wrong with its rows."""
    wrong = [*brought.problems, *(problem for row in brought.rows for problem in problems_of(row, today))]
    if len(brought.rows) > MOST:
        wrong.append(Problem(brought.rows[MOST].line, _("At most 500 people at once.")))
    elif not brought.rows and not wrong:
        wrong.append(Problem(1, _("Nobody is in this file.")))
    elif len(packed(brought.rows).encode()) > ALL_TEXTS:
        wrong.append(Problem(1, _("All texts together are too long. Bring fewer people at once.")))
    return replace(brought, problems=tuple(sorted(wrong, key=lambda one: one.line)[:MOST_TOLD]))


def problems_of(row: Row, today: date) -> Iterator[Problem]:
    cells = row.cells
    if not cells.get("name"):
        yield Problem(row.line, _("There is no name."))
    for field, text in cells.items():
        if "\x00" in text:
            yield Problem(row.line, _("There is a character that no text has (NUL)."))
        if len(text) > LENGTHS.get(field, LINE):
            words = {"field": field, "most": LENGTHS.get(field, LINE)}
            yield Problem(row.line, _("“%(field)s” is longer than %(most)d characters.") % words)
    if cells.get("email") and not passes(EmailValidator(), cells["email"]):
        yield Problem(row.line, _("This is no mail address."))
    if cells.get("link") and not passes(URLValidator(schemes=["http", "https"]), cells["link"]):
        yield Problem(row.line, _("This is no link that begins with http or https."))
    if cells.get("ring") and cells["ring"].casefold() not in RING_WORDS:
        yield Problem(row.line, _("The ring is “board”, “peers” or “wider”."))
    yield from problems_of_day(row, today)


def problems_of_day(row: Row, today: date) -> Iterator[Problem]:
    if row.cells.get("met_on"):
        day = day_of(row.cells["met_on"])
        if day is None:
            yield Problem(row.line, _("Write the day like 2026-06-04."))
        elif not FIRST_DAY <= day <= today:
            yield Problem(row.line, _("The day you met lies between 1950 and today."))


def passes(validator: EmailValidator | URLValidator, text: str) -> bool:
    try:
        validator(text)
    except ValidationError:
        return False
    return True


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def members(rows: Iterable[Row], ring: Ring, today: date) -> list[Member]:
    """The people of rows without problems; `ring` where the row does not say it."""
    return [member_of(row.cells, ring, today) for row in rows]


def member_of(cells: Mapping[str, str], ring: Ring, today: date) -> Member:
    texts: dict[str, Any] = {field: cells.get(field, "") for field in LENGTHS}
    said = RING_WORDS[cells["ring"].casefold()] if cells.get("ring") else ring
    return Member(added_on=today, ring=said, met_on=day_of(cells.get("met_on", "")), **texts)


def twice(rows: Sequence[Row], known: Iterable[str]) -> list[str]:
    """The names in the rows that stand on the board already (`known`), or more than once in the rows."""
    seen, found = {alike(name) for name in known}, []
    for row in rows:
        name = row.cells.get("name", "")
        if alike(name) in seen and name not in found:
            found.append(name)
        seen.add(alike(name))
    return found


def alike(name: str) -> str:
    """A name without case, without doubled spaces, in one way to write its letters."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def packed(rows: Iterable[Row]) -> str:
    """Rows as a text that the page keeps between looking and taking in; nothing of it is stored."""
    return json.dumps([[row.line, row.cells] for row in rows], ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Brought:
    """The rows again; a problem for a text that this program did not write."""
    try:
        rows = tuple(Row(int(line), {str(k): str(v) for k, v in cells.items()}) for line, cells in json.loads(text))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Brought(problems=(Problem(1, _("This is not what was looked at. Choose the file again.")),))
    return Brought(rows)
