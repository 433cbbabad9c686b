"""What happens once a day: rounds begin, people are reminded, and what nobody decided about lapses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from pytest_django import Settings

from assessments.models import Assessment
from people.models import Person
from reviews.daily import due_mark, run
from reviews.ending import close_round, end_review
from reviews.handing import hand_over
from reviews.models import KeptPart, Reminder, Round
from tests.cast import Cast
from tests.reviews.rounding import (
    day,
    kept_by,
    opened,
    part_of,
    placed,
    planned,
    review_of,
    submitted,
    told,
)

pytestmark = pytest.mark.usefixtures("ladder")


@pytest.fixture
def made(cast: Cast) -> Round:
    """Ada and Di by Bo, from the people team; two reminders."""
    placed(cast.ada, cast.di)
    return opened(cast.hal, [cast.ada, cast.di], closes_on=day(10), remind_days=[7, 2])


def reminded(*people: Person) -> list[int]:
    return [told(person).count("round_reminder") for person in people]


def test_opens_rounds_whose_day_has_come_and_no_others(cast: Cast) -> None:
    placed(cast.ada, cast.eve)
    due = planned(cast.bo, [cast.ada], opens_on=day(0))
    later = planned(cast.hal, [cast.eve], opens_on=day(1))

    assert [run(day(0)).opened, run(day(0)).opened] == [1, 0]

    for made in (due, later):
        made.refresh_from_db()
    assert (due.state, later.state) == (Round.State.RUNNING, Round.State.PLANNED)
    assert (told(cast.ada), told(cast.eve)) == (["round_opened"], [])


def test_a_day_that_was_missed_is_made_up_for(cast: Cast) -> None:
    placed(cast.ada)
    planned(cast.bo, [cast.ada], opens_on=day(-3))

    assert run(day(0)).opened == 1


@pytest.mark.parametrize("state", ["off", "no duty", "gone"])
def test_by_the_rights_that_its_planner_has_on_that_day(cast: Cast, state: str) -> None:
    """It waits, until somebody of the people team opens it."""
    placed(cast.ada)
    made = planned(cast.hal, [cast.ada])
    if state == "no duty":
        cast.hal.duties.all().delete()
    elif state == "off":
        Person.objects.active().filter(pk=cast.hal.pk).update(is_active=False)
    else:
        Round.objects.update(by=None)

    assert run(day(0)).opened == 0
    made.refresh_from_db()
    assert made.state == Round.State.PLANNED


@pytest.mark.parametrize(("ahead", "mark"), [(2, None), (3, 3), (7, 3), (8, 8), (10, 8), (11, None)])
def test_the_day_to_be_reminded_on(made: Round, ahead: int, mark: int | None) -> None:
    assert due_mark(made, day(ahead)) == (None if mark is None else day(mark))


def test_whoever_is_not_done_is_reminded_once_on_each_day_for_it(cast: Cast, made: Round) -> None:
    """Bo rates two and is told once; Ada is done and is never told."""
    submitted(review_of(cast.ada), cast.ada)

    for ahead in (2, 3, 3, 4, 8, 8, 9, 11):
        run(day(ahead))

    assert reminded(cast.ada, cast.di, cast.bo) == [0, 2, 2]
    assert Reminder.objects.count() == 4


def test_never_twice_on_a_day_whatever_the_number_of_rounds(cast: Cast, made: Round) -> None:
    placed(cast.eve)
    cast.eve.report_to(cast.bo, since=day(0))
    opened(cast.hal, [cast.eve], closes_on=day(10), remind_days=[7])

    run(day(3))

    assert reminded(cast.bo, cast.eve) == [1, 1]


def test_after_both_parts_are_in_nobody_is_reminded(cast: Cast, made: Round) -> None:
    for person in (cast.ada, cast.di):
        submitted(review_of(person), person)
        submitted(review_of(person), cast.bo)

    assert run(day(3)).reminded == 0


def test_nor_of_a_review_that_was_called_off_or_a_round_that_is_closed(cast: Cast, made: Round) -> None:
    end_review(review_of(cast.ada), by=cast.hal, reason="X")
    run(day(3))
    assert reminded(cast.ada, cast.di) == [0, 1]

    close_round(made, by=cast.hal, end_open=False, reason="")
    assert run(day(8)).reminded == 0


def test_nor_is_anybody_whose_account_is_switched_off(cast: Cast, made: Round) -> None:
    Person.objects.active().filter(pk=cast.di.pk).update(is_active=False)

    run(day(3))

    assert reminded(cast.di, cast.ada) == [0, 1]


def test_after_a_hand_over_the_successor_is_reminded(cast: Cast, made: Round) -> None:
    for person in (cast.ada, cast.di):
        hand_over(review_of(person), to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)

    run(day(3))

    assert reminded(cast.bo, cast.xena) == [0, 1]


def test_a_mail_says_that_a_review_waits_and_nothing_else(cast: Cast, made: Round, settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    EmailAddress.objects.filter(user=cast.di).update(verified=False)  # only to an address that is confirmed as theirs

    assert run(day(3)).mailed == 2

    assert sorted((one.to, one.subject, one.body) for one in mail.outbox) == [
        ([address], "A review waits for you in Careerpath", "A review waits for you in Careerpath")
        for address in ("ada@example.org", "bo@example.org")
    ]
    run(day(3))
    assert len(mail.outbox) == 2


def test_no_mail_without_a_server_nor_to_anybody_made_up(cast: Cast, made: Round, settings: Settings) -> None:
    run(day(3))
    assert mail.outbox == []

    settings.EMAIL_HOST = "mail.example.org"
    Person.objects.active().update(demo=True)
    assert (run(day(8)).mailed, mail.outbox) == (0, [])


def test_the_command_says_what_it_did(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    placed(cast.ada)
    planned(cast.bo, [cast.ada])

    call_command("round_remind")

    assert capsys.readouterr().out == (
        "1 rounds opened, 0 people reminded, 0 mails sent, 0 told of a part that lapses, 0 parts lapsed\n"
    )


@pytest.fixture
def kept(cast: Cast, made: Round) -> KeptPart:
    """What Bo wrote about Ada before Xena took over."""
    part_of(review_of(cast.ada), cast.bo, only=3)
    hand_over(review_of(cast.ada), to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)
    return kept_by(cast.bo)


def test_a_part_lapses_after_thirty_days_and_both_are_told_a_week_before_and_after(
    cast: Cast, kept: KeptPart
) -> None:
    def counts(kind: str) -> list[int]:
        return [told(cast.bo).count(kind), told(cast.ada).count(kind.replace("part_", "part_about_you_"))]

    run(day(22))
    assert counts("part_lapses") == [0, 0]
    for ahead in (23, 23, 29):
        run(day(ahead))
    assert (counts("part_lapses"), counts("part_lapsed")) == ([1, 1], [0, 0])
    assert Assessment.objects.filter(kind="manager").count() == 1

    for ahead in (30, 31):
        run(day(ahead))
    kept.refresh_from_db()
    assert (counts("part_lapsed"), kept.choice, kept.assessment) == ([1, 1], "lapsed", None)
    assert not Assessment.objects.filter(kind="manager").exists()


def test_told_late_it_lapses_a_week_after_that(cast: Cast, kept: KeptPart) -> None:
    run(day(60))
    run(day(66))
    kept.refresh_from_db()
    assert (kept.choice, kept.warned_on) == ("", day(60))

    run(day(67))
    kept.refresh_from_db()
    assert kept.choice == "lapsed"


def test_what_was_decided_does_not_lapse(cast: Cast, kept: KeptPart) -> None:
    kept.give()

    assert [(done.warned, done.lapsed) for done in (run(day(23)), run(day(40)))] == [(0, 0), (0, 0)]
    assert Assessment.objects.filter(kind="manager").count() == 1


def test_nothing_lapses_while_its_writer_may_not_look_at_it(cast: Cast) -> None:
    """Ada is rated again: her part of the review that was called off is closed to her, so its time stands still."""
    placed(cast.ada)
    opened(cast.bo, [cast.ada])
    part_of(review_of(cast.ada), cast.ada, only=3)
    end_review(review_of(cast.ada), by=cast.bo, reason="X")
    opened(cast.bo, [cast.ada])

    assert [(done.warned, done.lapsed) for done in (run(day(40)), run(day(50)))] == [(0, 0), (0, 0)]
    end_review(review_of(cast.ada), by=cast.bo, reason="Y")
    run(day(60))
    assert run(day(67)).lapsed == 1


def test_of_ones_own_part_nobody_else_is_told(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.bo, [cast.ada])
    part_of(review_of(cast.ada), cast.ada, only=3)
    end_review(review_of(cast.ada), by=cast.hal, reason="X")
    before = told(cast.bo)

    run(day(30) - timedelta(days=7))
    run(day(30))

    assert told(cast.ada)[-2:] == ["part_lapses_own", "part_lapsed_own"]
    assert told(cast.bo) == before
