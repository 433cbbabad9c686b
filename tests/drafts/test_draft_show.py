"""The page of the grid: what it shows, and how it is edited without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.cells import save_cells
from drafts.models import Draft, Edit
from drafts.opening import start_from_file
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from ladders.exchange import LadderFile
from safeguards.ids import new_pid
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import Node, Sent, filled_in, main, page
from tests.cast import Cast
from tests.drafts.pieces import draft_of, history, piece_of, using

CELL, BESIDE = "data-analysis/product-manager", "data-analysis/senior-pm"


def url_of(draft: Draft) -> str:
    return f"/drafts/{draft.pid}/"


def table(response: Any) -> Node:
    return main(response).one("table", "grid")


def cell(response: Any, name: str) -> Node:
    """The cell that holds the field of this name."""
    return next(one for one in table(response).all("td") if one.all("input", name=name))


def fields(response: Any) -> Sent:
    """What the grid would send without scripts."""
    return filled_in(next(form for form in main(response).all("form", method="post") if form.all("table")))


def row(response: Any, title: str) -> list[str]:
    """The words of a row's cells."""
    found = next(
        one for one in table(response).all("tr") if one.all("th") and one.all("th")[0].text.startswith(title)
    )
    return [one.text for one in found.all("td")]


def started(cast: Cast, **parts: Any) -> Draft:
    tree = {"format": "ladder/1", "id": "new", "title": "New", "scale": [{"level": 1, "name": "One"}], **parts}
    return start_from_file(LadderFile.model_validate(tree), by=cast.lin)


def test_shows_skills_down_and_stages_across(as_lin: Client, draft: Draft) -> None:
    shown = table(as_lin.get(url_of(draft)))

    assert [one.text for one in shown.all("th", scope="colgroup")] == [
        "Product manager",
        "Product leadership",
        "Individual expert",
    ]
    assert [one.attrs["colspan"] for one in shown.all("th", scope="colgroup")] == ["5", "4", "1"]
    assert [one.text for one in shown.all("th", scope="rowgroup")][:2] == ["Customer and market", "Data and evidence"]
    assert (len(shown.all("th", scope="row")), len(shown.all("input"))) == (24, 240)


def test_a_cell_is_named_by_its_row_and_column(as_lin: Client, draft: Draft) -> None:
    shown = table(as_lin.get(url_of(draft)))

    names = {one.attrs["id"]: one.text for one in shown if "id" in one.attrs}
    labels = shown.one("input", name=CELL).attrs["aria-labelledby"].split()
    assert [names[label] for label in labels] == ["Data analysis", "Product Manager"]


def test_marks_stand_in_the_cells(as_lin: Client, draft: Draft, cast: Cast) -> None:
    save_cells(draft, {CELL: "5!*3", BESIDE: "(4)", "delivery/cpo": "0"}, seen=1, by=cast.lin)

    shown = as_lin.get(url_of(draft))

    assert cell(shown, CELL).text == "5 must-have×3 counts 3 times changed"
    assert cell(shown, CELL).attrs == {"class": "t5 must-cell changed", "data-was": "3!"}
    assert cell(shown, BESIDE).text == "(4) changed less than before"
    assert cell(shown, BESIDE).attrs == {"class": "t4 welcome changed less", "data-was": "4"}
    assert cell(shown, "delivery/cpo").attrs["class"] == "t0 changed less"


def test_less_follows_the_ways_between_stages(as_lin: Client, draft: Draft, cast: Cast) -> None:
    """The expert's stage stands beside the chief's; it is reached from senior."""
    save_cells(draft, {"data-analysis/cpo": "5", "data-analysis/principal-pm": "4"}, seen=1, by=cast.lin)
    assert "less" not in cell(as_lin.get(url_of(draft)), "data-analysis/principal-pm").attrs["class"].split()

    save_cells(draft, {"data-analysis/principal-pm": "3"}, seen=draft.revision, by=cast.lin)
    assert "less" in cell(as_lin.get(url_of(draft)), "data-analysis/principal-pm").attrs["class"].split()


def test_a_core_skill_says_so(as_lin: Client, draft: Draft, cast: Cast) -> None:
    write(draft, [Edit(piece_of(draft, Kind.SKILL, "delivery").pid, "core", True)], seen=1, by=cast.lin)

    heads = [one.text for one in table(as_lin.get(url_of(draft))).all("th", scope="row")]
    assert [text for text in heads if "must-have" in text] == [
        "Execution and delivery must-have⠿ EditMove up Move down"
    ]


