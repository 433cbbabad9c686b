"""The sheet of a step."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, links, main
from tests.cast import Cast
from tests.drafts.pieces import AUTOSAVE, history, piece_of, sheet, typed


@pytest.fixture
def step(draft: Draft) -> Piece:
    return piece_of(draft, Kind.STEP, "senior-pm group-pm")


def url_of(step: Piece) -> str:
    return f"/drafts/{step.draft.pid}/steps/{step.pid}/"


def now(step: Piece) -> Any:
    return Piece.objects.get(pk=step.pk).body


def test_sending_each_as_it_is_changes_nothing(as_lin: Client, draft: Draft) -> None:
    for step in draft.pieces.of(Kind.STEP):
        assert as_lin.post(url_of(step), sheet(as_lin.get(url_of(step)))).status_code == 302

    assert history(draft) == []


def test_writes_what_was_typed(as_lin: Client, step: Piece) -> None:
    assertRedirects(typed(as_lin, url_of(step), stop="One\nTwo", start="", keep="Three"), url_of(step))

    assert now(step) == {"from": "senior-pm", "to": "group-pm", "stop": ["One", "Two"], "keep": ["Three"]}


def test_a_step_says_something(as_lin: Client, step: Piece) -> None:
    form = sheet(as_lin.get(url_of(step))) | {"stop": "", "start": " ", "keep": ""}

    answer = as_lin.post(url_of(step), form, headers=AUTOSAVE)

    assert answer.status_code == 422
    assert "A step that is not needed is retired." in answer.content.decode()
    assert history(step.draft) == []


def test_nul_is_refused(as_lin: Client, step: Piece) -> None:
    answer = typed(as_lin, url_of(step), stop="a\nb\x00", keep="Typed")

    assert (answer.status_code, errors(answer)) == (422, {"stop": "Null characters are not allowed."})
    assert sheet(answer)["keep"] == ["Typed"]


def test_both_see_what_the_other_wrote(as_lin: Client, step: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(step)))
    write(step.draft, [Edit(step.pid, "stop", ["Root's", "and more"])], seen=1, by=cast.root)

    answer = as_lin.post(url_of(step), form | {"stop": "Lin's"})

    assert answer.status_code == 409
    assert "Root's and more" in errors(answer)["stop"]
    assert (sheet(answer)["stop"], now(step)["stop"]) == (["Lin's"], ["Root's", "and more"])


def test_leads_to_its_stages_and_to_the_steps_around_it(
    as_lin: Client, draft: Draft, step: Piece, cast: Cast
) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STEP, "group-pm director"), True)

    around = main(as_lin.get(url_of(step))).one("section", "around")

    before = piece_of(draft, Kind.STEP, "product-manager senior-pm")
    assert [url.split("/")[-3] for url, _name in links(around)] == ["stages", "stages", "steps"]
    assert links(around)[2][0] == url_of(before)
    assert around.all("dd")[-1].text == "Group Product Manager → Director of Product Management not written"


def test_says_that_no_way_joins_its_stages(as_lin: Client, draft: Draft, step: Piece) -> None:
    said = "No way of the ladder leads from the one to the other."

    assert said not in main(as_lin.get(url_of(step))).text
    assert said in main(as_lin.get(url_of(piece_of(draft, Kind.STEP, "group-pm principal-pm")))).text


def test_stays_readable_without_one_of_its_stages(as_lin: Client, draft: Draft, step: Piece, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STAGE, "group-pm"), True)

    assert main(as_lin.get(url_of(step))).one("h1").text == "From Senior Product Manager to group-pm"


def test_those_who_publish_read_it_and_cannot_send_it(as_cy: Client, step: Piece) -> None:
    form = sheet(as_cy.get(url_of(step)))

    assert as_cy.post(url_of(step), form | {"stop": "Cy's"}).status_code == 403


def test_a_closed_draft_is_read_only(as_lin: Client, step: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(step)))
    drop(step.draft, by=cast.lin)

    assert as_lin.get(url_of(step)).status_code == 200
    assert as_lin.post(url_of(step), form | {"stop": "Late"}).status_code == 409


def test_a_stranger_learns_nothing(step: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(step))


def test_nobody_in_particular_is_led_to_the_first_page(step: Piece) -> None:
    leads_to_welcome(url_of(step))
