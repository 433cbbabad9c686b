"""Taking one change back."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from safeguards.ids import new_pid
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast


def url_of(draft: Draft, number: int = 2) -> str:
    return f"/drafts/{draft.pid}/history/{number}/undo/"


def token() -> dict[str, str]:
    return {"once": new_pid()}


@pytest.fixture
def regretted(draft: Draft, skill: Piece, cast: Cast) -> Piece:
    """A skill whose reference Lin has changed."""
    write(draft, [Edit(skill.pid, "levels/3/text", "Regretted.")], seen=1, by=cast.lin)
    return skill


def now(skill: Piece) -> object:
    return Piece.objects.get(pk=skill.pk).read("levels/3/text")


def test_takes_it_back_and_opens_its_page(as_lin: Client, draft: Draft, regretted: Piece) -> None:
    response = as_lin.post(url_of(draft), token())

    assertRedirects(response, f"/drafts/{draft.pid}/skills/{regretted.pid}/levels/3/")
    assert now(regretted) == regretted.read("levels/3/text") != "Regretted."


def test_a_double_click_takes_it_back_once(as_lin: Client, draft: Draft, regretted: Piece) -> None:
    form = token()

    answers = [as_lin.post(url_of(draft), form).status_code for _click in range(2)]

    assert (answers, draft.changes.count()) == ([302, 302], 2)


def test_what_was_taken_back_can_be_put_there_again(as_lin: Client, draft: Draft, regretted: Piece) -> None:
    as_lin.post(url_of(draft, 2), token())

    assert as_lin.post(url_of(draft, 2), token()).status_code == 409
    assert as_lin.post(url_of(draft, 3), token()).status_code == 302
    assert now(regretted) == "Regretted."


def test_says_what_stands_there_if_it_was_changed_again(
    as_lin: Client, draft: Draft, regretted: Piece, cast: Cast
) -> None:
    write(draft, [Edit(regretted.pid, "levels/3/text", "Newer words.")], seen=2, by=cast.root)

    response = as_lin.post(url_of(draft), token())
    shown = main(response)

    assert (response.status_code, now(regretted)) == (409, "Newer words.")
    assert shown.one("h1").text == "This was changed again since"
    assert shown.all("p", "diff")[-1].text == "Newer words."
    assert "Root Andersen changed what Data analysis means at 3 Owning" in shown.text
    assert shown.one("a", "button").attrs["href"] == f"/drafts/{draft.pid}/skills/{regretted.pid}/levels/3/"


@pytest.mark.parametrize("path", ["", "levels", "levels/3"])
def test_what_was_changed_around_it_is_not_overwritten(
    as_lin: Client, draft: Draft, regretted: Piece, cast: Cast, path: str
) -> None:
    """The whole skill came anew, as from a file."""
    whole = {"": {"title": "Anew"}, "levels": {"1": {"text": "One."}}, "levels/3": {"name": "Anew"}}
    with pen(draft, cast.root) as hand:
        hand.put(Piece.objects.get(pk=regretted.pk), path, whole[path])

    assert as_lin.post(url_of(draft), token()).status_code == 409
    assert now(regretted) is None


def test_a_new_piece_goes_and_a_retired_one_comes(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        added = hand.add(Kind.SKILL, "new", {"title": "New"})
        hand.retire(Piece.objects.get(pk=skill.pk), True)

    for number in (2, 3):
        assert as_lin.post(url_of(draft, number), token()).status_code == 302

    retired = dict(Piece.objects.filter(pk__in=[added.pk, skill.pk]).values_list("pk", "retired"))
    assert retired == {added.pk: True, skill.pk: False}


@pytest.mark.parametrize("number", [1, 3, 2_000_000_000])
def test_a_change_that_never_was_is_not_there(as_lin: Client, draft: Draft, regretted: Piece, number: int) -> None:
    assert as_lin.post(url_of(draft, number), token()).status_code == 404


def test_needs_its_token_and_a_post(as_lin: Client, draft: Draft, regretted: Piece) -> None:
    assert (as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code) == (405, 400)
    assert now(regretted) == "Regretted."


def test_nothing_is_taken_back_in_a_closed_draft(as_lin: Client, draft: Draft, regretted: Piece, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.post(url_of(draft), token()).status_code, now(regretted)) == (409, "Regretted.")


def test_those_who_only_publish_take_nothing_back(as_cy: Client, draft: Draft, regretted: Piece) -> None:
    assert (as_cy.post(url_of(draft), token()).status_code, now(regretted)) == (403, "Regretted.")


def test_a_stranger_learns_nothing(as_ada: Client, draft: Draft, regretted: Piece) -> None:
    missing = url_of(draft).replace(draft.pid, new_pid())
    foreign, nothing = as_ada.post(url_of(draft), token()), as_ada.post(missing, token())

    assert (foreign.status_code, foreign.content) == (404, nothing.content)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
