"""Recording the decision: by the manager, or by one of the people team."""

from __future__ import annotations

import pytest
from django.test import Client

from ladders.chart import Chart
from ladders.models import Path
from packets.models import Decision, Packet, Reason
from people.models import Duty
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.packets.conftest import client_of, open_review


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/decision/"


@pytest.mark.parametrize("name", ["bo", "hal"])
def test_with_reasons_by_skill(handed: Packet, ladder: Chart, cast: Cast, name: str) -> None:
    client, vision = client_of(getattr(cast, name)), ladder.skill["vision"]
    said = {"yes": "no", "words": "Not this time.", f"said-{vision.pid}": "One team has seen it."}
    form = sent(client.get(url_of(handed))) | said
    assert [client.post(url_of(handed), form).status_code for _click in range(2)] == [302, 302]
    made, reason = Decision.objects.get(), Reason.objects.get()
    assert (made.by, made.yes, made.words) == (getattr(cast, name), False, "Not this time.")
    assert (reason.skill_id, reason.words) == (vision.pk, "One team has seen it.")


def test_the_person_reads_nothing_before_it_is_released(decided: Packet, as_ada: Client, as_bo: Client) -> None:
    here = f"/packets/{decided.pid}/"
    assert ["Not this time." in client.get(here).content.decode() for client in (as_bo, as_ada)] == [True, False]


def test_the_recorder_of_the_people_team_reads_nothing_of_the_packet(handed: Packet, as_hal: Client) -> None:
    text = as_hal.get(url_of(handed)).content.decode()
    assert ("Ada Okafor" in text, "I answer for billing" in text, "Case 0" in text) == (True, False, False)
    assert as_hal.get(f"/packets/{handed.pid}/").status_code == 404


def test_nobody_decides_about_themselves(handed: Packet, as_ada: Client, cast: Cast) -> None:
    cast.ada.give(Duty.Kind.PEOPLE)
    assert as_ada.get(url_of(handed)).status_code == 404


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, {"yes", "words"}),
        ({"yes": "yes"}, {"words"}),
        ({"yes": "no", "words": "No."}, {"words"}),
        ({"yes": "maybe", "words": "x"}, {"yes"}),
    ],
)
def test_wrong_input(handed: Packet, as_bo: Client, said: dict[str, str], wrong: set[str]) -> None:
    response = as_bo.post(url_of(handed), sent(as_bo.get(url_of(handed))) | said)
    assert (response.status_code, set(errors(response))) == (422, wrong)


def test_decided_twice_the_second_keeps_what_was_typed(decided: Packet, as_hal: Client) -> None:
    said = {"yes": "yes", "words": "I say yes.", "once": "t" * 22}
    response = as_hal.post(url_of(decided), said)
    assert (response.status_code, "I say yes." in response.content.decode()) == (409, True)
    assert Decision.objects.get().yes is False


def test_waits_while_a_review_is_open(handed: Packet, placed: Path, as_bo: Client, cast: Cast) -> None:
    open_review(cast, placed)
    response = as_bo.post(url_of(handed), {"yes": "yes", "words": "Yes.", "once": "t" * 22})
    assert (main(response).one("h1").text, Decision.objects.count()) == ("Hidden for now", 0)


def test_not_for_others(handed: Packet, cast: Cast) -> None:
    for person in (cast.cy, cast.di, cast.eve, cast.lin, cast.root, cast.xena):
        is_not_there(person, url_of(handed))


def test_signed_out(handed: Packet) -> None:
    leads_to_welcome(url_of(handed))
