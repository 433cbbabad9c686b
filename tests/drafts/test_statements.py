"""The statements in plain SQL that every change of a draft runs through: each says the same as the words for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from drafts import statements
from drafts.doors import draft_to_edit
from drafts.models import Change, Closed, Draft, Keeper, Piece
from drafts.models.keeper import appoint
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from ladders.importing import take_in
from people.models import Person
from safeguards.ids import new_pid
from tests.cast import Cast
from tests.drafts.pieces import piece_of
from tests.ladders.files import FOLDER, ladder

Door = Callable[[Person, str], Draft]


def through(door: Door, person: Person, pid: str) -> object:
    """What a door does for somebody: the draft's ids and revision, or what it raises."""
    try:
        found = door(person, pid)
    except (Http404, PermissionDenied, Closed) as refused:
        return type(refused)
    return found.pk, found.pid, found.revision, found.ladder_id


@pytest.fixture
def drafts(draft: Draft, cast: Cast) -> list[Draft]:
    """An open one and a closed one; Di edits and Ada publishes only the other ladder, and Gone would do both."""
    version = take_in(ladder((FOLDER / "text.yaml").read_text()), by=None).version
    other = open_draft(version.ladder, by=cast.lin)
    for person, kind in (
        (cast.di, Keeper.Kind.EDIT),
        (cast.ada, Keeper.Kind.PUBLISH),
        (cast.gone, Keeper.Kind.EDIT),
        (cast.gone, Keeper.Kind.PUBLISH),
    ):
        appoint(other.ladder, person, kind, by=cast.lin)
    last = take_in(ladder((FOLDER / "library.yaml").read_text()), by=None).version
    closed = open_draft(last.ladder, by=cast.lin)
    drop(closed, by=cast.lin)
    return [draft, other, closed]


def test_the_door_opens_for_the_same_people(drafts: list[Draft], cast: Cast) -> None:
    people = [cast.ada, cast.bo, cast.cy, cast.di, cast.lin, cast.root, cast.gone]
    pids = [*(draft.pid for draft in drafts), new_pid()]

    quick, slow = (
        [[through(door, person, pid) for pid in pids] for person in people]
        for door in (statements.draft_to_write, draft_to_edit)
    )

    assert quick == slow
    # Ada publishes the second, Cy publishes all, Di edits the second, Lin edits all.
    assert [[type(one) is tuple for one in row] for row in quick] == [
        [False, False, False, False],
        [False, False, False, False],
        [False, False, False, False],
        [False, True, False, False],
        [True, True, False, False],
        [False, False, False, False],
        [False, False, False, False],
    ]
    assert [row[1] for row in quick][:3] == [PermissionDenied, Http404, PermissionDenied]
    assert quick[4][2] is Closed


def test_the_ways_in_which_somebody_keeps_a_ladder(drafts: list[Draft], cast: Cast) -> None:
    found = {
        person: [statements.draft_to_read(person, draft.pid)[1:] for draft in drafts[:2]]
        for person in (cast.lin, cast.cy)
    }
    assert found == {cast.lin: [({"edit"}, False)] * 2, cast.cy: [({"publish"}, False)] * 2}
    with pytest.raises(Http404):
        statements.draft_to_read(cast.di, drafts[0].pid)
    assert statements.draft_to_read(cast.lin, drafts[2].pid)[2] is True


def test_a_lock_brings_the_revision_up_to_date(draft: Draft, cast: Cast) -> None:
    before = Draft.objects.get(pk=draft.pk)
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STAGE, "cpo"), True)
    with transaction.atomic():
        statements.lock(before)
    assert before.revision == 2
    drop(draft, by=cast.lin)
    with transaction.atomic(), pytest.raises(Closed):
        statements.lock(before)


def test_pieces_come_with_the_lock_and_are_the_same(draft: Draft) -> None:
    wanted = list(Piece.objects.filter(draft=draft).order_by("pk")[::7])

    with transaction.atomic():
        found = statements.lock(draft, [*(piece.pid for piece in wanted), new_pid()])
        nothing = [statements.lock(draft, pids) for pids in ([], [new_pid()])]

    fields = [field.attname for field in Piece._meta.concrete_fields]
    assert {pid: [getattr(piece, name) for name in fields] for pid, piece in found.items()} == {
        piece.pid: [getattr(piece, name) for name in fields] for piece in wanted
    }
    assert nothing == [{}, {}]


