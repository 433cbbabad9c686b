"""The sheet of a stage: every part of it, kept and refused, and met by somebody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.assembling import assemble
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.writing import pen
from tests.assessments.pages import errors
from tests.cast import Cast
from tests.drafts.pieces import AUTOSAVE, draft_of, history, piece_of, sheet, typed


def url_of(piece: Piece) -> str:
    return f"/drafts/{piece.draft.pid}/stages/{piece.pid}/"


def now(piece: Piece, path: str = "") -> Any:
    return Piece.objects.get(pk=piece.pk).read(path) if path else Piece.objects.get(pk=piece.pk).body


@pytest.fixture
def full(draft: Draft, stage: Piece, cast: Cast) -> Piece:
    """A stage with something in every place."""
    body = stage.body | {
        "rank": "IC4",
        "moves": ["group-pm", "associate-pm"],
        "needs": {"miss": {"skills": 2, "by": 1}, "above": 1, "x-why": "trial"},
        "facts": {"Grade": "7", "Experience": "3 to 5 years"},
        "roles": [{"title": "Analyst", "focus": ["vision", "delivery"], "x-id": 7}, {"title": "مدير المنتج"}],
        "text": "Two lines,\nas in a file.\n",
        "does": ["One thing", "Another thing\nin two lines"],
        "x-try": ["Shadow somebody for a week"],
        "x-own": {"kept": [1, 2]},
        "next": ["senior-pm", "group-pm"],
    }
    with pen(draft, cast.lin) as hand:
        hand.put(stage, "", body)
    return piece_of(draft, Kind.STAGE, stage.key)


def test_sending_it_as_it_is_changes_nothing(as_lin: Client, full: Piece) -> None:
    before = full.body

    assertRedirects(as_lin.post(url_of(full), sheet(as_lin.get(url_of(full)))), url_of(full))

    assert (now(full), history(full.draft)) == (before, [("product-manager", "")])


def test_every_stage_of_every_kind_of_ladder_comes_back_as_it_was(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drafts = [draft, *(draft_of(name, cast.lin) for name in ("points.yaml", "text.yaml", "matrix.yaml"))]
    for piece in Piece.objects.filter(draft__in=drafts, kind=Kind.STAGE):
        assert as_lin.post(url_of(piece), sheet(as_lin.get(url_of(piece)))).status_code == 302
    assert [history(one) for one in drafts] == [[], [], [], []]


def test_each_part_is_written_where_the_file_has_it(as_lin: Client, draft: Draft, stage: Piece) -> None:
    answer = typed(
        as_lin,
        url_of(stage),
        title="Product person",
        track="expert",
        phase="lead",
        rank="IC5",
        text="Leads.\r\n\r\nIn two paragraphs. ",
        does="One\nTwo\n  in two lines",
        success="It shows",
        tries="Try it",
        next_way="end",
        moves=["group-pm", "associate-pm"],
        needs_kind="share",
        needs_share="80",
        facts="Grade: 7\nA fact: with: colons\nNo label",
        roles_0_title="Analyst",
        roles_0_text="Data first.",
        roles_0_focus=["delivery", "vision"],
    )

    assertRedirects(answer, url_of(stage))
    assert now(stage) == {
        "title": "Product person",
        "track": "expert",
        "phase": "lead",
        "rank": "IC5",
        "text": "Leads.\n\nIn two paragraphs.",
        "does": ["One", "Two\nin two lines"],
        "success": ["It shows"],
        "x-try": ["Try it"],
        "next": [],
        "moves": ["associate-pm", "group-pm"],
        "needs": {"share": 80},
        "facts": [{"label": "Grade", "value": "7"}, {"label": "A fact", "value": "with: colons"}, "No label"],
        "roles": [{"title": "Analyst", "text": "Data first.", "focus": ["delivery", "vision"]}],
    }
    found = assemble(draft)
    assert [str(one.message) for one in found.troubles] == []


def test_emptying_everything_leaves_the_title(as_lin: Client, full: Piece) -> None:
    answer = typed(
        as_lin,
        url_of(full),
        **dict.fromkeys(("track", "phase", "rank", "text", "does", "success", "tries", "facts"), ""),
        next_way="default",
        next_stages=[],
        moves=[],
        needs_kind="",
        **{f"roles_{row}_{name}": "" for row in (0, 1) for name in ("title", "text")},
    )

    assertRedirects(answer, url_of(full))
    assert now(full) == {"title": "Product Manager", "x-own": {"kept": [1, 2]}}


def test_a_row_keeps_the_keepers_own_keys(as_lin: Client, full: Piece) -> None:
    typed(as_lin, url_of(full), roles_0_title="Data analyst", roles_1_title="")

    assert now(full, "roles") == [{"title": "Data analyst", "focus": ["vision", "delivery"], "x-id": 7}]


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"next_way": "default"}, None),
        ({"next_way": "end", "next_stages": ["group-pm"]}, []),
        ({"next_way": "chosen", "next_stages": ["principal-pm", "senior-pm"]}, ["senior-pm", "principal-pm"]),
    ],
)
def test_where_it_leads(as_lin: Client, full: Piece, changes: dict[str, Any], value: Any) -> None:
    typed(as_lin, url_of(full), **changes)

    assert now(full, "next") == value


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"needs_kind": ""}, None),
        ({"needs_kind": "all", "needs_share": "0"}, {"all": True, "x-why": "trial"}),
        ({"needs_kind": "share", "needs_share": "1"}, {"share": 1, "x-why": "trial"}),
        (
            {"needs_kind": "miss", "needs_skills": "3", "needs_by": "2", "needs_above": ""},
            {"miss": {"skills": 3, "by": 2}, "x-why": "trial"},
        ),
    ],
)
def test_when_it_is_met(as_lin: Client, full: Piece, changes: dict[str, Any], value: Any) -> None:
    assertRedirects(typed(as_lin, url_of(full), **changes), url_of(full))

    assert now(full, "needs") == value


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("title", {"title": ""}, "This field is required."),
    ("title", {"title": "x" * 201}, "Ensure this value has at most 200 characters (it has 201)."),
    ("title", {"title": "a\nb"}, "Write it on one line."),
    ("title", {"title": "a\u2028b"}, "Write it on one line."),
    ("title", {"title": "a\x00b"}, "Null characters are not allowed."),
    ("rank", {"rank": "x" * 101}, "Ensure this value has at most 100 characters (it has 101)."),
    ("text", {"text": "x" * 100_001}, "Ensure this value has at most 100000 characters (it has 100001)."),
    ("does", {"does": "x" * 100_001}, "One of the lines is longer than 100,000 characters."),
    ("does", {"does": "a\nb\x00"}, "Null characters are not allowed."),
    ("track", {"track": "nowhere"}, "Select a valid choice. nowhere is not one of the available choices."),
    ("phase", {"phase": "core"}, "Select a valid choice. core is not one of the available choices."),
    ("moves", {"moves": ["nowhere"]}, "Select a valid choice. nowhere is not one of the available choices."),
    (
        "moves",
        {"moves": ["product-manager"]},
        "Select a valid choice. product-manager is not one of the available choices.",
    ),
    ("next", {"next_way": "chosen", "next_stages": []}, "Stages – Choose the stages it leads on to."),
    (
        "next",
        {"next_way": "chosen", "next_stages": ["product-manager"]},
        "Stages – Select a valid choice. product-manager is not one of the available choices.",
    ),
    ("needs", {"needs_kind": "share", "needs_share": ""}, "Per cent – Write a number."),
    (
        "needs",
        {"needs_kind": "share", "needs_share": "0"},
        "Per cent – Ensure this value is greater than or equal to 1.",
    ),
    (
        "needs",
        {"needs_kind": "share", "needs_share": "101"},
        "Per cent – Ensure this value is less than or equal to 100.",
    ),
    (
        "needs",
        {"needs_kind": "points", "needs_points": "5"},
        "Points – No level of the scale is worth points yet. Say there what each is worth.",
    ),
    (
        "needs",
        {"needs_kind": "miss", "needs_skills": "0", "needs_by": "1"},
        "How many skills may be missed – Ensure this value is greater than or equal to 1.",
    ),
    ("roles", {"roles_0_title": "", "roles_0_text": "Text"}, "1. Title – This field is required."),
    (
        "roles",
        {"roles_0_title": "A", "roles_0_focus": ["nothing"]},
        "1. Skills it leans on – Select a valid choice. nothing is not one of the available choices.",
    ),
]


@pytest.mark.parametrize(("field", "changes", "message"), REFUSED)
def test_what_the_file_would_refuse_is_refused_beside_its_field(
    as_lin: Client, stage: Piece, field: str, changes: dict[str, Any], message: str
) -> None:
    before = stage.body
    answer = typed(as_lin, url_of(stage), success="Typed meanwhile", **changes)

    assert (answer.status_code, errors(answer)[field]) == (422, message)
    assert sheet(answer)["success"] == ["Typed meanwhile"]
    assert (now(stage), history(stage.draft)) == (before, [])


def test_what_was_refused_stands_in_the_form_as_it_was_typed(as_lin: Client, stage: Piece) -> None:
    changes = {"rank": "x" * 101, "roles_0_text": "Text without a title", "needs_kind": "share", "needs_share": "0"}
    shown = sheet(typed(as_lin, url_of(stage), **changes))

    assert {name: shown[name.replace("_", "-")] for name in changes} == {
        name: [text] for name, text in changes.items()
    }


def test_a_row_that_somebody_forged_is_refused(as_lin: Client, full: Piece) -> None:
    answer = typed(as_lin, url_of(full), roles_0_rest="forged")

    assert answer.status_code == 422
    assert now(full, "roles")[0]["x-id"] == 7


def test_a_stage_that_was_retired_stays_chosen_until_it_is_unticked(as_lin: Client, full: Piece, cast: Cast) -> None:
    with pen(full.draft, cast.lin) as hand:
        hand.retire(piece_of(full.draft, Kind.STAGE, "group-pm"), True)
        hand.retire(piece_of(full.draft, Kind.TRACK, "core"), True)

    assertRedirects(typed(as_lin, url_of(full), rank="IC5"), url_of(full))

    assert (now(full, "moves"), now(full, "track")) == (["group-pm", "associate-pm"], "core")


def test_saves_by_itself(as_lin: Client, stage: Piece) -> None:
    form = sheet(as_lin.get(url_of(stage)))
    for words in ("One.", "Two."):
        answer = as_lin.post(url_of(stage), form | {"text": words}, headers=AUTOSAVE)
        assert (answer.status_code, answer.headers["HX-Trigger"]) == (204, "saved")

    assert now(stage, "text") == "Two."


def test_says_what_is_wrong_to_a_page_that_saves_by_itself(as_lin: Client, stage: Piece) -> None:
    form = sheet(as_lin.get(url_of(stage)))

    answer = as_lin.post(url_of(stage), form | {"title": ""}, headers=AUTOSAVE)

    assert (answer.status_code, answer.headers["HX-Retarget"]) == (422, "#findings")
    assert "<b>Title</b>: This field is required." in answer.content.decode()
