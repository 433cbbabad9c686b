"""A practice case: rated against the ladder, then beside the panel's ratings."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from calibration.models import PracticeAnswer
from ladders.chart import Chart
from ladders.models import Publication
from tests.calibration.scenes import client_of
from tests.cast import Cast

URL = "/practice/refund-button/"
ANSWERS = {"user-research": "2", "design": "3", "data-analysis": "1", "delivery": "4"}


@pytest.fixture
def bo(cast: Cast, ladder: Chart) -> Client:
    return client_of(cast.bo)


def test_asks_with_the_ladders_words_and_chooses_nothing(bo: Client) -> None:
    page = bo.get(URL).content.decode()
    assert "Plans and runs a small study for one feature" in page
    assert [page.count('type="radio"'), page.count("checked")] == [24, 0]
    assert "Beside the panel" not in page


def test_then_shows_it_beside_the_panel(bo: Client) -> None:
    assert bo.post(URL, ANSWERS).headers["Location"] == URL
    page = bo.get(URL).content.decode()
    words = [
        "The same as the panel",
        "1 step higher than the panel",
        "1 step lower than the panel",
        "2 steps higher than the panel",
    ]
    assert [page.count(f"<b>{one}</b>") for one in words] == [1, 1, 1, 1]
    assert "She planned and ran a small study" in page


def test_rated_again_the_last_answer_counts(cast: Cast, bo: Client) -> None:
    for levels in (ANSWERS, ANSWERS | {"design": "2"}):
        bo.post(URL, levels)
    assert "checked" in bo.get(f"{URL}?again=1").content.decode()
    assert PracticeAnswer.objects.get().levels["design"] == 2


@pytest.mark.parametrize("wrong", [{}, {"design": ""}, {"design": "7"}, {"design": "\x00"}])
def test_wrong_input_stays_with_the_error_beside_it(bo: Client, wrong: dict[str, str]) -> None:
    sent = ANSWERS | wrong if wrong else {}
    answer = bo.post(URL, {**sent, "x": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count(" checked") == (3 if wrong else 0)
    assert 'class="error"' in page
    assert not PracticeAnswer.objects.exists()


def test_nobody_else_sees_an_answer(cast: Cast, bo: Client) -> None:
    bo.post(URL, ANSWERS)
    for reader in (cast.ada, cast.cy, cast.hal, cast.root):
        assert not PracticeAnswer.objects.visible_to(reader).exists()
        assert "Beside the panel" not in client_of(reader).get(URL).content.decode()


def test_a_case_that_is_not_there(bo: Client) -> None:
    assert bo.get("/practice/no-such-case/").status_code == 404


def test_without_a_ladder_that_fits_it_leads_back(cast: Cast, bo: Client) -> None:
    Publication.objects.update(effective_on=timezone.localdate().replace(year=2126))
    assert bo.get(URL).headers["Location"] == "/practice/"


def test_signed_out(db: None) -> None:
    assert Client().get(URL).status_code == 302


def test_queries(bo: Client) -> None:
    bo.post(URL, ANSWERS)
    bo.get(URL)
    with CaptureQueriesContext(connection) as queries:
        assert bo.get(URL).status_code == 200
    assert len(queries) == 5
