"""What publishing a draft would change, row by row."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import Draft, Piece
from drafts.opening import open_draft, start_from_file
from drafts.pieces import Kind
from drafts.publishing import drop, publish
from drafts.writing import pen
from ladders.importing import take_in
from ladders.models import Ladder
from people.models import Person
from tests.assessments.litany import is_not_there, leads_to_welcome, new_version
from tests.assessments.pages import links, main
from tests.authz.world import SECOND
from tests.cast import Cast
from tests.factories import default_file
from tests.ladders.files import FOLDER
from tests.ladders.files import ladder as file_of


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/changes/"


def change(draft: Draft, by: Person, kind: Kind, key: str, path: str, value: object) -> Piece:
    piece = Piece.objects.get(draft=draft, kind=kind, key=key)
    with pen(draft, by) as hand:
        hand.put(piece, path, value)
    return piece


def test_says_what_changes_and_leads_to_where_it_is_edited(as_lin: Client, draft: Draft, cast: Cast) -> None:
    stage = change(draft, cast.lin, Kind.STAGE, "senior-pm", "title", "Senior Product Lead")
    skill = change(draft, cast.lin, Kind.SKILL, "delivery", "levels/3/text", "Ships on the day agreed.")
    change(draft, cast.lin, Kind.ROW, "delivery", "cells/senior-pm", {"level": 5, "must": True})
    level = change(draft, cast.lin, Kind.LEVEL, "3", "name", "Owner")

    shown = main(as_lin.get(url_of(draft)))

    section = shown.one("section", id="stages-senior-pm")
    assert section.one("h3").text == "Senior Product Lead"
    assert [row.text for row in section.all("li")][:2] == [
        "Renamed from Senior Product Manager .",
        "Execution and delivery is expected at 5 Shaping now, was 4 Leading . asks more",
    ]
    found = [url for url, _words in links(shown)]
    at = f"/drafts/{draft.pid}"
    assert {
        f"{at}/stages/{stage.pid}/",
        f"{at}/skills/{skill.pid}/levels/3/",
        f"{at}/parts/levels/{level.pid}/",
    } <= set(found)


def test_a_retired_stage_leads_to_its_sheet(as_lin: Client, draft: Draft, cast: Cast) -> None:
    draft = start_from_file(default_file().model_copy(update={"steps": (), "beyond": (), "ways_in": ()}), by=cast.lin)
    publish(draft, by=cast.lin, label="1.0")
    draft = open_draft(draft.ladder, by=cast.lin)
    change(draft, cast.lin, Kind.STAGE, "vp", "next", [])
    cpo = Piece.objects.get(draft=draft, kind=Kind.STAGE, key="cpo")
    with pen(draft, cast.lin) as hand:
        hand.retire(cpo, True)

    section = main(as_lin.get(url_of(draft))).one("section", id="stages-cpo")

    assert section.one("h3").text == "Chief Product Officer retired"
    assert links(section.one("h3")) == [(f"/drafts/{draft.pid}/stages/{cpo.pid}/", "Chief Product Officer")]


def test_nothing_changed_yet(as_lin: Client, draft: Draft) -> None:
    assert "Nothing changed yet" in [one.text for one in main(as_lin.get(url_of(draft))).all("h2")]


def test_a_change_that_was_taken_back_is_none(as_lin: Client, draft: Draft, cast: Cast) -> None:
    change(draft, cast.lin, Kind.STAGE, "senior-pm", "title", "Other")
    change(draft, cast.lin, Kind.STAGE, "senior-pm", "title", "Senior Product Manager")

    assert "Nothing changed yet" in [one.text for one in main(as_lin.get(url_of(draft))).all("h2")]


def test_what_does_not_fit_cannot_be_compared(as_lin: Client, draft: Draft, cast: Cast) -> None:
    stage = change(draft, cast.lin, Kind.STAGE, "senior-pm", "next", ["nowhere"])

    shown = main(as_lin.get(url_of(draft))).one("ul", "points")

    assert links(shown) == [(f"/drafts/{draft.pid}/stages/{stage.pid}/", "Senior Product Manager")]
    assert shown.one("p").text == 'there is no stage "nowhere"'


def test_what_points_to_something_retired_is_told_by_its_title(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(Piece.objects.get(draft=draft, kind=Kind.STAGE, key="vp"), True)

    found = [one.text for one in main(as_lin.get(url_of(draft))).one("ul", "points").all("p")]

    assert set(found) == {"“Vice President of Product” is retired: choose another one here, or bring it back"}


def test_a_ladder_that_was_never_published_is_all_new(as_lin: Client, cast: Cast) -> None:
    draft = start_from_file(default_file(), by=cast.lin)

    assert "This ladder was never published, so all of it is new." in main(as_lin.get(url_of(draft))).text


def test_compares_with_what_was_published_meanwhile_and_says_so(as_lin: Client, draft: Draft, cast: Cast) -> None:
    """A file that was loaded while the draft was open: publishing would take its change back."""
    new_version(title="title: Senior Product Manager → title: Senior PM")

    shown = main(as_lin.get(url_of(draft)))

    assert shown.one("div", "message").text.startswith("Version 1.1 was published after this draft was opened.")
    assert shown.one("section", id="stages-senior-pm").one("li").text == "Renamed from Senior PM ."


def test_a_newer_wording_from_a_library_is_a_change(as_lin: Client, cast: Cast) -> None:
    library = file_of((FOLDER / "library.yaml").read_text())
    take_in(library, by=None)
    taken = take_in(file_of(SECOND), by=None).version
    first = next(skill for skill in library.skills if skill.id == "research")
    others = [skill for skill in library.skills if skill.id != "research"]
    newer = first.model_copy(update={"title": "Researching"})
    take_in(library.model_copy(update={"skills": (newer, *others)}), by=None)
    draft = open_draft(Ladder.objects.get(pk=taken.ladder_id), by=cast.lin)
    assert "Nothing changed yet" in [one.text for one in main(as_lin.get(url_of(draft))).all("h2")]

    change(draft, cast.lin, Kind.ROW, "research", "edition", 2)

    assert main(as_lin.get(url_of(draft))).one("section", id="skills-research").one("h3").text == "Researching"


@pytest.mark.parametrize("published", [True, False])
def test_a_closed_draft_still_says_what_it_changed(as_lin: Client, draft: Draft, cast: Cast, published: bool) -> None:
    change(draft, cast.lin, Kind.STAGE, "senior-pm", "title", "Senior Product Lead")
    if published:
        publish(draft, by=cast.cy, label="1.1")
    else:
        drop(draft, by=cast.lin)

    shown = main(as_lin.get(url_of(draft)))
    assert shown.one("section", id="stages-senior-pm").one("h3").text == "Senior Product Lead"
    words = "Published as version 1.1 by Cy Haddad on" if published else "Put aside by Lin Mei-Hua on"
    assert shown.one("div", "message").text.startswith(words)


def test_for_everybody_else_there_is_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


@pytest.mark.parametrize("count", [1, 9])
def test_asks_as_often_for_one_change_as_for_many(
    count: int, as_cy: Client, draft: Draft, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for piece in Piece.objects.filter(draft=draft, kind=Kind.STAGE)[:count]:
        change(draft, cast.lin, Kind.STAGE, piece.key, "text", "Other words.")
    as_cy.get(url_of(draft))
    # session, person, draft, review, keepers, what one may do, latest version, what is retired
    with django_assert_num_queries(8):
        as_cy.get(url_of(draft))
