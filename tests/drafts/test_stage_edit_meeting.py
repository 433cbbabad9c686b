"""The sheet of a stage between several people: met, read only, closed, not there."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from drafts.models import Draft, Edit, Piece
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.drafts.pieces import piece_of, sheet, typed


def url_of(piece: Piece) -> str:
    return f"/drafts/{piece.draft.pid}/stages/{piece.pid}/"


def now(piece: Piece, path: str = "") -> Any:
    return Piece.objects.get(pk=piece.pk).read(path) if path else Piece.objects.get(pk=piece.pk).body


def test_two_people_at_one_place_are_both_shown_and_nobody_is_overwritten(
    as_lin: Client, stage: Piece, cast: Cast
) -> None:
    form = sheet(as_lin.get(url_of(stage)))
    write(stage.draft, [Edit(stage.pid, "rank", "IC4"), Edit(stage.pid, "text", "Root's.")], seen=1, by=cast.root)

    answer = as_lin.post(url_of(stage), form | {"rank": "IC5", "success": "Mine"})

    said = "Root Andersen changed this meanwhile to: IC4 – Yours stands on this page and is not saved."
    assert (answer.status_code, errors(answer)) == (409, {"rank": said})
    assert sheet(answer)["rank"] == ["IC5"]
    # What nobody else touched is saved, and the other place of Root's is not set back.
    assert [now(stage, path) for path in ("rank", "success", "text")] == ["IC4", ["Mine"], "Root's."]

    again = as_lin.post(url_of(stage), sheet(answer))
    assert (again.status_code, now(stage, "rank")) == (409, "IC4")

    replaced = as_lin.post(url_of(stage), sheet(again) | {"later": later(again)})
    assert replaced.status_code == 302
    assert [now(stage, path) for path in ("rank", "text")] == ["IC5", "Root's."]


def later(answer: Any) -> list[str]:
    return [node.attrs["value"] for node in main(answer).all("input", name="later")]


@pytest.mark.parametrize(
    ("path", "theirs", "mine", "said"),
    [
        ("next", ["group-pm"], {"next_way": "default"}, "Group Product Manager"),
        ("next", [], {"next_way": "default"}, "The way ends here"),
        ("needs", {"share": 80}, {"needs_kind": "all"}, "Met when 80 % of what is required is reached, and every"),
        ("moves", ["group-pm"], {"moves": ["principal-pm"]}, "Group Product Manager"),
        ("track", "people", {"track": "expert"}, "Product leadership"),
        ("roles", [{"title": "A", "text": "B"}], {"roles_0_title": "C"}, "A – B"),
        ("facts", {"Grade": "7"}, {"facts": "Grade: 8"}, "Grade: 7"),
        ("does", None, {"does": "Mine"}, "(nothing)"),
    ],
)
def test_what_the_other_chose_is_said_in_words(
    as_lin: Client, stage: Piece, cast: Cast, path: str, theirs: Any, mine: dict[str, Any], said: str
) -> None:
    write(stage.draft, [Edit(stage.pid, "next", ["senior-pm", "group-pm"])], seen=1, by=cast.lin)
    form = sheet(as_lin.get(url_of(stage)))
    write(stage.draft, [Edit(stage.pid, path, theirs)], seen=2, by=cast.root)

    answer = as_lin.post(url_of(stage), form | {name.replace("_", "-"): value for name, value in mine.items()})

    assert answer.status_code == 409
    assert f"meanwhile to: {said}" in errors(answer)[path]


def test_shows_what_stands_around_it(as_lin: Client, draft: Draft) -> None:
    senior = piece_of(draft, Kind.STAGE, "senior-pm")
    shown = main(as_lin.get(url_of(senior)))

    around = shown.one("section", "around").one("dl")
    assert [link.text for link in around.all("a")] == [
        "Product Manager",
        "Group Product Manager",
        "Principal Product Manager",
        "Startup founder",
        "Consulting or advisory",
    ]
    assert {link.attrs["rel"]: link.one("b").text for link in shown.one("nav", "pages").all("a")} == {
        "prev": "Product Manager",
        "next": "Group Product Manager",
    }


def test_shows_what_has_to_be_mended_and_what_could_be_better(as_lin: Client, draft: Draft, stage: Piece) -> None:
    typed(as_lin, url_of(stage), does="Is excellent at everything")
    spots = main(as_lin.get(url_of(stage))).one("section", id="spots")
    assert [line.text for line in spots.all("p", "soft")] == ["What people do, line 1"]

    typed(as_lin, url_of(stage), next_way="chosen", next_stages=["junior-pm"])
    typed(
        as_lin, url_of(piece_of(draft, Kind.STAGE, "junior-pm")), next_way="chosen", next_stages=["product-manager"]
    )
    # The check names one stage of the circle.
    spots = main(as_lin.get(url_of(piece_of(draft, Kind.STAGE, "junior-pm")))).one("section", id="spots")
    assert [line.text for line in spots.all("li")] == [
        "these stages lead round in a circle: junior-pm → product-manager → junior-pm"
    ]


def test_names_the_must_haves(as_lin: Client, draft: Draft, stage: Piece, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        for row in draft.pieces.of(Kind.ROW):
            hand.put(row, f"cells/{stage.key}/must", True if row.key == "vision" else None)
        for skill in draft.pieces.of(Kind.SKILL):
            hand.put(skill, "core", None)

    met = main(as_lin.get(url_of(stage))).one("section", id="met")

    assert [item.text for item in met.one("ul", "bullets").all("li")] == ["Vision setting"]


def test_those_who_publish_read_it_and_cannot_send_it(as_cy: Client, stage: Piece) -> None:
    page = as_cy.get(url_of(stage))

    assert (page.status_code, main(page).all("button", type="submit", class_="button")) == (200, [])
    assert "disabled" in main(page).one("form", "piece-form").all("fieldset")[0].attrs
    assert as_cy.post(url_of(stage), sheet(page) | {"title": "Cy's"}).status_code == 403
    assert now(stage, "title") == "Product Manager"


def test_a_closed_draft_is_read_and_keeps_what_was_typed_too_late(as_lin: Client, stage: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(stage)))
    drop(stage.draft, by=cast.lin)

    assert as_lin.get(url_of(stage)).status_code == 200
    answer = as_lin.post(url_of(stage), form | {"text": "Too late."})
    assert (answer.status_code, "Too late." in answer.content.decode()) == (409, True)


def test_a_retired_stage_is_read_and_not_written(as_lin: Client, stage: Piece, cast: Cast) -> None:
    form = sheet(as_lin.get(url_of(stage)))
    with pen(stage.draft, cast.lin) as hand:
        hand.retire(stage, True)

    page = as_lin.get(url_of(stage))
    assert "This is retired: it will not be published." in main(page).text
    assert as_lin.post(url_of(stage), form | {"text": "Too late."}).status_code == 409


def test_a_piece_of_another_kind_is_no_stage(as_lin: Client, draft: Draft, skill: Piece) -> None:
    assert as_lin.get(url_of(skill)).status_code == 404


def test_a_stranger_learns_nothing(stage: Piece, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(stage))


def test_nobody_in_particular_is_led_to_the_first_page(stage: Piece) -> None:
    leads_to_welcome(url_of(stage))
