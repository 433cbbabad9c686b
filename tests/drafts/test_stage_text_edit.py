"""The sheet of a skill's text at a stage: on a ladder of texts it is what the stage expects."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.writing import pen, write
from safeguards.ids import new_pid
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of, sheet, typed


@pytest.fixture
def draft(cast: Cast) -> Draft:
    return draft_of("text.yaml", cast.lin)


@pytest.fixture
def users(draft: Draft) -> Piece:
    return piece_of(draft, Kind.SKILL, "users")


def url_of(skill: Piece, stage: str = "level-2") -> str:
    pid = piece_of(skill.draft, Kind.STAGE, stage).pid
    return f"/drafts/{skill.draft.pid}/skills/{skill.pid}/stages/{pid}/"


def now(skill: Piece, path: str) -> object:
    return Piece.objects.get(pk=skill.pk).read(path)


def test_shows_the_statements_and_what_the_stages_around_say(as_lin: Client, users: Piece) -> None:
    response = as_lin.get(url_of(users))
    form = sheet(response)

    assert [form[f"signs-{place}-text"] for place in range(3)] == [
        ["Runs a usability test alone"],
        ["Shares insight with the squad"],
        [""],
    ]
    around = main(response).one("aside").all("div", "prose")
    assert [part.text for part in around] == [
        "Starts from user needs Turns needs into stories",
        "Nothing written yet",
    ]


def test_saves_the_text_of_the_stage(as_lin: Client, users: Piece) -> None:
    assertRedirects(typed(as_lin, url_of(users, "level-3"), text="Shapes research."), url_of(users, "level-3"))

    assert now(users, "at/level-3") == {"text": "Shapes research."}


def test_two_editors_meet_and_both_texts_are_there(as_lin: Client, draft: Draft, users: Piece, cast: Cast) -> None:
    mine = sheet(as_lin.get(url_of(users)))
    write(draft, [Edit(users.pid, "at/level-2/text", "Root's words.")], seen=1, by=cast.root)

    response = as_lin.post(url_of(users), mine | {"text": "Lin's words."})

    assert (response.status_code, sheet(response)["text"]) == (409, ["Lin's words."])
    assert "Root's words." in errors(response)["text"]
    assert now(users, "at/level-2/text") == "Root's words."


def test_bad_input_keeps_what_was_typed(as_lin: Client, users: Piece) -> None:
    response = typed(as_lin, url_of(users), text="Kept.", name="x" * 201)

    assert (response.status_code, sheet(response)["text"]) == (422, ["Kept."])
    assert now(users, "at/level-2/text") is None


def test_a_stage_that_is_retired_or_unknown_is_not_there(
    as_lin: Client, draft: Draft, users: Piece, cast: Cast
) -> None:
    url = url_of(users, "level-3")
    assert as_lin.get(url).status_code == 200

    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STAGE, "level-3"), True)

    assert as_lin.get(url).status_code == 404
    assert as_lin.get(url.replace(url.split("/")[-2], new_pid())).status_code == 404


def test_those_who_publish_read_it_and_change_nothing(as_cy: Client, users: Piece) -> None:
    assert as_cy.get(url_of(users)).status_code == 200
    assert as_cy.post(url_of(users), {"text": "Mine.", "seen": "1"}).status_code == 403
    assert now(users, "at/level-2/text") is None


def test_a_stranger_learns_nothing(users: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(users))


def test_nobody_in_particular_is_led_to_the_first_page(users: Piece) -> None:
    leads_to_welcome(url_of(users))
