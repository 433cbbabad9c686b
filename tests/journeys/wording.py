"""The pages about skills and their texts, with everything on them: hints, remarks, a history, newer library texts."""

from __future__ import annotations

from typing import Any

from drafts.models import Draft, Edit, Piece, Remark
from drafts.pieces import Kind
from drafts.retiring import retire
from drafts.writing import undo, write
from people.models import Person
from tests.drafts.pieces import library, using

LONG = "Extraordinarily long words with Donaudampfschifffahrtsgesellschaftskapitänsmütze in them"
ARABIC = "يفهم ما يحتاجه الناس"
SIGNS = [
    {"text": LONG, "examples": [LONG], "proof": ARABIC, "links": [{"label": LONG, "url": "https://example.org"}]},
    {"text": ARABIC},
]


def begin_writing(person: Person, draft: Draft) -> None:
    """Changes texts, takes one change back, retires a skill and a stage, remarks, and borrows from a library."""
    skills = list(Piece.objects.filter(draft=draft, kind=Kind.SKILL).order_by("position"))
    first = skills[0].pid
    changes = [
        ("title", f"{ARABIC} {LONG}"),
        ("levels/3/text", "Strong analytical skills."),
        ("levels/3/signs", SIGNS),
        ("levels/3/name", ARABIC),
        ("also", [LONG, ARABIC]),
    ]
    for path, value in changes:
        write(draft, [Edit(first, path, value)], seen=draft.revision, by=person)
    undo(draft.changes.latest_first()[0], by=person)
    retire(draft, Piece.objects.filter(draft=draft, kind=Kind.STEP)[0], by=person)
    about = {"ladder": draft.ladder, "kind": Kind.SKILL, "key": skills[0].key, "by": person}
    for path, text in (("", LONG), ("levels/3", ARABIC), ("levels/3", "Settled.")):
        remark = Remark.objects.create(text=text, path=path, **about)
    remark.close(by=person)
    using(person)
    library(newer="Runs interviews. → Runs many interviews.")


def text_pages(draft: Draft) -> dict[str, dict[str, Any]]:
    """Url name → its arguments."""
    here: dict[str, Any] = {"draft": draft.pid}
    skill = draft.pieces.of(Kind.SKILL).order_by("position")[0].pid
    stage = draft.pieces.of(Kind.STAGE).order_by("position")[4].pid
    row = Piece.objects.get(draft__ladder__slug="consulting", kind=Kind.ROW, key="research")
    shared = {"draft": row.draft.pid}
    return {
        "texts_show": here,
        "skill_new": here,
        "skill_edit": {**here, "piece": skill},
        "text_edit": {**here, "piece": skill, "level": 3},
        "stage_text_edit": {**here, "piece": skill, "stage": stage},
        "piece_retire": {**here, "piece": stage},
        "retired_list": here,
        "remark_new": {**here, "piece": skill},
        "history_show": here,
        "shared_list": shared,
        "shared_take": {**shared, "piece": row.pid},
    }


# They act, and show another page.
TEXT_ACTS = {"piece_restore", "former_restore", "remark_close", "change_undo", "shared_take_all", "shared_add"}
