"""Sheets of pieces as several test files need them."""

from __future__ import annotations

from typing import Any

from django.test import Client

from drafts.models import Change, Draft, Piece
from drafts.opening import open_draft
from drafts.pieces import Kind
from ladders.importing import take_in
from people.models import Person
from tests.assessments.pages import Sent, filled_in, main
from tests.ladders.files import FOLDER, ladder

AUTOSAVE = {"HX-Request": "true"}


def sheet(response: Any) -> Sent:
    """What the form of the sheet would send."""
    return filled_in(main(response).one("form", "piece-form"))


def typed(client: Client, url: str, **changes: Any) -> Any:
    """The answer to the sheet at `url`, sent with some fields changed (names with underscores for hyphens)."""
    return client.post(
        url, sheet(client.get(url)) | {name.replace("_", "-"): value for name, value in changes.items()}
    )


def piece_of(draft: Draft, kind: Kind, key: str) -> Piece:
    return Piece.objects.get(draft=draft, kind=kind, key=key)


def history(draft: Draft) -> list[tuple[str, str]]:
    """Every change: the key of the piece and the path."""
    return list(Change.objects.filter(draft=draft).order_by("number").values_list("piece__key", "path"))


def draft_of(name: str, by: Person) -> Draft:
    """The open draft of a ladder of the test files, taken in before."""
    return open_draft(take_in(ladder((FOLDER / name).read_text()), by=None).version.ladder, by=by)


USING = """
format: ladder/1
id: consulting
title: Consulting
uses: shared-skills
stages: [{id: junior, title: Junior}, {id: senior, title: Senior}]
skills: [{id: pricing, title: Pricing, levels: {1: Reads a price list.}}]
expects: {research: {junior: 1, senior: 2}, pricing: {senior: 1}}
"""


def using(by: Person, file: str = USING) -> Draft:
    """The open draft of a ladder that takes the skill `research` from the library of the test files."""
    library()
    return open_draft(take_in(ladder(file), by=None).version.ladder, by=by)


def library(**changes: str) -> None:
    """Publishes the library of the test files, with texts replaced (keyword values: "old → new")."""
    text = (FOLDER / "library.yaml").read_text()
    for number, change in enumerate(changes.values(), 11):
        old, new = change.split(" → ")
        assert old in text
        text = text.replace(old, new).replace('"1.10"', f'"1.{number}"')
    take_in(ladder(text), by=None)


SMALL = """
format: ladder/1
id: small
title: Small
scale: [{level: 1, name: Knows}, {level: 2, name: Owns}]
stages: [{id: junior, title: Junior}, {id: middle, title: Middle}, {id: senior, title: Senior}]
categories: [{id: craft, title: Craft}]
skills:
  - {id: asking, title: Asking, category: craft, levels: {1: Asks., 2: Asks well.}}
  - {id: reading, title: Reading, category: craft, levels: {1: Reads., 2: Reads on.}, at: {senior: Reads at night.}}
expects:
  asking: {junior: 1, middle: 1, senior: 2}
  reading: {junior: 0, middle: 1, senior: (2)}
"""
LATER = """
format: ladder/1
id: small
title: Small
scale: [{level: 1, name: Knows}, {level: 2, name: Owns}]
stages: [{id: junior, title: Junior}, {id: senior, title: Senior}]
categories: [{id: making, title: Making}]
skills: [{id: asking, title: Asking, category: making, levels: {1: Asks., 2: Asks more.}}]
expects: {asking: {junior: 1, senior: 2}}
"""


def later(by: Person) -> Draft:
    """The open draft of a small ladder whose second version lacks the stage `middle` and the skill `reading`."""
    for text in (SMALL, LATER):
        version = take_in(ladder(text), by=None).version
    return open_draft(version.ladder, by=by)
