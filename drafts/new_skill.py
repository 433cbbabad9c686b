"""A new skill of a draft, with a key that no skill of the ladder has or ever had."""

from __future__ import annotations

from drafts.adding import free_key
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.values import tidy
from drafts.writing import pen
from people.models import Person

# What a skill that begins like another one takes from it.
COPIED = ("text", "core", "rated", "measures", "links", "levels", "at")


def add_skill(draft: Draft, *, title: str, category: str, like: str, by: Person) -> Piece:
    """A new skill behind the others of its category, with the texts of the skill `like` ("": none). Raises Closed."""
    with pen(draft, by) as hand:
        source = hand.draft.pieces.of(Kind.SKILL).in_use().filter(key=like).first()
        copied = {name: source.body[name] for name in COPIED if name in source.body} if source else {}
        key = free_key(draft, Kind.SKILL, title)
        return hand.add(Kind.SKILL, key, tidy({"title": title, "category": category, **copied}))
