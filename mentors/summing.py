"""What all touchpoints with somebody come to. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from mentors.contents import Mark, OpenItem, Owed, Summary, Touch

MONTHS, OPEN_ITEMS = 13, 50
LINE = 200


def summary(touches: Mapping[str, Touch]) -> Summary:
    """`touches` by public id."""
    if not touches:
        return Summary()
    ordered = sorted(touches.items(), key=lambda item: (item[1].on, item[0]))
    last = ordered[-1][1]
    return Summary(
        count=len(touches),
        last_on=last.on,
        last_words=line_of(last),
        last_marks=last.marks,
        days={mark: touch.on for _pid, touch in ordered for mark in touch.marks},
        months=by_month(touch for _pid, touch in ordered),
        open=tuple(
            OpenItem(pid, number, item.words, item.on)
            for pid, touch in ordered
            for number, item in enumerate(touch.follow_ups)
            if item.done_on is None
        )[-OPEN_ITEMS:],
        owed=tuple(
            Owed(pid, touch.advice[:LINE], touch.on)
            for pid, touch in ordered
            if touch.advice and touch.told_on is None
        )[-OPEN_ITEMS:],
    )


def line_of(touch: Touch) -> str:
    """What to call a touchpoint: its line, else the beginning of what was written."""
    written = (touch.words, touch.advice, touch.notes, touch.gave, touch.questions, touch.agenda)
    return next((text.strip().splitlines()[0][:LINE] for text in written if text.strip()), "")


def by_month(touches: Iterable[Touch]) -> dict[str, dict[Mark, int]]:
    """Month → mark → how many, for the latest months in which there is something."""
    found: dict[str, Counter[Mark]] = {}
    for touch in touches:
        found.setdefault(month(touch.on), Counter()).update(touch.marks)
    return {name: dict(found[name]) for name in sorted(found)[-MONTHS:]}


def month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def in_a_year(summaries: Iterable[Summary], today: date) -> dict[Mark, int]:
    """Mark → how often, over all members, in this month and the eleven before it."""
    first = f"{today.year - 1:04}-{today.month:02}"
    found: Counter[Mark] = Counter()
    for one in summaries:
        for name, marks in one.months.items():
            if first < name <= month(today):
                found.update(marks)
    return {mark: found[mark] for mark in Mark}
