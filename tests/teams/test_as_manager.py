"""What one's manager sees of oneself: the very same page."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.models import Share
from ladders.chart import Chart
from people.models import Reading
from teams.models import Seat
from tests.assessments.litany import ago, agreed, every, leads_to_welcome, noted, rated
from tests.assessments.pages import links, main
from tests.cast import Cast
from tests.teams.conftest import client_of
from tests.teams.scenes import promise, talk, under_review

NOW = timezone.now()
SEES = "/my-manager/sees/"


def content(client: Client, url: str) -> str:
    """The words of the page below its heading."""
    html = client.get(url).content.decode()
    body = html[html.index("</header>", html.index("<main")) :]
    return body[: body.index("</main>")]


def without_acts(html: str) -> str:
    html = re.sub(r'<p class="actions[^"]*">.*?</p>', "", html, flags=re.DOTALL)
    html = re.sub(r'<p><a href="/team/[^"]*">.*?</a></p>', "", html, flags=re.DOTALL)
    html = re.sub(r'<div class="message info">.*?</div>', "", html, count=1, flags=re.DOTALL)
    return " ".join(html.split())


@pytest.fixture
def full(cast: Cast, on_ladder: Chart) -> None:
    agreed(cast.ada, every(on_ladder, 3), cast.bo, NOW)
    rated(cast.ada, every(on_ladder, 5), NOW)
    promise(cast.ada, cast.bo)
    promise(cast.ada, cast.bo, "Read the draft").keep(by=cast.ada)
    talk(cast.ada, cast.bo, ago(4))
    Seat.say(cast.ada, cast.bo, by=cast.bo, seen=0, role="no", work="", decides="", decided="")
    Share.objects.create(evidence=noted(cast.ada, on_ladder, ["delivery"], ago(3), title="Shared"), reader=cast.bo)
    noted(cast.ada, on_ladder, ["delivery"], ago(3), title="Her own")


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("stage", ["senior-pm", "product-manager"])
def test_it_is_the_page_of_the_manager_without_the_ways_to_write(
    as_ada: Client, as_bo: Client, cast: Cast, on_ladder: Chart, stage: str
) -> None:
    query = f"?to={on_ladder.stage[stage].pid}"
    mine, theirs = content(as_ada, f"{SEES}{query}"), content(as_bo, f"/team/{cast.ada.pid}/{query}")
    assert without_acts(mine) == without_acts(theirs)
    assert "Shared" in mine
    assert "Her own" not in mine


@pytest.mark.usefixtures("full")
def test_the_same_while_a_review_is_open(as_ada: Client, as_bo: Client, cast: Cast) -> None:
    under_review(cast.ada, cast.bo)
    mine, theirs = content(as_ada, SEES), content(as_bo, f"/team/{cast.ada.pid}/")
    assert without_acts(mine) == without_acts(theirs)
    assert "expectations met" not in mine


@pytest.mark.usefixtures("full")
def test_nothing_can_be_written_there_and_nothing_is_logged(as_ada: Client, cast: Cast) -> None:
    page = main(as_ada.get(SEES))
    assert "word for word" in page.one("div", "info").text
    assert (page.all("form"), [href for href, _words in links(page) if href.startswith(("/team/", "/prom"))]) == (
        [],
        [],
    )
    assert as_ada.post(SEES).status_code == 405
    assert Reading.objects.count() == 0


def test_without_a_manager_nobody_sees_anything(cast: Cast, on_ladder: Chart) -> None:
    page = main(client_of(cast.hal).get(SEES))
    assert page.one("div", "empty").one("h2").text == "You have no manager here"


def test_signed_out() -> None:
    leads_to_welcome(SEES)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("count", [1, 30])
def test_queries(as_ada: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    for number in range(count):
        promise(cast.ada, cast.bo, f"Promise {number}")
    as_ada.get(SEES)
    with django_assert_num_queries(15):  # as the manager's page, without the log
        as_ada.get(SEES)
