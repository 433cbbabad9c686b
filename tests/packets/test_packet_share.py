"""Sharing a packet with the manager of today."""

from __future__ import annotations

from django.test import Client

from packets.models import Packet, Sharing
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast


def test_asks_first_then_opens_it_and_tells(full: Packet, cast: Cast, as_ada: Client) -> None:
    url = f"/packets/{full.pid}/share/"
    shown = as_ada.get(url)
    assert "Bo Lindqvist reads everything" in main(shown).text
    assert [as_ada.post(url, sent(shown)).status_code for _click in range(2)] == [302, 302]
    assert [(row.packet, row.reader) for row in Sharing.objects.all()] == [(full, cast.bo)]
    assert list(Notice.objects.values_list("person__name", "kind")) == [("Bo Lindqvist", "packet_shared")]


def test_without_a_manager_it_says_who_decides(full: Packet, cast: Cast, as_ada: Client) -> None:
    cast.ada.report_to(None, since=cast.ada.joined_at.date())
    url = f"/packets/{full.pid}/share/"
    assert main(as_ada.get(url)).all("form") == []
    assert as_ada.post(url, {"once": "t" * 22}).status_code == 422
    assert Sharing.objects.count() == 0


def test_not_for_others(shared: Packet, cast: Cast) -> None:
    for person in (cast.bo, cast.di, cast.hal):
        is_not_there(person, f"/packets/{shared.pid}/share/")


def test_signed_out(full: Packet) -> None:
    leads_to_welcome(f"/packets/{full.pid}/share/")
