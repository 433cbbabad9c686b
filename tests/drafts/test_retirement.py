"""A retired ladder takes nobody new; those who are on it keep it, and old results stay readable."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from ladders.chart import Chart
from ladders.models import Ladder, Path, Retirement
from tests.assessments.pages import links, main
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.factories import AssessmentFactory, PathFactory
from tests.ladders.pages import wide


@pytest.fixture
def retired(ladder: Chart, cast: Cast) -> Ladder:
    found = Ladder.objects.get(pid=ladder.ladder)
    Retirement.decide(found, retired=True, by=cast.lin)
    return found


def place(ladder: Ladder) -> str:
    return f"/ladders/{ladder.pid}/place/"


def test_is_not_offered_to_somebody_new(as_ada: Client, retired: Ladder) -> None:
    other = wide(1, "other")
    assert as_ada.get("/ladders/").headers["Location"] == f"/ladders/{other.ladder}/"

    shown = main(as_ada.get(f"/ladders/{retired.pid}/"))
    assert "This ladder is retired: nobody new is put on it." in shown.text
    assert [url for url, _words in links(shown) if url.startswith(place(retired))] == []


def test_nobody_new_gets_a_place_on_it(as_ada: Client, retired: Ladder, ladder: Chart, cast: Cast) -> None:
    form = {"stage": ladder.stages[0].pid, "aim": "", "once": "t" * 22}

    assert [as_ada.get(place(retired)).status_code, as_ada.post(place(retired), form).status_code] == [403, 403]
    assert not Path.objects.filter(person=cast.ada).exists()
    stage = main(as_ada.get(f"/ladders/{retired.pid}/stages/{ladder.stages[0].pid}/"))
    assert [url for url, _words in links(stage) if url.startswith(place(retired))] == []


def test_whoever_is_on_it_keeps_it(as_ada: Client, retired: Ladder, ladder: Chart, cast: Cast) -> None:
    PathFactory.create(person=cast.ada, ladder=retired)
    done = AssessmentFactory.create(
        person=cast.ada, levels={"delivery": 3}, submitted=datetime(2024, 3, 8, 9, tzinfo=UTC)
    )
    form = {"stage": ladder.stages[0].pid, "aim": "", "seen": "1", "once": "t" * 22}

    assert as_ada.get("/ladders/").headers["Location"] == f"/ladders/{retired.pid}/"
    assert [as_ada.get(url).status_code for url in (f"/assess/{done.pid}/", "/", place(retired))] == [200] * 3
    assert as_ada.post(place(retired), form).status_code == 302
    assert Path.objects.get(person=cast.ada).stage == ladder.stages[0].slug


def test_whoever_leaves_it_does_not_come_back(retired: Ladder, ladder: Chart, cast: Cast) -> None:
    other = wide(2, "other")
    PathFactory.create(person=cast.ada, ladder=retired)
    client = client_of(cast.ada)
    form = {"stage": other.stages[0].pid, "aim": "", "seen": "1", "once": "t" * 22}

    assert client.post(f"/ladders/{other.ladder}/place/", form).status_code == 302
    assert client.get(place(retired)).status_code == 403


def test_it_can_be_taken_back(as_ada: Client, retired: Ladder, cast: Cast) -> None:
    Retirement.decide(retired, retired=False, by=cast.lin)
    Retirement.decide(retired, retired=False, by=cast.lin)  # said again, it changes nothing

    assert as_ada.get(place(retired)).status_code == 200
    assert as_ada.get("/ladders/").headers["Location"] == f"/ladders/{retired.pid}/"
