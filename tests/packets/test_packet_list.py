"""One's own packets, those given to read, those that wait for a decision, statements signed."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ladders.models import Path, Version
from packets.models import Packet, Statement
from people.models import Reading
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import links, main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.packets.conftest import client_of

URL = "/packets/"


def leading(client: Client) -> list[str]:
    """The packets that the list leads to."""
    found = [href for href, _words in links(main(client.get(URL))) if href.startswith(URL) and href.count("/") > 2]
    return [href for href in found if href != "/packets/new/"]


def test_nobody_else_learns_of_a_draft(packet: Packet, as_ada: Client, cast: Cast) -> None:
    assert leading(as_ada) == [f"/packets/{packet.pid}/"]
    for person in (cast.bo, cast.cy, cast.di, cast.eve, cast.hal, cast.xena):
        assert leading(client_of(person)) == []


def test_the_manager_finds_what_is_shared_and_the_reader_what_is_handed_in(
    handed: Packet, as_bo: Client, as_eve: Client, cast: Cast
) -> None:
    assert leading(as_bo) == leading(as_eve) == [f"/packets/{handed.pid}/"]
    assert Reading.objects.filter(person=cast.ada, page="packet_list").count() == 2


def test_the_people_team_sees_that_it_waits(handed: Packet, as_hal: Client, as_ada: Client) -> None:
    assert leading(as_hal) == [f"/packets/{handed.pid}/decision/"]
    as_ada.post(f"/packets/{handed.pid}/withdraw/", {"once": "w" * 22})
    assert leading(as_hal) == []


def test_a_former_manager_finds_the_statement_for_twelve_months(shared: Packet, cast: Cast) -> None:
    row = Statement.objects.create(packet=shared, by=cast.xena, text="Seen.", released_at=timezone.now())
    client = client_of(cast.xena)
    assert leading(client) == [f"/packets/statements/{row.pid}/"]

    Statement.objects.filter(pk=row.pk).update(released_at=timezone.now() - timedelta(days=366))
    assert leading(client) == []


def test_the_number_of_queries_does_not_grow(
    placed: Path, cast: Cast, as_ada: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version = Version._default_manager.get(ladder=placed.ladder)
    as_ada.get(URL)
    for count in (1, 30):
        for number in range(Packet.objects.count(), count):
            Packet.begin(cast.ada, version=version, stage="product-manager", target=f"stage-{number}")
        with django_assert_num_queries(6):
            assert len(leading(as_ada)) == count


def test_thirty_waiting_cost_as_much_as_one(
    handed: Packet, as_hal: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    as_hal.get(URL)
    for _one in range(30):
        packet = Packet.objects.create(
            person=PersonFactory.create(), ladder=handed.ladder, version=handed.version, stage="x", target="y"
        )
        handed.hand_in.__class__.objects.create(packet=packet, body="{}", digest="d")
    with django_assert_max_num_queries(9):
        assert len(leading(as_hal)) == 31


def test_signed_out() -> None:
    leads_to_welcome(URL)
