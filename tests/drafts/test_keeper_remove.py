"""Ending somebody's task; a ladder is never left without a publisher."""

from __future__ import annotations

import pytest
from django.test import Client

from drafts.models import Keeper
from drafts.models.keeper import LastPublisher, appoint, dismiss
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Duty, Person
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import page
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.safeguards.side_by_side import at_once

EDIT, PUBLISH = Keeper.Kind.EDIT, Keeper.Kind.PUBLISH


@pytest.fixture
def kept(ladder: Chart, cast: Cast) -> Ladder:
    """Eve edits and publishes it."""
    found = Ladder.objects.get(pid=ladder.ladder)
    for kind in (EDIT, PUBLISH):
        appoint(found, cast.eve, kind, by=cast.lin)
    return found


def url_of(ladder: Ladder) -> str:
    return f"/drafts/ladders/{ladder.pid}/keepers/remove/"


def end(client: Client, ladder: Ladder, person: Person, kind: str) -> int:
    return client.post(url_of(ladder), {"person": person.pid, "kind": kind}).status_code


def test_ends_the_one_task(as_lin: Client, kept: Ladder, cast: Cast) -> None:
    assert end(as_lin, kept, cast.eve, "edit") == 302

    assert [keeper.kind for keeper in Keeper.objects.all()] == ["publish"]
    assert end(as_lin, kept, cast.eve, "edit") == 302  # a double click


def test_it_closes_the_draft_at_once(as_lin: Client, kept: Ladder, cast: Cast) -> None:
    client = client_of(cast.eve)
    assert client.post(f"/ladders/{kept.pid}/draft/").status_code == 302

    end(as_lin, kept, cast.eve, "edit")
    assert client.post(f"/ladders/{kept.pid}/draft/").status_code == 403
    end(as_lin, kept, cast.eve, "publish")
    assert client.post(f"/ladders/{kept.pid}/draft/").status_code == 404


def test_the_last_publisher_stays(as_lin: Client, kept: Ladder, cast: Cast) -> None:
    Duty.objects.filter(kind=Duty.Kind.PUBLISHING).delete()

    response = as_lin.post(url_of(kept), {"person": cast.eve.pid, "kind": "publish"}, follow=True)

    assert "Somebody has to be able to publish this ladder. Ask another publisher first." in page(response).text
    assert Keeper.objects.filter(kind=PUBLISH).exists()


def test_another_publisher_is_enough(as_lin: Client, kept: Ladder, cast: Cast) -> None:
    Duty.objects.filter(kind=Duty.Kind.PUBLISHING).delete()
    appoint(kept, cast.bo, PUBLISH, by=cast.lin)

    end(as_lin, kept, cast.eve, "publish")

    assert list(Keeper.objects.filter(kind=PUBLISH).values_list("person", flat=True)) == [cast.bo.pk]


def test_an_account_that_is_switched_off_publishes_nothing(as_lin: Client, kept: Ladder, cast: Cast) -> None:
    Duty.objects.filter(kind=Duty.Kind.PUBLISHING).delete()
    appoint(kept, cast.gone, PUBLISH, by=cast.lin)

    end(as_lin, kept, cast.eve, "publish")
    assert Keeper.objects.filter(person=cast.eve, kind=PUBLISH).exists()
    dismiss(kept, cast.gone, PUBLISH)
    assert not Keeper.objects.filter(person=cast.gone).exists()


@pytest.mark.parametrize("said", [{}, {"person": "nobody", "kind": "edit"}, {"person": "\x00", "kind": "\x00"}])
def test_who_is_not_there_is_nobody(as_lin: Client, kept: Ladder, said: dict[str, str]) -> None:
    assert as_lin.post(url_of(kept), said).status_code == 302
    assert Keeper.objects.count() == 2


def test_only_with_the_duty(as_cy: Client, as_ada: Client, kept: Ladder, cast: Cast) -> None:
    assert [end(client, kept, cast.eve, "edit") for client in (as_cy, as_ada)] == [403, 404]
    assert Keeper.objects.count() == 2


def test_signed_out(kept: Ladder) -> None:
    leads_to_welcome(url_of(kept))


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_end_the_last_two(kept: Ladder, cast: Cast) -> None:
    Duty.objects.filter(kind=Duty.Kind.PUBLISHING).delete()
    appoint(kept, cast.bo, PUBLISH, by=cast.lin)
    people = [cast.eve, cast.bo]

    def ended(number: int) -> bool:
        try:
            dismiss(kept, people[number], PUBLISH)
        except LastPublisher:
            return False
        return True

    assert sorted(at_once(ended, count=2)) == [False, True]
    assert Keeper.objects.filter(kind=PUBLISH).count() == 1
