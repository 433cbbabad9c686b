"""The ladders one keeps; everybody else learns how to propose something."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from drafts.models import Draft, Keeper, Piece, Review
from drafts.opening import open_draft, start_from_file
from drafts.proposing import answer
from drafts.publishing import drop, publish
from drafts.writing import pen
from ladders.chart import Chart
from ladders.models import Ladder, Retirement
from people.models import Duty
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import Node, links, main
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.drafts.voices import proposed
from tests.factories import default_file
from tests.ladders.pages import wide

URL = "/drafts/"


def row_of(client: Client, ladder: str) -> Node:
    return main(client.get(URL)).one("li", id=ladder)


def said(row: Node) -> dict[str, str]:
    (facts,) = row.all("dl", "facts")
    return dict(zip([one.text for one in facts.all("dt")], [one.text for one in facts.all("dd")], strict=True))


def rename(draft: Draft, cast: Cast) -> None:
    with pen(draft, cast.lin) as hand:
        hand.put(Piece.objects.get(draft=draft, key="product-manager"), "title", "Product person")


def test_an_editor_is_offered_a_draft(as_lin: Client, ladder: Chart) -> None:
    row = row_of(as_lin, ladder.ladder)

    assert row.one("h2").text == "Product management"
    today = timezone.localdate()
    assert said(row) == {"In force": f"1.0 , since {today:%-d %B %Y}", "Draft": "none open"}
    assert row.one("form", action=f"/ladders/{ladder.ladder}/draft/").one("button").text == "Open a draft"


def test_who_reads_a_draft_stands_above_the_list(as_lin: Client, ladder: Chart) -> None:
    assert main(as_lin.get(URL)).one("p", "audience").text == (
        "The keepers of a ladder can read its draft. Everyone sees it when it is published."
    )


def test_proposals_that_wait_are_named_to_those_who_can_answer(
    as_lin: Client, as_cy: Client, ladder: Chart, cast: Cast
) -> None:
    found = Ladder.objects.get(pid=ladder.ladder)
    answer(proposed(cast.ada, found), by=cast.lin, accepted=False, words="No.")

    def notes(client: Client) -> list[tuple[str, str]]:
        return [link for link in links(main(client.get(URL))) if link[0] == "/proposals/"]

    assert notes(as_lin) == []
    proposed(cast.ada, found)
    assert notes(as_lin) == [("/proposals/", "1 proposal waits for your answer")]
    assert notes(as_cy) == []  # publishes, and does not edit


def test_an_open_draft_says_who_edited_it_last(as_cy: Client, draft: Draft, cast: Cast) -> None:
    assert said(row_of(as_cy, draft.ladder.pid))["Draft"] == "open, nothing changed yet"

    rename(draft, cast)

    row = row_of(as_cy, draft.ladder.pid)
    day = timezone.localdate()
    assert said(row)["Draft"] == f"1 edit, by Lin Mei-Hua on {day:%-d %B}"
    assert [link for link in links(row) if link[0].startswith("/drafts/") and "file" not in link[0]] == [
        (f"/drafts/{draft.pid}/", "Read the draft"),
        (f"/drafts/{draft.pid}/publish/", "Publish…"),
        (f"/drafts/ladders/{draft.ladder.pid}/", "Settings"),
    ]


def test_an_editor_goes_on_with_it(as_lin: Client, draft: Draft) -> None:
    found = links(row_of(as_lin, draft.ladder.pid))

    assert [link for link in found if link[0].startswith("/drafts/") and "file" not in link[0]] == [
        (f"/drafts/{draft.pid}/", "Go on with the draft"),
        (f"/drafts/{draft.pid}/drop/", "Put the draft aside"),
        (f"/drafts/ladders/{draft.ladder.pid}/", "Settings"),
    ]


def test_an_announced_version_stands_beside_the_one_in_force(as_cy: Client, draft: Draft, cast: Cast) -> None:
    rename(draft, cast)
    today = timezone.localdate()
    publish(draft, by=cast.cy, label="1.1", effective_on=today + timedelta(days=30))

    assert said(row_of(as_cy, draft.ladder.pid)) == {
        "In force": f"1.0 , since {today:%-d %B %Y}",
        "Announced": f"1.1 , from {today + timedelta(days=30):%-d %B %Y}",
        "Draft": "none open",
    }


def test_a_review_waits_for_those_who_publish(as_cy: Client, draft: Draft, cast: Cast) -> None:
    Review.ask(draft, by=cast.lin, note="Is it clear?")

    row = row_of(as_cy, draft.ladder.pid)

    assert f"Lin Mei-Hua asked for a review on {timezone.localdate():%-d %B}." in row.text
    assert (f"/drafts/{draft.pid}/review/", "Answer") in links(row)


def test_a_draft_put_aside_can_be_taken_up_again(as_lin: Client, draft: Draft, cast: Cast) -> None:
    rename(draft, cast)
    drop(draft, by=cast.lin)

    form = row_of(as_lin, draft.ladder.pid).one("form", action=f"/drafts/{draft.pid}/reopen/")
    assert form.one("button").text == "Take up the draft you put aside, with 1 edit"

    open_draft(draft.ladder, by=cast.lin)
    assert row_of(as_lin, draft.ladder.pid).all("form", action=f"/drafts/{draft.pid}/reopen/") == []


def test_a_draft_put_aside_before_the_latest_version_cannot(as_lin: Client, draft: Draft, cast: Cast) -> None:
    rename(draft, cast)
    drop(draft, by=cast.lin)
    later = open_draft(draft.ladder, by=cast.lin)
    rename(later, cast)
    publish(later, by=cast.cy, label="1.1")

    assert row_of(as_lin, draft.ladder.pid).all("form", action=f"/drafts/{draft.pid}/reopen/") == []


def test_a_ladder_that_was_never_published_has_its_name_from_the_draft(as_lin: Client, cast: Cast) -> None:
    draft = start_from_file(default_file(), by=cast.lin, title="Our way")

    row = row_of(as_lin, draft.ladder.pid)

    assert (row.one("h2").text, said(row)["In force"]) == ("Our way", "nothing yet")
    assert row.one("h2").all("a") == []


def test_a_retired_one_is_marked(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    Retirement.decide(Ladder.objects.get(pid=ladder.ladder), retired=True, by=cast.lin)

    assert row_of(as_lin, ladder.ladder).one("span", "badge").text == "retired"


def test_a_keeper_sees_the_ladder_they_were_asked_to_keep_alone(cast: Cast, ladder: Chart) -> None:
    other = start_from_file(default_file(), by=cast.lin, title="Other").ladder
    Keeper.objects.create(ladder=other, person=cast.eve, kind=Keeper.Kind.EDIT)

    shown = main(client_of(cast.eve).get(URL))

    assert [one.text for one in shown.all("h2")] == ["Other"]


def test_starting_a_ladder_is_offered_to_those_who_may(as_lin: Client, as_cy: Client, ladder: Chart) -> None:
    assert ("/drafts/new/", "Start a ladder") in links(main(as_lin.get(URL)))
    assert ("/drafts/new/", "Start a ladder") not in links(main(as_cy.get(URL)))


def test_everybody_else_learns_how_to_propose_a_change(as_ada: Client, draft: Draft) -> None:
    shown = main(as_ada.get(URL))

    assert shown.one("h2").text == "Nobody asked you to keep a ladder"
    assert [url for url, _text in links(shown)] == ["/ladders/", "/proposals/"]


def test_with_the_duty_and_without_a_ladder(as_lin: Client, cast: Cast) -> None:
    assert main(as_lin.get(URL)).one("h2").text == "No ladder yet"


def test_whoever_loses_the_duty_keeps_nothing(as_lin: Client, draft: Draft, cast: Cast) -> None:
    assert main(as_lin.get(URL)).all("li", id=draft.ladder.pid)
    Duty.objects.filter(person=cast.lin).delete()

    assert main(as_lin.get(URL)).one("h2").text == "Nobody asked you to keep a ladder"


def test_signed_out() -> None:
    leads_to_welcome(URL)


@pytest.mark.parametrize("count", [1, 30])
def test_asks_as_often_for_one_ladder_as_for_thirty(
    count: int, as_lin: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        draft = open_draft(Ladder.objects.get(pid=wide(1, f"ladder-{number}").ladder), by=cast.lin)
        Review.ask(draft, by=cast.lin)
    # session, person, ladders, versions, drafts, reviews, whether to start one, proposals that wait
    with django_assert_num_queries(8):
        as_lin.get(URL)
