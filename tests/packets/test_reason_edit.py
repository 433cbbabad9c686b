"""One step of the plan, which the person and the manager both change."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from packets.models import Packet, Reason
from people.models import Notice
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast


@pytest.fixture
def url(released: Packet) -> str:
    return f"/packets/{released.pid}/plan/{Reason.objects.get().pid}/"


def test_what_would_show_it_who_and_by_when(url: str, as_ada: Client, cast: Cast) -> None:
    due = timezone.localdate() + timedelta(days=60)
    said = {"sign": "Two teams plan with it.", "owner": "person", "due_on": due.isoformat()}
    assert as_ada.post(url, sent(as_ada.get(url)) | said).status_code == 302
    row = Reason.objects.get()
    assert (row.sign, row.owner, row.due_on, row.by) == ("Two teams plan with it.", "person", due, cast.ada)
    assert Notice.objects.filter(kind="packet_planned").get().person == cast.bo


def test_the_two_meet_and_see_both_texts(url: str, as_ada: Client, as_bo: Client) -> None:
    hers, his = sent(as_ada.get(url)), sent(as_bo.get(url))
    as_ada.post(url, hers | {"sign": "Hers."})
    response = as_bo.post(url, his | {"sign": "His."})
    assert response.status_code == 409
    assert [area.text for area in main(response).all("textarea")] == ["Hers.", "His."]
    assert as_bo.post(url, sent(response)).status_code == 302
    assert Reason.objects.get().sign == "His."


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"sign": ""}, "sign"),
        ({"sign": NUL}, "sign"),
        ({"due_on": "2020-01-01"}, "due_on"),
        ({"owner": "x"}, "owner"),
    ],
)
def test_wrong_input(url: str, as_ada: Client, said: dict[str, str], wrong: str) -> None:
    response = as_ada.post(url, sent(as_ada.get(url)) | {"sign": "Two teams."} | said)
    assert (response.status_code, list(errors(response))) == (422, [wrong])


def test_not_for_others(url: str, cast: Cast) -> None:
    for person in (cast.cy, cast.di, cast.eve, cast.hal):
        is_not_there(person, url)


def test_signed_out(url: str) -> None:
    leads_to_welcome(url)
