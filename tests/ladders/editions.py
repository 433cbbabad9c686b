"""Two versions of a small ladder: the file, edits to it, and what is told about the difference."""

from __future__ import annotations

from datetime import date

from ladders.changes import Change, Changes, changes
from ladders.exchange import LadderFile
from ladders.importing import take_in
from ladders.models import Ladder, Version
from people.models import Person
from tests.factories import PathFactory
from tests.ladders.files import ladder

SCALED = """
format: ladder/1
id: l
title: L
language: en
version: "1.0"
scale: [{level: 1, name: Learning}, {level: 2, name: Doing}, {level: 3, name: Owning}]
needs: all
categories: [{id: craft, title: Craft}, {id: people, title: People}]
stages:
  - id: pm
    title: Product Manager
    next: [senior]
    x-must: [users]
    does: [Frames the problem and shares it, Talks to users]
    facts: {Grade: "6"}
    roles: [{title: Analyst, text: Data first.}]
  - {id: senior, title: Senior, next: [], moves: [pm], text: Answers for a product line.}
x-steps: [{from: pm, to: senior, start: [Saying what the product will not do]}]
beyond: [{id: founder, title: Founder, from: [senior]}]
skills:
  - id: users
    title: User research
    category: craft
    text: Learns from users.
    links: {Guide: "https://example.org/guide"}
    levels: {1: Watches interviews., 2: Plans a study., 3: {text: Runs a panel., examples: [The panel of spring]}}
  - {id: data, title: Data analysis, category: craft, levels: {1: Reads a chart., 2: [Builds a chart, Asks for data]}}
  - {id: people, title: Hiring, category: people, levels: {1: Sits in interviews.}}
expects:
  users: {pm: 2, senior: 3}
  data: {pm: (1), senior: 2}
  people: {senior: (1)}
"""
WORDED = """
format: ladder/1
id: t
title: T
stages: [{id: one, title: One}, {id: two, title: Two}]
skills:
  - {id: users, title: Users, at: {one: Listens., two: Runs tests.}}
  - {id: lead, title: Leading, at: {two: Coaches.}}
"""


def edited(text: str, *edits: str) -> LadderFile:
    """The file after some edits ("old → new"); each `old` stands in it once."""
    for edit in edits:
        old, new = edit.split(" → ")
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return ladder(text)


def difference(*edits: str, text: str = SCALED) -> Changes:
    return changes(ladder(text), edited(text, *edits))


def the(found: Changes) -> Change:
    """The one change there is."""
    (change,) = found
    return change


def said(found: Changes) -> dict[str, list[str]]:
    """The sentences by stage, by skill, and of the ladder as a whole (under "")."""
    groups = [(group.title, group.changes) for group in (*found.stages, *found.skills)]
    return {title: [str(one.said) for one in rows] for title, rows in [*groups, ("", found.whole)] if rows}


def on_ladder(person: Person, stage: str, aim: str = "") -> None:
    """Puts somebody on the small ladder."""
    PathFactory(person=person, ladder=Ladder.objects.get(slug="l"), stage=stage, aim=aim)


def publish(*edits: str, by: Person | None = None, note: str = "", on: date | None = None) -> Version:
    """The small ladder after some edits as its next version, in force from a day on (default today)."""
    return take_in(edited(SCALED, *edits), by=by, note=note, effective_on=on).version
