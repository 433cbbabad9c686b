"""While a review is open, nothing of earlier times shows on any page, to the person or to anybody else; and each page
says so in words.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import Agreement, Appraisal, Assessment, Standing
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Person
from tests.assessments.litany import agreed as result_of
from tests.assessments.litany import every, rated
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PathFactory
from tests.reviews.pairs import agreed, client_of, opened, part_of, submitted

SENTINEL = "Tourmaline"


@pytest.fixture
def before(cast: Cast, ladder: Chart) -> Appraisal:
    """Everything there can be about Ada: check-ins, a result, an agreed review with words; then a review opens."""
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder))
    rated(cast.ada, every(ladder, 4))
    result_of(cast.ada, every(ladder, 5), cast.bo)
    old = agreed(cast.ada, cast.bo, ladder)
    for part in old.assessments.all():
        part.ratings.update(situation=f"{SENTINEL} {part.kind}")
    Agreement.objects.filter(appraisal=old).update(words=f"{SENTINEL} words", sign=f"{SENTINEL} sign")
    return old


def pages(old: Appraisal, now: Appraisal, chart: Chart) -> list[str]:
    """Every page that shows ratings or figures about somebody."""
    stage, skill = chart.stage["senior-pm"].pid, chart.skill["delivery"].pid
    parts = [*old.assessments.all(), *now.assessments.all()]
    return [
        *map(reverse, ("home", "assessment_home", "gap_home", "gap_compare", "appraisal_list")),
        *(reverse("assessment_show", args=[part.pid]) for part in parts),
        *(reverse("rating_edit", args=[part.pid, skill]) for part in now.assessments.all()),
        *(reverse("assessment_submit", args=[part.pid]) for part in now.assessments.all()),
        reverse("gap_show", args=[stage]),
        *(reverse("appraisal_show", args=[one.pid]) for one in (old, now)),
        *(reverse("appraisal_compare", args=[one.pid]) for one in (old, now)),
        *(reverse("agreement_edit", args=[one.pid, skill]) for one in (old, now)),
        *(reverse("consent_give", args=[one.pid]) for one in (old, now)),
        *(reverse("reopening_ask", args=[one.pid]) for one in (old, now)),
        *(reverse("reopening_answer", args=[one.pid]) for one in (old, now)),
    ]


def read(client: Client, urls: list[str]) -> str:
    return " ".join(client.get(url, follow=True).content.decode() for url in urls)


def test_there_is_something_to_leak(cast: Cast, ladder: Chart, before: Appraisal) -> None:
    for person in (cast.ada, cast.bo):
        assert SENTINEL in read(client_of(person), pages(before, before, ladder))
    figures = read(client_of(cast.ada), [reverse("gap_home")])
    assert re.search(r"<b>\d+ of \d+</b> expectations met", figures)


@pytest.mark.parametrize("done", ["nobody", "ada", "bo"])
def test_no_page_shows_anything_of_earlier_times(cast: Cast, ladder: Chart, before: Appraisal, done: str) -> None:
    now = opened(cast.ada, cast.bo)
    for person in (cast.ada, cast.bo):
        part = part_of(now, person, base=1, words="Written now.").assessment
        if person == getattr(cast, done, None):
            part.submit()
    urls = pages(before, now, ladder)
    for person in (cast.ada, cast.bo, cast.cy, cast.hal, cast.xena, cast.root):
        said = read(client_of(person), urls)
        assert SENTINEL not in said, person
        assert "expectations met" not in said, person
        for gone in ("4 Leading", "5 Shaping", "Range", "scalebar"):
            assert gone not in re.sub(r"<label.*?</label>", "", said, flags=re.DOTALL), (person, gone)


@pytest.mark.parametrize("reader", ["ada", "bo", "cy", "hal", "xena"])
def test_no_door_gives_anything_of_earlier_times(cast: Cast, ladder: Chart, before: Appraisal, reader: str) -> None:
    viewer: Person = getattr(cast, reader)
    now = opened(cast.ada, cast.bo)
    submitted(now, cast.bo)
    part_of(now, cast.ada)
    earlier = Assessment.objects.visible_to(viewer).about(cast.ada).exclude(appraisal=now)
    assert not earlier.exists()
    assert not Standing.objects.visible_to(viewer).about(cast.ada).exists()
    assert not Agreement.objects.visible_to(viewer).filter(appraisal__person=cast.ada).exists()
    mine = Assessment.objects.visible_to(viewer).filter(appraisal=now)
    assert set(mine.values_list("assessor", flat=True)) <= {viewer.pk}


def test_it_all_comes_back_with_the_reveal(cast: Cast, ladder: Chart, before: Appraisal) -> None:
    now = opened(cast.ada, cast.bo)
    for person in (cast.ada, cast.bo):
        submitted(now, person)
    for person in (cast.ada, cast.bo):
        assert SENTINEL in read(client_of(person), pages(before, now, ladder))
    assert "expectations met" in read(client_of(cast.ada), [reverse("gap_home")])


def test_and_when_it_is_called_off(cast: Cast, ladder: Chart, before: Appraisal) -> None:
    now = opened(cast.ada, cast.bo)
    now.end(by=cast.bo, reason="Leave.")
    for person in (cast.ada, cast.bo):
        assert SENTINEL in read(client_of(person), pages(before, now, ladder))


def test_pages_say_what_is_hidden_and_until_when(cast: Cast, ladder: Chart, before: Appraisal) -> None:
    now = opened(cast.ada, cast.bo)
    ada = client_of(cast.ada)
    result = before.assessments.get(kind="agreed")
    for url in (
        reverse("gap_show", args=[ladder.stage["senior-pm"].pid]),
        reverse("gap_compare"),
        reverse("assessment_show", args=[result.pid]),
        reverse("appraisal_compare", args=[before.pid]),
    ):
        shown = main(ada.get(url))
        assert shown.one("h1").text == "Hidden for now", url
        assert shown.one("p", "lede").text.startswith("Until you and Bo Lindqvist have both submitted"), url
        assert "Your part is to be submitted." in shown.text
        assert shown.one("a", "button", href=f"/reviews/{now.pid}/").text == "Go to the review"
    for url in ("/", "/assess/"):
        assert main(ada.get(url)).one("div", "empty above").one("h2").text == (
            "Hidden until you and Bo Lindqvist have both submitted"
        )
    bo = main(client_of(cast.bo).get(reverse("assessment_show", args=[result.pid])))
    assert "Your part about Ada Okafor is to be submitted." in bo.text


def test_without_an_aim_the_gap_page_says_so_as_well(cast: Cast, ladder: Chart, before: Appraisal) -> None:
    opened(cast.ada, cast.bo)
    cast.ada.path.aim = ""
    cast.ada.path.save(update_fields=["aim"])
    assert main(client_of(cast.ada).get("/gaps/")).one("h1").text == "Hidden for now"


def test_to_strangers_a_hidden_result_is_not_there(cast: Cast, before: Appraisal) -> None:
    opened(cast.ada, cast.bo)
    for part in before.assessments.all():
        for stranger in (cast.cy, cast.di, cast.hal, cast.xena):
            assert client_of(stranger).get(f"/assess/{part.pid}/").status_code == 404
