"""The packet as each of those around it reads it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from assessments.models import Appraisal, Endorsement, Evidence
from ladders.chart import Chart
from ladders.models import Path
from packets.canonical import digest_of
from packets.models import Packet
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import cells, facts, main
from tests.cast import Cast
from tests.factories import EvidenceFactory
from tests.packets.conftest import client_of, freeze, open_review

SECTIONS: dict[str, dict[str, Any]] = {
    "case": {"text": "wordcase."},
    "measures": {"rows": [{"before": "wordbefore", "after": "wordafter", "part": "wordpart"}]},
    "voices": {"quotes": [{"words": "wordquote", "source": "wordsource"}]},
}
BLOCK = {name: f"wordblock{name}" for name in ("title", "scope", "problem", "decisions", "part", "outcome")}
WORDS = {"wordcase", "wordbefore", "wordafter", "wordpart", "wordquote", "wordsource", *BLOCK.values()}


def written(packet: Packet, ladder: Chart) -> Packet:
    """With a word of its own in every place where the person writes."""
    for section in packet.sections.all():
        if section.kind in SECTIONS:
            section.write(SECTIONS[section.kind], seen=section.revision)
        elif section.kind == "block":
            section.write(BLOCK, seen=section.revision)
        elif section.kind == "open":
            section.write({"plans": {ladder.skill["vision"].pid: "wordplan"}}, seen=section.revision)
    return packet


def said(client: Client, packet: Packet) -> set[str]:
    """Which of the words an answer has, whatever its status."""
    text = client.get(f"/packets/{packet.pid}/").content.decode()
    return {word for word in WORDS | {"wordplan"} if word in text}


def test_shows_what_was_written(full: Packet, ladder: Chart, as_ada: Client) -> None:
    assert said(as_ada, written(full, ladder)) == WORDS | {"wordplan"}


@pytest.mark.parametrize("name", ["bo", "cy", "di", "eve", "hal", "lin", "root", "xena"])
def test_a_draft_is_nobody_elses(full: Packet, ladder: Chart, cast: Cast, name: str) -> None:
    written(full, ladder)
    assert said(client_of(getattr(cast, name)), full) == set()
    is_not_there(getattr(cast, name), f"/packets/{full.pid}/", post=False)


@pytest.mark.parametrize("name", ["cy", "di", "eve", "hal", "lin", "root", "xena"])
def test_shared_only_the_manager_reads_it(shared: Packet, ladder: Chart, cast: Cast, name: str) -> None:
    written(shared, ladder)
    assert said(client_of(cast.bo), shared) == WORDS | {"wordplan"}
    assert said(client_of(getattr(cast, name)), shared) == set()


@pytest.mark.parametrize("name", ["cy", "di", "hal", "lin", "root", "xena"])
def test_handed_in_the_named_read_the_copy_too(shared: Packet, ladder: Chart, cast: Cast, name: str) -> None:
    frozen = freeze(written(shared, ladder), cast.eve)
    assert said(client_of(cast.eve), frozen) == said(client_of(cast.bo), frozen) == WORDS | {"wordplan"}
    assert said(client_of(getattr(cast, name)), frozen) == set()


def test_a_named_reader_reads_no_more_once_it_is_decided_and_released(released: Packet, as_eve: Client) -> None:
    assert as_eve.get(f"/packets/{released.pid}/").status_code == 404


def test_the_criteria_have_level_item_and_who_saw_it(full: Packet, cast: Cast, as_ada: Client) -> None:
    item = Evidence.objects.get()
    Endorsement.objects.create(evidence=item, witness=cast.di, title=item.title, saw_it=True)
    (table,) = main(as_ada.get(f"/packets/{full.pid}/")).all("section", id="criteria")
    rows = {row[0]: row[1:] for row in cells(table)}
    found = next(rest for title, rest in rows.items() if title.startswith("Execution and delivery"))
    assert found[0:2] == ["4", "4, met"]
    assert found[2].startswith("Moved all accounts, May 2022")
    assert found[3] == "Di Castellanos"


def test_says_on_what_it_rests(full: Packet, as_ada: Client) -> None:
    found = facts(main(as_ada.get(f"/packets/{full.pid}/")))
    assert found["Basis"] == "agreed with Bo Lindqvist, 1 June 2022"
    assert found["Standing"].startswith("1 of ")


def test_the_copy_stays_and_its_digest_holds(handed: Packet, as_eve: Client, cast: Cast) -> None:
    before = handed.hand_in.body
    EvidenceFactory.create(person=cast.ada, title="Something later", strength="outcome", skills=["delivery"])
    Evidence.objects.filter(title="Moved all accounts").update(title="Renamed")

    text = as_eve.get(f"/packets/{handed.pid}/").content.decode()
    handed.hand_in.refresh_from_db()
    assert handed.hand_in.body == before
    assert handed.hand_in.digest == digest_of(before)
    assert ("Moved all accounts" in text, "Something later" in text, "Renamed" in text) == (True, False, False)
    assert handed.hand_in.digest in text
    assert json.loads(before)["person"]["name"] == "Ada Okafor"


def test_it_is_written_down_who_read_it(handed: Packet, as_bo: Client, as_eve: Client, as_ada: Client) -> None:
    for client in (as_bo, as_eve, as_ada, as_eve):
        client.get(f"/packets/{handed.pid}/")
    rows = Reading.objects.filter(page="packet_show").order_by("pk").values_list("reader__name", "times")
    assert list(rows) == [("Bo Lindqvist", 1), ("Eve Mokoena", 2)]


def test_a_new_manager_reads_nothing_until_it_is_shared_again(shared: Packet, cast: Cast) -> None:
    cast.ada.report_to(cast.eve, since=cast.ada.joined_at.date())
    url = f"/packets/{shared.pid}/"
    statuses = [client_of(person).get(url).status_code for person in (cast.bo, cast.eve, cast.ada)]
    assert statuses == [404, 404, 200]

    client_of(cast.ada).post(f"{url}share/", {"once": "s" * 22})
    assert [client_of(person).get(url).status_code for person in (cast.bo, cast.eve)] == [404, 200]


def test_while_a_review_is_open_levels_are_hidden_in_words(
    full: Packet, placed: Path, cast: Cast, as_ada: Client
) -> None:
    assert "4, met" in main(as_ada.get(f"/packets/{full.pid}/")).text
    open_review(cast, placed)
    shown = main(as_ada.get(f"/packets/{full.pid}/"))
    assert facts(shown)["Basis"] == "hidden while a review is open"
    assert ("4, met" in shown.text, len(shown.all("p", "veil-words"))) == (False, 1)


def test_the_copy_is_hidden_too_and_comes_back_unchanged(
    handed: Packet, placed: Path, cast: Cast, as_ada: Client, as_bo: Client, as_eve: Client
) -> None:
    url = f"/packets/{handed.pid}/"
    before = main(as_eve.get(url)).one("article").text
    open_review(cast, placed)
    for client in (as_bo, as_eve):
        assert main(client.get(url)).one("h1").text == "Hidden for now"
    assert "4, met" not in main(as_ada.get(url)).text

    Appraisal.objects.get().end(by=cast.bo, reason="")
    assert "4, met" in before
    assert main(as_eve.get(url)).one("article").text == before


def test_a_section_of_another_shape_breaks_nothing(full: Packet, as_ada: Client) -> None:
    odd = {"text": 3, "picks": [1], "rows": {"a": 1}, "quotes": "x", "plans": None, "items": {}, "shows": [2]}
    full.sections.update(body=odd)
    assert as_ada.get(f"/packets/{full.pid}/").status_code == 200


def test_the_criteria_of_a_packet_without_anything(packet: Packet, as_ada: Client) -> None:
    shown = main(as_ada.get(f"/packets/{packet.pid}/"))
    (table,) = shown.all("section", id="criteria")
    assert len(cells(table)) > 10


def test_signed_out(packet: Packet) -> None:
    leads_to_welcome(f"/packets/{packet.pid}/")
