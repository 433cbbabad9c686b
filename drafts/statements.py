"""What a page that saves itself asks of the database, in plain SQL: every change of a draft runs through these.

Each says the same as the words it stands for; tests/drafts/test_statements.py compares them.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Model, prefetch_related_objects
from django.http import Http404

from drafts.models import Change, Closed, Draft, Keeper, Piece
from drafts.models.keeper import DUTY
from drafts.pieces import Kind
from people.models import Person

DOOR = """
SELECT draft.id, draft.revision, draft.ladder_id, draft.closed_at IS NOT NULL, keeps.kind
FROM drafts_draft draft
JOIN (
    SELECT ladder_id, kind FROM drafts_keeper WHERE person_id = %s
    UNION ALL
    SELECT NULL, CASE kind WHEN %s THEN %s ELSE %s END FROM people_duty WHERE person_id = %s AND kind IN (%s, %s)
) keeps ON keeps.ladder_id IS NULL OR keeps.ladder_id = draft.ladder_id
JOIN people_person person ON person.id = %s AND person.is_active
WHERE draft.pid = %s
"""
LOCK = "SELECT revision, closed_at IS NOT NULL FROM drafts_draft WHERE id = %s"
# The bodies of skills and stages are long, and nobody who asks for these parts needs them.
PARTS = """
SELECT kind, key, pid, retired, CASE WHEN kind IN ('head', 'scale', 'expects') THEN body END
FROM drafts_piece
WHERE draft_id = %s AND (
    kind IN ('head', 'scale')
    OR kind = 'stages' AND key IN ({stages})
    OR kind IN ('skills', 'expects') AND key IN ({skills})
)
"""
# On PostgreSQL the pieces are locked with their draft: so they, too, are read as they are once the lock is there.
LOCK_WITH = """
SELECT draft.revision, draft.closed_at IS NOT NULL,
    piece.id, piece.pid, piece.draft_id, piece.kind, piece.key, piece.position, piece.retired, piece.body
