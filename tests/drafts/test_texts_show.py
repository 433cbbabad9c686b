"""The texts of the skills in a grid: what stands in a cell, what is marked, and which categories show."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from drafts.models import Draft, Edit, Piece, Remark
from drafts.pieces import Kind
from drafts.publishing import drop
from drafts.writing import pen, write
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, main
from tests.cast import Cast
from tests.drafts.pieces import draft_of, piece_of, using


def url_of(draft: Draft, group: str = "") -> str:
    return f"/drafts/{draft.pid}/texts/" + (f"?group={group}" if group else "")


def row(shown: Node, key: str) -> Node:
    return shown.one("div", "grid-row", id=key)


def test_shows_one_category_and_the_way_to_each_text(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft)))

    assert [head.text for head in shown.one("text-grid").all("h2")] == ["Customer and market"]
    research = piece_of(draft, Kind.SKILL, "user-research")
    cells = row(shown, "user-research").all("li")
    assert [cell.one("a").attrs["href"] for cell in cells] == [
        f"/drafts/{draft.pid}/skills/{research.pid}/levels/{level}/" for level in range(1, 6)
    ]
    assert cells[0].text == f"1 Learning {research.body['levels']['1']['text']}"


@pytest.mark.parametrize(
    ("group", "count"), [("", 1), ("2", 1), ("all", 7), ("99", 1), ("0", 1), ("x", 1), ("9" * 4400, 1), ("²", 1)]
)
def test_shows_what_was_asked_for(as_lin: Client, draft: Draft, group: str, count: int) -> None:
    shown = main(as_lin.get(url_of(draft, group))).one("text-grid")

    assert len(shown.all("h2")) == count
    assert shown.all("h2")[0].text == ("Data and evidence" if group == "2" else "Customer and market")


def test_all_skills_of_the_ladder_are_there(as_lin: Client, draft: Draft) -> None:
    shown = main(as_lin.get(url_of(draft, "all")))

    keys = Piece.objects.filter(draft=draft, kind=Kind.SKILL).values_list("key", flat=True)
    assert sorted(one.attrs["id"] for one in shown.all("div", "grid-row")) == sorted(keys)
    assert len(keys) == 24


def test_marks_what_differs_from_the_version_in_force(as_lin: Client, draft: Draft, cast: Cast) -> None:
    research = piece_of(draft, Kind.SKILL, "user-research")
    before = research.read("levels/2/text")
    write(draft, [Edit(research.pid, "levels/2/text", "Asks.")], seen=1, by=cast.lin)

    shown = row(main(as_lin.get(url_of(draft))), "user-research")
    assert [link.text for link in shown.all("a", "changed")] == ["2 Contributing changed Asks."]

    write(draft, [Edit(research.pid, "levels/2/text", before)], seen=2, by=cast.lin)
    assert row(main(as_lin.get(url_of(draft))), "user-research").all("a", "changed") == []


def test_marks_what_has_a_hint(as_lin: Client, draft: Draft, cast: Cast) -> None:
    research = piece_of(draft, Kind.SKILL, "user-research")
    assert row(main(as_lin.get(url_of(draft))), "user-research").all("em") == []

    write(draft, [Edit(research.pid, "levels/2/text", "Strong analytical skills.")], seen=1, by=cast.lin)

    shown = row(main(as_lin.get(url_of(draft))), "user-research")
    assert [item.one("b").text for item in shown.all("li") if item.all("em")] == ["2 Contributing"]


def test_counts_the_remarks_that_are_open(as_lin: Client, draft: Draft, cast: Cast) -> None:
    about = {"ladder": draft.ladder, "kind": Kind.SKILL, "key": "user-research", "by": cast.cy}
    for text in ("One.", "Two.", "Settled."):
        remark = Remark.objects.create(text=text, **about)
    remark.close(by=cast.lin)

    assert row(main(as_lin.get(url_of(draft))), "user-research").one("h3").text == "User research 2 remarks"


def test_a_ladder_of_texts_has_stages_across(as_lin: Client, cast: Cast) -> None:
    draft = draft_of("text.yaml", cast.lin)
    users = piece_of(draft, Kind.SKILL, "users")

    cells = row(main(as_lin.get(url_of(draft))), "users").all("li")

    stages = list(Piece.objects.filter(draft=draft, kind=Kind.STAGE).values_list("pid", flat=True))
    assert [cell.one("a").attrs["href"] for cell in cells] == [
        f"/drafts/{draft.pid}/skills/{users.pid}/stages/{stage}/" for stage in stages
    ]
    assert [cell.text for cell in cells] == [
        "Level 1 Starts from user needs Turns needs into stories",
        "Level 2 Runs a usability test alone Shares insight with the squad",
        "Level 3 Nothing written yet",
    ]


def test_a_library_has_its_levels_across(as_lin: Client, cast: Cast) -> None:
    shown = main(as_lin.get(url_of(draft_of("library.yaml", cast.lin))))

    assert [cell.text for cell in row(shown, "research").all("li")] == [
        "1 Aware Joins interviews.",
        "2 Able Runs interviews. Asks open questions Writes up what was heard",
    ]


def test_a_ladder_that_uses_a_library_says_how_many_skills_are_from_there(as_lin: Client, cast: Cast) -> None:
    draft = using(cast.lin)

    shown = main(as_lin.get(url_of(draft)))

    links = {link.attrs["href"]: link.text for link in shown.all("a")}
    assert links[f"/drafts/{draft.pid}/shared/"] == "1 skill from the library"


def test_words_of_the_ladder_cannot_be_markup(as_lin: Client, draft: Draft, cast: Cast) -> None:
    research = piece_of(draft, Kind.SKILL, "user-research")
    edits = [Edit(research.pid, "title", "<b>Bold</b>"), Edit(research.pid, "levels/1/text", "<script>x</script>")]
    write(draft, edits, seen=1, by=cast.lin)

    shown = row(main(as_lin.get(url_of(draft))), "user-research")

    assert (shown.all("script"), shown.one("h3").text) == ([], "<b>Bold</b>")
    assert shown.all("li")[0].text == "1 Learning changed <script>x</script>"


def test_asks_as_often_for_thirty_skills_as_for_one(as_lin: Client, draft: Draft, cast: Cast) -> None:
    def queries() -> int:
        as_lin.get(url_of(draft, "all"))
        with CaptureQueriesContext(connection) as found:
            as_lin.get(url_of(draft, "all"))
        return len(found)

    with pen(draft, cast.lin) as hand:
        for skill in Piece.objects.filter(draft=draft, kind=Kind.SKILL)[1:]:
            hand.retire(skill, True)
    few = queries()
    with pen(draft, cast.lin) as hand:
        for number in range(30):
            hand.add(Kind.SKILL, f"more-{number}", {"title": f"More {number}"})

    assert queries() == few


def test_those_who_publish_read_it_and_cannot_add(as_cy: Client, draft: Draft, as_lin: Client) -> None:
    new = f"/drafts/{draft.pid}/skills/new/?group=1"

    assert new not in [link.attrs["href"] for link in main(as_cy.get(url_of(draft))).all("a")]
    assert new in [link.attrs["href"] for link in main(as_lin.get(url_of(draft))).all("a")]


def test_a_closed_draft_can_be_read(as_lin: Client, draft: Draft, cast: Cast) -> None:
    drop(draft, by=cast.lin)

    assert as_lin.get(url_of(draft)).status_code == 200


def test_a_stranger_learns_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_nobody_in_particular_is_led_to_the_first_page(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))
