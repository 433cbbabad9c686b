"""What a snapshot says, prepared for the page and its table: only what its sheet holds, in words and blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from organisation.counting import Cells, Line, Sheet
from organisation.disclosure import Cell
from organisation.models import Snapshot
from organisation.quarters import name

BLOCKS = 10  # a bar has this many blocks, each a tenth of the people
APART = 10  # points between two shares that are told as a difference
WHOLE = "whole"
CUT_NAMES: Mapping[str, str | Promise] = {
    WHOLE: gettext_lazy("Whole organisation"),
    "ladder": gettext_lazy("By ladder"),
    "phase": gettext_lazy("By phase of the ladder"),
    "line": gettext_lazy("By team below the top"),
}
# Answer → its words, and the look of its blocks.
ANSWERS: Mapping[str, tuple[str | Promise, str]] = {
    "agreed": (gettext_lazy("agreed in this quarter"), "met"),
    "not": (gettext_lazy("not agreed in this quarter"), "tint"),
    "under_way": (gettext_lazy("a review under way"), "grow"),
    "to_agree": (gettext_lazy("revealed, to be agreed"), "beyond"),
    "rating": (gettext_lazy("open, both rate"), "grow"),
    "none": (gettext_lazy("no review"), "unknown"),
    "met": (gettext_lazy("meet what their stage expects"), "met"),
    "below": (gettext_lazy("not yet"), "grow"),
    "one": (gettext_lazy("one level to go"), "grow"),
    "more": (gettext_lazy("more than one level to go"), "grow far"),
}
YES = ("agreed", "met")
CHANGES: Mapping[int, str | Promise] = {
    1: gettext_lazy("a larger share meets it"),
    0: gettext_lazy("about the same"),
    -1: gettext_lazy("a smaller share meets it"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One answer: its words, how many people gave it (in fives), and the look of its blocks."""

    words: str | Promise
    count: int
    look: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that may be told: `yes` (met, or agreed) of `all` people, and all answers."""

    yes: int
    all: int
    parts: tuple[Part, ...]

    @property
    def share(self) -> int:
        """Per cent."""
        return round(100 * self.yes / self.all)

    @property
    def blocks(self) -> list[str]:
        """The looks of the blocks of a bar."""
        looks: list[str] = []
        counted = 0
        for part in self.parts:
            counted += part.count
            looks += [part.look] * (round(BLOCKS * counted / self.all) - len(looks))
        return looks


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure of an earlier quarter (None: hidden), or of this one."""

    quarter: str
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group and what is told of it; None: hidden."""

    name: str
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Row:
    """A skill. `days`: of which results it is told, "" before the first time. `before` is what was told before that,
    of everybody; `turn` says how the share changed since: 1, 0, -1, None without a comparison.
    """

    title: str
    category: str
    days: str
    groups: tuple[Group, ...]
    before: Figure | None
    turn: int | None
    course: tuple[Spot, ...]

    @property
    def figure(self) -> Figure | None:
        return self.groups[0].figure if self.groups else None

    @property
    def change(self) -> str | Promise:
        return "" if self.turn is None else CHANGES[self.turn]

    @property
    def points(self) -> str:
        """The course as points of a line, 0 to 100 wide and 0 to 24 high; "" for fewer than two."""
        told = [(place, spot.figure.share) for place, spot in enumerate(self.course) if spot.figure]
        last = max(1, len(self.course) - 1)
        line = [f"{2 + 96 * place / last:.0f},{22 - share / 5:.0f}" for place, share in told]
        return " ".join(line) if len(line) > 1 else ""


@dataclass(frozen=True, slots=True)
class Page:
    """One snapshot by one cut. `course` is how many reviews were agreed, quarter by quarter."""

    snapshot: Snapshot
    cut: str
    names: tuple[str, ...]
    reviews: tuple[Group, ...]
    course: tuple[Spot, ...]
    rows: tuple[Row, ...]

    @property
    def quarter(self) -> str:
        return name(self.snapshot.quarter)

    @property
    def by_category(self) -> list[tuple[str, list[Row]]]:
        return [(title, list(rows)) for title, rows in groupby(self.rows, lambda row: row.category)]

    @property
    def turns(self) -> dict[str, int]:
        """Of how many skills the share is higher than the time before, about the same, and lower."""
        found = Counter(row.turn for row in self.rows)
        return {"more": found[1], "same": found[0], "fewer": found[-1]}


def page_of(snapshots: Sequence[Snapshot], place: int, cut: str) -> Page:
    """The snapshot at a place of all of them (the latest first) by a cut: one of CUT_NAMES."""
    until = list(reversed(snapshots[place:]))
    sheets: list[tuple[date, Sheet]] = [(one.quarter, one.sheet) for one in until]
    sheet = sheets[-1][1]
    names = (str(CUT_NAMES[WHOLE]),) if cut == WHOLE else tuple(sheet["groups"][cut])
    return Page(
        snapshot=snapshots[place],
        cut=cut,
        names=names,
        reviews=groups_of(sheet["reviews"], cut, names),
        course=tuple(Spot(name(quarter), figure_of(one["reviews"]["whole"])) for quarter, one in sheets),
        rows=tuple(row_of(line, cut, names, sheets) for line in sheet["skills"] if line["listed"]),
    )


def groups_of(cells: Cells, cut: str, names: Iterable[str]) -> tuple[Group, ...]:
    if cut == WHOLE:
        return tuple(Group(one, figure_of(cells["whole"])) for one in names)
    known = dict(cells["cuts"][cut])
    return tuple(Group(one, figure_of(known.get(one))) for one in names)


def figure_of(cell: Cell) -> Figure | None:
    if cell is None:
        return None
    parts = tuple(Part(ANSWERS[answer][0], cell[answer], ANSWERS[answer][1]) for answer in ANSWERS if answer in cell)
    return Figure(sum(cell.get(answer, 0) for answer in YES), sum(cell.values()), parts)


def row_of(line: Line, cut: str, names: Sequence[str], sheets: Sequence[tuple[date, Sheet]]) -> Row:
    told = list(tellings(line["skill"], sheets))
    groups = groups_of(line["told"], cut, names)
    before = figure_of(told[-2][1]["told"]["whole"]) if cut == WHOLE and len(told) > 1 else None
    return Row(
        title=line["title"],
        category=line["category"],
        days=days_of(line),
        groups=groups,
        before=before,
        turn=turn(before, groups[0].figure) if groups else None,
        course=tuple(Spot(name(quarter), figure_of(one["told"]["whole"])) for quarter, one in told),
    )


def tellings(skill: str, sheets: Iterable[tuple[date, Sheet]]) -> Iterator[tuple[date, Line]]:
    """Each time that something was told of a skill anew, the oldest first."""
    last = ""
    for quarter, sheet in sheets:
        line = next((one for one in sheet["skills"] if one["skill"] == skill), None)
        if line and line["until"] and line["until"] != last:
            last = line["until"]
            yield quarter, line


def turn(before: Figure | None, now: Figure | None) -> int | None:
    if before is None or now is None:
        return None
    apart = now.share - before.share
    return 0 if abs(apart) < APART else 1 if apart > 0 else -1


def days_of(line: Line) -> str:
    """From when to when the results are that a line is told of."""
    if not line["until"]:
        return ""
    since, until = (date_format(date.fromisoformat(line[end]), "M Y") for end in ("since", "until"))
    return _("%(since)s to %(until)s") % {"since": since, "until": until}


HEAD = (
    gettext_lazy("What"),
    gettext_lazy("Category"),
    gettext_lazy("Skill"),
    gettext_lazy("Group"),
    gettext_lazy("Results from"),
    gettext_lazy("Answer"),
    gettext_lazy("People, about"),
)
HIDDEN = gettext_lazy("hidden to protect people")
WAITING = gettext_lazy("not enough results yet")


def table_of(page: Page) -> Iterator[tuple[str, ...]]:
    """The same facts as lines of a table, under HEAD."""
    yield tuple(map(str, HEAD))
    for group in page.reviews:
        yield from _lines((_("Reviews"), "", "", group.name, page.quarter), group.figure, HIDDEN)
    for row in page.rows:
        for group in row.groups:
            start = (_("Skill"), row.category, row.title, group.name, row.days)
            yield from _lines(start, group.figure, HIDDEN if row.days else WAITING)


def _lines(start: tuple[str, ...], figure: Figure | None, without: str | Promise) -> Iterator[tuple[str, ...]]:
    if figure is None:
        yield (*start, str(without), "")
    for part in figure.parts if figure else ():
        yield (*start, str(part.words), str(part.count))