def test_a_closed_draft_gives_no_piece_either(draft: Draft, cast: Cast) -> None:
    row = piece_of(draft, Kind.ROW, "delivery")
    drop(draft, by=cast.lin)
    for pids in ([row.pid], [new_pid()], []):
        with transaction.atomic(), pytest.raises(Closed):
            statements.lock(draft, pids)


def test_parts_are_those_of_the_cells_asked_for(draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STAGE, "cpo"), True)

    parts = statements.parts_of(draft, ["delivery", "nothing"], ["cpo"])

    by_kind = {kind: [part for part in parts if part.kind is kind] for kind in Kind}
    assert {kind: [part.key for part in found] for kind, found in by_kind.items() if found} == {
        Kind.HEAD: [""],
        Kind.LEVEL: ["0", "1", "2", "3", "4", "5"],
        Kind.STAGE: ["cpo"],
        Kind.SKILL: ["delivery"],
        Kind.ROW: ["delivery"],
    }
    row = piece_of(draft, Kind.ROW, "delivery")
    assert by_kind[Kind.ROW] == [(Kind.ROW, "delivery", row.pid, False, row.body)]
    assert [(part.retired, part.body) for part in (*by_kind[Kind.STAGE], *by_kind[Kind.SKILL])] == [
        (True, {}),
        (False, {}),
    ]
    assert {part.kind for part in statements.parts_of(draft, [], [])} == {Kind.HEAD, Kind.LEVEL}


def test_changes_are_the_same(draft: Draft, cast: Cast) -> None:
    row, other = piece_of(draft, Kind.ROW, "delivery"), piece_of(draft, Kind.ROW, "vision")
    for number, (piece, value) in enumerate([(row, {"level": 1}), (other, None), (row, None), (row, {"level": 2})]):
        with pen(draft, cast.lin if number % 2 else cast.root, f"page{number}") as hand:
            hand.put(Piece.objects.get(pk=piece.pk), "cells/cpo", value)

        with pen(draft, cast.root) as hand:  # of another place
            hand.put(Piece.objects.get(pk=piece.pk), f"x-{number}", "something else")

    found = statements.changes_since([row], ["cells/cpo", ""], 2, "page3")

    names = ("pk", "number", "path", "before", "after", "writer", "by_id", "piece_id", "draft_id", "at", "undoes_id")
    slow = Change.objects.filter(piece=row, path="cells/cpo", number__gt=2).order_by("number")
    assert [[getattr(change, name) for name in names] for change in found] == [
        [getattr(change, name) for name in names] for change in slow
    ]
    assert [(change.number, change.before, change.after) for change in found] == [
        (6, {"level": 1}, None),
        (8, None, {"level": 2}),
    ]
    assert statements.changes_since([], [], 0, "") == []


def test_what_is_written_is_what_was_meant(draft: Draft, cast: Cast) -> None:
    """Also words that mean something in SQL or JSON, and values that are empty."""
    row = piece_of(draft, Kind.ROW, "delivery")
    body = {
        "cells": {"cpo": {"level": 0}},
        "x": {"note": '100 % \'s "quoted" ünï \\ 🙂 %s', "none": None, "no": False},
    }
    row.body = body
    statements.put_bodies([row])
    change = Change(draft=draft, piece=row, number=2, path="x", before=None, after=body["x"], by=cast.lin, writer="w")
    statements.note([change])

    assert piece_of(draft, Kind.ROW, "delivery").body == body
    kept = Change.objects.get(draft=draft)
    assert (kept.before, kept.after, kept.by, kept.writer, kept.undoes) == (None, body["x"], cast.lin, "w", None)
    assert kept.at == change.at
    assert Change.objects.filter(draft=draft, before__isnull=True).count() == 1


def test_nothing_is_saved_of_nothing(draft: Draft, cast: Cast) -> None:
    statements.put_bodies([])
    assert write(draft, [], seen=1, by=cast.lin).written == 0
