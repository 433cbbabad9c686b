"""The sheets of the small parts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.assembling import assemble
from drafts.models import Draft, Edit, Piece
from drafts.parts import PARTS, part_of
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.drafts.pieces import AUTOSAVE, draft_of, history, piece_of, sheet, typed, using


def url_of(piece: Piece) -> str:
    part = part_of(piece.kind)
    assert part
    return f"/drafts/{piece.draft.pid}/parts/{part.word}/{piece.pid}/"


def now(piece: Piece) -> Any:
    return Piece.objects.get(pk=piece.pk).body


@pytest.fixture
def line(draft: Draft) -> Piece:
    return piece_of(draft, Kind.TRACK, "core")


@pytest.fixture
def way(draft: Draft) -> Piece:
    return piece_of(draft, Kind.WAY_IN, "engineering")


def test_sending_each_as_it_is_changes_nothing(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drafts = [draft, *(draft_of(name, cast.lin) for name in ("points.yaml", "text.yaml", "library.yaml"))]
    drafts.append(using(cast.lin))
    kinds = [part.kind for part in PARTS.values()]
    pieces = list(Piece.objects.filter(draft__in=drafts, kind__in=kinds))
    assert {piece.kind for piece in pieces} == {kind.value for kind in kinds}
    for piece in pieces:
        assert as_lin.post(url_of(piece), sheet(as_lin.get(url_of(piece)))).status_code == 302
    assert [history(one) for one in drafts] == [[] for _ in drafts]


@pytest.mark.parametrize(
    ("kind", "changes", "body"),
    [
        (
            Kind.LEVEL,
            {"name": "New", "text": "Text.", "points": "0"},
            {"name": "New", "text": "Text.", "points": 0},
        ),
        (Kind.TRACK, {"title": "New", "text": ""}, {"title": "New"}),
        (
            Kind.PHASE,
            {"title": "New", "text": "", "roles_0_title": "A", "roles_0_focus": ["vision"]},
            {"title": "New", "roles": [{"title": "A", "focus": ["vision"]}]},
        ),
        (Kind.CATEGORY, {"title": "New", "text": "T", "rated": []}, {"title": "New", "text": "T", "rated": False}),
        (
            Kind.BEYOND,
            {"title": "New", "text": "", "start": ["vp"], "focus": ["vision"], "tries": "One\nTwo"},
            {"title": "New", "from": ["vp"], "x-focus": ["vision"], "x-try": ["One", "Two"]},
        ),
    ],
)
def test_writes_what_was_typed(
    as_lin: Client, draft: Draft, kind: Kind, changes: dict[str, Any], body: dict[str, Any]
) -> None:
    piece = draft.pieces.of(kind).order_by("-position")[0]

    assertRedirects(typed(as_lin, url_of(piece), **changes), url_of(piece))

    assert (now(piece), assemble(draft).troubles) == (body, ())


def test_a_category_that_is_rated_again_says_nothing_about_it(as_lin: Client, draft: Draft) -> None:
    category = draft.pieces.of(Kind.CATEGORY)[0]
    before = category.body
    typed(as_lin, url_of(category), rated=[])
    typed(as_lin, url_of(category), rated="on")

    assert now(category) == before


def test_a_way_in_has_rows_of_what_carries_over_and_what_is_missing(as_lin: Client, draft: Draft, way: Piece) -> None:
    with pen(draft, None) as hand:
        hand.put(way, "", {"title": "Engineering", "brings": [{"skill": "vision", "x-own": 1}]})
    assertRedirects(
        typed(
            as_lin,
            url_of(way),
            text="For those who build.",
            start=["junior-pm"],
            brings_0_level="2",
            brings_1_skill="delivery",
            brings_1_text="Shipped things.",
            lacks_0_text="Saying no",
            lacks_0_tries="Sort a backlog\nWatch a talk",
            lacks_0_skill="vision",
        ),
        url_of(way),
    )

    assert now(way) == {
        "title": "Engineering",
        "text": "For those who build.",
        "to": ["junior-pm"],
        "brings": [{"skill": "vision", "level": 2, "x-own": 1}, {"skill": "delivery", "text": "Shipped things."}],
        "lacks": [{"text": "Saying no", "skill": "vision", "try": ["Sort a backlog", "Watch a talk"]}],
    }
    assert assemble(draft).troubles == ()

    typed(as_lin, url_of(way), brings_0_skill="", brings_0_text="", lacks_0_text="", lacks_0_tries="")
    assert now(way)["brings"] == [{"skill": "delivery", "text": "Shipped things."}]
    assert "lacks" not in now(way)


def test_a_way_into_a_ladder_with_a_library_offers_its_skills_and_levels(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    with pen(draft, cast.lin) as hand:
        way = hand.add(Kind.WAY_IN, "design", {"title": "Design"})

    shown = main(as_lin.get(url_of(way)))

    skills, levels = (
        [option.text for option in shown.one("select", name=f"brings-0-{name}").all("option")]
        for name in ("skill", "level")
    )
    assert (skills, levels) == (["Choose a skill", "Pricing", "Research"], ["Not said", "1 Aware", "2 Able"])


@pytest.mark.parametrize(
    ("kind", "field", "changes", "message"),
    [
        (Kind.LEVEL, "name", {"name": ""}, "This field is required."),
        (Kind.LEVEL, "points", {"points": "-1"}, "Ensure this value is greater than or equal to 0."),
        (Kind.LEVEL, "points", {"points": "100001"}, "Ensure this value is less than or equal to 100000."),
        (Kind.TRACK, "title", {"title": "x" * 201}, "Ensure this value has at most 200 characters (it has 201)."),
        (Kind.PHASE, "roles", {"roles_0_text": "Text"}, "1. Title – This field is required."),
        (
            Kind.BEYOND,
            "start",
            {"start": ["nowhere"]},
            "Select a valid choice. nowhere is not one of the available choices.",
        ),
        (
            Kind.WAY_IN,
            "brings",
            {"brings_0_skill": "delivery", "brings_1_skill": "delivery"},
            "Name each skill once.",
        ),
        (Kind.WAY_IN, "brings", {"brings_0_skill": ""}, "1. Skill – This field is required."),
        (
            Kind.WAY_IN,
            "brings",
            {"brings_0_level": "9"},
            "1. Level people often start at – Select a valid choice. 9 is not one of the available choices.",
        ),
        (
            Kind.WAY_IN,
            "brings",
            {"brings_0_level": "0"},
            "1. Level people often start at – Select a valid choice. 0 is not one of the available choices.",
        ),
        (Kind.WAY_IN, "lacks", {"lacks_0_text": ""}, "1. What is missing – This field is required."),
        (
            Kind.WAY_IN,
            "lacks",
            {"lacks_0_tries": "a\x00"},
            "1. Ways to gain exposure to it – Null characters are not",
        ),
    ],
)
def test_what_the_file_would_refuse_is_refused(
    as_lin: Client, draft: Draft, kind: Kind, field: str, changes: dict[str, Any], message: str
) -> None:
    piece = draft.pieces.of(kind).order_by("position")[0]
    answer = typed(as_lin, url_of(piece), **({"text": "Typed meanwhile"} | changes))

    assert answer.status_code == 422
    assert errors(answer)[field].startswith(message)
    assert (sheet(answer)["text"], history(draft)) == (["Typed meanwhile"], [])


def test_what_was_retired_stays_chosen_until_it_is_taken_away(as_lin: Client, draft: Draft, way: Piece) -> None:
    with pen(draft, None) as hand:
        hand.put(way, "", {"title": "Engineering", "brings": [{"skill": "vision", "level": 5}], "to": ["vp"]})
        for kind, key in ((Kind.SKILL, "vision"), (Kind.LEVEL, "5"), (Kind.STAGE, "vp")):
            hand.retire(piece_of(draft, kind, key), True)

    typed(as_lin, url_of(way), text="Still there.")

    assert now(way) == {
        "title": "Engineering",
        "text": "Still there.",
        "brings": [{"skill": "vision", "level": 5}],
        "to": ["vp"],
    }


def test_two_people_meet_at_one_place_and_not_at_two(as_lin: Client, line: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(line)))
    write(line.draft, [Edit(line.pid, "title", "Root's")], seen=1, by=cast.root)

    assert as_lin.post(url_of(line), form | {"text": "Mine"}, headers=AUTOSAVE).status_code == 204
    answer = as_lin.post(url_of(line), form | {"title": "Lin's"})

    assert (answer.status_code, set(errors(answer)), now(line)["title"]) == (409, {"title"}, "Root's")
    assert sheet(answer)["title"] == ["Lin's"]


def test_says_who_names_a_line(as_lin: Client, draft: Draft, line: Piece) -> None:
    beside = main(as_lin.get(url_of(piece_of(draft, Kind.TRACK, "expert")))).one("aside")

    assert [item.text for item in beside.all("ul", "tight")[0].all("li")] == ["Principal Product Manager"]


def test_says_what_a_level_is_needed_for(as_lin: Client, draft: Draft) -> None:
    level = piece_of(draft, Kind.LEVEL, "3")
    cells = sum(cell["level"] == 3 for row in draft.pieces.of(Kind.ROW) for cell in row.body["cells"].values())

    said = main(as_lin.get(url_of(level))).one("aside").text

    assert cells > 9
    assert f"{cells} cells of the grid expect this level. 24 skills describe it." in said


def test_leads_to_the_one_before_and_after(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(piece_of(draft, Kind.TRACK, "people")))).one("nav", "pages")

    assert {link.attrs["rel"]: link.one("b").text for link in shown.all("a")} == {
        "prev": "Product manager",
        "next": "Individual expert",
    }


def test_the_word_of_another_part_leads_nowhere(as_lin: Client, draft: Draft, line: Piece) -> None:
    assert as_lin.get(url_of(line).replace("/lines/", "/phases/")).status_code == 404


def test_those_who_publish_read_it_and_cannot_send_it(as_cy: Client, line: Piece) -> None:
    form = sheet(as_cy.get(url_of(line)))

    assert as_cy.post(url_of(line), form | {"title": "Cy's"}).status_code == 403
    assert now(line)["title"] == "Product manager"


def test_a_closed_draft_is_read_only(as_lin: Client, line: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(line)))
    drop(line.draft, by=cast.lin)

    assert as_lin.get(url_of(line)).status_code == 200
    assert as_lin.post(url_of(line), form | {"title": "Late"}).status_code == 409


def test_a_retired_one_is_read_only(as_lin: Client, line: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(line)))
    with pen(line.draft, cast.lin) as hand:
        hand.retire(line, True)

    assert as_lin.get(url_of(line)).status_code == 200
    assert as_lin.post(url_of(line), form | {"title": "Late"}).status_code == 409


def test_a_stranger_learns_nothing(line: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(line))


def test_nobody_in_particular_is_led_to_the_first_page(line: Piece) -> None:
    leads_to_welcome(url_of(line))
