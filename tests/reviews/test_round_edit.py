"""Moving the window of a round, and rewording it."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django.asserts import assertRedirects

from reviews.ending import close_round
from reviews.models import Round
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import Sent, errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import client_of, day, opened, placed, planned, review_of, submitted, told

pytestmark = pytest.mark.usefixtures("ladder")


def form_of(cast: Cast, made: Round, **said: Any) -> Sent:
    return sent(client_of(cast.bo).get(f"/rounds/{made.pid}/edit/")) | said


def test_the_end_is_moved_and_whoever_is_not_done_is_told(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    made = opened(cast.hal, [cast.ada, cast.di])
    submitted(review_of(cast.ada), cast.ada)
    form = sent(client_of(cast.hal).get(f"/rounds/{made.pid}/edit/"))
    assert "opens_on" not in form

    form |= {"closes_on": [day(40).isoformat()], "remind_days": ["3"]}
    assertRedirects(client_of(cast.hal).post(f"/rounds/{made.pid}/edit/", form), f"/rounds/{made.pid}/")

    made.refresh_from_db()
    assert (made.closes_on, made.remind_days, made.opens_on) == (day(40), [3], day(0))
    assert (review_of(cast.ada).due_on, review_of(cast.di).due_on) == (day(40), day(40))
    assert [told(one)[1:] for one in (cast.ada, cast.di, cast.bo)] == [[], ["round_moved"], ["round_moved"]]


def test_new_words_alone_tell_nobody(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.bo, [cast.ada])

    client_of(cast.bo).post(f"/rounds/{made.pid}/edit/", form_of(cast, made, title="Autumn", note="Talk soon."))

    made.refresh_from_db()
    assert (made.title, made.note, told(cast.ada)) == ("Autumn", "Talk soon.", ["round_opened"])


def test_before_it_begins_the_first_day_moves_too(cast: Cast) -> None:
    made = planned(cast.bo, [cast.ada], opens_on=day(5))

    form = form_of(cast, made, opens_on=day(8).isoformat(), closes_on=day(12).isoformat())
    client_of(cast.bo).post(f"/rounds/{made.pid}/edit/", form)

    made.refresh_from_db()
    assert (made.opens_on, made.closes_on) == (day(8), day(12))


def test_two_who_change_it_at_once_do_not_lose_each_others_words(cast: Cast) -> None:
    made = planned(cast.bo, [cast.ada], opens_on=day(5))
    url, form = f"/rounds/{made.pid}/edit/", form_of(cast, made)
    client_of(cast.hal).post(url, form | {"title": "By Hal"})

    response = client_of(cast.bo).post(url, form | {"title": "By Bo, at the same time"})

    made.refresh_from_db()
    assert (response.status_code, made.title) == (409, "By Hal")
    assert "By Bo, at the same time" in response.content.decode()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"title": " "}, "title"),
        ({"note": NUL}, "note"),
        ({"opens_on": "2020-01-01"}, "opens_on"),
        ({"closes_on": "2020-01-01"}, "closes_on"),
        ({"closes_on": "2999-01-01"}, "closes_on"),
        ({"remind_days": "-1"}, "remind_days"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_nothing_is_lost(cast: Cast, said: dict[str, Any], wrong: str) -> None:
    made = planned(cast.bo, [cast.ada], opens_on=day(5))

    response = client_of(cast.bo).post(f"/rounds/{made.pid}/edit/", form_of(cast, made, **said))

    made.refresh_from_db()
    assert (response.status_code, set(errors(response)), made.revision) == (422, {wrong}, 1)
    assert sent(response)[wrong] == list(said.values())


def test_a_closed_round_stays_as_it_is(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.bo, [cast.ada])
    form = form_of(cast, made)
    close_round(made, by=cast.hal, end_open=False, reason="")

    client, url = client_of(cast.bo), f"/rounds/{made.pid}/edit/"
    for response in (client.get(url), client.post(url, form)):
        assertRedirects(response, f"/rounds/{made.pid}/", fetch_redirect_response=False)
    assert "It was not changed." in main(client.get(f"/rounds/{made.pid}/")).text


def test_who_has_a_part_in_it_reads_and_does_not_change(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada])

    for person in (cast.ada, cast.bo):
        client = client_of(person)
        assert [client.get(f"/rounds/{made.pid}/{page}/").status_code for page in ("edit", "add", "close")] == [
            403
        ] * 3


def test_for_everybody_else_there_is_nothing(cast: Cast) -> None:
    made = planned(cast.bo, [cast.ada])

    for page in ("edit", "add", "close"):
        is_not_there(cast.eve, f"/rounds/{made.pid}/{page}/")
        leads_to_welcome(f"/rounds/{made.pid}/{page}/")
