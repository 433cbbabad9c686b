"""One mail a week, which says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from pytest_django import Settings

from mentors import contents
from mentors.desk import desk_of, pen
from mentors.digesting import Done, is_time, run
from mentors.keeping import add_member, rest
from mentors.talking import note_touch
from people.models import Person
from tests.cast import Cast
from tests.mentors.conftest import TODAY

MONDAY, THURSDAY = 0, 3
LATE = contents.Member(
    "Ines Duarte", TODAY - timedelta(days=400), email="ines@x.org", cadence=contents.Cadence(30, 45)
)


@pytest.fixture(autouse=True)
def can_mail(settings: Settings) -> None:
    settings.EMAIL_HOST = "smtp.example.org"


def choose(owner: Person, digest: int | None) -> None:
    with pen(owner) as hand:
        hand.board.set(hand.box, replace(hand.desk.settings, digest=digest))


@pytest.fixture
def late(cast: Cast) -> str:
    """Somebody on Ada's board who is due; she chose Mondays."""
    pid = add_member(cast.ada, LATE).pid
    choose(cast.ada, MONDAY)
    return pid


def test_it_goes_to_the_owner_and_says_nothing(cast: Cast, late: str) -> None:
    assert run(TODAY) == Done(sent=1)
    (sent,) = mail.outbox
    assert sent.recipients() == ["ada@example.org"]
    text = sent.message().as_string()
    for word in ("Ines", "ines@x.org", "board", "mentor", "due", "/", late, "1 "):
        assert word not in f"{sent.subject} {sent.body}", word
    assert "Ines" not in text


def test_once_a_week_however_often_it_runs(late: str) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in (0, 0, 1, 4, 6, 7, 7)]
    assert [run(day).sent for day in days] == [1, 0, 0, 0, 0, 1, 0]


def test_a_day_that_was_missed_is_made_up_for(late: str) -> None:
    run(TODAY)
    assert [run(TODAY + timedelta(days=ahead)).sent for ahead in (9, 10)] == [1, 0]


@pytest.mark.parametrize(
    ("digest", "sent", "today", "due"),
    [
        (None, None, TODAY, False),
        (MONDAY, None, TODAY, True),
        (MONDAY, None, TODAY + timedelta(days=1), False),
        (THURSDAY, TODAY, TODAY + timedelta(days=2), False),
        (THURSDAY, TODAY, TODAY + timedelta(days=3), True),
        (MONDAY, date.max, TODAY, False),
    ],
)
def test_when_it_is_time(digest: int | None, sent: date | None, today: date, due: bool) -> None:
    assert is_time(contents.Settings(digest=digest, digest_sent_on=sent), today) == due


def test_nothing_is_sent_when_nothing_waits(cast: Cast, late: str) -> None:
    rest(cast.ada, late, on=TODAY)
    assert run(TODAY) == Done()


def test_a_promise_of_ones_own_waits_as_well(cast: Cast, late: str) -> None:
    item = contents.FollowUp("Send the draft", TODAY + timedelta(days=1))
    note_touch(cast.ada, late, contents.Touch(TODAY, follow_ups=(item,)))
    assert run(TODAY) == Done()
    assert run(TODAY + timedelta(days=7)) == Done(sent=1)


def test_who_gets_none(cast: Cast, settings: Settings) -> None:
    """Nobody who did not choose one, left, is made up, or confirmed no address; and none without a server."""
    for name in ("ada", "bo", "cy", "di", "eve"):
        add_member(getattr(cast, name), LATE)
    for name in ("bo", "cy", "di"):
        choose(getattr(cast, name), MONDAY)
    Person.objects.filter(pk=cast.bo.pk).update(is_active=False)
    Person.objects.filter(pk=cast.cy.pk).update(demo=True)
    EmailAddress.objects.filter(user=cast.di).update(verified=False)
    assert run(TODAY) == Done()
    choose(cast.eve, MONDAY)
    settings.EMAIL_HOST = ""
    assert run(TODAY) == Done()
    settings.EMAIL_HOST = "smtp.example.org"
    assert run(TODAY) == Done(sent=1)


def test_a_lost_key_is_told_without_names(cast: Cast, late: str, own_keys: Path) -> None:
    before = desk_of(cast.ada).board
    own_keys.unlink()
    out, err = StringIO(), StringIO()
    call_command("board_digest", stdout=out, stderr=err)
    assert out.getvalue() == "0 mails sent\n"
    assert err.getvalue() == "1 boards could not be opened: is a key missing? See docs/running.md.\n"
    assert before is not None


def test_a_server_that_does_not_answer(late: str, settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    settings.EMAIL_BACKEND = "tests.mentors.test_board_digest.Refuses"
    assert run(TODAY) == Done()
    assert caplog.messages == ["A weekly mail could not be sent: ConnectionRefusedError"]


class Refuses:
    """A mail server that is away."""

    def __init__(self, **_options: object) -> None:
        pass

    def send_messages(self, _messages: object) -> int:
        raise ConnectionRefusedError
