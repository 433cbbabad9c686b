"""The order of rows and columns, and what belongs to which category and line."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from drafts.models import Change, Draft, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen
from safeguards.ids import new_pid
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.drafts.pieces import history, piece_of


def move(client: Client, draft: Draft, piece: Piece, **said: str) -> Any:
    return client.post(f"/drafts/{draft.pid}/pieces/{piece.pid}/move/", said)


def skills(draft: Draft, category: str) -> list[str]:
    """The skills of a category, in the order of the page."""
    return [one.key for one in ordered(draft, Kind.SKILL) if one.body.get("category") == category]


def stages(draft: Draft, track: str) -> list[str]:
    return [one.key for one in ordered(draft, Kind.STAGE) if one.body.get("track") == track]


def ordered(draft: Draft, kind: Kind) -> list[Piece]:
    return list(Piece.objects.filter(draft=draft, kind=kind).order_by("position"))


def test_the_draft_to_move_in(draft: Draft) -> None:
    assert skills(draft, "customer") == ["user-research", "customer-empathy", "market-analysis"]
    assert skills(draft, "evidence") == ["data-analysis", "experimentation"]
    assert stages(draft, "people") == ["group-pm", "director", "vp", "cpo"]
    assert stages(draft, "expert") == ["principal-pm"]


@pytest.mark.parametrize(
    ("key", "direction", "customer", "data"),
    [
        ("customer-empathy", "up", "customer-empathy user-research market-analysis", "data-analysis experimentation"),
        (
            "customer-empathy",
            "down",
            "user-research market-analysis customer-empathy",
            "data-analysis experimentation",
        ),
        (
            "market-analysis",
            "down",
            "user-research customer-empathy",
            "market-analysis data-analysis experimentation",
        ),
        ("data-analysis", "up", "user-research customer-empathy market-analysis data-analysis", "experimentation"),
        ("user-research", "up", "user-research customer-empathy market-analysis", "data-analysis experimentation"),
    ],
)
def test_by_one_place(as_lin: Client, draft: Draft, key: str, direction: str, customer: str, data: str) -> None:
    answer = move(as_lin, draft, piece_of(draft, Kind.SKILL, key), direction=direction)

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/drafts/{draft.pid}/")
    assert (skills(draft, "customer"), skills(draft, "evidence")) == (customer.split(), data.split())


def test_behind_another_skill_it_belongs_to_its_category(as_lin: Client, draft: Draft) -> None:
    target = piece_of(draft, Kind.SKILL, "data-analysis")

    move(as_lin, draft, piece_of(draft, Kind.SKILL, "user-research"), after=target.pid)

    assert skills(draft, "evidence") == ["data-analysis", "user-research", "experimentation"]
    assert history(draft) == [("user-research", "category"), ("user-research", "order")]


def test_first_in_a_category(as_lin: Client, draft: Draft) -> None:
    move(as_lin, draft, piece_of(draft, Kind.SKILL, "user-research"), after="", group="evidence")

    assert skills(draft, "evidence") == ["user-research", "data-analysis", "experimentation"]
    assert [one.key for one in ordered(draft, Kind.SKILL)][:4] == [
        "customer-empathy",
        "market-analysis",
        "user-research",
        "data-analysis",
    ]


def test_into_an_empty_category(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.add(Kind.CATEGORY, "new", {"title": "New"})

    move(as_lin, draft, piece_of(draft, Kind.SKILL, "user-research"), group="new")

    assert skills(draft, "new") == ["user-research"]
    assert next(one.key for one in ordered(draft, Kind.SKILL)) == "user-research"


def test_what_is_retired_is_no_neighbour(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.retire(piece_of(draft, Kind.SKILL, "customer-empathy"), True)

    move(as_lin, draft, piece_of(draft, Kind.SKILL, "market-analysis"), direction="up")

    shown = [key for key in skills(draft, "customer") if key != "customer-empathy"]
    assert shown == ["market-analysis", "user-research"]


def test_a_stage_moves_along_its_line_and_into_the_next(as_lin: Client, draft: Draft) -> None:
    director, cpo = (piece_of(draft, Kind.STAGE, key) for key in ("director", "cpo"))

    move(as_lin, draft, director, direction="up")
    assert stages(draft, "people") == ["director", "group-pm", "vp", "cpo"]

    move(as_lin, draft, cpo, direction="down")
    assert (stages(draft, "people"), stages(draft, "expert")) == (
        ["director", "group-pm", "vp"],
        ["cpo", "principal-pm"],
    )


def test_moving_keeps_what_others_wrote_into_the_piece(as_lin: Client, draft: Draft, cast: Cast) -> None:
    director = piece_of(draft, Kind.STAGE, "director")
    with pen(draft, cast.root) as hand:
        hand.put(piece_of(draft, Kind.STAGE, "director"), "text", "Theirs.")

    move(as_lin, draft, director, group="expert")

    kept = piece_of(draft, Kind.STAGE, "director")
    assert (kept.read("text"), kept.read("track")) == ("Theirs.", "expert")


def test_parts_without_groups_move_too(as_lin: Client, draft: Draft) -> None:
    move(as_lin, draft, piece_of(draft, Kind.TRACK, "expert"), direction="up")
    assert [one.key for one in ordered(draft, Kind.TRACK)] == ["core", "expert", "people"]


@pytest.mark.parametrize("said", [{}, {"after": "nowhere"}, {"group": "no-such"}, {"after": "2" * 16}])
def test_a_place_that_is_not_there_changes_nothing(as_lin: Client, draft: Draft, said: dict[str, str]) -> None:
    answer = move(as_lin, draft, piece_of(draft, Kind.SKILL, "user-research"), **said)
    assert (answer.status_code, history(draft)) == (302, [])


def test_twice_to_the_same_place_is_once(as_lin: Client, draft: Draft) -> None:
    target = piece_of(draft, Kind.SKILL, "experimentation")
    for _twice in range(2):
        move(as_lin, draft, piece_of(draft, Kind.SKILL, "data-analysis"), after=target.pid)
    assert (skills(draft, "evidence"), len(history(draft))) == (["experimentation", "data-analysis"], 1)


def test_the_grid_is_answered_without_a_page_and_keeps_its_token(as_lin: Client, draft: Draft) -> None:
    url = f"/drafts/{draft.pid}/pieces/{piece_of(draft, Kind.STAGE, 'cpo').pid}/move/"
    said = {"group": "people", "writer": "page"}

    assert as_lin.post(url, said, headers={"Accept": "application/json"}).status_code == 204
    assert list(Change.objects.filter(draft=draft).values_list("writer", flat=True)) == ["page"]


@pytest.mark.parametrize(("kind", "key"), [(Kind.HEAD, ""), (Kind.LEVEL, "1"), (Kind.ROW, "delivery")])
def test_some_parts_have_no_order(as_lin: Client, draft: Draft, kind: Kind, key: str) -> None:
    assert move(as_lin, draft, piece_of(draft, kind, key), direction="up").status_code == 404


def test_who_may_not(as_cy: Client, as_ada: Client, as_lin: Client, draft: Draft, cast: Cast) -> None:
    piece = piece_of(draft, Kind.SKILL, "user-research")
    assert move(as_cy, draft, piece, direction="down").status_code == 403
    nothing = as_ada.post(f"/drafts/{new_pid()}/pieces/{piece.pid}/move/", {"direction": "down"})
    answer = move(as_ada, draft, piece, direction="down")
    assert (answer.status_code, answer.content) == (404, nothing.content)
    leads_to_welcome(f"/drafts/{draft.pid}/pieces/{piece.pid}/move/")
    drop(draft, by=cast.lin)
    assert move(as_lin, draft, piece, direction="down").status_code == 409
    assert history(draft) == []


def test_a_piece_of_another_draft_is_not_there(as_lin: Client, draft: Draft) -> None:
    assert move(as_lin, draft, Piece(pid=new_pid()), direction="up").status_code == 404


def test_a_part_comes_back_to_its_row(as_lin: Client, draft: Draft) -> None:
    phase = piece_of(draft, Kind.PHASE, "mid")

    answer = move(as_lin, draft, phase, direction="up")

    assert answer.headers["Location"] == f"/drafts/{draft.pid}/parts/phases/#{phase.pid}"
    assert [one.key for one in ordered(draft, Kind.PHASE)] == ["mid", "early", "lead"]
    rows = main(as_lin.get(f"/drafts/{draft.pid}/parts/phases/")).all("li", "part-row")
    assert [row.attrs["id"] for row in rows] == [one.pid for one in ordered(draft, Kind.PHASE)]
