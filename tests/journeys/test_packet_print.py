"""A packet on paper, and without scripts."""

from __future__ import annotations

import re
import zlib
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from ladders.chart import Chart
from packets.models import Packet
from people.models import Person
from tests.factories import AssessmentFactory, EvidenceFactory, PathFactory, PersonFactory
from tests.journeys.conftest import Open
from tests.journeys.rooms.packets import begun, handed
from tests.journeys.steps import sign_in

PAGE = re.compile(rb"/Type\s*/Page[^s]")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
FOOT = re.compile(rb"/F\d+ 8(?:\.0*)? Tf")  # the foot is set in 6 points: 8 of the pixels that the browser counts in


@pytest.fixture
def packet(ladder: Chart) -> Packet:
    person: Person = PersonFactory.create(name="Ada Okafor")
    PathFactory(person=person)
    levels = {skill.slug: 3 for skill in ladder.skills}
    AssessmentFactory(person=person, kind="agreed", levels=levels, submitted=datetime(2026, 6, 1, 9, tzinfo=UTC))
    for skill in ladder.skills:
        EvidenceFactory(person=person, title=f"What showed {skill.title} to four teams", skills=[skill.slug])
    return handed(begun(person, ladder, "senior-pm"), PersonFactory.create())


def test_on_two_to_four_pages_with_the_digest_at_the_foot_of_each(open_page: Open, packet: Packet) -> None:
    page = open_page()
    sign_in(page, packet.person)
    page.goto(reverse("packet_show", args=[packet.pid]))
    paper = page.pdf(prefer_css_page_size=True, format="A4")
    count = len(PAGE.findall(paper))
    assert count in (2, 3, 4)
    assert len(list(filter(FOOT.search, texts(paper)))) == count
    page.emulate_media(media="print")
    assert packet.hand_in.digest in page.locator(".hash-foot").inner_text()
    assert page.locator(".packet .left").is_hidden()


def texts(paper: bytes) -> list[bytes]:
    """What is drawn on each page."""
    found = []
    for stream in STREAM.findall(paper):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return [text for text in found if b" Tf" in text]


def test_without_scripts_from_the_first_word_to_the_handing_in(open_page: Open, ladder: Chart) -> None:
    person = PersonFactory.create(name="Ada Okafor")
    PathFactory(person=person)
    page = open_page(scripts=False, expects=("422",))
    sign_in(page, person)
    page.goto("/packets/")
    page.get_by_role("link", name="Begin a packet").click()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("link", name="Edit the case").click()
    page.get_by_label("The case in three sentences").fill("One. Two. Three. Four.")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_label("The case in three sentences").input_value() == "One. Two. Three. Four."
    page.get_by_label("The case in three sentences").fill("One. Two. Three.")
    page.get_by_role("button", name="Save").click()
    for number in range(3):
        page.get_by_role("link", name="Add a case").click()
        page.get_by_label("What it was").fill(f"Case {number}")
        page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Move up: Case 2").press("Enter")
    assert [one.inner_text() for one in page.locator(".case h3").all()] == ["Case 0", "Case 2", "Case 1"]
    page.get_by_role("link", name="Hand it in").click()
    page.get_by_role("button", name="Hand it in").click()
    assert page.locator(".digest").inner_text() == Packet.objects.get().hand_in.digest
