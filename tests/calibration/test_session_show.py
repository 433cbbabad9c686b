"""A session: the spread for everybody in it, one's own ratings beside it, and how managers rate."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from assessments.models import Appraisal, Assessment
from calibration.models import RatingChange, Session
from calibration.opening import open_session
from calibration.session_page import SessionPage
from ladders.chart import Chart
from people.models import Person, Reading
from tests.calibration.scenes import NAMES, client_of, entry_of, hold, reporting_to, revealed, source
from tests.cast import Cast


@pytest.fixture
def session(cast: Cast, ladder: Chart) -> Session:
    return hold(cast, ladder)


def text(session: Session, viewer: Person) -> str:
    answer = client_of(viewer).get(f"/calibration/{session.pid}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_opens_it(cast: Cast, session: Session) -> None:
    url = f"/calibration/{session.pid}/"
    statuses = {name: client_of(getattr(cast, name)).get(url).status_code for name in NAMES if name != "gone"}
    assert {name for name, status in statuses.items() if status == 200} == {"bo", "cy", "hal", "xena"}
    assert set(statuses.values()) == {200, 404}


def test_tells_the_spread_in_words(cast: Cast, session: Session) -> None:
    for viewer in (cast.hal, cast.bo):
        page = SessionPage(session, viewer)
        assert [(row.skill.slug, row.words) for row in page.told] == [
            ("delivery", "5 ratings or more, the middle one at 3 Owning."),
            ("vision", "5 ratings or more, the middle one at 2 Contributing."),
        ]


def test_a_manager_sees_their_own_people_by_name_and_nobody_elses(cast: Cast, session: Session) -> None:
    page = SessionPage(session, cast.bo)
    own = {row.skill.slug: [(one.person.name, one.given) for one in row.own] for row in page.rows}
    assert own == {
        "delivery": [("Ada Okafor", "3 Owning"), ("Di Castellanos", "5 Shaping")],
        "vision": [("Ada Okafor", "2 Contributing"), ("Di Castellanos", "2 Contributing")],
        "design": [("Ada Okafor", "cannot say")],
    }
    shown = text(session, cast.bo)
    assert [name in shown for name in ("Ada Okafor", "Eve Mokoena", "Flo Duarte", "Ed Novak")] == [
        True,
        False,
        False,
        False,
    ]


def test_the_facilitator_sees_no_rating_and_nobody_who_was_rated(cast: Cast, session: Session) -> None:
    assert [row.own for row in SessionPage(session, cast.hal).rows] == [(), ()]
    shown = text(session, cast.hal)
    assert [
        name for name in ("Ada Okafor", "Di Cast", "Eve Mokoena", "Flo Duarte", "Ed Novak") if name in shown
    ] == []


def test_a_few_ratings_are_hidden_to_protect_people(cast: Cast, session: Session) -> None:
    """Of design nobody said a level; Bo's own answer stands there all the same."""
    page = SessionPage(session, cast.bo)
    assert [(row.skill.slug, row.words) for row in page.hidden] == [("design", "Hidden to protect people.")]
    assert "1 skill is hidden to protect people" in text(session, cast.bo)


@pytest.fixture
def apart(cast: Cast, ladder: Chart) -> Session:
    """Bo rates a step above the middle and Cy a step below it, each over ten ratings of three people or more."""
    slugs = ["delivery", "vision", "design", "technical", "business"]
    for manager, level in ((cast.bo, 4), (cast.xena, 3), (cast.cy, 2)):
        for number in range(3):
            revealed(reporting_to(manager, f"{manager.short_name}’s {number}"), manager, dict.fromkeys(slugs, level))
    managers = {cast.bo.pid, cast.xena.pid, cast.cy.pid}
    return open_session(source(), title="Spring", by=cast.hal, managers=managers)


def test_how_somebody_rates_is_between_them_and_the_facilitator(cast: Cast, apart: Session) -> None:
    assert SessionPage(apart, cast.bo).tendency == (
        "Over all skills, your ratings lie about one step above the middle of the group."
    )
    assert [(one.person.short_name, one.rates) for one in SessionPage(apart, cast.bo).managers] == [
        ("Bo", ""),
        ("Cy", ""),
        ("Xena", ""),
    ]
    assert [(one.person.short_name, one.rates) for one in SessionPage(apart, cast.hal).managers] == [
        ("Bo", "about one step above the middle"),
        ("Cy", "about one step below the middle"),
        ("Xena", "about in the middle"),
    ]
    assert SessionPage(apart, cast.hal).tendency == ""


