"""The draft that the demo's ladder editor has open: a few changes of every kind, and a publisher who is to look."""

from __future__ import annotations

from datetime import date, time, timedelta

from demo.filling import HOST, moment
from drafts.models import Change, Draft, Keeper, Piece, Review
from drafts.models.keeper import appoint
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.writing import Pen, pen
from ladders.models import Ladder
from people.models import Person

EDITOR, KEEPER = f"lin@{HOST}", f"kaito@{HOST}"
NOTE = "Stakeholder management, level 4: is it still one behaviour? And is level 4 too much for product managers?"
STATEMENT = "Says in public which of two good ideas is not built, and why"
CHANGES: tuple[tuple[Kind, str, str, object], ...] = (
    (Kind.SKILL, "stakeholders", "levels/4/text", "Builds alliances across functions before they are needed."),
    (Kind.SKILL, "stakeholders", "levels/4/examples", ["Got sales and support to agree on one pricing page"]),
    (Kind.ROW, "stakeholders", "cells/product-manager", {"level": 4}),
    (Kind.ROW, "experimentation", "cells/senior-pm", {"level": 2}),
    (Kind.STAGE, "group-pm", "text", "Leads several product managers and answers for what their products become."),
)
HALF_A_DAY = timedelta(hours=12)


def begin_draft(ladder: Ladder, today: date) -> None:
    """Opens the draft and writes into it, in the days before `today`; leaves a ladder alone that has one."""
    if Draft.objects.open().filter(ladder=ladder).exists():
        return
    editor, keeper = (Person.objects.get(email=email) for email in (EDITOR, KEEPER))
    appoint(ladder, keeper, Keeper.Kind.EDIT, by=editor)
    draft = open_draft(ladder, by=editor)
    with pen(draft, editor) as hand:
        there = {(piece.kind, piece.key): piece for piece in Piece.objects.filter(draft=draft)}
        for kind, key, path, value in CHANGES:
            if (kind, key) in there:  # a ladder that was changed here may have other parts
                hand.put(there[kind, key], path, value)
        add_line(hand, there[Kind.STAGE, "product-manager"], STATEMENT)
    asked = Review.ask(draft, by=editor, note=NOTE)
    put_back(draft, asked, today)


def add_line(hand: Pen, stage: Piece, line: str) -> None:
    """One more thing that people at a stage do."""
    does: list[str] = list(stage.read("does") or ())
    hand.put(stage, "does", [*does, line])


def put_back(draft: Draft, asked: Review, today: date) -> None:
    """Dates everything: a change every twelve hours, the last one and the question on the day before `today`."""
    last = moment(today - timedelta(days=1), time(16, 40))
    changes = list(Change.objects.filter(draft=draft).order_by("-number"))
    for place, change in enumerate(changes):
        change.at = last - place * HALF_A_DAY
    Change.objects.bulk_update(changes, ["at"])
    Review.objects.filter(pk=asked.pk).update(asked_at=last)
    Draft.objects.filter(pk=draft.pk).update(opened_at=last - len(changes) * HALF_A_DAY)
