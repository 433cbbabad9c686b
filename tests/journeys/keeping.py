"""The pages of those who keep a ladder, with everything on them."""

from __future__ import annotations

from typing import Any

from drafts.models import AnchorTest, Draft, Proposal, Upload
from drafts.opening import open_draft
from drafts.pieces import Kind
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Duty, Person
from tests.drafts.brought import GIVEN, WIDE, brought, changed_default
from tests.drafts.voices import begun, proposed, sorted_by
from tests.factories import PersonFactory
from tests.journeys.releasing import RELEASE_ACTS, begin_releasing, release_pages
from tests.journeys.wording import TEXT_ACTS, begin_writing, text_pages

LONG = "Extraordinarily long words with Donaudampfschifffahrtsgesellschaftskapitänsmütze in them"


def begin_keeping(person: Person, chart: Chart) -> Draft:
    """Gives a person every duty for ladders, an open draft, proposals, and texts that others sorted."""
    for kind in (Duty.Kind.LADDERS, Duty.Kind.PUBLISHING):
        person.give(kind)
    ladder = Ladder.objects.get(pid=chart.ladder)
    draft = open_draft(ladder, by=person)
    for number in range(3):
        proposed(person, ladder, title=f"{LONG} {number}", words=LONG, reason=f"قائمة {LONG}")
    others = PersonFactory.create_batch(2)
    test = begun(draft, [person, *others], by=person)
    brought(person, changed_default({"guidance": "help"}), f"{LONG}.yaml"[-200:])
    brought(person, WIDE.replace(b"Aim", LONG.encode()), "لوحة.csv", "wide", GIVEN)
    for other in others:
        sorted_by(test, other, "t0")
    begin_writing(person, draft)
    begin_releasing(person)
    return draft


def keeper_pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page about ladders being rewritten."""
    draft = Draft.objects.open().get(ladder__pid=chart.ladder)
    here: dict[str, Any] = {"draft": draft.pid}
    return {
        "draft_show": here,
        "proposal_new": {"ladder": chart.ladder, "part": chart.skills[0].pid},
        "proposal_list": {},
        "proposal_show": {"proposal": Proposal.objects.made_by(person)[0].pid},
        "anchor_test_list": here,
        "anchor_test_new": here,
        "anchor_test_show": {**here, "test": AnchorTest.objects.get(draft=draft).pid},
        "sorting_edit": {"sorter": person.sorts.get().pid},
        **sheet_pages(draft),
        **text_pages(draft),
        **release_pages(),
        **file_pages(person),
    }


def file_pages(person: Person) -> dict[str, dict[str, Any]]:
    """The same for files that they brought along."""
    uploads = {upload.kind: upload.pid for upload in Upload.objects.visible_to(person)}
    return {"upload_new": {}, "upload_show": {"upload": uploads["ladder"]}, "upload_map": {"upload": uploads["wide"]}}


def sheet_pages(draft: Draft) -> dict[str, dict[str, Any]]:
    """The same for the sheets of the ladder, of its stages and steps, and of one small part."""
    here: dict[str, Any] = {"draft": draft.pid}
    first = {kind: draft.pieces.of(kind).order_by("position")[0].pid for kind in (Kind.STAGE, Kind.STEP, Kind.WAY_IN)}
    return {
        "head_edit": here,
        "library_edit": here,
        "stage_new": here,
        "stage_edit": {**here, "piece": first[Kind.STAGE]},
        "step_list": here,
        "step_new": here,
        "step_edit": {**here, "piece": first[Kind.STEP]},
        "part_list": {**here, "part": "lines"},
        "part_new": {**here, "part": "levels"},
        "part_edit": {**here, "part": "ways-in", "piece": first[Kind.WAY_IN]},
    }


# They act, and show another page.
FILES = {"upload_map_file", "upload_delete", "ladder_file", "draft_file"}
ACTS = (
    FILES
    | TEXT_ACTS
    | RELEASE_ACTS
    | {"cell_save", "grid_since", "piece_move", "proposal_answer", "proposal_withdraw", "anchor_test_close"}
)
