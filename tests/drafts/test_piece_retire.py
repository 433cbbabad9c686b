"""Retiring: what it takes along and who points to it is said first, and nothing is deleted."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.desk import desk_of
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.retiring import going
from drafts.retiring import retire as take_out
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import filled_in, links, main
from tests.cast import Cast
from tests.drafts.pieces import history, piece_of, using


def url_of(piece: Piece) -> str:
    return f"/drafts/{piece.draft.pid}/pieces/{piece.pid}/retire/"


def retire(client: Client, piece: Piece) -> str:
    form = filled_in(main(client.get(url_of(piece))).one("form", method="post"))
    return str(client.post(url_of(piece), form).headers.get("Location"))


def is_retired(piece: Piece) -> bool:
    return Piece.objects.get(pk=piece.pk).retired


def test_says_what_goes_along_and_who_points_to_it(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(piece_of(draft, Kind.STAGE, "senior-pm"))))

    lists = [[item.text for item in part.all("li")] for part in shown.all("ul", "bullets")]
    assert lists[0] == ["24 cells of the grid", "3 steps between stages"]
    assert lists[1] == ["Startup founder", "Consulting or advisory"]


@pytest.mark.parametrize(
    ("kind", "key", "counts"),
    [
        (Kind.STAGE, "product-manager", (24, 0, 2)),
        (Kind.SKILL, "data-analysis", (10, 5, 0)),
        (Kind.CATEGORY, "craft", (0, 0, 0)),
        (Kind.LEVEL, "3", (0, 0, 0)),
    ],
)
def test_counts_what_goes_along(draft: Draft, kind: Kind, key: str, counts: tuple[int, int, int]) -> None:
    goes = going(desk_of(draft), piece_of(draft, kind, key))

    assert (goes.cells, goes.texts, len(goes.steps)) == counts


@pytest.mark.parametrize(
    ("kind", "key", "pointing"),
    [
        (Kind.TRACK, "expert", {"principal-pm"}),
        (Kind.CATEGORY, "evidence", {"data-analysis", "experimentation"}),
        (Kind.PHASE, "early", {"product-associate", "junior-pm", "associate-pm"}),
    ],
)
def test_finds_what_points_to_it(draft: Draft, kind: Kind, key: str, pointing: set[str]) -> None:
    found = going(desk_of(draft), piece_of(draft, kind, key)).pointing

    assert {piece.key for piece in found} == pointing


def test_what_points_to_it_is_what_stands_in_the_way_afterwards(draft: Draft, cast: Cast) -> None:
    """The page promises what the checks will say."""
    for kind, key in ((Kind.SKILL, "data-analysis"), (Kind.STAGE, "senior-pm"), (Kind.LEVEL, "5")):
        piece = piece_of(draft, kind, key)
        promised = {one.pid for one in going(desk_of(Draft.objects.get(pk=draft.pk)), piece).pointing}
        take_out(Draft.objects.get(pk=draft.pk), piece, by=cast.lin)
        troubles = desk_of(Draft.objects.get(pk=draft.pk)).troubles
        assert {trouble.piece.pid for trouble in troubles if trouble.piece} == promised != set()
        take_out(Draft.objects.get(pk=draft.pk), piece, by=cast.lin, back=True)


def test_takes_it_out_and_leads_to_the_others(as_lin: Client, draft: Draft, skill: Piece, stage: Piece) -> None:
    track = piece_of(draft, Kind.TRACK, "expert")

    assert retire(as_lin, skill) == f"/drafts/{draft.pid}/texts/"
    assert retire(as_lin, stage) == f"/drafts/{draft.pid}/"
    assert retire(as_lin, track) == f"/drafts/{draft.pid}/parts/lines/"
    assert [is_retired(piece) for piece in (skill, stage, track)] == [True, True, True]
    assert history(draft) == [(piece.key, "retired") for piece in (skill, stage, track)]


def test_a_double_click_is_one_change(as_lin: Client, draft: Draft, skill: Piece) -> None:
    form = filled_in(main(as_lin.get(url_of(skill))).one("form", method="post"))

    for _click in range(2):
        assertRedirects(as_lin.post(url_of(skill), form), f"/drafts/{draft.pid}/texts/")

    assert history(draft) == [(skill.key, "retired")]


def test_what_is_retired_already_says_so(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(skill, True)

    shown = main(as_lin.get(url_of(skill)))

    assert shown.all("form", method="post") == []
    assert f"/drafts/{draft.pid}/retired/" in [url for url, _words in links(shown)]


def test_beside_a_library_the_row_goes_with_its_skill(as_lin: Client, cast: Cast) -> None:
    """Without the skill the row would ask for one of the library."""
    draft = using(cast.lin)

    retire(as_lin, piece_of(draft, Kind.SKILL, "pricing"))

    assert is_retired(piece_of(draft, Kind.ROW, "pricing"))
    assert desk_of(Draft.objects.get(pk=draft.pk)).troubles == ()


def test_a_shared_skill_leaves_the_ladder(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    row = piece_of(draft, Kind.ROW, "research")

    assert main(as_lin.get(url_of(row))).one("h1").text == "Retire Research?"
    assert retire(as_lin, row) == f"/drafts/{draft.pid}/shared/"

    assert is_retired(row)


def test_the_ladder_itself_and_rows_of_its_skills_stay(as_lin: Client, draft: Draft, skill: Piece) -> None:
    for piece in (piece_of(draft, Kind.HEAD, ""), piece_of(draft, Kind.ROW, skill.key)):
        assert as_lin.get(url_of(piece)).status_code == 404
        assert as_lin.post(url_of(piece), {"once": "t" * 20}).status_code == 404


def test_nothing_leaves_a_closed_draft(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert as_lin.post(url_of(skill), {"once": "t" * 20}).status_code == 409
    assert not is_retired(skill)


def test_those_who_only_publish_retire_nothing(as_cy: Client, skill: Piece) -> None:
    assert (as_cy.get(url_of(skill)).status_code, as_cy.post(url_of(skill)).status_code) == (403, 403)
    assert not is_retired(skill)


def test_a_stranger_learns_nothing(skill: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(skill))


def test_nobody_in_particular_is_led_to_the_first_page(skill: Piece) -> None:
    leads_to_welcome(url_of(skill))
