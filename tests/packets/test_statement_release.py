"""Releasing the statement to the person."""

from __future__ import annotations

from django.test import Client

from packets.models import Packet, Statement
from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import sent
from tests.cast import Cast


def test_opens_it_to_the_person_for_good(shared: Packet, as_ada: Client, as_bo: Client, cast: Cast) -> None:
    Statement.write(shared, by=cast.bo, text="I saw it myself.", seen=0)
    url = f"/packets/{shared.pid}/statement/release/"
    form = sent(as_bo.get(url))
    assert "I saw it myself." not in as_ada.get(f"/packets/{shared.pid}/").content.decode()
    assert [as_bo.post(url, form).status_code for _click in range(2)] == [302, 302]
    assert "I saw it myself." in as_ada.get(f"/packets/{shared.pid}/").content.decode()
    assert Notice.objects.filter(person=cast.ada, kind="packet_statement").count() == 1
    row = Statement.objects.get()
    assert as_bo.get(f"/packets/{shared.pid}/statement/").headers["Location"] == f"/packets/statements/{row.pid}/"


def test_what_was_changed_in_another_tab_is_not_released_unseen(shared: Packet, as_bo: Client, cast: Cast) -> None:
    Statement.write(shared, by=cast.bo, text="First.", seen=0)
    url = f"/packets/{shared.pid}/statement/release/"
    form = sent(as_bo.get(url))
    Statement.write(shared, by=cast.bo, text="Second.", seen=1)
    assert as_bo.post(url, form).status_code == 409
    assert Statement.objects.get().released_at is None


def test_nothing_to_release_and_not_for_others(shared: Packet, as_bo: Client, cast: Cast) -> None:
    url = f"/packets/{shared.pid}/statement/release/"
    assert as_bo.get(url).status_code == 404
    Statement.write(shared, by=cast.bo, text="First.", seen=0)
    assert as_bo.post(url, {"seen": "x", "once": "t" * 22}).status_code == 422
    for person in (cast.ada, cast.cy, cast.di):
        is_not_there(person, url)


def test_signed_out(shared: Packet) -> None:
    leads_to_welcome(f"/packets/{shared.pid}/statement/release/")
