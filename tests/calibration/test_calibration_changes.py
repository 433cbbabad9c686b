"""What became of a review's ratings in a calibration, for the two it concerns."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.models import Appraisal
from calibration.models import RatingChange, Session
from ladders.chart import Chart
from people.models import Notice, Reading
from tests.calibration.scenes import NAMES, client_of, entry_of, hold, source
from tests.cast import Cast


@pytest.fixture
def session(cast: Cast, ladder: Chart) -> Session:
    return hold(cast, ladder)


@pytest.fixture
def url(cast: Cast, session: Session) -> str:
    review = entry_of(session, cast.ada).assessment.appraisal
    assert review is not None
    return f"/reviews/{review.pid}/changes/"


def change(cast: Cast, ladder: Chart, session: Session) -> None:
    skill = ladder.skill["delivery"].pk
    RatingChange.make(entry_of(session, cast.ada), skill, after=4, reason="Two products.", by=cast.bo, seen=0)


def test_both_read_what_was_changed_and_why(cast: Cast, ladder: Chart, session: Session, url: str) -> None:
    change(cast, ladder, session)
    for reader in (cast.ada, cast.bo):
        page = " ".join(client_of(reader).get(url).content.decode().split())
        assert "Execution and delivery</b> from 3 Owning to <b>4 Leading</b>" in page
        assert "Two products." in page


def test_the_notice_leads_here(cast: Cast, ladder: Chart, session: Session, url: str) -> None:
    change(cast, ladder, session)
    assert Notice.objects.get(person=cast.ada, kind="rating_changed").url == url


def test_nobody_else_opens_it(cast: Cast, url: str) -> None:
    """Not the facilitator, not the people team, not another manager in the session, not the manager's manager."""
    statuses = {name: client_of(getattr(cast, name)).get(url).status_code for name in NAMES if name != "gone"}
    assert statuses == dict.fromkeys(statuses, 404) | {"ada": 200, "bo": 200}


def test_without_a_change_it_says_so(cast: Cast, url: str) -> None:
    assert "Nothing was changed" in client_of(cast.ada).get(url).content.decode()


def test_changes_about_others_do_not_stand_here(cast: Cast, ladder: Chart, session: Session, url: str) -> None:
    skill = ladder.skill["delivery"].pk
    RatingChange.make(entry_of(session, cast.di), skill, after=4, reason="About Di.", by=cast.bo, seen=0)
    assert "About Di." not in client_of(cast.bo).get(url).content.decode()


def test_while_another_review_is_open_the_veil_stands_in_its_place(
    cast: Cast, ladder: Chart, session: Session, url: str
) -> None:
    change(cast, ladder, session)
    Appraisal.begin(cast.ada, assessor=cast.bo, by=cast.bo, version=source().version, stage="product-manager")
    for reader in (cast.ada, cast.bo):
        answer = client_of(reader).get(url)
        assert (answer.status_code, "Two products." in answer.content.decode()) == (200, False)


def test_a_manager_who_is_no_longer_theirs_does_not_open_it(cast: Cast, url: str) -> None:
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    assert [client_of(one).get(url).status_code for one in (cast.bo, cast.xena, cast.ada)] == [404, 404, 200]


def test_that_the_manager_read_it_is_noted(cast: Cast, url: str) -> None:
    client_of(cast.bo).get(url)
    client_of(cast.ada).get(url)
    assert list(Reading.objects.filter(page="calibration_changes").values_list("reader__email", flat=True)) == [
        "bo@example.org"
    ]


def test_signed_out(url: str) -> None:
    assert Client().get(url).status_code == 302


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ladder: Chart, session: Session, url: str, count: int) -> None:
    entry, skill = entry_of(session, cast.ada), ladder.skill["delivery"].pk
    for number in range(count):
        RatingChange.make(entry, skill, after=1 + number % 2, reason="Why.", by=cast.bo, seen=number)
    client = client_of(cast.ada)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) == 4
