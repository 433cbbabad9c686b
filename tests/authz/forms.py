"""Forms that each page would accept from somebody who may send them."""

from __future__ import annotations

from typing import Any

from tests.authz.rooms import each
from tests.authz.world import World

TOKEN = "t" * 22
Forms = dict[str, dict[str, Any]]


def forms(world: World) -> Forms:
    """Url name → what is sent; nothing for a page that is not in it."""
    found = own_forms(world) | draft_forms(world)
    for more in each("forms"):
        found |= more(world)
    return found


def own_forms(world: World) -> Forms:
    """About oneself."""
    item = {"title": "Ran a test", "happened_on": "2022-05-04", "strength": "seen", "once": TOKEN, "seen": "1"}
    first = world.pid("skill")
    return {
        "account_reset_password": {"email": world.cast.ada.email},
        "profile_edit": {"name": "Ada", "called": "", "title": "", "seen": "1"},
        "place_edit": {"stage": world.pid("stage"), "aim": world.pid("aim"), "seen": "1", "once": TOKEN},
        "version_notice": {"once": TOKEN},
        "ladder_language": {"language": "de"},
        "assessment_home": {"form": "full", "once": TOKEN},
        "assessment_discard": {"once": TOKEN},
        "situations_edit": {f"situation-{first}": "A test.", f"seen-{first}": "1", "writer": TOKEN},
        "rating_edit": {"level": "3", "seen": "1", "writer": TOKEN},
        "evidence_new": item,
        "evidence_edit": item,
        "evidence_delete": {"once": TOKEN},
    }


def draft_forms(world: World) -> Forms:
    """About ladders being rewritten."""
    return {
        "proposal_answer": {"words": "Not this year."},
        "proposal_withdraw": {"once": TOKEN},
        "upload_new": {"text": "format: ladder/1\nid: x\ntitle: X\nuses: y\n", "kind": "ladder", "once": TOKEN},
        "upload_show": {"into": "new", "once": TOKEN},
        "ladder_new": {"source": "blank", "title": "Design", "once": TOKEN},
        "keeper_add": {"who": world.cast.ada.name, "kind": "edit"},
        "draft_drop": {"once": TOKEN},
        "draft_publish": {"label": "9.9", "effective_on": "2127-01-01", "seen": world.revision, "once": TOKEN},
        "review_ask": {"once": TOKEN},
        "review_answer": {"answer": "fine", "seen": world.revision},
        "draft_show": {"seen": world.revision, "writer": TOKEN, "user-research/product-associate": "2"},
        "cell_save": {"seen": world.revision, "writer": TOKEN, "user-research/product-associate": "2"},
        "piece_move": {"direction": "down"},
        "sorting_edit": {"seen": "1", "writer": TOKEN},
        "head_edit": {"title": "Renamed", "assess": "levels", "needs-kind": "all", "seen": world.revision},
        "library_edit": {"uses": "", "once": TOKEN},
        "stage_new": {"title": "New stage", "once": TOKEN},
        "stage_edit": {"title": "Renamed", "next-way": "default", "seen": world.revision},
        "step_new": {"start_stage": "product-associate", "goal_stage": "cpo", "stop": "x", "once": TOKEN},
        "step_edit": {"stop": "x", "seen": world.revision},
        "part_new": {"title": "New part", "number": "99", "name": "New level", "once": TOKEN},
        "part_edit": {"title": "Renamed", "name": "Renamed", "seen": world.revision},
        "skill_new": {"title": "Another skill", "once": TOKEN},
        "skill_edit": {"title": "Renamed", "seen": world.revision},
        "text_edit": {"text": "Reworded.", "seen": world.revision},
        "stage_text_edit": {"text": "Reworded.", "seen": world.revision},
        "remark_new": {"text": "Is this clear?", "once": TOKEN},
        "piece_retire": {"once": TOKEN},
        "piece_restore": {"once": TOKEN},
        "change_undo": {"once": TOKEN},
        "shared_take_all": {"once": TOKEN},
    }
