"""Ordering the case blocks with buttons, so with the keyboard as well."""

from __future__ import annotations

import pytest
from django.test import Client

from packets.models import Packet, Section
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.packets.conftest import client_of


def titles(packet: Packet) -> list[str]:
    return [section.body["title"][-1] for section in Section.objects.filter(packet=packet).blocks()]


@pytest.mark.parametrize(
    ("place", "way", "order"),
    [
        (0, "down", ["1", "0", "2"]),
        (2, "up", ["0", "2", "1"]),
        (0, "up", ["0", "1", "2"]),
        (2, "down", ["0", "1", "2"]),
        (1, "odd", ["0", "2", "1"]),
    ],
)
def test_by_one_place(full: Packet, as_ada: Client, place: int, way: str, order: list[str]) -> None:
    block = Section.objects.filter(packet=full).blocks()[place]
    as_ada.post(f"/packets/{full.pid}/blocks/{block.pid}/move/", {"way": way})
    assert titles(full) == order


def test_not_after_the_handing_in_and_not_for_others(handed: Packet, as_ada: Client, cast: Cast) -> None:
    block = Section.objects.filter(packet=handed).blocks()[0]
    url = f"/packets/{handed.pid}/blocks/{block.pid}/move/"
    assert as_ada.post(url, {"way": "down"}).status_code == 409
    assert client_of(cast.bo).post(url, {"way": "down"}).status_code == 404
    assert titles(handed) == ["0", "1", "2"]


def test_signed_out(full: Packet) -> None:
    leads_to_welcome(f"/packets/{full.pid}/blocks/{Section.objects.filter(packet=full).blocks()[0].pid}/move/")
