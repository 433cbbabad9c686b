"""Opening a draft: one for each ladder, for those who edit it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Draft, Keeper
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Duty
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.safeguards.side_by_side import at_once


def url_of(ladder: Chart) -> str:
    return f"/ladders/{ladder.ladder}/draft/"


def test_opens_one_and_then_goes_on_with_it(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    first = as_lin.post(url_of(ladder))

    draft = Draft.objects.get()
    assert (draft.opened_by, draft.base and draft.base.label) == (cast.lin, "1.0")
    assertRedirects(first, f"/drafts/{draft.pid}/")
    assertRedirects(as_lin.post(url_of(ladder)), f"/drafts/{draft.pid}/")
    assert Draft.objects.count() == 1


def test_a_publisher_may_not(as_cy: Client, ladder: Chart) -> None:
    assert as_cy.post(url_of(ladder)).status_code == 403
    assert Draft.objects.count() == 0


def test_for_everybody_else_there_is_nothing(as_ada: Client, ladder: Chart) -> None:
    assert as_ada.post(url_of(ladder)).status_code == 404


def test_a_keeper_of_one_ladder_may_open_that_one(cast: Cast, ladder: Chart) -> None:
    found = Ladder.objects.get(pid=ladder.ladder)
    keeper = Keeper.objects.create(ladder=found, person=cast.eve, kind=Keeper.Kind.EDIT)
    client = client_of(cast.eve)

    assert client.post(url_of(ladder)).status_code == 302
    keeper.delete()
    assert client.post(url_of(ladder)).status_code == 404


def test_the_duty_counts_at_the_moment_of_the_click(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    Duty.objects.filter(person=cast.lin).delete()
    assert as_lin.post(url_of(ladder)).status_code == 404


def test_reading_opens_nothing(as_lin: Client, ladder: Chart) -> None:
    assert as_lin.get(url_of(ladder)).status_code == 405


def test_signed_out(ladder: Chart) -> None:
    leads_to_welcome(url_of(ladder))


@pytest.mark.django_db(transaction=True)
def test_two_editors_at_once_open_one_draft(ladder: Chart, cast: Cast) -> None:
    clients = [client_of(cast.lin) for _one in range(4)]

    answers = at_once(lambda number: clients[number].post(url_of(ladder)).status_code, count=4)

    assert answers == [302] * 4
    assert Draft.objects.count() == 1
