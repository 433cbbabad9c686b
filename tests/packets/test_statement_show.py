"""A statement that was released: for the person, and for twelve months for whoever signed it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from packets.models import Packet, Statement
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.cast import Cast
from tests.packets.conftest import client_of


@pytest.fixture
def signed(shared: Packet, cast: Cast) -> Statement:
    return Statement.objects.create(packet=shared, by=cast.bo, text="I saw it.", released_at=timezone.now())


def test_the_old_manager_keeps_it_for_twelve_months(signed: Statement, cast: Cast) -> None:
    cast.ada.report_to(cast.eve, since=cast.ada.joined_at.date())
    url, bo = f"/packets/statements/{signed.pid}/", client_of(cast.bo)
    assert "I saw it." in bo.get(url).content.decode()
    assert bo.get(f"/packets/{signed.packet.pid}/").status_code == 404
    assert Reading.objects.filter(person=cast.ada, reader=cast.bo, page="statement_show").count() == 1

    Statement.objects.update(released_at=timezone.now() - timedelta(days=366))
    assert bo.get(url).status_code == 404
    assert client_of(cast.ada).get(url).status_code == 200


def test_not_for_others(signed: Statement, cast: Cast) -> None:
    for person in (cast.cy, cast.di, cast.eve, cast.hal):
        assert client_of(person).get(f"/packets/statements/{signed.pid}/").status_code == 404
    is_not_there(cast.di, f"/packets/{signed.packet.pid}/statement/")


def test_signed_out(signed: Statement) -> None:
    leads_to_welcome(f"/packets/statements/{signed.pid}/")
