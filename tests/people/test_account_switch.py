"""An account switched off and on again: what it says, who may, who is told, and that no session survives."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings
from pytest_django.asserts import assertRedirects

from people.models import Act, Duty, Person, Reading
from people.switching import consequences, switch
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.people.conftest import day, told


def url(person: Person) -> str:
    return f"/people/{person.pid}/account/"


def test_says_what_happens_before_it_does(as_hal: Client, cast: Cast) -> None:
    page = main(as_hal.get(url(cast.bo)))
    assert [item.text for item in page.one("ul", "bullets").all("li")] == [
        "Bo Lindqvist is signed out everywhere at once, and opens nothing any more.",
        "Nothing is deleted: what Bo Lindqvist wrote and signed stays, and so do the reporting lines.",
        (
            "Still with Bo Lindqvist until you write down who follows: Ada Okafor and Di Castellanos. Till then "
            "nobody reads what they agree."
        ),
        "A review in which Bo Lindqvist assesses waits until you hand it over.",
        "Bo Lindqvist, their manager and their reports are told.",
    ]
    assert page.one("button", name="to").text == "Switch the account off"
    assert Reading.objects.filter(person=cast.bo, reader=cast.hal, page="account_switch").count() == 1


def test_a_report_who_is_planned_is_named_too(cast: Cast) -> None:
    cast.ada.report_to(cast.eve, since=day(20))
    assert any(
        sentence.startswith("Still with Eve Mokoena") and "Ada" in sentence for sentence in consequences(cast.eve)
    )


def test_many_reports_are_counted(cast: Cast) -> None:
    for person in PersonFactory.create_batch(8):
        person.report_to(cast.bo, since=cast.bo.joined_at.date())
    (stay,) = [sentence for sentence in consequences(cast.bo) if sentence.startswith("Still")]
    assert "Person" in stay
    assert " and 5 others. Till then nobody" in stay


def test_leads_to_those_who_need_another_manager(as_hal: Client, cast: Cast) -> None:
    assertRedirects(as_hal.post(url(cast.bo), {"to": "off"}), f"/people/?manager={cast.bo.pid}")
    assertRedirects(as_hal.post(url(cast.di), {"to": "off"}), url(cast.di))
    assert list(Person.objects.reporting_to(cast.bo).order_by("name")) == [cast.ada, cast.di]


def test_sessions_die_and_do_not_come_back(as_hal: Client, cast: Cast) -> None:
    browser, other = Client(), Client()
    browser.force_login(cast.ada)
    other.force_login(cast.di)
    as_hal.post(url(cast.ada), {"to": "off"})
    assert browser.get("/profile/").status_code == 302
    as_hal.post(url(cast.ada), {"to": "on"})
    assert browser.get("/profile/").status_code == 302
    assert other.get("/profile/").status_code == 200


def test_whoever_is_off_cannot_sign_in_and_can_again_afterwards(as_hal: Client, cast: Cast) -> None:
    cast.ada.set_password("lantern gravel oboe thursday")
    cast.ada.save()
    given = {"login": cast.ada.email, "password": "lantern gravel oboe thursday"}
    as_hal.post(url(cast.ada), {"to": "off"})
    assert Client().post("/account/login/", given).headers.get("Location") == "/account/inactive/"
    as_hal.post(url(cast.ada), {"to": "on"})
    assert Client().post("/account/login/", given).headers["Location"] == "/"


def test_those_around_are_told(cast: Cast) -> None:
    switch(cast.bo, on=False, by=cast.hal)
    assert [told(one) for one in (cast.ada, cast.di, cast.cy, cast.bo)] == [
        *[["account_manager_off"]] * 2,
        ["account_off"],
        [],
    ]
    switch(cast.bo, on=True, by=cast.hal)
    assert [told(one)[-1] for one in (cast.ada, cast.di, cast.cy, cast.bo)] == [*["account_on"] * 3, "account_back"]


def test_the_person_is_told_by_mail_where_there_are_mails(
    cast: Cast, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    for host, count in (("", 0), ("mail.example.org", 1)):
        settings.EMAIL_HOST = host
        cast.ada.switch(on=True, by=None)
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            switch(cast.ada, on=False, by=cast.hal)
        assert [message.to for message in mail.outbox] == [["ada@example.org"]] * count


def test_what_was_done_stays_with_who_did_it(as_hal: Client, cast: Cast) -> None:
    for to in ("off", "off", "on"):
        as_hal.post(url(cast.ada), {"to": to})
    acts = Act.objects.filter(person=cast.ada).exclude(kind=Act.Kind.LINE).order_by("pk")
    assert list(acts.values_list("kind", "by__name")) == [("off", "Hal Nakamura"), ("on", "Hal Nakamura")]
    rows = main(as_hal.get(url(cast.ada))).one("ul", "rows").all("li")
    assert [row.all("p")[0].text for row in rows] == ["account switched on", "account switched off"]


def test_an_operator_is_switched_off_by_an_operator_only(as_hal: Client, cast: Cast) -> None:
    """Nobody reaches above their own duty."""
    response = as_hal.post(url(cast.root), {"to": "off"})
    assert response.status_code == 422
    assert main(response).one("p", "error").text == (
        "Root Andersen runs the server. Only another operator switches this account off."
    )
    cast.hal.give(Duty.Kind.OPERATOR)
    assert switch(cast.root, on=False, by=cast.hal)


def test_never_oneself(as_hal: Client, cast: Cast) -> None:
    """So somebody of the people team is always left."""
    assert (as_hal.get(url(cast.hal)).status_code, as_hal.post(url(cast.hal)).status_code) == (404, 404)
    with pytest.raises(PermissionDenied):
        switch(cast.hal, on=False, by=cast.hal)


@pytest.mark.parametrize("who", ["ada", "bo", "lin", "root", "gone"])
def test_only_the_people_team_switches(cast: Cast, who: str) -> None:
    with pytest.raises(PermissionDenied):
        switch(cast.di, on=False, by=getattr(cast, who))


@pytest.mark.parametrize("who", ["ada", "bo", "cy", "lin", "root"])
def test_it_is_not_there_for_anybody_else(cast: Cast, who: str) -> None:
    is_not_there(getattr(cast, who), url(cast.di))


def test_switching_on_needs_no_operator(cast: Cast) -> None:
    cast.root.switch(on=False, by=None)
    try:
        assert switch(cast.root, on=True, by=cast.hal)
    except ValidationError:
        pytest.fail("only switching off is held back")


@pytest.mark.parametrize("people", [1, 30])
def test_queries(as_hal: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, people: int) -> None:
    for person in PersonFactory.create_batch(people):
        person.report_to(cast.eve, since=cast.eve.joined_at.date())
    as_hal.get(url(cast.eve))
    with django_assert_num_queries(7):  # session, person, whose (duty, person), reading, reports, acts
        as_hal.get(url(cast.eve))


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(url(cast.ada))
