"""The draft seen with the eyes of somebody on the ladder."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from drafts.models import Draft, Piece
from drafts.opening import open_draft, start_from_file
from drafts.pieces import Kind
from drafts.previewing import chart_kept
from drafts.publishing import publish
from drafts.writing import pen
from ladders.chart import Chart
from ladders.importing import take_in
from ladders.models import Ladder
from ladders.published import chart_of
from people.models import Person
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import Node, links, main
from tests.cast import Cast
from tests.factories import default_file
from tests.ladders.files import FOLDER
from tests.ladders.files import ladder as file_of


def url_of(draft: Draft, **chosen: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    return f"/drafts/{draft.pid}/preview/" + (f"?{query}" if query else "")


def change(draft: Draft, by: Person, kind: Kind, key: str, path: str, value: object) -> None:
    with pen(draft, by) as hand:
        hand.put(Piece.objects.get(draft=draft, kind=kind, key=key), path, value)


def chosen(shown: Node) -> dict[str, str]:
    return {
        field: next((o.text for o in shown.one("select", name=field).all("option") if "selected" in o.attrs), "")
        for field in ("stage", "aim")
    }


def test_begins_at_the_first_stage(as_cy: Client, draft: Draft) -> None:
    shown = main(as_cy.get(url_of(draft)))

    assert chosen(shown) == {"stage": "Product Associate", "aim": "Junior Product Manager"}
    assert shown.one("section", id="stage").one("h2").text == "Your stage: Product Associate"
    assert shown.one("section", id="step").one("h2").text == "From Product Associate to Junior Product Manager"


def test_begins_at_the_first_stage_that_changes(as_cy: Client, draft: Draft, cast: Cast) -> None:
    change(draft, cast.lin, Kind.ROW, "vision", "cells/senior-pm", {"level": 5})
    change(draft, cast.lin, Kind.ROW, "delivery", "cells/product-manager", {"level": 5})

    assert chosen(main(as_cy.get(url_of(draft)))) == {"stage": "Product Manager", "aim": "Senior Product Manager"}


def test_from_another_stage(as_cy: Client, draft: Draft, ladder: Chart) -> None:
    stage, aim = ladder.stage["product-manager"], ladder.stage["principal-pm"]

    shown = main(as_cy.get(url_of(draft, stage=stage.pid, aim=aim.pid)))

    assert chosen(shown) == {"stage": "Product Manager", "aim": "Principal Product Manager"}
    assert len(shown.one("section", id="questions").one("ol").all("details")) == 24


def test_without_an_aim_there_is_no_step(as_cy: Client, draft: Draft, ladder: Chart) -> None:
    shown = main(as_cy.get(url_of(draft, stage=ladder.stage["product-manager"].pid, aim="")))

    assert shown.all("section", id="step") == []


@pytest.mark.parametrize("stage", ["nothing", "%00", "2" * 16, ""])
def test_a_stage_that_is_not_there_is_the_first(as_cy: Client, draft: Draft, stage: str) -> None:
    response = as_cy.get(url_of(draft, stage=stage))

    assert response.status_code == 200
    assert main(response).one("section", id="stage").one("h2").text == "Your stage: Product Associate"


def test_says_what_differs_from_now(as_cy: Client, draft: Draft, ladder: Chart, cast: Cast) -> None:
    change(draft, cast.lin, Kind.ROW, "delivery", "cells/senior-pm", {"level": 5, "must": True})
    change(draft, cast.lin, Kind.STAGE, "product-manager", "title", "Product person")
    who = {"stage": ladder.stage["product-manager"].pid, "aim": ladder.stage["senior-pm"].pid}

    shown = main(as_cy.get(url_of(draft, **who)))

    assert [one.text for one in shown.all("p", "told")] == [
        "For your stage, Product person , it asks the same. Something else about it changes.",
        "For your aim, Senior Product Manager , it asks 2 more.",
    ]


def test_shows_the_draft_and_not_what_is_published(as_cy: Client, draft: Draft, ladder: Chart, cast: Cast) -> None:
    change(draft, cast.lin, Kind.STAGE, "product-manager", "does", ["Talks to customers every week"])
    stage = ladder.stage["product-manager"].pid

    shown = main(as_cy.get(url_of(draft, stage=stage))).one("section", id="stage")

    assert "Talks to customers every week" in [line.text for line in shown.all("li")]
    assert (
        "Talks to customers every week" not in as_cy.get(f"/ladders/{ladder.ladder}/stages/{stage}/").content.decode()
    )


def test_links_stay_inside(as_cy: Client, draft: Draft) -> None:
    shown = main(as_cy.get(url_of(draft))).one("div", "preview")
    urls = [node.attrs["href"] for node in shown.all("a")]

    assert len(urls) > 30
    assert [url for url in urls if not re.match(r"[?#]", url)] == []
    ids = {node.attrs["id"] for node in shown if "id" in node.attrs}
    assert {url[1:] for url in urls if url.startswith("#")} <= ids


def test_a_new_stage_can_be_looked_from(as_cy: Client, draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.add(Kind.STAGE, "apprentice", {"title": "Apprentice", "next": ["product-associate"], "track": "core"})
    shown = main(as_cy.get(url_of(draft)))
    value = next(o.attrs["value"] for o in shown.one("select", name="stage").all("option") if o.text == "Apprentice")

    again = main(as_cy.get(url_of(draft, stage=value)))

    assert again.one("section", id="stage").one("h2").text == "Your stage: Apprentice"


def test_is_the_chart_of_the_version_that_it_becomes(draft: Draft, cast: Cast) -> None:
    """But for the ids that only publishing gives."""
    change(draft, cast.lin, Kind.STAGE, "senior-pm", "title", "Senior Product Lead")
    seen = chart_kept(draft.pk, draft.revision)

    became = chart_of(publish(draft, by=cast.cy, label="1.0").pk)

    assert seen is not None
    assert seen.stages == became.stages
    assert seen.skills == became.skills
    assert (seen.expects, seen.ways_in, seen.ladder) == (became.expects, became.ways_in, became.ladder)


def test_what_does_not_fit_cannot_be_looked_at(as_cy: Client, draft: Draft, cast: Cast) -> None:
    change(draft, cast.lin, Kind.STAGE, "senior-pm", "next", ["nowhere"])

    shown = main(as_cy.get(url_of(draft)))

    assert [words for _url, words in links(shown.one("ul", "points"))] == ["Senior Product Manager"]


def test_a_library_has_no_stages(as_cy: Client, cast: Cast) -> None:
    taken = take_in(file_of((FOLDER / "library.yaml").read_text()), by=None).version
    draft = open_draft(Ladder.objects.get(pk=taken.ladder_id), by=cast.lin)

    assert "A library of skills has no stages from which to look." in main(as_cy.get(url_of(draft))).text


def test_a_new_ladder_differs_from_nothing(as_lin: Client, cast: Cast) -> None:
    draft = start_from_file(default_file(), by=cast.lin)

    shown = main(as_lin.get(url_of(draft)))

    assert (shown.all("p", "told"), len(shown.all("section", id="stage"))) == ([], 1)


def test_for_everybody_else_there_is_nothing(draft: Draft, cast: Cast) -> None:
    is_not_there(cast.ada, url_of(draft), post=False)


def test_signed_out(draft: Draft) -> None:
    leads_to_welcome(url_of(draft))


def test_asks_the_second_time_only_who_may_look(
    as_cy: Client, draft: Draft, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    as_cy.get(url_of(draft))
    # session, person, draft, review, keepers, what one may do, latest version
    with django_assert_num_queries(7):
        as_cy.get(url_of(draft))
