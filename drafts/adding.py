"""New pieces of a draft, each with a key of its own that nothing else has or had."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.values import Body, tidy
from drafts.writing import Pen, pen
from ladders.exchange.slugs import slugs
from people.models import Person
from skills.models import Skill

WORD = {
    Kind.STAGE: "stage",
    Kind.TRACK: "line",
    Kind.PHASE: "phase",
    Kind.CATEGORY: "category",
    Kind.SKILL: "skill",
    Kind.BEYOND: "beyond",
    Kind.WAY_IN: "way-in",
}  # the key of a title without letters


def free_key(draft: Draft, kind: Kind, title: str) -> str:
    """A key made from a title, that no piece of the draft has, retired ones too.

    Of a stage neither one that a published version had: people stood there. Of a skill neither one that this ladder
    or its library knows: people were rated on it.
    """
    taken = set(draft.pieces.filter(kind=kind).values_list("key", flat=True))
    if kind is Kind.STAGE:
        taken |= set(
            draft.ladder.versions.filter(stage_rows__isnull=False).values_list("stage_rows__slug", flat=True)
        )
    if kind is Kind.SKILL:
        taken |= skills_known(draft)
    return slugs([*((key, "") for key in sorted(taken)), ("", title)], WORD[kind])[-1]


def skills_known(draft: Draft) -> set[str]:
    """The ids that skills of the ladder have or had, and those of the library that it takes skills from."""
    uses = draft.pieces.of(Kind.HEAD).get().body.get("uses") or ""
    libraries = Q(library=draft.ladder.library_id) | Q(library__slug=uses)
    rows = draft.pieces.of(Kind.ROW).values_list("key", flat=True)
    return {*rows, *Skill._default_manager.filter(libraries).values_list("slug", flat=True)}


def add_stage(draft: Draft, *, title: str, track: str, after: str, like: str, by: Person) -> Piece:
    """A new stage behind the one with the key `after`, or the first. It expects what the stage `like` does, if any.

    Raises Closed.
    """
    with pen(draft, by) as hand:
        key = free_key(draft, Kind.STAGE, title)
        stage = hand.add(Kind.STAGE, key, tidy({"title": title, "track": track}))
        hand.place(stage, after or None)
        if like:
            copy_expectations(hand, like, key)
    return stage


def copy_expectations(hand: Pen, start: str, to: str) -> None:
    """What one stage expects (by key) becomes what another one expects, in a ladder of texts its texts as well."""
    rows = hand.draft.pieces.of(Kind.ROW).in_use()
    for row in rows:
        if cell := row.read(f"cells/{start}"):
            hand.put(row, f"cells/{to}", cell)
    if hand.draft.pieces.of(Kind.LEVEL).in_use().exists():
        return
    for skill in hand.draft.pieces.of(Kind.SKILL).in_use():
        if words := skill.read(f"at/{start}"):
            hand.put(skill, f"at/{to}", without_ids(words))


def without_ids(words: Body) -> Body:
    """Words for another place: a statement's id belongs to one statement."""
    signs = [{key: item for key, item in sign.items() if key != "id"} for sign in words.get("signs", ())]
    return words | ({"signs": signs} if signs else {})


def add_part(draft: Draft, kind: Kind, body: Body, *, by: Person, key: str = "") -> Piece:
    """A new piece of a kind that has a title, or of the scale (`key`: the number). Raises Closed.

    The first category makes categories of the names that the skills had so far.
    """
    with pen(draft, by) as hand:
        if kind is Kind.CATEGORY:
            list_categories(hand)
        piece = hand.add(kind, key or free_key(draft, kind, str(body.get("title", ""))), tidy(body) or {})
        if kind is Kind.LEVEL:
            hand.place(piece, level_below(draft, int(key)))
    return piece


def level_below(draft: Draft, number: int) -> str | None:
    """The key of the highest level below a number, None if there is none; the retired ones count."""
    keys = draft.pieces.of(Kind.LEVEL).values_list("key", flat=True)
    return max((key for key in keys if int(key) < number), key=int, default=None)


def list_categories(hand: Pen) -> None:
    """Makes categories of the names that stand only at the skills, in the order of the skills.

    Once a ladder lists its categories, a skill names one of them by its key.
    """
    pieces = hand.draft.pieces
    if pieces.of(Kind.CATEGORY).in_use().exists():
        return
    retired = {piece.key: piece for piece in pieces.of(Kind.CATEGORY)}
    skills = list(pieces.of(Kind.SKILL).order_by("position", "pk"))
    named = (skill.body.get("category") for skill in skills if not skill.retired)
    for name in dict.fromkeys(name for name in named if name):
        if name in retired:
            hand.retire(retired[name], False)
            continue
        key = hand.add(Kind.CATEGORY, free_key(hand.draft, Kind.CATEGORY, name), {"title": name}).key
        for skill in skills:
            if skill.body.get("category") == name:
                hand.put(skill, "category", key)


def add_step(draft: Draft, start: str, goal: str, lists: dict[str, Any], *, by: Person) -> Piece:
    """The step between two stages (keys) with what to stop, start and keep. One that was retired comes back anew.

    Raises Closed.
    """
    key, body = f"{start} {goal}", {"from": start, "to": goal, **(tidy(lists) or {})}
    with pen(draft, by) as hand:
        known = draft.pieces.of(Kind.STEP).filter(key=key).first()
        if known is None:
            return hand.add(Kind.STEP, key, body)
        hand.retire(known, False)
        hand.put(known, "", body)
    return known
