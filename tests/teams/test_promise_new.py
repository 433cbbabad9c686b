"""Noting what one of the two promises."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from ladders.chart import Chart
from people.models import Notice
from teams.models import Promise
from tests.assessments.litany import NUL, ago, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.teams.scenes import promise


def url_of(cast: Cast) -> str:
    return f"/team/{cast.ada.pid}/promise/"


def filled(client: Client, cast: Cast, side: str = "manager") -> dict[str, list[str]]:
    return sent(client.get(url_of(cast))) | {"words": ["Introduce you to finance"], "side": [side]}


def test_the_manager_notes_what_he_promises(as_bo: Client, cast: Cast, on_ladder: Chart) -> None:
    skill = on_ladder.skill["business"]
    form = filled(as_bo, cast) | {"due_on": [f"{ago(-9):%Y-%m-%d}"], "skill": [skill.pid]}
    assertRedirects(as_bo.post(url_of(cast), form), f"/team/{cast.ada.pid}/")
    (made,) = Promise.objects.all()
    assert (made.person, made.manager, made.by, made.promiser) == (cast.ada, cast.bo, cast.bo, cast.bo)
    assert (made.words, made.due_on, made.skill_id) == ("Introduce you to finance", ago(-9), skill.pk)
    assert (made.is_open, [told.person for told in Notice.objects.all()]) == (True, [cast.ada])


def test_the_person_notes_her_own_side(as_ada: Client, cast: Cast) -> None:
    assertRedirects(as_ada.post(url_of(cast), filled(as_ada, cast, "person")), "/my-manager/")
    assert [(made.manager, made.by, made.promiser) for made in Promise.objects.all()] == [
        (cast.bo, cast.ada, cast.ada)
    ]


def test_the_sides_are_called_by_their_names(as_bo: Client, cast: Cast) -> None:
    labels = [label.text for label in main(as_bo.get(url_of(cast))).all("label")]
    assert [name for name in labels if name in ("Bo Lindqvist", "Ada Okafor")] == ["Bo Lindqvist", "Ada Okafor"]


def test_sent_twice_it_is_noted_once(as_bo: Client, cast: Cast) -> None:
    form = filled(as_bo, cast)
    for _time in range(2):
        as_bo.post(url_of(cast), form)
    assert Promise.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("words", ""),
        ("words", NUL),
        ("words", "x" * 301),
        ("side", "boss"),
        ("due_on", f"{ago(1):%Y-%m-%d}"),
        ("due_on", "2999-01-01"),
        ("skill", "x"),
    ],
)
def test_says_what_to_fix_and_keeps_the_rest(as_bo: Client, cast: Cast, field: str, value: str) -> None:
    form = filled(as_bo, cast) | {field: [value]}
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, set(errors(response)), Promise.objects.count()) == (422, {field}, 0)
    assert sent(response) | {field: []} == form | {field: []}


def test_shows_those_that_are_there(as_bo: Client, cast: Cast) -> None:
    promise(cast.ada, cast.bo, "Read the draft")
    assert "Read the draft" in main(as_bo.get(url_of(cast))).text


def test_when_the_manager_changed_meanwhile_nothing_is_written_and_the_words_are_kept(
    as_bo: Client, cast: Cast
) -> None:
    form = filled(as_bo, cast)
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, Promise.objects.count()) == (404, 0)
    assert "Introduce you to finance" in [box.text for box in main(response).all("textarea")]


def test_to_others_it_is_not_there(cast: Cast) -> None:
    for stranger in (cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(cast))


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(cast))
