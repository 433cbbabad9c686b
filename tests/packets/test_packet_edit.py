"""Writing one section at a time."""

from __future__ import annotations

import pytest
from django.test import Client

from assessments.models import Evidence
from ladders.chart import Chart
from packets.models import Packet
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import EvidenceFactory


def url_of(packet: Packet, section: str) -> str:
    return f"/packets/{packet.pid}/edit/{section}/"


def body(packet: Packet, kind: str) -> object:
    return packet.sections.get(kind=kind).body


def test_the_case_is_saved(packet: Packet, as_ada: Client) -> None:
    url = url_of(packet, "case")
    response = as_ada.post(url, sent(as_ada.get(url)) | {"text": "One. Two. Three."})
    assert response.headers["Location"] == f"/packets/{packet.pid}/#case"
    assert body(packet, "case") == {"text": "One. Two. Three."}


@pytest.mark.parametrize("text", ["One. Two. Three. Four.", "", NUL, "x" * 5001])
def test_a_fourth_sentence_is_refused_and_kept_on_the_page(packet: Packet, as_ada: Client, text: str) -> None:
    url = url_of(packet, "case")
    response = as_ada.post(url, sent(as_ada.get(url)) | {"text": text})
    assert response.status_code == 422
    assert list(errors(response)) == ["text"]
    assert body(packet, "case") == {}
    if "\x00" not in text:
        assert sent(response)["text"] == [text]


def test_two_tabs_see_both_texts_and_the_second_save_is_known(packet: Packet, as_ada: Client) -> None:
    url = url_of(packet, "case")
    first, second = (sent(as_ada.get(url)) for _tab in range(2))
    as_ada.post(url, first | {"text": "From the first tab."})

    response = as_ada.post(url, second | {"text": "From the second tab."})
    assert response.status_code == 409
    assert [area.text for area in main(response).all("textarea")] == ["From the first tab.", "From the second tab."]
    assert body(packet, "case") == {"text": "From the first tab."}

    assert as_ada.post(url, sent(response)).status_code == 302
    assert body(packet, "case") == {"text": "From the second tab."}


def test_a_double_click_saves_once(packet: Packet, as_ada: Client) -> None:
    url = url_of(packet, "case")
    form = sent(as_ada.get(url)) | {"text": "Once."}
    assert [as_ada.post(url, form).status_code for _click in range(2)] == [302, 302]
    assert packet.sections.get(kind="case").revision == 2


def test_another_item_can_stand_for_a_criterion(packet: Packet, ladder: Chart, cast: Cast, as_ada: Client) -> None:
    weaker = EvidenceFactory.create(person=cast.ada, title="Said so", strength="own", skills=["delivery"])
    EvidenceFactory.create(person=cast.di, title="Of Di", skills=["delivery"])
    url, pid = url_of(packet, "criteria"), ladder.skill["delivery"].pid
    shown = as_ada.get(url)
    offered = [option.attrs["value"] for option in main(shown).one("select", name=pid).all("option")]
    assert offered == ["", Evidence.objects.get(title="Moved all accounts").pid, weaker.pid]

    as_ada.post(url, sent(shown) | {pid: weaker.pid})
    assert body(packet, "criteria") == {"picks": {pid: weaker.pid}}
    assert "Said so, May 2022" in main(as_ada.get(f"/packets/{packet.pid}/")).text


def test_somebody_elses_item_is_refused(packet: Packet, ladder: Chart, cast: Cast, as_ada: Client) -> None:
    foreign = EvidenceFactory.create(person=cast.di, skills=["delivery"])
    url = url_of(packet, "measures")
    response = as_ada.post(url, sent(as_ada.get(url)) | {"item_1": foreign.pid})
    assert (response.status_code, list(errors(response))) == (422, ["item_1"])


def test_what_changed_for_the_product(packet: Packet, ladder: Chart, as_ada: Client) -> None:
    item, url = Evidence.objects.get(), url_of(packet, "measures")
    as_ada.post(
        url, sent(as_ada.get(url)) | {"before_2": "410", "after_2": "265", "part_2": "led", "item_2": item.pid}
    )
    rows = body(packet, "measures")["rows"]  # type: ignore[index]  # as the form saves it
    assert len(rows) == len(ladder.stage["senior-pm"].success)
    assert rows[1] == {"before": "410", "after": "265", "part": "led", "item": item.pid}


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"words_1": "Well done."}, {"source_1", "agreed_1"}),
        ({"words_1": "Well done.", "source_1": "Di"}, {"agreed_1"}),
        ({"words_1": "Well done.", "agreed_1": "on"}, {"source_1"}),
    ],
)
def test_a_quote_needs_a_name_and_a_yes(
    packet: Packet, as_ada: Client, typed: dict[str, str], wrong: set[str]
) -> None:
    url = url_of(packet, "voices")
    response = as_ada.post(url, sent(as_ada.get(url)) | typed)
    assert (response.status_code, set(errors(response))) == (422, wrong)
    assert sent(response)["words_1"] == ["Well done."]


def test_a_quote_with_both_is_saved_and_emptied_again(packet: Packet, as_ada: Client) -> None:
    url = url_of(packet, "voices")
    as_ada.post(url, sent(as_ada.get(url)) | {"words_2": "Well done.", "source_2": "Di", "agreed_2": "on"})
    assert body(packet, "voices") == {"quotes": [{"words": "Well done.", "source": "Di"}]}
    as_ada.post(url, sent(as_ada.get(url)) | {"words_1": ""})
    assert body(packet, "voices") == {"quotes": []}


def test_how_what_is_open_will_be_handled(packet: Packet, ladder: Chart, as_ada: Client) -> None:
    url, pid = url_of(packet, "open"), ladder.skill["vision"].pid
    shown = sent(as_ada.get(url))
    assert (pid in shown, ladder.skill["delivery"].pid in shown) == (True, False)
    as_ada.post(url, shown | {pid: "Leads the review until June."})
    assert body(packet, "open") == {"plans": {pid: "Leads the review until June."}}


@pytest.mark.usefixtures("veiled")
def test_while_a_review_is_open_nothing_says_what_is_open(packet: Packet, as_ada: Client) -> None:
    assert set(sent(as_ada.get(url_of(packet, "open")))) == {"once", "seen"}


def test_a_section_that_no_packet_has(packet: Packet, as_ada: Client) -> None:
    assert [as_ada.get(url_of(packet, name)).status_code for name in ("block", "other")] == [404, 404]


def test_after_the_handing_in_the_other_tab_keeps_what_was_typed(shared: Packet, as_ada: Client) -> None:
    url = url_of(shared, "case")
    tab = sent(as_ada.get(url)) | {"text": "Typed in the other tab."}
    form = sent(as_ada.get(f"/packets/{shared.pid}/hand-in/"))
    assert as_ada.post(f"/packets/{shared.pid}/hand-in/", form).status_code == 302
    late = as_ada.post(url, tab)
    assert (late.status_code, "Typed in the other tab." in late.content.decode()) == (409, True)
    assert as_ada.get(url).headers["Location"] == f"/packets/{shared.pid}/"
    assert body(shared, "case") != {"text": "Typed in the other tab."}


def test_not_the_managers_to_write(shared: Packet, cast: Cast) -> None:
    is_not_there(cast.bo, url_of(shared, "case"))


def test_signed_out(packet: Packet) -> None:
    leads_to_welcome(url_of(packet, "case"))
