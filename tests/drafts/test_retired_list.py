"""What is retired: in this draft, and what only earlier versions had."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.retiring import retire
from drafts.writing import pen
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.drafts.pieces import later, piece_of, using


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/retired/"


def shown(client: Client, draft: Draft) -> list[str]:
    return [item.one("div").text for item in main(client.get(url_of(draft))).all("li", "part-row")]


def test_nothing_at_first(as_lin: Client, draft: Draft) -> None:
    assert shown(as_lin, draft) == []


def test_lists_what_was_retired_in_the_draft(
    as_lin: Client, draft: Draft, skill: Piece, stage: Piece, cast: Cast
) -> None:
    step = piece_of(draft, Kind.STEP, "product-manager senior-pm")
    for piece in (skill, stage, step):
        retire(draft, piece, by=cast.lin)

    assert shown(as_lin, draft) == [
        f"{skill.title} skill",
        "Product Manager stage",
        "product-manager → Senior Product Manager step",
    ]


def test_lists_the_skills_and_stages_of_earlier_versions(as_lin: Client, cast: Cast) -> None:
    assert shown(as_lin, later(cast.lin)) == ["Reading skill", "Middle stage"]


def test_a_skill_comes_without_its_row_and_a_shared_one_by_its_name(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)
    for kind, key in ((Kind.SKILL, "pricing"), (Kind.ROW, "research")):
        retire(draft, piece_of(draft, kind, key), by=cast.lin)

    assert shown(as_lin, draft) == ["research row of the grid", "Pricing skill"]


def test_asks_as_often_for_thirty_rows_as_for_one(as_lin: Client, draft: Draft, skill: Piece, cast: Cast) -> None:
    def queries() -> int:
        as_lin.get(url_of(draft))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(draft))
        return len(found)

    retire(draft, skill, by=cast.lin)
    few = queries()
    with pen(draft, cast.lin) as hand:
        for number in range(30):
            hand.retire(hand.add(Kind.SKILL, f"more-{number}", {"title": f"More {number}"}), True)

    assert queries() == few


def test_those_who_publish_read_it_and_bring_nothing_back(
    as_cy: Client, draft: Draft, skill: Piece, cast: Cast
) -> None:
    retire(draft, skill, by=cast.lin)

    assert shown(as_cy, draft) == [f"{skill.title} skill"]
    assert main(as_cy.get(url_of(draft))).all("form", method="post") == []


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
