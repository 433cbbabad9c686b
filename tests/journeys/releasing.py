"""The pages around a draft, from opening to publishing, with everything on them."""

from __future__ import annotations

from typing import Any

from drafts.models import Draft, Keeper, Piece, Review
from drafts.models.keeper import appoint
from drafts.opening import open_draft, start_from_file
from drafts.pieces import Kind
from drafts.publishing import publish
from drafts.writing import pen
from people.models import Person
from tests.factories import PathFactory, PersonFactory, default_file

TITLE, SLUG = "Releases", "releases"
LONG = "Verylongnamed Product Lead of Donaudampfschifffahrtsgesellschaftskapitänsmützen قائد المنتج"


def begin_releasing(person: Person) -> None:
    """A ladder whose draft fits together: changes of every weight, a review that waits, keepers, people on it."""
    other = PersonFactory.create(name=f"مديرة {LONG}")
    ladder = start_from_file(default_file(), by=other, title=TITLE).ladder
    publish(Draft.objects.open().get(ladder=ladder), by=other, label="1.0")
    draft = open_draft(ladder, by=other)
    appoint(ladder, person, Keeper.Kind.EDIT, by=other)
    with pen(draft, other) as hand:
        for key, path, value in (
            ("senior-pm", "title", LONG),
            ("product-manager", "needs", {"share": 80}),
            ("associate-pm", "text", f"{LONG}. " * 20),
        ):
            hand.put(Piece.objects.get(draft=draft, kind=Kind.STAGE, key=key), path, value)
    Review.ask(draft, by=other, note=f"{LONG}\n\n{LONG}")
    for _number in range(6):
        PathFactory.create(person=PersonFactory.create(), ladder=ladder)


def release_pages() -> dict[str, dict[str, Any]]:
    """Url name → its arguments."""
    draft = Draft.objects.open().get(ladder__slug=SLUG)
    here: dict[str, Any] = {"draft": draft.pid}
    return {
        "draft_list": {},
        "ladder_new": {},
        "ladder_settings": {"ladder": draft.ladder.pid},
        "review_ask": here,
        "review_answer": here,
        "draft_changes": here,
        "draft_check": here,
        "draft_preview": here,
        "draft_publish": here,
        "draft_drop": here,
    }


# They act, and show another page.
RELEASE_ACTS = {"draft_open", "draft_reopen", "keeper_add", "keeper_remove"}
