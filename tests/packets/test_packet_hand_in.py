"""Handing in: the frozen copy, its readers, and what has to be there first."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from ladders.models import Path
from packets.canonical import digest_of
from packets.models import HandIn, Packet, Reader, Section
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.packets.conftest import open_review


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/hand-in/"


def test_freezes_names_and_tells(shared: Packet, as_ada: Client, cast: Cast) -> None:
    Notice.objects.all().delete()
    form = sent(as_ada.get(url_of(shared))) | {"readers": "Eve Mokoena\ncy@example.org\n\nEve Mokoena"}
    assert [as_ada.post(url_of(shared), form).status_code for _click in range(2)] == [302, 302]
    done = HandIn.objects.get()
    assert done.digest == digest_of(done.body)
    assert json.loads(done.body)["case"].startswith("I answer for billing.")
    assert list(Reader.objects.order_by("pk").values_list("reader", flat=True)) == [cast.eve.pk, cast.cy.pk]
    told = sorted(Notice.objects.values_list("person__name", "kind"))
    assert told == [
        ("Bo Lindqvist", "packet_handed_in"),
        ("Cy Haddad", "packet_reader"),
        ("Eve Mokoena", "packet_reader"),
    ]


@pytest.mark.parametrize(
    "readers", ["Nobody Here", "Ada Okafor", "gone@example.org", "o", "\n".join(["Eve"] * 13), "a\x00b"]
)
def test_readers_that_cannot_be_named(shared: Packet, as_ada: Client, readers: str) -> None:
    response = as_ada.post(url_of(shared), sent(as_ada.get(url_of(shared))) | {"readers": readers})
    assert (response.status_code, list(errors(response))) == (422, ["readers"])
    assert HandIn.objects.count() == 0


def test_what_was_changed_in_another_tab_is_not_handed_in_unseen(shared: Packet, as_ada: Client) -> None:
    form = sent(as_ada.get(url_of(shared)))
    section = shared.sections.get(kind="case")
    section.write({"text": "Another case."}, seen=section.revision)
    assert as_ada.post(url_of(shared), form).status_code == 409
    assert HandIn.objects.count() == 0


def test_says_what_is_missing(packet: Packet, as_ada: Client) -> None:
    shown = main(as_ada.get(url_of(packet)))
    assert (len(shown.one("ul", "bullets").all("li")), shown.all("form")) == (3, [])
    assert as_ada.post(url_of(packet), {"readers": "", "seen": "x", "once": "t" * 22}).status_code == 422


def test_waits_while_a_review_is_open(shared: Packet, placed: Path, as_ada: Client, cast: Cast) -> None:
    form = sent(as_ada.get(url_of(shared)))
    open_review(cast, placed)
    response = as_ada.post(url_of(shared), form)
    assert (response.status_code, HandIn.objects.count()) == (422, 0)
    assert "A review of you is open." in main(response).text


def test_without_a_manager_it_can_be_handed_in(full: Packet, as_ada: Client, cast: Cast) -> None:
    cast.ada.report_to(None, since=cast.ada.joined_at.date())
    assert as_ada.post(url_of(full), sent(as_ada.get(url_of(full)))).status_code == 302


def test_nothing_is_written_afterwards(handed: Packet, as_ada: Client) -> None:
    before = list(Section.objects.order_by("pk").values_list("body", "revision"))
    for path in ("edit/case/", "blocks/new/"):
        sent_late = {"text": "Late.", "title": "Late", "seen": "2", "once": path[:5] * 4}
        assert as_ada.post(f"/packets/{handed.pid}/{path}", sent_late).status_code == 409
    assert list(Section.objects.order_by("pk").values_list("body", "revision")) == before


def test_not_for_others(shared: Packet, cast: Cast) -> None:
    is_not_there(cast.bo, url_of(shared))


def test_signed_out(shared: Packet) -> None:
    leads_to_welcome(url_of(shared))
