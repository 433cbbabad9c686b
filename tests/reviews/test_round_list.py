"""The rounds one has to do with."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import Appraisal
from reviews.ending import end_review
from reviews.models import Round
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import links, main
from tests.cast import Cast
from tests.reviews.pairs import opened as begun
from tests.reviews.rounding import client_of, day, kept_by, opened, part_of, placed, planned, review_of

pytestmark = pytest.mark.usefixtures("ladder")
URL = "/rounds/"


def listed(cast: Cast, name: str) -> list[str]:
    return [one.text for one in main(client_of(getattr(cast, name)).get(URL)).all("h3")]


def test_each_sees_what_they_planned_or_have_a_part_in(cast: Cast) -> None:
    placed(cast.ada, cast.eve)
    opened(cast.bo, [cast.ada], title="Of Bo")
    opened(cast.hal, [cast.eve], title="Of the people team", opens_on=day(0))
    planned(cast.bo, [cast.di], title="Later", opens_on=day(9))

    assert {name: sorted(listed(cast, name)) for name in ("ada", "bo", "eve", "xena", "hal", "di", "root")} == {
        "ada": ["Of Bo"],
        "bo": ["Later", "Of Bo"],
        "eve": ["Of the people team"],
        "xena": ["Of the people team"],
        "hal": ["Later", "Of Bo", "Of the people team"],
        "di": [],  # planned for her, and nothing has begun
        "root": [],
    }


def test_says_when_from_whom_and_that_you_are_in_it(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.bo, [cast.ada])

    (row,) = main(client_of(cast.ada).get(URL)).one("ul", "rounds").all("li")

    assert links(row) == [(f"/rounds/{made.pid}/", "Summer")]
    assert "from Bo Lindqvist" in row.text
    assert [one.text for one in row.all("span", "badge")] == ["open", "you are in it"]


def test_parts_that_were_closed_early_stand_above(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.bo, [cast.ada])
    part_of(review_of(cast.ada), cast.bo, only=2)
    end_review(review_of(cast.ada), by=cast.bo, reason="Left")

    shown = main(client_of(cast.bo).get(URL)).one("section", "kept-parts")

    assert links(shown) == [(f"/kept-parts/{kept_by(cast.bo).pid}/", "What you wrote about Ada Okafor")]
    assert main(client_of(cast.ada).get(URL)).all("section", "kept-parts") == []


def test_the_people_team_finds_open_reviews_outside_a_round(cast: Cast) -> None:
    placed(cast.eve)
    opened(cast.hal, [cast.eve], opens_on=day(0))
    alone, ended = begun(cast.ada, cast.bo), begun(cast.di, cast.bo)
    ended.end(by=cast.bo, reason="Leave")

    def outside(name: str) -> list[tuple[str, list[tuple[str, str]]]]:
        found = main(client_of(getattr(cast, name)).get(URL)).all("section", "outside-rounds")
        return [(row.all("span", "soft s")[0].text, links(row)) for one in found for row in one.all("li")]

    url = f"/reviews/{alone.pid}/"
    ways = [(f"{url}hand-over/", "Hand over: Ada Okafor"), (f"{url}call-off/", "Call off: Ada Okafor")]
    assert outside("hal") == [("Bo Lindqvist rates", ways)]
    cast.bo.is_active = False
    cast.bo.save(update_fields=["is_active"])
    assert outside("hal") == [("Account switched off: Bo Lindqvist", ways)]
    cast.bo.is_active = True
    cast.bo.save(update_fields=["is_active"])
    Appraisal.objects.filter(pk=alone.pk).update(assessor=None)
    assert outside("hal") == [("Nobody rates: hand it over", ways)]
    for name in ("ada", "bo", "eve", "cy", "root"):  # Bo opened it and rates it no more
        assert outside(name) == []


@pytest.mark.parametrize(("name", "words"), [("ada", "a notice tells you"), ("bo", "before anything begins")])
def test_on_the_first_day(cast: Cast, name: str, words: str) -> None:
    shown = main(client_of(getattr(cast, name)).get(URL))

    assert words in shown.one("div", "empty").text
    assert (("/rounds/new/", "Plan a round") in links(shown)) == (name == "bo")


@pytest.mark.parametrize("name", ["bo", "hal"])
def test_asks_the_database_as_often_for_thirty_as_for_one(cast: Cast, name: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        return len(queries)

    client = client_of(getattr(cast, name))
    planned(cast.bo, [])
    client.get(URL)
    one = asked()
    for number in range(29):
        planned(cast.bo, [], title=f"Round {number}")

    assert (asked(), Round.objects.count()) == (one, 30)


def test_signed_out() -> None:
    leads_to_welcome(URL)
