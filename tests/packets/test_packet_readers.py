"""Naming who reads the frozen copy."""

from __future__ import annotations

from django.test import Client

from packets.models import Packet, Reader
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, sent
from tests.cast import Cast
from tests.packets.conftest import client_of


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/readers/"


def test_the_manager_names_the_one_above_and_the_person_is_told(handed: Packet, as_bo: Client, cast: Cast) -> None:
    above = client_of(cast.cy)
    assert above.get(f"/packets/{handed.pid}/").status_code == 404
    form = sent(as_bo.get(url_of(handed))) | {"readers": "Cy Haddad"}
    assert as_bo.post(url_of(handed), form).status_code == 302
    assert above.get(f"/packets/{handed.pid}/").status_code == 200
    assert Notice.objects.filter(person=cast.ada, kind="packet_reader_named", subject=cast.cy).count() == 1


def test_the_manager_names_nobody_else(handed: Packet, as_bo: Client) -> None:
    response = as_bo.post(url_of(handed), sent(as_bo.get(url_of(handed))) | {"readers": "Di Castellanos"})
    assert (response.status_code, list(errors(response))) == (422, ["readers"])


def test_the_person_names_anybody(handed: Packet, as_ada: Client, cast: Cast) -> None:
    form = sent(as_ada.get(url_of(handed))) | {"readers": "Di Castellanos"}
    as_ada.post(url_of(handed), form)
    assert set(Reader.objects.values_list("reader__name", flat=True)) == {"Eve Mokoena", "Di Castellanos"}
    assert client_of(cast.di).get(f"/packets/{handed.pid}/").status_code == 200


def test_a_reader_does_not_learn_who_else_reads(handed: Packet, cast: Cast) -> None:
    for person in (cast.eve, cast.di, cast.hal):
        is_not_there(person, url_of(handed))


def test_not_once_it_is_decided(decided: Packet, as_ada: Client) -> None:
    assert as_ada.post(url_of(decided), {"readers": "Di Castellanos", "once": "t" * 22}).status_code == 409


def test_signed_out(handed: Packet) -> None:
    leads_to_welcome(url_of(handed))
