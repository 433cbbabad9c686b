"""Adding a case block."""

from __future__ import annotations

import pytest
from django.test import Client

from assessments.models import Evidence
from ladders.chart import Chart
from packets.models import Packet, Section
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast


def url_of(packet: Packet) -> str:
    return f"/packets/{packet.pid}/blocks/new/"


def test_comes_at_the_end_with_all_that_was_said(full: Packet, ladder: Chart, as_ada: Client) -> None:
    item, skill, url = Evidence.objects.get(), ladder.skill["delivery"], url_of(full)
    texts = {name: f"The {name}." for name in ("title", "scope", "problem", "decisions", "part", "outcome")}
    form = sent(as_ada.get(url)) | texts | {"items": [item.pid], "skill_1": skill.pid, "level_1": "4"}
    as_ada.post(url, form)

    last = list(Section.objects.filter(packet=full).blocks())[-1]
    assert last.body == {**texts, "items": [item.pid], "shows": {skill.pid: 4}}
    shown = main(as_ada.get(f"/packets/{full.pid}/")).text
    assert ("The decisions." in shown, "Shows: Execution and delivery 4" in shown) == (True, True)


def test_sent_twice_it_is_one(full: Packet, as_ada: Client) -> None:
    form = sent(as_ada.get(url_of(full))) | {"title": "Once"}
    assert [as_ada.post(url_of(full), form).status_code for _click in range(2)] == [302, 302]
    assert Section.objects.filter(packet=full).blocks().count() == 4


def test_the_sixth_is_refused_and_kept_on_the_page(full: Packet, as_ada: Client) -> None:
    for number in range(2):
        Section.add_block(full, {"title": f"More {number}"})
    response = as_ada.post(url_of(full), sent(as_ada.get(url_of(full))) | {"title": "The sixth"})
    assert (response.status_code, sent(response)["title"]) == (422, ["The sixth"])
    assert Section.objects.filter(packet=full).blocks().count() == 5


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"title": ""}, {"title"}),
        ({"title": NUL}, {"title"}),
        ({"title": "A", "level_2": "4"}, {"skill_2"}),
        ({"title": "A", "scope": "x" * 5001}, {"scope"}),
        ({"title": "A", "items": ["unknown"]}, {"items"}),
    ],
)
def test_wrong_input(full: Packet, as_ada: Client, typed: dict[str, str], wrong: set[str]) -> None:
    response = as_ada.post(url_of(full), sent(as_ada.get(url_of(full))) | typed)
    assert (response.status_code, set(errors(response))) == (422, wrong)


def test_a_skill_needs_its_level_and_stands_once(full: Packet, ladder: Chart, as_ada: Client) -> None:
    pid = ladder.skill["delivery"].pid
    said = {"title": "A", "skill_1": pid, "level_1": "3", "skill_2": pid, "level_2": "4", "skill_3": pid}
    response = as_ada.post(url_of(full), sent(as_ada.get(url_of(full))) | said)
    assert set(errors(response)) == {"skill_2", "skill_3", "level_3"}


def test_not_the_managers(shared: Packet, cast: Cast) -> None:
    is_not_there(cast.bo, url_of(shared))


def test_signed_out(full: Packet) -> None:
    leads_to_welcome(url_of(full))
