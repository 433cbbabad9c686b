"""A new level, line, phase, category, way in or way beyond."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from drafts.adding import add_part
from drafts.assembling import assemble
from drafts.models import Closed, Draft
from drafts.parts import PARTS
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen
from ladders.exchange.schema import LIMITS
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, sent
from tests.cast import Cast
from tests.drafts.pieces import piece_of


def url_of(draft: Draft, word: str = "lines") -> str:
    return f"/drafts/{draft.pid}/parts/{word}/new/"


def add(client: Client, draft: Draft, word: str, **changes: Any) -> Any:
    return client.post(url_of(draft, word), sent(client.get(url_of(draft, word))) | changes)


def keys(draft: Draft, kind: Kind) -> list[str]:
    return list(draft.pieces.of(kind).in_use().order_by("position").values_list("key", flat=True))


@pytest.mark.parametrize("word", [word for word in PARTS if word != "levels"])
def test_begins_with_a_title_and_its_sheet_follows(as_lin: Client, draft: Draft, word: str) -> None:
    answer = add(as_lin, draft, word, title="Something Née")

    new = piece_of(draft, PARTS[word].kind, "something-nee")
    assert answer.headers["Location"] == f"/drafts/{draft.pid}/parts/{word}/{new.pid}/"
    assert (new.body, assemble(draft).troubles) == ({"title": "Something Née"}, ())
    assert keys(draft, PARTS[word].kind)[-1] == "something-nee"


def test_a_level_has_a_number_and_stands_by_it(as_lin: Client, draft: Draft, cast: Cast) -> None:
    assert sent(as_lin.get(url_of(draft, "levels")))["number"] == ["6"]

    add(as_lin, draft, "levels", number="8", name="Eighth")
    add(as_lin, draft, "levels", number="7", name="Seventh")

    assert keys(draft, Kind.LEVEL)[-3:] == ["5", "7", "8"]
    assert piece_of(draft, Kind.LEVEL, "7").body == {"name": "Seventh"}
    assert assemble(draft).troubles == ()


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("3", "There is a level 3 already."),
        ("-1", "Ensure this value is greater than or equal to 0."),
        ("100001", "Ensure this value is less than or equal to 100000."),
        ("2.5", "Enter a whole number."),
        ("", "This field is required."),
        ("9" * 5_000, "Enter a whole number."),
    ],
    ids=lambda text: text[:20],
)
def test_a_number_that_cannot_be(as_lin: Client, draft: Draft, number: str, message: str) -> None:
    answer = add(as_lin, draft, "levels", number=number, name="Named")

    assert (answer.status_code, errors(answer)) == (422, {"number": message})
    assert sent(answer)["name"] == ["Named"]


def test_a_number_that_was_retired_is_brought_back_instead(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.LEVEL, "5"), True)

    answer = add(as_lin, draft, "levels", number="5", name="Named")

    assert errors(answer) == {"number": "Level 5 was retired. Bring it back instead."}


def test_the_key_of_something_retired_is_not_taken(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.TRACK, "expert"), True)

    add(as_lin, draft, "lines", title="Expert")

    assert keys(draft, Kind.TRACK)[-1] == "expert-2"


def test_the_first_category_lists_the_names_of_the_skills(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        for category in draft.pieces.of(Kind.CATEGORY):
            hand.retire(category, True)
        for place, skill in enumerate(draft.pieces.of(Kind.SKILL).order_by("position")):
            hand.put(skill, "category", ["Craft & care", "مهارات", "new", None][place % 4])
    assert assemble(draft).troubles == ()

    add(as_lin, draft, "categories", title="New")

    categories = {piece.key: piece.title for piece in draft.pieces.of(Kind.CATEGORY).in_use().order_by("position")}
    assert categories == {"craft-care": "Craft & care", "مهارات": "مهارات", "new": "new", "new-2": "New"}
    assert assemble(draft).troubles == ()
    said = [skill.body.get("category") for skill in draft.pieces.of(Kind.SKILL).order_by("position")[:4]]
    assert said == ["craft-care", "مهارات", "new", None]


def test_a_category_that_was_retired_and_still_named_comes_back(as_lin: Client, draft: Draft, cast: Cast) -> None:
    named = keys(draft, Kind.CATEGORY)
    with pen(draft, cast.lin) as hand:
        for category in draft.pieces.of(Kind.CATEGORY):
            hand.retire(category, True)

    add(as_lin, draft, "categories", title="New")

    assert keys(draft, Kind.CATEGORY) == [*named, "new"]
    assert assemble(draft).troubles == ()


@pytest.mark.parametrize("title", ["", "x" * 201, "a\x00", "a\u2028b"], ids=ascii)
def test_a_title_that_cannot_be(as_lin: Client, draft: Draft, title: str) -> None:
    answer = add(as_lin, draft, "lines", title=title)

    assert (answer.status_code, set(errors(answer))) == (422, {"title"})
    assert keys(draft, Kind.TRACK) == ["core", "people", "expert"]


@pytest.mark.parametrize("word", PARTS)
def test_a_ladder_has_an_end(as_lin: Client, draft: Draft, cast: Cast, word: str) -> None:
    kind, most = PARTS[word].kind, LIMITS[PARTS[word].kind.value]
    with pen(draft, cast.lin) as hand:
        for number in range(1_000, 1_000 + most - len(keys(draft, kind))):
            hand.add(kind, str(number), {"title": "More", "name": "More"})

    answer = add(as_lin, draft, word, title="One too many", name="One too many")

    assert (answer.status_code, len(keys(draft, kind))) == (422, most)
    assert f"A ladder has at most {most} of these." in answer.content.decode()


@pytest.mark.parametrize("word", ["lines", "levels"])
def test_sent_twice_it_is_added_once(as_lin: Client, draft: Draft, word: str) -> None:
    form = sent(as_lin.get(url_of(draft, word))) | {"title": "Added", "name": "Added"}

    first, second = (as_lin.post(url_of(draft, word), form).headers["Location"] for _ in range(2))

    assert first == second
    assert [piece.title for piece in draft.pieces.of(PARTS[word].kind)].count("Added") == 1


def test_the_verb_knows_that_a_draft_is_closed(draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    with pytest.raises(Closed):
        add_part(draft, Kind.TRACK, {"title": "Late"}, by=cast.lin)


def test_those_who_publish_add_nothing(as_cy: Client, draft: Draft) -> None:
    assert (as_cy.get(url_of(draft)).status_code, as_cy.post(url_of(draft)).status_code) == (403, 403)


def test_a_closed_draft_gets_no_more(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert (as_lin.get(url_of(draft)).status_code, as_lin.post(url_of(draft)).status_code) == (409, 409)


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft))


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
