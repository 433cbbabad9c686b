"""Giving feedback at any time."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from feedback.models import Feedback
from ladders.chart import Chart
from people.models import Notice
from tests.assessments.litany import NUL, ago, leads_to_welcome
from tests.assessments.pages import sent
from tests.cast import Cast
from tests.feedback.pages import form, refused, send, text
from tests.reviews.pairs import client_of

URL = "/feedback/new/"


def test_gives_it_by_name(cast: Cast, ladder: Chart) -> None:
    skill = ladder.skill["delivery"]
    said = {"who": "Ada Okafor", "words": "Clear talk", "skill": skill.pid, "happened_on": f"{ago(3):%Y-%m-%d}"}
    assertRedirects(send(cast.di, URL, **said), "/feedback/?show=given")
    found = Feedback.objects.get()
    assert (found.giver, found.receiver, found.words) == (cast.di, cast.ada, "Clear talk")
    assert (found.skill_id, found.happened_on) == (skill.pk, ago(3))
    assert list(Notice.objects.values_list("person", "kind")) == [(cast.ada.pk, "feedback_given")]


def test_says_before_it_is_sent_who_reads_it(cast: Cast, ladder: Chart) -> None:
    shown = text(cast.di, URL)
    assert "Whoever you name reads it with your name, nobody else" in shown
    assert "share that with their manager" in shown


def test_somebody_can_be_named_beforehand(cast: Cast, ladder: Chart) -> None:
    assert form(cast.di, f"{URL}?to={cast.ada.pid}")["who"] == ["Ada Okafor"]
    assert form(cast.di, f"{URL}?to={cast.gone.pid}")["who"] == [""]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("who", ""),
        ("who", "Di Castellanos"),
        ("who", "Gone Petrov"),
        ("words", ""),
        ("words", NUL),
        ("happened_on", f"{ago(-2):%Y-%m-%d}"),
        ("happened_on", "1969-01-01"),
        ("skill", "nonsense"),
    ],
)
def test_says_what_to_fix_and_keeps_the_rest(cast: Cast, ladder: Chart, name: str, value: str) -> None:
    said = {"who": "Ada Okafor", "words": "Clear talk", name: value}
    response = send(cast.di, URL, **said)
    assert (refused(response), Feedback.objects.count()) == ({name}, 0)
    assert {key: one for key, one in sent(response).items() if key in {"who", "words"} - {name}} == {
        key: [one] for key, one in said.items() if key in {"who", "words"} - {name}
    }


def test_sent_twice_it_is_given_once(cast: Cast, ladder: Chart) -> None:
    sheet, client = form(cast.di, URL) | {"who": "Ada Okafor", "words": "Clear talk"}, client_of(cast.di)
    assert [client.post(URL, sheet).status_code for _press in range(2)] == [302, 302]
    assert Feedback.objects.count() == 1


def test_without_a_ladder(cast: Cast) -> None:
    assert send(cast.di, URL, who="Ada Okafor", words="Clear talk").status_code == 302


def test_signed_out() -> None:
    leads_to_welcome(URL)
