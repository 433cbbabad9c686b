"""A new stage: where it stands, what it is called, and what it begins with."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from drafts.assembling import assemble
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop, publish
from drafts.writing import pen
from ladders.models import Ladder
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, sent
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of


def url_of(draft: Draft, after: str = "") -> str:
    return f"/drafts/{draft.pid}/stages/new/" + (f"?after={after}" if after else "")


def add(client: Client, draft: Draft, **changes: Any) -> Any:
    return client.post(url_of(draft), sent(client.get(url_of(draft))) | changes)


def keys(draft: Draft) -> list[str]:
    return list(draft.pieces.of(Kind.STAGE).in_use().order_by("position").values_list("key", flat=True))


def test_begins_behind_the_last_one_on_its_line(as_lin: Client, draft: Draft) -> None:
    shown = sent(as_lin.get(url_of(draft)))
    assert shown.pop("once")[0]
    assert shown == {"title": [""], "track": ["people"], "after": ["cpo"], "like": [""]}

    shown = sent(as_lin.get(url_of(draft, "junior-pm")))
    assert (shown["after"], shown["track"]) == (["junior-pm"], ["core"])


@pytest.mark.parametrize("after", ["nowhere", "%00", "", "é"])
def test_an_odd_place_to_begin_is_the_last_one(as_lin: Client, draft: Draft, after: str) -> None:
    assert sent(as_lin.get(url_of(draft, after)))["after"] == ["cpo"]


def test_is_added_where_it_was_wanted_and_its_sheet_follows(as_lin: Client, draft: Draft) -> None:
    answer = add(as_lin, draft, title="Staff Product Manager", track="core", after="senior-pm")

    new = piece_of(draft, Kind.STAGE, "staff-product-manager")
    assert answer.headers["Location"] == f"/drafts/{draft.pid}/stages/{new.pid}/"
    assert new.body == {"title": "Staff Product Manager", "track": "core"}
    assert keys(draft)[4:6] == ["senior-pm", "staff-product-manager"]
    assert assemble(draft).troubles == ()


def test_can_come_first(as_lin: Client, draft: Draft) -> None:
    add(as_lin, draft, title="Intern", after="")

    assert keys(draft)[0] == "intern"


def test_begins_with_the_expectations_of_another_one(as_lin: Client, draft: Draft) -> None:
    add(as_lin, draft, title="Staff", like="senior-pm")

    cells = {row.key: row.body["cells"] for row in draft.pieces.of(Kind.ROW)}
    assert {key: cell["staff"] for key, cell in cells.items() if "staff" in cell} == {
        key: cell["senior-pm"] for key, cell in cells.items()
    }
    assert assemble(draft).troubles == ()
    assert not any("at" in skill.body for skill in draft.pieces.of(Kind.SKILL))


def test_on_a_ladder_of_texts_it_begins_with_the_texts(as_lin: Client, cast: Cast) -> None:
    draft = draft_of("text.yaml", cast.lin)
    users = piece_of(draft, Kind.SKILL, "users")
    with pen(draft, cast.lin) as hand:
        hand.put(users, "at/level-2/signs", [{"text": "One", "id": "known"}, {"text": "Two"}])

    add(as_lin, draft, title="Level 4", like="level-2")

    assert piece_of(draft, Kind.SKILL, "users").read("at/level-4/signs") == [{"text": "One"}, {"text": "Two"}]
    assert assemble(draft).troubles == ()


def test_never_takes_a_key_that_was_there_before(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.STAGE, "cpo"), True)

    add(as_lin, draft, title="CPO")

    assert "cpo-2" in keys(draft)


def test_never_takes_the_key_of_a_stage_where_people_stood(as_lin: Client, draft: Draft, cast: Cast) -> None:
    """Gone from the latest version, and so from the draft, but not from the lives of those who stood there."""
    gone = piece_of(draft, Kind.STAGE, "cpo")
    with pen(draft, cast.lin) as hand:
        hand.retire(gone, True)
        hand.put(piece_of(draft, Kind.STAGE, "vp"), "next", [])
        for place in draft.pieces.of(Kind.BEYOND):
            hand.retire(place, True)
    publish(draft, by=cast.cy, label="2")
    answer = as_lin.post(f"/ladders/{draft.ladder.pid}/draft/")
    again = Draft.objects.get(pid=answer.headers["Location"].split("/")[2])
    assert not Piece.objects.filter(draft=again, key="cpo").exists()

    add(as_lin, again, title="CPO")

    assert keys(again)[-1] == "cpo-2"
    assert Ladder.objects.get(pk=draft.ladder_id).versions.count() == 2


def test_a_title_without_letters_gets_a_key_too(as_lin: Client, draft: Draft) -> None:
    add(as_lin, draft, title="🦉")

    assert keys(draft)[-1] == "stage"


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", "x" * 201), ("title", "a\x00"), ("track", "x"), ("after", "x"), ("like", "x")],
)
def test_what_is_wrong_is_said_and_the_rest_stays(as_lin: Client, draft: Draft, field: str, value: str) -> None:
    typed = {"title": "Staff", "like": "senior-pm"} | {field: value}
    answer = add(as_lin, draft, **typed)

    assert (answer.status_code, set(errors(answer))) == (422, {field})
    shown = sent(answer)
    assert all(shown[name] == [text] for name, text in typed.items() if name != field)
    assert len(keys(draft)) == 10


def test_a_ladder_has_an_end(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        for number in range(290):
            hand.add(Kind.STAGE, f"more-{number}", {"title": "More"})

    answer = add(as_lin, draft, title="One too many")

    assert (answer.status_code, "A ladder has at most 300 stages." in answer.content.decode()) == (422, True)


def test_sent_twice_it_is_added_once(as_lin: Client, draft: Draft) -> None:
    form = sent(as_lin.get(url_of(draft))) | {"title": "Staff"}

    first, second = (as_lin.post(url_of(draft), form).headers["Location"] for _ in range(2))

    assert (first, len(keys(draft))) == (second, 11)


def test_a_ladder_without_stages_gets_its_first(as_lin: Client, cast: Cast) -> None:
    draft = draft_of("library.yaml", cast.lin)

    add(as_lin, draft, title="Junior")

    assert keys(draft) == ["junior"]


def test_those_who_publish_add_nothing(as_cy: Client, draft: Draft) -> None:
    assert (as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code) == (403, 403)


def test_a_closed_draft_gets_no_more(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code) == (409, 409)


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
