"""Several people at the same moment, and what holds afterwards."""

from __future__ import annotations

import pytest

from calibration.models import Entry, RatingChange, Session
from calibration.models.session import Closed
from calibration.opening import Taken, TooFew, open_session
from ladders.chart import Chart
from people.models import Duty, Notice
from safeguards.revisions import Stale
from tests.calibration.scenes import client_of, entry_of, hold, rate_all, source
from tests.cast import Cast
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_facilitators_never_take_the_same_reviews(cast: Cast, ladder: Chart) -> None:
    rate_all(cast)
    cast.lin.give(Duty.Kind.PEOPLE)
    managers = {cast.bo.pid, cast.xena.pid, cast.cy.pid}
    facilitators = [cast.hal, cast.lin]

    def one(number: int) -> str:
        try:
            open_session(source(), title=str(number), by=facilitators[number], managers=managers)
        except (Taken, TooFew):  # too few are left, or they were taken in the same moment
            return "refused"
        return "opened"

    assert sorted(at_once(one, count=2)) == ["opened", "refused"]
    assert (Session.objects.count(), Entry.objects.count()) == (1, 6)
    assert Notice.objects.filter(kind="session_opened").count() == 3


def test_a_change_beside_the_end_is_kept_or_refused(cast: Cast, ladder: Chart) -> None:
    session = hold(cast, ladder)
    entry, skill = entry_of(session, cast.ada), ladder.skill["delivery"].pk

    def one(number: int) -> str:
        try:
            if number:
                RatingChange.make(entry, skill, after=4, reason="Why.", by=cast.bo, seen=0)
            else:
                Session.objects.get(pk=session.pk).close(by=cast.hal)
        except Closed:
            return "closed"
        return "done"

    answers = at_once(one, count=2)
    assert answers[0] == "done"
    assert RatingChange.objects.count() == (answers[1] == "done")
    assert Notice.objects.filter(kind="rating_changed").count() == RatingChange.objects.count()


def test_of_twenty_presses_one_change_is_kept(cast: Cast, ladder: Chart) -> None:
    session = hold(cast, ladder)
    rating = entry_of(session, cast.ada).assessment
    url = f"/calibration/{session.pid}/ratings/{rating.pid}/{ladder.skill['delivery'].pid}/"
    form = {"level": "4", "reason": "Why.", "seen": "0", "once": "t" * 22}
    clients = [client_of(cast.bo) for _one in range(20)]
    answers = at_once(lambda number: clients[number].post(url, form).status_code, count=20)
    assert answers == [302] * 20
    assert RatingChange.objects.count() == 1


def test_of_two_tabs_one_is_kept_and_the_other_told(cast: Cast, ladder: Chart) -> None:
    session = hold(cast, ladder)
    entry, skill = entry_of(session, cast.ada), ladder.skill["delivery"].pk

    def one(number: int) -> str:
        try:
            RatingChange.make(entry, skill, after=4 + number, reason="Why.", by=cast.bo, seen=0)
        except Stale:
            return "stale"
        return "kept"

    assert sorted(at_once(one, count=2)) == ["kept", "stale"]
