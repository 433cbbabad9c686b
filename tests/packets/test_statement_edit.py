"""The manager's statement, theirs alone until it is released."""

from __future__ import annotations

import pytest
from django.test import Client

from packets.models import Packet, Statement
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.packets.conftest import client_of


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/statement/"


def write(client: Client, packet: Packet, text: str, **more: str) -> str:
    response = client.post(url_of(packet), sent(client.get(url_of(packet))) | {"text": text, **more})
    return response.headers["Location"]


def test_a_draft_is_the_managers_alone(shared: Packet, as_ada: Client, as_bo: Client) -> None:
    assert write(as_bo, shared, "Seen with my own eyes.") == url_of(shared)
    assert sent(as_bo.get(url_of(shared)))["text"] == ["Seen with my own eyes."]
    assert "Seen with my own eyes." not in as_ada.get(f"/packets/{shared.pid}/").content.decode()
    assert as_ada.get(url_of(shared)).status_code == 404


def test_the_second_button_leads_on(shared: Packet, as_bo: Client) -> None:
    assert write(as_bo, shared, "Seen.", release="1") == f"/packets/{shared.pid}/statement/release/"


def test_two_tabs_see_both_texts(shared: Packet, as_bo: Client) -> None:
    first, second = (sent(as_bo.get(url_of(shared))) for _tab in range(2))
    as_bo.post(url_of(shared), first | {"text": "First."})
    response = as_bo.post(url_of(shared), second | {"text": "Second."})
    assert response.status_code == 409
    assert [area.text for area in main(response).all("textarea")] == ["First.", "Second."]
    assert as_bo.post(url_of(shared), sent(response)).status_code == 302
    assert Statement.objects.get().text == "Second."


@pytest.mark.parametrize("text", ["", NUL, "x" * 5001])
def test_wrong_input(shared: Packet, as_bo: Client, text: str) -> None:
    response = as_bo.post(url_of(shared), sent(as_bo.get(url_of(shared))) | {"text": text})
    assert (response.status_code, list(errors(response))) == (422, ["text"])


def test_a_successor_never_sees_the_draft(shared: Packet, as_bo: Client, cast: Cast) -> None:
    write(as_bo, shared, "Between me and me.")
    cast.ada.report_to(cast.eve, since=cast.ada.joined_at.date())
    client_of(cast.ada).post(f"/packets/{shared.pid}/share/", {"once": "s" * 22})
    assert sent(client_of(cast.eve).get(url_of(shared)))["text"] == [""]
    assert as_bo.get(url_of(shared)).status_code == 404
    assert Statement.objects.get().text == "Between me and me."


def test_not_for_others(shared: Packet, cast: Cast) -> None:
    for person in (cast.cy, cast.di, cast.hal):
        is_not_there(person, url_of(shared))


def test_signed_out(shared: Packet) -> None:
    leads_to_welcome(url_of(shared))
