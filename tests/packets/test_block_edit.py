"""Changing a case block."""

from __future__ import annotations

import pytest
from django.test import Client

from packets.models import Packet, Section
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast


@pytest.fixture
def url(shared: Packet) -> str:
    return f"/packets/{shared.pid}/blocks/{Section.objects.filter(packet=shared).blocks()[1].pid}/"


def titles(packet: Packet) -> list[str]:
    return [section.body["title"] for section in Section.objects.filter(packet=packet).blocks()]


def test_only_this_block_changes(url: str, shared: Packet, as_ada: Client) -> None:
    response = as_ada.post(url, sent(as_ada.get(url)) | {"title": "Renamed"})
    assert response.headers["Location"] == f"/packets/{shared.pid}/#block"
    assert titles(shared) == ["Case 0", "Renamed", "Case 2"]


def test_two_tabs_see_both_texts(url: str, shared: Packet, as_ada: Client) -> None:
    first, second = (sent(as_ada.get(url)) for _tab in range(2))
    as_ada.post(url, first | {"title": "First"})
    response = as_ada.post(url, second | {"title": "Second"})
    assert response.status_code == 409
    assert main(response).all("textarea", id="met-1")[0].text == "First"
    assert sent(response)["title"] == ["Second"]
    assert titles(shared) == ["Case 0", "First", "Case 2"]


def test_two_blocks_in_two_tabs_do_not_meet(url: str, shared: Packet, as_ada: Client) -> None:
    other = f"/packets/{shared.pid}/blocks/{Section.objects.filter(packet=shared).blocks()[0].pid}/"
    here, there = sent(as_ada.get(url)), sent(as_ada.get(other))
    as_ada.post(url, here | {"title": "One"})
    assert as_ada.post(other, there | {"title": "Other"}).status_code == 302
    assert titles(shared) == ["Other", "One", "Case 2"]


def test_not_the_managers(url: str, cast: Cast) -> None:
    is_not_there(cast.bo, url)


def test_signed_out(url: str) -> None:
    leads_to_welcome(url)
