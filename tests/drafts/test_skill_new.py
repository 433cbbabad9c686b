"""A new skill: its key is nobody else's, and one that was here before can come back instead."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.retiring import retire
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import Sent, errors, filled_in, main
from tests.cast import Cast
from tests.drafts.pieces import draft_of, history, later, piece_of, using


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/skills/new/"


def form_of(response: Any) -> Sent:
    """The form for a new skill; another one may offer to bring one back."""
    return filled_in(main(response).all("form", method="post")[-1])


def added(client: Client, draft: Draft, **typed: Any) -> Any:
    return client.post(url_of(draft), form_of(client.get(url_of(draft))) | typed)


def new(draft: Draft) -> Piece:
    return Piece.objects.filter(draft=draft, kind=Kind.SKILL).order_by("-pk")[0]


def test_adds_a_skill_and_opens_its_sheet(as_lin: Client, draft: Draft) -> None:
    response = added(as_lin, draft, title="Reading the market", category="evidence")

    skill = new(draft)
    assertRedirects(response, f"/drafts/{draft.pid}/skills/{skill.pid}/")
    assert (skill.key, skill.body) == (
        "reading-the-market",
        {"title": "Reading the market", "category": "evidence"},
    )
    assert history(draft) == [("reading-the-market", "+")]


def test_may_begin_with_the_texts_of_another_one(as_lin: Client, draft: Draft, skill: Piece) -> None:
    added(as_lin, draft, title="More data", like=skill.key)

    found = new(draft)
    assert found.body == {"title": "More data", "text": skill.body["text"], "levels": skill.body["levels"]}


def test_comes_from_a_category_with_that_category(as_lin: Client, draft: Draft) -> None:
    assert form_of(as_lin.get(url_of(draft) + "?group=2"))["category"] == ["evidence"]
    assert form_of(as_lin.get(url_of(draft) + "?group=99"))["category"] == [""]


def test_a_double_click_is_one_skill(as_lin: Client, draft: Draft) -> None:
    form = form_of(as_lin.get(url_of(draft))) | {"title": "Once"}

    for _click in range(2):
        response = as_lin.post(url_of(draft), form)

    assertRedirects(response, f"/drafts/{draft.pid}/skills/{new(draft).pid}/")
    assert history(draft) == [("once", "+")]


def test_a_key_in_the_draft_is_not_taken_again(as_lin: Client, draft: Draft, skill: Piece) -> None:
    added(as_lin, draft, title=skill.title)

    assert new(draft).key == f"{skill.key}-2"


def test_a_skill_retired_in_the_draft_is_offered_back(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    retire(draft, skill, by=cast.lin)

    response = added(as_lin, draft, title=skill.title.upper())

    assert response.status_code == 422
    offer, form = main(response).all("form", method="post")
    assert offer.attrs["action"] == f"/drafts/{draft.pid}/pieces/{skill.pid}/restore/"
    assert filled_in(form)["title"] == [skill.title.upper()]
    as_lin.post(offer.attrs["action"], filled_in(offer))
    assert Piece.objects.get(pk=skill.pk).retired is False


def test_a_skill_of_an_earlier_version_is_offered_back(as_lin: Client, cast: Cast) -> None:
    draft = later(cast.lin)

    response = added(as_lin, draft, title="Reading")

    assert (response.status_code, errors(response)) == (
        422,
        {"title": "A skill of this name was here before. Bring it back, or say that this is another one."},
    )
    offer = main(response).all("form", method="post")[0]
    as_lin.post(offer.attrs["action"], filled_in(offer))
    assert piece_of(draft, Kind.SKILL, "reading").read("levels/2/text") == "Reads on."


def test_another_skill_of_the_same_name_gets_a_key_of_its_own(as_lin: Client, cast: Cast) -> None:
    draft = later(cast.lin)

    added(as_lin, draft, title="Reading", anew="on")

    assert (new(draft).key, new(draft).body) == ("reading-2", {"title": "Reading"})


def test_a_key_of_the_library_is_not_taken(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)

    for title in ("Research", "Small talk"):
        added(as_lin, draft, title=title)

    keys = Piece.objects.filter(draft=draft, kind=Kind.SKILL).order_by("pk").values_list("key", flat=True)
    assert list(keys) == ["pricing", "research-2", "small-talk-2"]


def test_a_library_gets_a_skill_on_the_same_page(as_lin: Client, cast: Cast) -> None:
    draft = draft_of("library.yaml", cast.lin)

    added(as_lin, draft, title="Writing")

    assert new(draft).key == "writing"


@pytest.mark.parametrize(
    ("title", "key"), [("تحليل البيانات", "تحليل-البيانات"), ("🙂", "skill"), ("Ünïcode X", "unicode-x")]
)
def test_a_title_in_any_script_makes_a_key(as_lin: Client, draft: Draft, title: str, key: str) -> None:
    added(as_lin, draft, title=title)

    assert (new(draft).key, new(draft).title) == (key, title)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"title": " "}, {"title": "This field is required."}),
        ({"title": NUL}, {"title": "Null characters are not allowed."}),
        ({"title": "x" * 201}, {"title": "Ensure this value has at most 200 characters (it has 201)."}),
        (
            {"title": "Fine", "category": "nowhere"},
            {"category": "Select a valid choice. nowhere is not one of the available choices."},
        ),
        (
            {"title": "Fine", "like": "nothing"},
            {"like": "Select a valid choice. nothing is not one of the available choices."},
        ),
    ],
)
def test_bad_input_adds_nothing(as_lin: Client, draft: Draft, typed: dict[str, str], wrong: dict[str, str]) -> None:
    response = added(as_lin, draft, **typed)

    assert (response.status_code, errors(response)) == (422, wrong)
    assert form_of(response)["title"] == [typed["title"].strip() or typed["title"]]
    assert history(draft) == []


def test_a_form_without_its_token_adds_nothing(as_lin: Client, draft: Draft) -> None:
    assert as_lin.post(url_of(draft), {"title": "No token"}).status_code == 400
    assert history(draft) == []


def test_nothing_is_added_to_a_closed_draft(as_lin: Client, draft: Draft, cast: Cast) -> None:
    form = form_of(as_lin.get(url_of(draft))) | {"title": "Too late"}
    drop(draft, by=cast.lin)

    response = as_lin.post(url_of(draft), form)

    assert (response.status_code, history(draft)) == (409, [])
    assert "Too late" in response.content.decode()


def test_those_who_only_publish_add_nothing(as_cy: Client, draft: Draft) -> None:
    assert (as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code) == (403, 403)


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
