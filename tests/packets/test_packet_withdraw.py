"""Taking a packet back, at any time before there is a decision."""

from __future__ import annotations

from django.test import Client

from packets.models import Packet, Withdrawal
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/withdraw/"


def test_nobody_else_reads_it_any_more(handed: Packet, as_ada: Client, as_bo: Client, as_eve: Client) -> None:
    Notice.objects.all().delete()
    here = f"/packets/{handed.pid}/"
    assert [client.get(here).status_code for client in (as_bo, as_eve)] == [200, 200]
    form = sent(as_ada.get(url_of(handed)))
    assert [as_ada.post(url_of(handed), form).status_code for _click in range(2)] == [302, 302]
    assert [client.get(here).status_code for client in (as_bo, as_eve, as_ada)] == [404, 404, 200]
    assert Withdrawal._default_manager.count() == 1
    told = sorted(Notice.objects.values_list("person__name", "kind"))
    assert told == [("Bo Lindqvist", "packet_withdrawn"), ("Eve Mokoena", "packet_withdrawn")]


def test_not_once_it_is_decided(decided: Packet, as_ada: Client) -> None:
    assert main(as_ada.get(url_of(decided))).all("form") == []
    assert as_ada.post(url_of(decided), {"once": "t" * 22}).status_code == 409
    assert Withdrawal._default_manager.count() == 0


def test_not_for_others(shared: Packet, cast: Cast) -> None:
    for person in (cast.bo, cast.hal):
        is_not_there(person, url_of(shared))


def test_signed_out(shared: Packet) -> None:
    leads_to_welcome(url_of(shared))