FROM drafts_draft draft JOIN drafts_piece piece ON piece.draft_id = draft.id
WHERE draft.id = %s AND piece.pid IN ({pids})
"""
PIECE = ("id", "pid", "draft_id", "kind", "key", "position", "retired", "body")
CHANGES = """
SELECT id, draft_id, piece_id, number, path, by_id, writer, before, after
FROM drafts_change WHERE number > %s AND piece_id IN ({pieces}) AND path IN ({paths}) ORDER BY number
"""
CHANGE = ("id", "draft_id", "piece_id", "number", "path", "by_id", "writer", "before", "after")
PUT = "UPDATE drafts_piece SET body = %s WHERE id = %s"
NOTE = """
INSERT INTO drafts_change (draft_id, piece_id, number, path, before, after, by_id, at, writer, undoes_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
NOTED = ("draft", "piece", "number", "path", "before", "after", "by", "at", "writer", "undoes")
REVISE = "UPDATE drafts_draft SET revision = %s WHERE id = %s"


Row = TypeVar("Row", bound=Model)


class Part(NamedTuple):
    """A piece as the cells of the grid need it; `body` is {} for skills and stages."""

    kind: Kind
    key: str
    pid: str
    retired: bool
    body: dict[str, Any]


def marks(values: Collection[object]) -> str:
    """The places for the values of an IN; one that nothing is equal to, if there are none."""
    return ", ".join(["%s"] * len(values)) or "NULL"


def asked(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def loaded(value: str | None) -> Any:
    """A JSON column as it comes from the database."""
    return None if value is None else json.loads(value)


def made(model: type[Row], names: tuple[str, ...], values: Sequence[Any]) -> Row:
    """A row of a model from some of its columns; the others are read when somebody asks for them."""
    known, places = _in_order(model, names)
    row: Row = model.from_db(connection.alias, known, [values[place] for place in places])
    return row


@cache
def _in_order(model: type[Model], names: tuple[str, ...]) -> tuple[list[str], list[int]]:
    """The names as the model orders them, and where each stands among `names`."""
    known = [field.attname for field in model._meta.concrete_fields if field.attname in names]
    return known, [names.index(name) for name in known]


def draft_to_read(viewer: Person, pid: str) -> tuple[Draft, set[str], bool]:
    """A draft that the viewer keeps, the ways in which they do, and whether it is closed. Raises Http404.

    The draft knows its ids and its revision.
    """
    edit, publish = Keeper.Kind.EDIT.value, Keeper.Kind.PUBLISH.value
    ladders, publishing = DUTY[Keeper.Kind.EDIT].value, DUTY[Keeper.Kind.PUBLISH].value
    duties = [ladders, edit, publish, viewer.pk, ladders, publishing]
    rows = asked(DOOR, viewer.pk, *duties, viewer.pk, pid)
    if not rows:
        raise Http404
    pk, revision, ladder, closed, _kind = rows[0]
    draft = made(Draft, ("id", "pid", "revision", "ladder_id"), (pk, pid, revision, ladder))
    return draft, {kind for *_draft, kind in rows}, bool(closed)


def draft_to_write(viewer: Person, pid: str) -> Draft:
    """`doors.draft_to_edit` in one statement. Raises Http404, PermissionDenied, Closed."""
    draft, ways, closed = draft_to_read(viewer, pid)
    if Keeper.Kind.EDIT not in ways:
        raise PermissionDenied
    if closed:
        raise Closed
    return draft


def lock(draft: Draft, pids: Collection[str] = ()) -> dict[str, Piece]:
    """Locks a draft until the transaction ends, and brings its revision up to date. Gives its pieces with these
    public ids, by them. Raises Closed.
    """
    tail = " FOR UPDATE" if connection.features.has_select_for_update else ""
    rows = asked(LOCK_WITH.format(pids=marks(pids)) + tail, draft.pk, *pids) if pids else []
    ((revision, closed, *_piece), *_more) = rows or asked(LOCK + tail, draft.pk)
    if closed:
        raise Closed
    draft.revision = revision
    found = (made(Piece, PIECE, [*row, loaded(body)]) for _revision, _closed, *row, body in rows)
    return {piece.pid: piece for piece in found}


def parts_of(draft: Draft, skills: Collection[str], stages: Collection[str]) -> list[Part]:
    """The head, the levels, and the skills, rows and stages with these keys."""
    rows = asked(PARTS.format(stages=marks(stages), skills=marks(skills)), draft.pk, *stages, *skills)
    return [Part(Kind(kind), key, pid, bool(gone), loaded(body) or {}) for kind, key, pid, gone, body in rows]


def changes_since(pieces: Collection[Piece], paths: Collection[str], seen: int, writer: str) -> list[Change]:
    """What happened at these paths of the pieces after a revision, in order; changes of other pages know who made
    them.
    """
    places = CHANGES.format(pieces=marks(pieces), paths=marks(paths))
    rows = asked(places, seen, *(piece.pk for piece in pieces), *paths)
    found = [made(Change, CHANGE, [*row, loaded(before), loaded(after)]) for *row, before, after in rows]
    prefetch_related_objects([change for change in found if not writer or change.writer != writer], "by")
    return found


def put_bodies(pieces: Collection[Piece]) -> None:
    """Saves the bodies of pieces; one statement, however many they are."""
    if not pieces:
        return
    field = Piece._meta.get_field("body")
    rows = [(field.get_db_prep_save(piece.body, connection), piece.pk) for piece in pieces]
    with connection.cursor() as cursor:
        cursor.executemany(PUT, rows)


def note(changes: Collection[Change]) -> None:
    """Saves new changes; they do not learn their primary keys."""
    fields = [field for field in Change._meta.concrete_fields if field.name in NOTED]
    rows = [
        [field.get_db_prep_save(getattr(change, field.attname), connection) for field in fields] for change in changes
    ]
    with connection.cursor() as cursor:
        cursor.executemany(NOTE, rows)


def revise(draft: Draft) -> None:
    """Saves the revision of a draft."""
    with connection.cursor() as cursor:
        cursor.execute(REVISE, [draft.revision, draft.pk])
