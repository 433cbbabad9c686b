"""Taking a case block out."""

from __future__ import annotations

import pytest
from django.test import Client

from assessments.models import Evidence
from packets.models import Packet, Section
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast


@pytest.fixture
def url(shared: Packet) -> str:
    return f"/packets/{shared.pid}/blocks/{Section.objects.filter(packet=shared).blocks()[1].pid}/remove/"


def test_asks_first_then_takes_it_out(url: str, shared: Packet, as_ada: Client) -> None:
    shown = as_ada.get(url)
    assert "Case 1" in main(shown).text
    assert [as_ada.post(url, sent(shown)).status_code for _click in range(2)] == [302, 302]
    left = [section.body["title"] for section in Section.objects.filter(packet=shared).blocks()]
    assert (left, Evidence.objects.count()) == (["Case 0", "Case 2"], 1)


def test_not_the_managers(url: str, cast: Cast) -> None:
    is_not_there(cast.bo, url)


def test_signed_out(url: str) -> None:
    leads_to_welcome(url)
