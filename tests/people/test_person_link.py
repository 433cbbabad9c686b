"""The link to a first password: shown or mailed while nobody has opened the account, and never afterwards."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from people.joining import join
from people.models import Person, Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.people.test_person_add import WORDS, chosen


@pytest.fixture
def cleo(cast: Cast) -> Person:
    return join(name="Cleo Dahl", email="cleo@example.org", title="", manager=None, by=cast.hal)


def url(person: Person) -> str:
    return f"/people/{person.pid}/link/"


def link(client: Client, person: Person) -> str:
    return main(client.get(url(person))).one("code", "link").text


def test_whoever_has_the_link_chooses_a_password_once(as_hal: Client, cleo: Person) -> None:
    first = link(as_hal, cleo)
    assert urlsplit(first).netloc == "testserver"
    chosen(first, WORDS)
    cleo.refresh_from_db()
    assert cleo.check_password(WORDS)
    assert main(as_hal.get(url(cleo))).all("code") == []


@pytest.mark.parametrize("state", ["opened", "off", "made up"])
def test_there_is_no_link_into_any_other_account(as_hal: Client, cleo: Person, state: str) -> None:
    """So nobody of the people team chooses a password for an account in which there is something to read."""
    if state == "opened":
        Client().force_login(cleo)
    elif state == "off":
        cleo.switch(on=False, by=None)
    else:
        Person.objects.filter(pk=cleo.pk).update(demo=True)
    assert main(as_hal.get(url(cleo))).all("code") == []


def test_where_there_are_mails_nobody_sees_it(
    as_hal: Client,
    cleo: Person,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    assert main(as_hal.get(url(cleo))).all("code") == []
    with django_capture_on_commit_callbacks(execute=True):
        as_hal.post(url(cleo))
    assert [message.to for message in mail.outbox] == [["cleo@example.org"]]


def test_without_mails_asking_for_one_changes_nothing(as_hal: Client, cleo: Person) -> None:
    assert (as_hal.post(url(cleo)).status_code, mail.outbox) == (302, [])


def test_looking_leaves_a_line_in_the_log(as_hal: Client, cleo: Person) -> None:
    as_hal.get(url(cleo))
    assert list(Reading.objects.values_list("person__name", "page")) == [("Cleo Dahl", "person_link")]


def test_queries(as_hal: Client, cleo: Person, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    as_hal.get(url(cleo))
    with django_assert_num_queries(7):  # session, person, whose (duty, person), reading, addresses for the link (2)
        as_hal.get(url(cleo))


@pytest.mark.parametrize("who", ["ada", "bo", "lin", "root"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    is_not_there(getattr(cast, who), url(cast.di))


def test_never_oneself(as_hal: Client, cast: Cast) -> None:
    assert as_hal.get(url(cast.hal)).status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(url(cast.ada))
