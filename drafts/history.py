"""The history of a draft as its pages show it: what was changed, by whom, and whether it can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from drafts.desk import Desk
from drafts.models import Change, Draft, Piece
from drafts.models.change import ChangeQuerySet
from drafts.parts import part_of
from drafts.pieces import Kind
from drafts.telling import Names, in_words, names_of, sentence
from ladders.changes.words import Kind as Run
from ladders.changes.words import diff

TAG = {Run.KEPT: "{}", Run.REMOVED: "<del>{}</del>", Run.ADDED: "<ins>{}</ins>"}
SHEETS = {Kind.STAGE: "stage_edit", Kind.SKILL: "skill_edit", Kind.STEP: "step_edit"}


@dataclass(frozen=True, slots=True)
class Told:
    """One change: the sentence and the texts (safe HTML), where its place is edited, and whether it can be undone."""

    change: Change
    sentence: SafeString
    words: SafeString
    url: str
    can_undo: bool


def changes_of(draft: Draft) -> ChangeQuerySet:
    """The changes of a draft, the latest first, with what telling them takes; `later`: its place changed again."""
    again = draft.changes.filter(piece=OuterRef("piece"), path=OuterRef("path"), number__gt=OuterRef("number"))
    found = draft.changes.latest_first()
    return found.select_related("piece", "by", "undone_by__by").annotate(later=Exists(again))


def at_place(piece: Piece, path: str) -> Q:
    """The changes of one place of a piece and of what is inside it; of the whole piece for ""."""
    return Q(piece=piece) & (Q(path=path) | Q(path__startswith=f"{path}/") if path else Q())


def told(draft: Draft, desk: Desk, changes: Iterable[Change], language: str) -> list[Told]:
    """The changes (from `changes_of`) in words; no query."""
    names, stages = names_of(desk), {stage.key: stage.pid for stage in desk.rows(Kind.STAGE)}
    return [
        Told(
            change=change,
            sentence=sentence(change, names).html(language),
            words=difference(change, names),
            url=sheet_url(draft, change.piece, change.path, stages),
            can_undo=not getattr(change, "later", True) and not hasattr(change, "undone_by"),
        )
        for change in changes
    ]


def difference(change: Change, names: Names) -> SafeString:
    """Before and after, word by word; nothing for what came, went or moved."""
    if change.path in (Change.ADDED, Change.RETIRED, Change.ORDER, ""):
        return SafeString("")
    return compared(in_words(change.path, change.before, names), in_words(change.path, change.after, names))


def compared(before: str, after: str) -> SafeString:
    """Two texts as one: what went is in `del`, what came in `ins`."""
    return mark_safe("".join(TAG[kind].format(escape(text)) for kind, text in diff(before, after)))


def sheet_url(draft: Draft, piece: Piece, path: str, stages: dict[str, str]) -> str:
    """The page on which a place is edited; `stages` are the public ids of the stages by key."""
    first, _slash, rest = path.partition("/")
    key = rest.partition("/")[0]
    if piece.kind == Kind.SKILL and first == "levels" and key.isdecimal():
        return reverse("text_edit", args=[draft.pid, piece.pid, int(key)])
    if piece.kind == Kind.SKILL and first == "at" and key in stages:
        return reverse("stage_text_edit", args=[draft.pid, piece.pid, stages[key]])
    if part := part_of(piece.kind):
        return reverse("part_edit", args=[draft.pid, part.word, piece.pid])
    if piece.kind in SHEETS:
        return reverse(SHEETS[Kind(piece.kind)], args=[draft.pid, piece.pid])
    return reverse("head_edit" if piece.kind == Kind.HEAD else "draft_show", args=[draft.pid])
