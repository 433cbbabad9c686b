"""Several people at the same moment, and what holds afterwards."""

from __future__ import annotations

import pytest
from django.utils import timezone

from people.models import Notice
from safeguards.revisions import Stale
from teams.models import Challenge, Parted, Promise, Seat
from teams.quarter import quarter_of
from tests.assessments.pages import sent
from tests.cast import Cast
from tests.safeguards.side_by_side import at_once
from tests.teams.conftest import client_of
from tests.teams.scenes import promise

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_promise_kept_by_both_at_once_is_kept_once(cast: Cast) -> None:
    made = promise(cast.ada, cast.bo)
    url = f"/promises/{made.pid}/keep/"
    clients = [client_of(person) for person in (cast.ada, cast.bo) * 3]
    forms = [sent(client.get(url)) for client in clients]

    answers = at_once(lambda number: clients[number].post(url, forms[number]).status_code, count=6)

    assert set(answers) == {302}
    made.refresh_from_db()
    assert (made.kept_at is not None, made.dropped_at) == (True, None)
    assert [told.kind for told in Notice.objects.all()] == ["promise_kept"]


def test_kept_or_dropped_and_never_both(cast: Cast) -> None:
    made = promise(cast.ada, cast.bo)

    def one(number: int) -> str:
        found = Promise.objects.get(pk=made.pk)
        try:
            found.drop(by=cast.bo, reason="No budget") if number else found.keep(by=cast.ada)
        except Stale:
            return "stale"
        return "done"

    answers = at_once(one, count=2)

    made.refresh_from_db()
    assert (made.kept_at is None) != (made.dropped_at is None)
    assert sorted(answers) == ["done", "stale"]


def test_two_first_challenges_are_one_and_the_other_is_told(cast: Cast) -> None:
    quarter = quarter_of(timezone.localdate())

    def one(number: int) -> str:
        by = (cast.ada, cast.bo)[number % 2]
        try:
            Challenge.agree(cast.ada, cast.bo, by=by, quarter=quarter, words=f"Words {number}", seen=0)
        except Stale:
            return "stale"
        return f"Words {number}"

    answers = at_once(one, count=6)

    assert sorted(answers)[1:] == ["stale"] * 5
    assert [row.words for row in Challenge.objects.all()] == sorted(answers)[:1]


def test_two_first_words_about_the_seat_are_one(cast: Cast) -> None:
    def one(number: int) -> str:
        said = {"role": "yes", "work": f"Work {number}", "decides": "", "decided": ""}
        try:
            Seat.say(cast.ada, cast.bo, by=cast.bo, seen=0, **said)
        except Stale:
            return "stale"
        return f"Work {number}"

    answers = at_once(one, count=6)

    assert sorted(answers)[1:] == ["stale"] * 5
    assert [row.work for row in Seat.objects.all()] == sorted(answers)[:1]


def test_beside_a_change_of_manager_it_is_written_before_or_not_at_all(cast: Cast) -> None:
    """Never after: whoever is not the manager any more writes nothing."""
    today = timezone.localdate()

    def one(number: int) -> str:
        if number == 0:
            cast.ada.report_to(cast.xena, since=today)
            return "changed"
        try:
            promise(cast.ada, cast.bo, f"Promise {number}")
        except Parted:
            return "parted"
        return "written"

    answers = at_once(one, count=6)

    assert answers[0] == "changed"
    assert Promise.objects.count() == answers.count("written")
    with pytest.raises(Parted):
        promise(cast.ada, cast.bo)
