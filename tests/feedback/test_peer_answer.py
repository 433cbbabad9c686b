"""A colleague answers."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from feedback.models import Peer
from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.feedback.pages import form, send, text
from tests.feedback.peering import NAMED, SKILLS, SUMMARY, answers, asked, reveal, said, settled
from tests.reviews.pairs import client_of


@pytest.fixture
def peer(review: Appraisal, ladder: Chart, cast: Cast) -> Peer:
    return asked(settled(review, ladder), cast.ada)


def url_of(peer: Peer) -> str:
    return f"/peers/{peer.pid}/"


def levels(ladder: Chart, level: str, words: str = "") -> dict[str, str]:
    pids = [ladder.skill[slug].pid for slug in SKILLS]
    return {f"level-{pid}": level for pid in pids} | {f"words-{pid}": words for pid in pids}


@pytest.mark.parametrize(
    ("manner", "words"),
    [(NAMED, "With your name. Di Castellanos and Bo Lindqvist read"), (SUMMARY, "Without your name. Once both")],
)
def test_says_before_it_starts_who_reads_it_and_how(
    review: Appraisal, ladder: Chart, cast: Cast, manner: object, words: str
) -> None:
    row = asked(settled(review, ladder, manner), cast.ada)  # type: ignore[arg-type]  # one of the two
    assert words in text(cast.ada, url_of(row))


def test_asks_only_about_the_chosen_skills(peer: Peer, ladder: Chart, cast: Cast) -> None:
    page = main(client_of(cast.ada).get(url_of(peer)))
    assert [head.text for head in page.all("h2")] == [one.title for one in ladder.skills if one.slug in SKILLS]
    assert len(page.all("input", type="radio")) == 2 * 7


def test_a_change_saves_itself(peer: Peer, ladder: Chart, cast: Cast) -> None:
    client, sheet = client_of(cast.ada), form(cast.ada, url_of(peer))
    for level in ("2", "none"):
        one = {f"level-{ladder.skill['vision'].pid}": level}
        response = client.post(url_of(peer), sheet | one, headers={"HX-Request": "true"})
        assert (response.status_code, response.headers["HX-Trigger"]) == (204, "saved")
    assert said(peer) == {"delivery": (None, False, ""), "vision": (None, True, "")}
    assert Peer.objects.get().state is Peer.State.ASKED


def test_another_tab_that_saves_itself_is_told(peer: Peer, ladder: Chart, cast: Cast) -> None:
    old = form(cast.ada, url_of(peer))
    send(cast.ada, url_of(peer), **levels(ladder, "3", "New tab"))
    late = old | levels(ladder, "1", "Old tab")
    response = client_of(cast.ada).post(url_of(peer), late, headers={"HX-Request": "true"})
    assert (response.status_code, response.content) == (409, b"")
    page = main(client_of(cast.ada).post(url_of(peer), late))
    assert "Old tab" in page.text
    assert said(peer) == dict.fromkeys(SKILLS, (3, False, "New tab"))


def test_sends(peer: Peer, ladder: Chart, cast: Cast) -> None:
    response = send(cast.ada, url_of(peer), **levels(ladder, "3", "I sat beside it."), send="1")
    assertRedirects(response, url_of(peer))
    assert Peer.objects.get().state is Peer.State.SENT
    assert "I sat beside it." in text(cast.ada, url_of(peer))
    assert list(Reading.objects.values_list("reader", "person", "page")) == [(cast.ada.pk, cast.di.pk, "peer_answer")]


def test_what_is_missing_is_said_beside_it(peer: Peer, ladder: Chart, cast: Cast) -> None:
    pid = ladder.skill["vision"].pid
    response = send(cast.ada, url_of(peer), **{f"level-{pid}": "3", f"words-{pid}": "Kept"}, send="1")
    page = main(response)
    assert (response.status_code, "Kept" in page.text, Peer.objects.get().state) == (422, True, Peer.State.ASKED)
    assert [error.text for error in page.all("p", "error") if "message" not in error.attrs["class"]] == [
        "Choose a level, or “I cannot say”."
    ]


@pytest.mark.parametrize(("name", "value"), [("level", "99"), ("words", "a\x00b"), ("words", "x" * 2001)])
def test_wrong_input(peer: Peer, ladder: Chart, cast: Cast, name: str, value: str) -> None:
    response = send(cast.ada, url_of(peer), **{f"{name}-{ladder.skill['vision'].pid}": value})
    assert (response.status_code, said(peer)) == (422, {})


def test_sent_twice(peer: Peer, ladder: Chart, cast: Cast) -> None:
    sheet = form(cast.ada, url_of(peer)) | levels(ladder, "3") | {"send": "1"}
    client = client_of(cast.ada)
    assert [client.post(url_of(peer), sheet).status_code for _press in range(2)] == [302, 409]
    assert said(peer) == dict.fromkeys(SKILLS, (3, False, ""))


def test_an_answer_after_the_end_is_not_taken_and_not_lost(
    peer: Peer, review: Appraisal, ladder: Chart, cast: Cast
) -> None:
    peer.save_answers(answers(ladder, {"delivery": 2}, "Draft"), seen=1, writer="w")
    sheet = form(cast.ada, url_of(peer)) | levels(ladder, "3", "Typed too late") | {"send": "1"}
    reveal(review)
    response = client_of(cast.ada).post(url_of(peer), sheet)
    shown = main(response).text
    assert (response.status_code, said(peer)["delivery"]) == (409, (2, False, "Draft on delivery"))
    for words in ("before you sent your answer", "Typed too late", "Draft on delivery"):
        assert words in shown


@pytest.mark.parametrize("how", ["called off", "handed over", "declined"])
def test_every_other_end_says_what_it_is(peer: Peer, review: Appraisal, ladder: Chart, cast: Cast, how: str) -> None:
    if how == "called off":
        review.end(by=cast.bo, reason="Moved")
    elif how == "handed over":
        review.hand_to(cast.ada)
    else:
        peer.decline(reason="Too little seen.")
    words = {"called off": "was called off", "handed over": "You rate this review", "declined": "Too little seen."}
    assert words[how] in text(cast.ada, url_of(peer))
    assert main(client_of(cast.ada).get(url_of(peer))).all("input", type="radio") == []


def test_handed_over_to_somebody_else_it_goes_on(peer: Peer, review: Appraisal, ladder: Chart, cast: Cast) -> None:
    review.hand_to(cast.xena)
    assert "Di Castellanos and Xena Papadopoulou read" in text(cast.ada, url_of(peer))
    assert send(cast.ada, url_of(peer), **levels(ladder, "3"), send="1").status_code == 302


def test_an_account_that_is_switched_off_reads_nothing(peer: Peer, cast: Cast) -> None:
    client = client_of(cast.ada)
    cast.ada.switch(on=False, by=None)
    assert client.get(url_of(peer)).status_code == 302
    assert list(Peer.objects.visible_to(cast.ada)) == []


def test_to_others_it_is_not_there(peer: Peer, cast: Cast) -> None:
    for stranger in (cast.di, cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(peer))


def test_before_the_manager_confirms_it_is_not_there(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    is_not_there(cast.eve, url_of(Peer.name(settled(review, ladder), cast.eve)))


def test_signed_out(peer: Peer) -> None:
    leads_to_welcome(url_of(peer))


def test_queries(peer: Peer, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = client_of(cast.ada)
    client.get(url_of(peer))
    with django_assert_num_queries(6):  # session, person, request, reading, skills, answers
        client.get(url_of(peer))


def test_wrong_is_said_to_a_page_that_saves_itself(peer: Peer, ladder: Chart, cast: Cast) -> None:
    pid = ladder.skill["vision"].pid
    sheet = form(cast.ada, url_of(peer)) | {f"level-{pid}": "99"}
    assert client_of(cast.ada).post(url_of(peer), sheet, headers={"HX-Request": "true"}).status_code == 422
