"""A new account, made by the people team."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from pytest_django.asserts import assertRedirects

from people.joining import is_waiting, join
from people.models import Duty, Person
from tests.assessments.litany import NUL, leads_to_welcome
from tests.assessments.pages import errors, sent
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.people.conftest import told

URL = "/people/new/"
GIVEN = {"name": "Cleo Dahl", "email": "Cleo@Example.org", "title": "Designer", "who": "Bo Lindqvist"}


def filled(client: Client, **more: str) -> dict[str, Any]:
    return sent(client.get(URL)) | {name: [value] for name, value in (GIVEN | more).items()}


def cleo() -> Person:
    return Person.objects.get(email="cleo@example.org")


def test_makes_the_account_and_leads_to_its_link(as_hal: Client, cast: Cast) -> None:
    assertRedirects(as_hal.post(URL, filled(as_hal)), f"/people/{cleo().pid}/link/")
    assert (cleo().name, cleo().title, list(Person.objects.managing(cleo()))) == ("Cleo Dahl", "Designer", [cast.bo])
    assert (is_waiting(cleo()), cleo().demo, cleo().duties.count()) == (True, False, 0)
    assert list(cleo().acts.order_by("pk").values_list("kind", "by__name")) == [
        ("added", "Hal Nakamura"),
        ("line", "Hal Nakamura"),
    ]
    assert (told(cleo()), told(cast.bo)) == (["line_changed"], ["line_given"])


def test_a_manager_can_come_later(as_hal: Client, cast: Cast) -> None:
    as_hal.post(URL, filled(as_hal, who=""))
    assert not cleo().lines.exists()


def test_sent_twice_there_is_one(as_hal: Client, cast: Cast) -> None:
    form = filled(as_hal)
    leads = [as_hal.post(URL, form).headers["Location"] for _time in range(2)]
    assert leads == [f"/people/{cleo().pid}/link/"] * 2
    assert Person.objects.filter(name="Cleo Dahl").count() == 1


def test_somebody_took_the_address_at_the_same_moment(cast: Cast) -> None:
    people = Person.objects.count()
    with pytest.raises(Exception, match="has this address already"):
        join(name="Ada again", email=cast.ada.email, title="", manager=None, by=cast.hal)
    assert Person.objects.count() == people


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"name": " "}, "name", "This field is required."),
        ({"name": NUL}, "name", "Null characters are not allowed."),
        ({"email": "cleo"}, "email", "Enter a valid email address."),
        ({"email": " ADA@example.org "}, "email", "Somebody here has this address already."),
        ({"email": "gone@example.org"}, "email", "Somebody here has this address already."),
        ({"who": "Zorro"}, "who", "Nobody here has this name or address."),
    ],
)
def test_says_what_to_fix_and_loses_nothing(
    as_hal: Client, cast: Cast, wrong: dict[str, str], field: str, says: str
) -> None:
    response = as_hal.post(URL, filled(as_hal, **wrong))
    assert (response.status_code, errors(response)) == (422, {field: says})
    assert sent(response)["title"] == ["Designer"]
    assert not Person.objects.filter(title="Designer").exists()


def test_several_managers_match(as_hal: Client, cast: Cast) -> None:
    kims = [PersonFactory.create(name="Kim Lee", title=title) for title in ("A", "B")]
    asked = as_hal.post(URL, filled(as_hal, who="kim"))
    assert set(errors(asked)) == {"pick"}
    as_hal.post(URL, sent(asked) | {"pick": [kims[0].pid]})
    assert list(Person.objects.managing(cleo())) == [kims[0]]


def test_an_admin_does_not_add_a_report_of_his_own_where_another_could(as_hal: Client, cast: Cast) -> None:
    cast.lin.give(Duty.Kind.PEOPLE)
    response = as_hal.post(URL, filled(as_hal, who="Hal Nakamura"))
    assert (response.status_code, set(errors(response))) == (422, {"who"})
    assert not Person.objects.filter(name="Cleo Dahl").exists()


def test_the_link_is_mailed_where_there_are_mails(
    as_hal: Client,
    cast: Cast,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    with django_capture_on_commit_callbacks(execute=True):
        as_hal.post(URL, filled(as_hal))
    (message,) = mail.outbox
    assert message.to == ["cleo@example.org"]
    assert "http://testserver/account/password/reset/key/" in message.body


def test_whom_somebody_made_up_adds_is_made_up(cast: Cast) -> None:
    """Or a visitor of the demo could end it."""
    Person.objects.filter(pk=cast.hal.pk).update(demo=True)
    cast.hal.refresh_from_db()
    made = join(name="Cleo", email="cleo@demo.example", title="", manager=None, by=cast.hal)
    assert (made.demo, is_waiting(made)) == (True, False)


@pytest.mark.parametrize("who", ["ada", "bo", "lin", "root"])
def test_only_the_people_team_adds_people(client: Client, cast: Cast, who: str) -> None:
    client.force_login(getattr(cast, who))
    assert (client.get(URL).status_code, client.post(URL, GIVEN).status_code) == (403, 403)


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(URL)
