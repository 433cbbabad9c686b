from __future__ import annotations

import pytest
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict
from django.test import Client, RequestFactory

from assessments.models import Evidence
from people.models import Person
from safeguards.models import Deed
from safeguards.once import done_before, new_token, once
from tests.cast import Cast, draw_cast
from tests.safeguards.side_by_side import at_once

TOKEN = "t" * 22
ITEM = {"title": "Ran a test", "happened_on": "2022-05-04", "strength": "seen", "once": TOKEN}


def sent(person: Person, token: str | None = TOKEN) -> HttpRequest:
    """A form that `person` sends with a token."""
    request = RequestFactory().post("/somewhere/", {} if token is None else {"once": token})
    request.user = person
    return request


class Act:
    """Something that must happen once; counts how often it did."""

    def __init__(self, url: str = "/done/") -> None:
        self.url, self.times = url, 0

    def __call__(self) -> str:
        self.times += 1
        return self.url


def test_the_first_time_it_happens(cast: Cast) -> None:
    act = Act()
    assert (once(sent(cast.ada), act), act.times) == ("/done/", 1)


def test_the_second_time_it_has_happened(cast: Cast) -> None:
    again = Act("/elsewhere/")
    once(sent(cast.ada), Act())
    assert (once(sent(cast.ada), again), again.times) == ("/done/", 0)
    assert done_before(sent(cast.ada)) == "/done/"


def test_another_form_is_another_deed(cast: Cast) -> None:
    once(sent(cast.ada), Act())
    other = Act("/other/")
    assert (once(sent(cast.ada, new_token()), other), other.times) == ("/other/", 1)


def test_somebody_elses_form_is_refused(cast: Cast) -> None:
    """And does not tell where it led."""
    once(sent(cast.ada), Act())
    act = Act()
    with pytest.raises(BadRequest):
        once(sent(cast.eve), act)
    assert (act.times, done_before(sent(cast.eve))) == (0, "")


@pytest.mark.parametrize(
    "token", [None, "", "short", "t" * 33, "t" * 15 + "\x00", "t" * 15 + "é", " " * 16, "t\n" * 10]
)
def test_a_token_that_we_did_not_make_is_refused(cast: Cast, token: str | None) -> None:
    act = Act()
    with pytest.raises(BadRequest):
        once(sent(cast.ada, token), act)
    assert (act.times, done_before(sent(cast.ada, token)), Deed.objects.count()) == (0, "", 0)


def test_what_failed_may_be_tried_again(cast: Cast) -> None:
    def fail() -> str:
        cast.ada.describe(name="Ada", called="", title="lost", seen=1)
        raise LookupError

    with pytest.raises(LookupError):
        once(sent(cast.ada), fail)
    cast.ada.refresh_from_db()
    assert (cast.ada.title, Deed.objects.count()) == ("Product Manager", 0)
    assert once(sent(cast.ada), Act()) == "/done/"


def test_new_tokens_pass_their_own_check(cast: Cast) -> None:
    for _ in range(50):
        assert once(sent(cast.ada, new_token()), Act()) == "/done/"


def test_two_fields_of_the_name_count_as_the_last(cast: Cast) -> None:
    request = sent(cast.ada)
    request.POST = QueryDict(f"once=nonsense&once={TOKEN}")  # as a browser would send it
    assert once(request, Act()) == "/done/"


@pytest.mark.django_db(transaction=True)
def test_a_double_click_has_one_effect_and_one_answer() -> None:
    """Eight times the same form at the same moment."""
    cast = draw_cast()
    first = Client()
    first.force_login(cast.ada)
    session = first.cookies[settings.SESSION_COOKIE_NAME].value

    def send(_number: int) -> tuple[int, str]:
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = session
        response = client.post("/evidence/new/", ITEM)
        return response.status_code, response.headers.get("Location", "")

    assert at_once(send) == [(302, "/evidence/")] * 8
    assert Evidence.objects.about(cast.ada).count() == 1
    assert Deed.objects.filter(token=TOKEN).count() == 1
