"""The sheet of a skill: everything about it, and all its texts on one page."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import write
from tests.assessments.litany import NAMES, NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.drafts.pieces import AUTOSAVE, draft_of, history, piece_of, sheet, typed, using


def url_of(skill: Piece) -> str:
    return f"/drafts/{skill.draft.pid}/skills/{skill.pid}/"


def now(skill: Piece) -> dict[str, Any]:
    body: dict[str, Any] = Piece.objects.get(pk=skill.pk).body
    return body


def test_shows_everything_about_a_skill(as_lin: Client, skill: Piece) -> None:
    form = sheet(as_lin.get(url_of(skill)))

    assert (form["title"], form["category"], form["rated"]) == ([skill.title], [skill.body["category"]], ["on"])
    assert "core" not in form
    assert [form[f"text-{level}"] for level in range(1, 6)] == [
        [words["text"]] for words in skill.body["levels"].values()
    ]


def test_saving_what_stood_there_changes_nothing(as_lin: Client, cast: Cast, skill: Piece) -> None:
    draft_of("library.yaml", cast.lin)

    for piece in Piece.objects.filter(kind=Kind.SKILL).select_related("draft"):
        assertRedirects(typed(as_lin, url_of(piece)), url_of(piece))
        assert history(piece.draft) == []


def test_a_whole_skill_is_written_on_one_page(as_lin: Client, draft: Draft, skill: Piece) -> None:
    words = {f"text_{level}": f"Does {level}." for level in range(1, 6)}
    more = {
        "title": "Figures",
        "text": "What numbers say.",
        "category": "people",
        "core": "on",
        "rated": [],
        "also": "Data\nNumbers",
        "measures": "Tests a month",
        "links": "Guide: https://example.org\nhttps://example.org/bare",
        "ref": "DAT-1",
    }
    assertRedirects(typed(as_lin, url_of(skill), **words, **more), url_of(skill))

    assert now(skill) == {
        "title": "Figures",
        "category": "people",
        "text": "What numbers say.",
        "core": True,
        "rated": False,
        "also": ["Data", "Numbers"],
        "measures": ["Tests a month"],
        "links": [{"label": "Guide", "url": "https://example.org"}, "https://example.org/bare"],
        "ref": "DAT-1",
        "levels": {str(level): {"text": f"Does {level}."} for level in range(1, 6)},
    }
    assert len(history(draft)) == 14


def test_a_text_keeps_its_statements_when_it_is_written_here(as_lin: Client, cast: Cast) -> None:
    research = piece_of(draft_of("library.yaml", cast.lin), Kind.SKILL, "research")

    typed(as_lin, url_of(research), text_2="Runs many interviews.", core=[])

    after = now(research)
    assert after["levels"]["2"] == research.body["levels"]["2"] | {"text": "Runs many interviews."}
    assert after["levels"]["x-reviewed"] == research.body["levels"]["x-reviewed"]
    assert "core" not in after


def test_a_text_for_a_single_stage(as_lin: Client, draft: Draft, skill: Piece) -> None:
    stage = piece_of(draft, Kind.STAGE, "senior-pm")

    typed(as_lin, url_of(skill), **{f"text_{stage.pid}": "At this stage only."})

    assert now(skill)["at"] == {"senior-pm": {"text": "At this stage only."}}


def test_says_what_each_stage_expects(as_lin: Client, skill: Piece, draft: Draft, cast: Cast) -> None:
    row = piece_of(draft, Kind.ROW, skill.key)
    write(draft, [Edit(row.pid, "cells/senior-pm", {"level": 3, "must": True, "weight": 2})], seen=1, by=cast.lin)

    shown = main(as_lin.get(url_of(skill))).one("aside").one("dl", "facts")

    terms = dict(zip([one.text for one in shown.all("dt")], [one.text for one in shown.all("dd")], strict=True))
    assert terms["Senior Product Manager"] == "3 Owning, must-have, counts 2 times"
    assert len(terms) == 10


@pytest.mark.parametrize("title", [*NAMES, "<i>x</i>"])
def test_any_title_comes_back(as_lin: Client, skill: Piece, title: str) -> None:
    typed(as_lin, url_of(skill), title=title)

    shown = as_lin.get(url_of(skill))
    assert sheet(shown)["title"] == [title]
    assert main(shown).one("h1").text == title


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("title", "", "This field is required."),
        ("title", "x" * 201, "Ensure this value has at most 200 characters (it has 201)."),
        ("title", NUL, "Null characters are not allowed."),
        ("category", "nowhere", "Select a valid choice. nowhere is not one of the available choices."),
        ("also", NUL, "Null characters are not allowed."),
        ("text-3", "x" * 100_001, "Ensure this value has at most 100000 characters (it has 100001)."),
    ],
)
def test_bad_input_is_said_and_nothing_typed_is_lost(
    as_lin: Client, draft: Draft, skill: Piece, field: str, value: str, wrong: str
) -> None:
    response = as_lin.post(url_of(skill), sheet(as_lin.get(url_of(skill))) | {"measures": "Mine", field: value})

    assert (response.status_code, errors(response)) == (422, {field: wrong})
    assert sheet(response)["measures"] == ["Mine"]
    assert history(draft) == []


def test_two_editors_meet_at_one_place_and_keep_the_others(
    as_lin: Client, draft: Draft, skill: Piece, cast: Cast
) -> None:
    mine = sheet(as_lin.get(url_of(skill)))
    edits = [Edit(skill.pid, "title", "Root's title"), Edit(skill.pid, "ref", "Root's ref")]
    write(draft, edits, seen=1, by=cast.root, writer="root")

    response = as_lin.post(url_of(skill), mine | {"title": "Lin's title", "text-3": "Lin's text."})

    assert response.status_code == 409
    assert errors(response) == {
        "title": "Root Andersen changed this meanwhile to: Root's title – Yours stands on this page and is not saved."
    }
    assert sheet(response)["title"] == ["Lin's title"]
    after = now(skill)
    assert (after["title"], after["ref"], after["levels"]["3"]["text"]) == (
        "Root's title",
        "Root's ref",
        "Lin's text.",
    )


def test_saves_by_itself(as_lin: Client, skill: Piece) -> None:
    response = as_lin.post(url_of(skill), sheet(as_lin.get(url_of(skill))) | {"ref": "DAT-1"}, headers=AUTOSAVE)

    assert (response.status_code, now(skill)["ref"]) == (204, "DAT-1")


def test_a_ladder_without_levels_has_a_text_for_each_stage(as_lin: Client, cast: Cast) -> None:
    users = piece_of(draft_of("text.yaml", cast.lin), Kind.SKILL, "users")

    shown = main(as_lin.get(url_of(users)))

    assert [head.text for head in shown.one("form", "piece-form").all("h2")] == [
        "What it is",
        "What it means at each stage",
        "How it counts, and more about it",
    ]


def test_a_skill_of_ones_own_beside_a_library_takes_its_levels(as_lin: Client, cast: Cast) -> None:
    pricing = piece_of(using(cast.lin), Kind.SKILL, "pricing")

    form = sheet(as_lin.get(url_of(pricing)))

    assert (form["text-1"], form["text-2"]) == (["Reads a price list."], [""])


def test_hints_say_which_text_they_are_about(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    write(draft, [Edit(skill.pid, "levels/3/text", "Strong analytical skills.")], seen=1, by=cast.lin)

    shown = main(as_lin.get(url_of(skill))).one("section", id="spots")

    assert (shown.one("p", "soft").text, shown.one("b").text) == ("3 Owning", "Praise instead of behaviour.")


def test_asks_a_fixed_number_of_times(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    def queries() -> int:
        as_lin.get(url_of(skill))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(skill))
        return len(found)

    few = queries()
    for number in range(1, 31):
        write(draft, [Edit(skill.pid, "ref", f"DAT-{number}")], seen=number, by=cast.lin)

    assert queries() == few


def test_a_closed_draft_can_be_read_and_keeps_what_was_typed(
    as_lin: Client, draft: Draft, skill: Piece, cast: Cast
) -> None:
    mine = sheet(as_lin.get(url_of(skill)))
    drop(draft, by=cast.lin)

    response = as_lin.post(url_of(skill), mine | {"text": "Typed too late."})

    assert (response.status_code, now(skill)) == (409, skill.body)
    assert "Typed too late." in response.content.decode()
    assert as_lin.get(url_of(skill)).status_code == 200


def test_those_who_publish_read_it_and_change_nothing(as_cy: Client, skill: Piece) -> None:
    assert as_cy.get(url_of(skill)).status_code == 200
    assert as_cy.post(url_of(skill), {"title": "Mine", "seen": "1"}).status_code == 403
    assert now(skill) == skill.body


def test_a_stage_is_no_skill(as_lin: Client, stage: Piece) -> None:
    assert as_lin.get(url_of(stage)).status_code == 404


def test_a_stranger_learns_nothing(skill: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(skill))


def test_nobody_in_particular_is_led_to_the_first_page(skill: Piece) -> None:
    leads_to_welcome(url_of(skill))
