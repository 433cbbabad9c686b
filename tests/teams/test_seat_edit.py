"""Seat and scope, kept apart from skill."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from safeguards.revisions import Stale
from teams.models import Parted, Seat
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast

SAID = {"role": ["no"], "work": ["Two teams"], "decides": ["The round"], "decided": ["In May"]}


def url_of(cast: Cast) -> str:
    return f"/team/{cast.ada.pid}/seat/"


def say(cast: Cast, seen: int = 0, work: str = "Two teams") -> None:
    Seat.say(cast.ada, cast.bo, by=cast.ada, seen=seen, role="yes", work=work, decides="", decided="")


def rows() -> list[tuple[str, str, str, str]]:
    return [(row.role, row.work, row.decides, row.decided) for row in Seat.objects.all()]


def test_the_first_word(as_bo: Client, cast: Cast) -> None:
    shown = as_bo.get(url_of(cast))
    assert sent(shown)["role"] == ["unknown"]
    assert "This is no measure of skill" in main(shown).text
    assertRedirects(as_bo.post(url_of(cast), sent(shown) | SAID), f"/team/{cast.ada.pid}/")
    assert rows() == [("no", "Two teams", "The round", "In May")]


def test_the_person_changes_it(as_ada: Client, cast: Cast) -> None:
    say(cast)
    form = sent(as_ada.get(url_of(cast)))
    assert (form["role"], form["work"]) == (["yes"], ["Two teams"])
    as_ada.post(url_of(cast), form | SAID)
    assert rows() == [("no", "Two teams", "The round", "In May")]


@pytest.mark.parametrize("first", [True, False])
def test_whoever_comes_second_sees_both_texts_and_decides(as_bo: Client, cast: Cast, first: bool) -> None:
    if not first:
        say(cast)
    form = sent(as_bo.get(url_of(cast))) | SAID
    say(cast, seen=0 if first else 1, work="Three teams")
    response = as_bo.post(url_of(cast), form)
    assert response.status_code == 409
    assert [cell.text for cell in main(response).one("dl").all("dd")][:2] == ["yes", "Three teams"]
    assert {name: sent(response)[name] for name in SAID} == SAID
    as_bo.post(url_of(cast), sent(response))
    assert rows() == [("no", "Two teams", "The round", "In May")]


@pytest.mark.parametrize(
    ("field", "value"), [("role", "maybe"), ("work", NUL), ("decides", "x" * 301), ("decided", NUL)]
)
def test_says_what_to_fix_and_keeps_the_rest(as_bo: Client, cast: Cast, field: str, value: str) -> None:
    form = sent(as_bo.get(url_of(cast))) | SAID | {field: [value]}
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, set(errors(response)), rows()) == (422, {field}, [])
    assert sent(response) | {field: []} == form | {field: []}


def test_the_verb_guards_the_line_and_the_revision(cast: Cast) -> None:
    say(cast)
    with pytest.raises(Stale):
        say(cast, seen=3)
    with pytest.raises(Stale):
        say(cast)
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    with pytest.raises(Parted):
        say(cast, seen=1)


def test_when_the_manager_changed_meanwhile_nothing_is_written_and_the_words_are_kept(
    as_bo: Client, cast: Cast
) -> None:
    form = sent(as_bo.get(url_of(cast))) | SAID
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    response = as_bo.post(url_of(cast), form)
    assert (response.status_code, rows()) == (404, [])
    assert "Two teams" in [box.text for box in main(response).all("textarea")]


def test_to_others_it_is_not_there(cast: Cast) -> None:
    for stranger in (cast.cy, cast.di, cast.xena, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(cast))


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(cast))
