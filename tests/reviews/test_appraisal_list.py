"""My reviews, as the person and as the assessor: how far each is, and what is to do next."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.models import Appraisal
from ladders.chart import Chart
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.reviews.pairs import agreed, client_of, opened, part_of, revealed, submitted

pytestmark = pytest.mark.usefixtures("ladder")


def rows(cast: Cast, name: str) -> list[tuple[str, str, str]]:
    """Title, state and what is next of each review that somebody's list shows."""
    shown = main(client_of(getattr(cast, name)).get("/reviews/"))
    return [
        (
            row.one("h3").text,
            row.one("p", "soft s").text.split("Product management")[0].strip(),
            row.all("a")[-1].text,
        )
        for listed in shown.all("ul", "reviews")
        for row in listed.all("li")
    ]


def test_as_the_person_and_as_the_assessor(cast: Cast, ladder: Chart) -> None:
    opened(cast.ada, cast.bo)
    revealed(cast.di, cast.bo)
    agreed(cast.bo, cast.cy, ladder)
    today = f"{Appraisal.objects.agreed().get().agreed_at:%-d %B %Y}"
    assert rows(cast, "bo") == [
        ("Review of Di Castellanos", f"Both are in since {today}. You have still to agree.", "Compare and agree"),
        ("Review of Ada Okafor", "You have not begun your part.", "Begin your part"),
        ("Your review with Cy Haddad", f"Agreed on {today}.", "Read what was agreed"),
    ]
    assert rows(cast, "ada") == [
        ("Your review with Bo Lindqvist", "You have not begun your part.", "Begin your part")
    ]
    assert rows(cast, "hal") == []


def test_what_is_next_follows_ones_own_part_only(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    submitted(review, cast.bo)
    assert rows(cast, "ada")[0][1:] == ("You have not begun your part.", "Begin your part")
    part_of(review, cast.ada)
    assert rows(cast, "ada")[0][1:] == ("You have begun your part.", "Go on with your part")
    assert rows(cast, "bo")[0][1:] == ("Your part is in. Ada Okafor has still to submit.", "Look at it")
    review.end(by=cast.bo, reason="Leave.")
    assert rows(cast, "ada")[0][2] == "Look at it"
    assert rows(cast, "ada")[0][1].startswith("Called off on ")


def test_a_manager_opens_one_from_here(cast: Cast) -> None:
    shown = main(client_of(cast.bo).get("/reviews/"))
    assert [link.text for link in shown.all("ul", "rows")[0].all("a")] == ["Ada Okafor", "Di Castellanos"]


def test_nothing_yet(cast: Cast) -> None:
    assert main(client_of(cast.eve).get("/reviews/")).one("div", "empty").one("h2").text == "No review yet"


def test_signed_out() -> None:
    leads_to_welcome("/reviews/")


def test_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = client_of(cast.bo)
    for count in (1, 29):
        for _person in range(count):
            opened(PersonFactory.create(), cast.bo).start_part(cast.bo)
        # session, person, reviews, their parts, who said yes; whether one is of the people team (twice), asked
        # again, reports
        with django_assert_num_queries(9):
            client.get("/reviews/")