def test_somebody_of_the_people_team_who_does_not_facilitate_sees_no_tendency(cast: Cast, apart: Session) -> None:
    Session.objects.update(facilitator=cast.gone)
    apart.refresh_from_db()
    assert [one.rates for one in SessionPage(apart, cast.hal).managers] == ["", "", ""]
    assert "Nobody facilitates this session any more" in text(apart, cast.hal)


def test_a_change_stands_beside_what_was_given_and_moves_no_figure(
    cast: Cast, ladder: Chart, session: Session
) -> None:
    before = [row.words for row in SessionPage(session, cast.cy).rows]
    skill = ladder.skill["delivery"].pk
    RatingChange.make(entry_of(session, cast.ada), skill, after=1, reason="Why.", by=cast.bo, seen=0)
    row = next(row for row in SessionPage(session, cast.bo).rows if row.skill.slug == "delivery")
    assert [(own.given, own.now) for own in row.own] == [("3 Owning", "1 Learning"), ("5 Shaping", "")]
    assert [row.words for row in SessionPage(session, cast.cy).rows] == before
    assert "Why." not in text(session, cast.cy) + text(session, cast.hal)


def test_a_person_who_changed_manager_is_shown_to_neither(cast: Cast, session: Session) -> None:
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    assert {own.person.name for row in SessionPage(session, cast.bo).rows for own in row.own} == {"Di Castellanos"}
    assert SessionPage(session, cast.bo).kept_back == 1
    assert "One of your reviews in it is not shown here" in text(session, cast.bo)
    assert "Ada Okafor" not in text(session, cast.xena)


def test_nothing_of_a_person_is_shown_while_another_review_of_them_is_open(cast: Cast, session: Session) -> None:
    Appraisal.begin(cast.ada, assessor=cast.bo, by=cast.bo, version=source().version, stage="product-manager")
    assert SessionPage(session, cast.bo).kept_back == 1
    assert "Ada Okafor" not in text(session, cast.bo)


def test_a_review_that_was_handed_over_before_is_its_last_assessors(cast: Cast, ladder: Chart) -> None:
    """Bo began it; Cy took over and rated. Bo's part counts nowhere."""
    hold(cast, ladder)
    hire = reporting_to(cast.bo, "New Hire")
    review = Appraisal.begin(hire, assessor=cast.bo, by=cast.bo, version=source().version, stage="product-manager")
    review.start_part(cast.bo)
    review.hand_to(cast.cy)
    assert not Assessment.objects.filter(appraisal=review, entry__isnull=False).exists()


def test_the_facilitator_is_told_who_is_switched_off(cast: Cast, session: Session) -> None:
    Person.objects.filter(pk=cast.xena.pk).update(is_active=False)
    assert "account switched off" in text(session, cast.hal)


def test_closed_it_stays_to_be_read(cast: Cast, session: Session) -> None:
    session.close(by=cast.hal)
    page = text(session, cast.bo)
    assert "closed the session on" in page
    assert "/ratings/" not in page
    assert "Ada Okafor" in page


def test_what_is_read_about_somebody_is_noted(cast: Cast, session: Session) -> None:
    text(session, cast.bo)
    text(session, cast.hal)
    rows = Reading.objects.filter(page="session_show").values_list("reader__email", "person__email")
    assert sorted(rows) == [
        ("bo@example.org", "ada@example.org"),
        ("bo@example.org", "di@example.org"),
        ("hal@example.org", "bo@example.org"),
        ("hal@example.org", "cy@example.org"),
        ("hal@example.org", "xena@example.org"),
    ]


def test_signed_out(session: Session) -> None:
    assert Client().get(f"/calibration/{session.pid}/").status_code == 302


@pytest.mark.parametrize("count", [1, 30])
def test_queries(cast: Cast, ladder: Chart, count: int) -> None:
    for number in range(count):
        for manager in (cast.bo, cast.xena, cast.cy):
            if number < 2 or manager == cast.bo:
                revealed(reporting_to(manager, f"{manager.short_name} {number}"), manager, {"delivery": number % 5})
    revealed(cast.ada, cast.bo, {"delivery": 3})
    revealed(cast.di, cast.bo, {"delivery": 3})
    managers = {cast.bo.pid, cast.xena.pid, cast.cy.pid}
    session = open_session(source(), title="Spring", by=cast.hal, managers=managers)
    client = client_of(cast.bo)
    client.get(f"/calibration/{session.pid}/")
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/calibration/{session.pid}/").status_code == 200
    assert len(queries) == 13