def test_what_is_new_is_not_marked_cell_by_cell(as_lin: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.add(Kind.SKILL, "sailing", {"title": "Sailing"})
    save_cells(draft, {"sailing/cpo": "2"}, seen=2, by=cast.lin)

    shown = as_lin.get(url_of(draft))

    assert cell(shown, "sailing/cpo").attrs == {"class": "t2"}
    assert [one.text for one in table(shown).all("th", **{"data-new": ""})] == ["Sailing⠿ EditMove up Move down"]


def test_a_ladder_of_texts_shows_their_first_words(as_lin: Client, cast: Cast) -> None:
    draft = draft_of("text.yaml", cast.lin)
    save_cells(draft, {"users/level-1": "!"}, seen=1, by=cast.lin)

    shown = as_lin.get(url_of(draft))

    assert row(shown, "🙍 Users") == [
        "Starts from user needs Turns needs into stories must-have changed",
        "Runs a usability test alone Shares insight with the squad",
        "",
    ]
    assert table(shown).attrs["class"] == "grid texts"


def test_a_library_shows_what_its_levels_mean(as_lin: Client, cast: Cast) -> None:
    shown = main(as_lin.get(url_of(draft_of("library.yaml", cast.lin))))

    assert shown.all("table") == []
    assert [one.text for one in shown.one("div", "grid-row", id="research").all("li")] == [
        "1 Aware Joins interviews.",
        "2 Able Runs interviews. Asks open questions Writes up what was heard",
    ]


def test_skills_of_a_library_stand_last_and_do_not_move(as_lin: Client, cast: Cast) -> None:
    shown = as_lin.get(url_of(using(cast.lin)))

    heads = table(shown).all("th", scope="row")
    assert [(one.text, "data-pid" in one.attrs) for one in heads] == [
        ("Pricing⠿ EditMove up Move down", True),
        ("Research must-have", False),
    ]
    assert row(shown, "Research") == ["1", "2"]


@pytest.mark.parametrize(
    ("parts", "heading", "buttons"),
    [
        ({}, "A ladder in three steps", ["Add a stage", "Add a skill"]),
        ({"stages": [{"id": "a", "title": "A"}]}, "A ladder in three steps", ["Add a skill"]),
        ({"skills": [{"id": "a", "title": "A"}]}, "Skills without stages are a library", ["Add a stage"]),
    ],
)
def test_an_empty_ladder_says_what_to_do_first(
    as_lin: Client, cast: Cast, parts: dict[str, Any], heading: str, buttons: list[str]
) -> None:
    shown = main(as_lin.get(url_of(started(cast, **parts)))).one("div", "empty")

    assert shown.one("h2").text == heading
    assert [link.text for link in shown.all("a")] == buttons


def test_a_narrow_screen_shows_the_stage_that_was_asked_for(as_lin: Client, draft: Draft) -> None:
    senior = piece_of(draft, Kind.STAGE, "senior-pm")

    first, chosen = as_lin.get(url_of(draft)), as_lin.get(url_of(draft), {"stage": senior.pid})

    assert [[one.text for one in table(shown).all("th", "one")] for shown in (first, chosen)] == [
        ["Product Associate⠿ EditMove to the left Move to the right"],
        ["Senior Product Manager⠿ EditMove to the left Move to the right"],
    ]
    assert "one" in cell(chosen, BESIDE).attrs["class"].split()


def test_without_scripts_only_what_was_changed_is_written(as_lin: Client, draft: Draft, cast: Cast) -> None:
    sent = fields(as_lin.get(url_of(draft))) | {CELL: "1", BESIDE: "(2)*2"}

    answer = as_lin.post(url_of(draft), sent)

    assert (answer.status_code, answer.headers["Location"]) == (302, url_of(draft))
    assert history(draft) == [
        ("data-analysis", "cells/product-manager"),
        ("data-analysis", "cells/senior-pm"),
    ]
    assert as_lin.post(url_of(draft), sent).status_code == 302
    assert len(history(draft)) == 2


def test_without_scripts_both_values_stand_at_a_cell_that_met_anothers(
    as_lin: Client, draft: Draft, cast: Cast
) -> None:
    sent = fields(as_lin.get(url_of(draft))) | {CELL: "1", BESIDE: "5"}
    save_cells(draft, {CELL: "4"}, seen=1, by=cast.root, writer="root")

    answer = as_lin.post(url_of(draft), sent)

    assert answer.status_code == 409
    assert cell(answer, CELL).one("small").text == "Root Andersen: 4 · you: 1"
    again = fields(answer)
    assert (again[CELL], again[BESIDE], again["seen"], again["writer"]) == (["1"], ["5"], ["3"], sent["writer"])

    # Saving again keeps one's own.
    assert as_lin.post(url_of(draft), again).status_code == 302
    assert piece_of(draft, Kind.ROW, "data-analysis").read("cells/product-manager") == {"level": 1}


def test_without_scripts_what_is_no_cell_stays_with_its_reason(as_lin: Client, draft: Draft, cast: Cast) -> None:
    sent = fields(as_lin.get(url_of(draft))) | {CELL: "7 & more", BESIDE: "5", "delivery/gone": "my level"}

    answer = as_lin.post(url_of(draft), sent)

    assert answer.status_code == 422
    said = "“7 & more” is not a level. Write 3, (2) if it is only welcome, or 3! for a must-have."
    assert (fields(answer)[CELL], cell(answer, CELL).one("small").text) == (["7 & more"], said)
    assert "my level: This row or column was retired meanwhile." in main(answer).one("div", "message").text
    assert history(draft) == [("data-analysis", "cells/senior-pm")]


def test_sixty_skills_at_forty_stages_are_one_form(as_lin: Client, cast: Cast) -> None:
    stages = [{"id": f"stage-{number}", "title": f"Stage {number}"} for number in range(40)]
    skills = [{"id": f"skill-{number}", "title": f"Skill {number}"} for number in range(60)]
    draft = started(cast, stages=stages, skills=skills)
    sent = fields(as_lin.get(url_of(draft)))
    cells = {name: "1" for name in sent if "/" in name}

    assert len(cells) == 2400
    assert as_lin.post(url_of(draft), sent | cells).status_code == 302
    assert set(fields(as_lin.get(url_of(draft))).get("skill-59/stage-39", [])) == {"1"}


@pytest.mark.parametrize("closed", [False, True])
def test_who_may_not_edit_reads(as_cy: Client, as_lin: Client, draft: Draft, cast: Cast, closed: bool) -> None:
    if closed:
        drop(draft, by=cast.lin)
    client = as_lin if closed else as_cy

    shown = client.get(url_of(draft))

    assert table(shown).all("input") + table(shown).all("button") == []
    stage, skill = (piece_of(draft, kind, key) for kind, key in ((Kind.STAGE, "cpo"), (Kind.SKILL, "delivery")))
    leads = [link.attrs["href"] for link in table(shown).all("a")]
    assert [f"/drafts/{draft.pid}/stages/{stage.pid}/" in leads, len(leads)] == [True, 34]
    assert f"/drafts/{draft.pid}/skills/{skill.pid}/" in leads
    assert row(shown, "Data analysis")[3] == "3 must-have"
    answer = client.post(url_of(draft), {"seen": "1", CELL: "1"})
    assert (answer.status_code, history(draft)) == (409 if closed else 403, [])


def test_to_others_the_draft_is_not_there(as_ada: Client, draft: Draft) -> None:
    for method in (as_ada.get, as_ada.post):
        answer, nothing = method(url_of(draft)), method(f"/drafts/{new_pid()}/")
        assert (answer.status_code, answer.content) == (404, nothing.content)


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


def test_the_form_wants_its_revision(as_lin: Client, draft: Draft) -> None:
    assert as_lin.post(url_of(draft), {CELL: "1"}).status_code == 400


def test_one_skill_and_thirty_ask_the_database_the_same(as_lin: Client, cast: Cast) -> None:
    asked = []
    for count in (1, 30):
        skills = [{"id": f"skill-{number}", "title": f"Skill {number}"} for number in range(count)]
        stages = [{"id": f"stage-{number}", "title": f"Stage {number}"} for number in range(count)]
        draft = started(cast, id=f"ladder-{count}", skills=skills, stages=stages)
        as_lin.get(url_of(draft))
        with CaptureQueriesContext(connection) as queries:
            assert page(as_lin.get(url_of(draft))).all("table")
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 8
