"""A new step between two stages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from drafts.adding import add_step
from drafts.assembling import assemble
from drafts.models import Closed, Draft
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, sent
from tests.cast import Cast
from tests.drafts.pieces import piece_of

WORDS = {"start_stage": "junior-pm", "goal_stage": "senior-pm", "stop": "A\nB\n  more", "start": "", "keep": "C"}


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/steps/new/"


def add(client: Client, draft: Draft, **changes: Any) -> Any:
    return client.post(url_of(draft), sent(client.get(url_of(draft))) | WORDS | changes)


def steps(draft: Draft) -> set[str]:
    return set(draft.pieces.of(Kind.STEP).in_use().values_list("key", flat=True))


def test_the_stages_are_chosen_by_the_link_that_led_here(as_lin: Client, draft: Draft) -> None:
    shown = sent(as_lin.get(f"{url_of(draft)}?from=junior-pm&to=nowhere"))

    assert (shown["start_stage"], shown["goal_stage"]) == (["junior-pm"], [])


def test_is_written_and_its_sheet_follows(as_lin: Client, draft: Draft) -> None:
    answer = add(as_lin, draft)

    step = piece_of(draft, Kind.STEP, "junior-pm senior-pm")
    assert answer.headers["Location"] == f"/drafts/{draft.pid}/steps/{step.pid}/"
    assert step.body == {"from": "junior-pm", "to": "senior-pm", "stop": ["A", "B\nmore"], "keep": ["C"]}
    assert assemble(draft).troubles == ()


def test_one_that_was_retired_comes_back_anew(as_lin: Client, draft: Draft, cast: Cast) -> None:
    step = piece_of(draft, Kind.STEP, "senior-pm group-pm")
    with pen(draft, cast.lin) as hand:
        hand.retire(step, True)

    add(as_lin, draft, start_stage="senior-pm", goal_stage="group-pm")

    step.refresh_from_db()
    assert (step.retired, step.body["stop"]) == (False, ["A", "B\nmore"])


@pytest.mark.parametrize(
    ("field", "changes", "message"),
    [
        ("goal_stage", {"goal_stage": "junior-pm"}, "Choose two different stages."),
        ("goal_stage", {"start_stage": "senior-pm", "goal_stage": "group-pm"}, "This step is there already."),
        ("start_stage", {"start_stage": ""}, "This field is required."),
        (
            "goal_stage",
            {"goal_stage": "nowhere"},
            "Select a valid choice. nowhere is not one of the available choices.",
        ),
        ("stop", {"stop": "a\x00"}, "Null characters are not allowed."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays(
    as_lin: Client, draft: Draft, field: str, changes: dict[str, str], message: str
) -> None:
    before = steps(draft)
    answer = add(as_lin, draft, **changes)

    assert (answer.status_code, errors(answer)) == (422, {field: message})
    assert (sent(answer)["keep"], steps(draft)) == (["C"], before)


def test_a_step_says_something(as_lin: Client, draft: Draft) -> None:
    answer = add(as_lin, draft, stop=" ", keep="")

    assert answer.status_code == 422
    assert "Say at least one thing to stop, start or keep." in answer.content.decode()


def test_sent_twice_it_is_added_once(as_lin: Client, draft: Draft) -> None:
    form = sent(as_lin.get(url_of(draft))) | WORDS

    first, second = (as_lin.post(url_of(draft), form).headers["Location"] for _ in range(2))

    assert first == second


def test_a_ladder_has_an_end(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        keys = [hand.add(Kind.STAGE, f"s{number}", {"title": "S"}).key for number in range(33)]
        pairs = [(one, two) for one in keys for two in keys if one != two]
        for one, two in pairs[: 1_000 - len(steps(draft))]:
            hand.add(Kind.STEP, f"{one} {two}", {"from": one, "to": two, "stop": ["x"]})

    answer = add(as_lin, draft)

    assert (answer.status_code, "A ladder has at most 1000 steps." in answer.content.decode()) == (422, True)


def test_the_verb_knows_that_a_draft_is_closed(draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    with pytest.raises(Closed):
        add_step(draft, "junior-pm", "senior-pm", {"stop": ["x"]}, by=cast.lin)


def test_those_who_publish_add_nothing(as_cy: Client, draft: Draft) -> None:
    assert (as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code) == (403, 403)


def test_a_closed_draft_gets_no_more(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code) == (409, 409)


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
