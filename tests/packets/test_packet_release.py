"""Opening the decision to the person."""

from __future__ import annotations

from django.test import Client

from packets.models import Packet, Release
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import sent
from tests.cast import Cast


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/decision/release/"


def test_the_person_is_told_and_reads_it(decided: Packet, as_ada: Client, as_bo: Client, cast: Cast) -> None:
    form = sent(as_bo.get(url_of(decided)))
    assert [as_bo.post(url_of(decided), form).status_code for _click in range(2)] == [302, 302]
    assert Release._default_manager.count() == 1
    assert "Not this time." in as_ada.get(f"/packets/{decided.pid}/").content.decode()
    told = Notice.objects.get(person=cast.ada, kind="packet_released")
    assert told.url == f"/packets/{decided.pid}/plan/"


def test_another_of_the_people_team_releases_it_without_reading_it(decided: Packet, as_hal: Client) -> None:
    assert "Not this time." not in as_hal.get(url_of(decided)).content.decode()
    assert as_hal.post(url_of(decided), {"once": "t" * 22}).status_code == 302


def test_after_it_there_can_be_another_packet(released: Packet, as_ada: Client) -> None:
    as_ada.post("/packets/new/", {"once": "t" * 22})
    assert Packet.objects.count() == 2


def test_not_before_there_is_one_and_not_for_others(handed: Packet, decided: Packet, cast: Cast) -> None:
    for person in (cast.ada, cast.cy, cast.di, cast.eve):
        is_not_there(person, url_of(decided))


def test_signed_out(decided: Packet) -> None:
    leads_to_welcome(url_of(decided))
