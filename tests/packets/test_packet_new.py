"""Beginning a packet."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.importing import take_in
from ladders.models import Path
from packets.models import Packet
from packets.pieces import SINGLE
from tests.assessments.litany import leads_to_welcome
from tests.assessments.pages import facts, main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import DEFAULT
from tests.ladders.files import ladder as file_of
from tests.packets.conftest import client_of

URL = "/packets/new/"


def test_from_the_place_to_the_aim_under_the_version_in_force(placed: Path, as_ada: Client, cast: Cast) -> None:
    shown = as_ada.get(URL)
    assert facts(main(shown))["To"] == "Senior Product Manager"
    url = as_ada.post(URL, sent(shown)).headers["Location"]

    packet = Packet.objects.get()
    assert url == f"/packets/{packet.pid}/"
    assert (packet.person, packet.stage, packet.target) == (cast.ada, "product-manager", "senior-pm")
    assert sorted(packet.sections.values_list("kind", flat=True)) == sorted(SINGLE)


def test_a_later_version_changes_nothing_in_it(packet: Packet, as_ada: Client) -> None:
    take_in(file_of(DEFAULT.read_text().replace("title: Product management", "title: Renamed", 1)), by=None)

    shown = as_ada.get(f"/packets/{packet.pid}/").content.decode()
    assert packet.version.number == 1
    assert "Renamed" not in shown


def test_sent_twice_it_is_one(placed: Path, as_ada: Client) -> None:
    form = sent(as_ada.get(URL))
    assert len({as_ada.post(URL, form).headers["Location"] for _one in range(2)}) == 1
    assert Packet.objects.count() == 1


def test_one_is_open_for_each_target(packet: Packet, as_ada: Client) -> None:
    assert main(as_ada.get(URL)).all("form") == []
    assert as_ada.post(URL, {"once": "t" * 22}).headers["Location"] == f"/packets/{packet.pid}/"
    assert Packet.objects.count() == 1


def test_after_a_withdrawal_there_can_be_another(packet: Packet, as_ada: Client) -> None:
    as_ada.post(f"/packets/{packet.pid}/withdraw/", {"once": "w" * 22})
    as_ada.post(URL, {"once": "t" * 22})
    assert Packet.objects.count() == 2


@pytest.mark.parametrize("aim", ["", "product-manager"])
def test_without_an_aim_it_says_what_is_missing(cast: Cast, aim: str) -> None:
    path = PathFactory.create(person=cast.di, aim=aim)
    client = client_of(cast.di)
    (link,) = main(client.get(URL)).all("a", "button")
    assert link.attrs["href"] == f"/ladders/{path.ladder.pid}/place/"
    assert client.post(URL, {"once": "t" * 22}).status_code == 422
    assert Packet.objects.count() == 0


def test_without_a_place(cast: Cast) -> None:
    assert client_of(cast.di).post(URL, {"once": "t" * 22}).status_code == 422


def test_signed_out() -> None:
    leads_to_welcome(URL)
