"""How far a review is: who is done, what stays hidden, and the way on; never the other's answers."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.agreeing import fingerprint, say_yes
from assessments.models import Appraisal, Assessment
from assessments.reopening import ask
from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import links, main, sent
from tests.cast import Cast
from tests.reviews.pairs import FAR, NEAR, ONE, agreed, client_of, opened, part_of, revealed, settle, submitted

pytestmark = pytest.mark.usefixtures("ladder")


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/"


def states(client: Client, review: Appraisal) -> list[str]:
    return [row.text for row in main(client.get(url_of(review))).one("ul", "who-is-done").all("li")]


def lede(client: Client, review: Appraisal) -> str:
    return main(client.get(url_of(review))).one("p", "lede").text


def test_each_begins_their_own_part(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    for person, kind in ((cast.ada, "self"), (cast.bo, "manager")):
        client = client_of(person)
        response = client.post(url_of(review), sent(client.get(url_of(review))))
        part = Assessment.objects.get(kind=kind)
        assert (part.assessor, part.person, part.appraisal) == (person, cast.ada, review)
        first = response.headers["Location"]
        assert first.startswith(f"/assess/{part.pid}/skills/")
        assertRedirects(client.post(url_of(review)), first)  # pressed twice, one part
    assert Assessment.objects.count() == 2


def test_says_who_is_done_and_nothing_of_the_other_answers(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    submitted(review, cast.bo, base=5, words="Bo's words.")
    ada, bo = client_of(cast.ada), client_of(cast.bo)
    today = f"{timezone.localdate():%-d %B %Y}"
    assert states(ada, review) == ["open Ada Okafor (you) not begun", f"in Bo Lindqvist submitted on {today}"]
    assert states(bo, review) == ["open Ada Okafor not begun", f"in Bo Lindqvist (you) submitted on {today}"]
    assert lede(ada, review) == "You have not begun your part."
    assert lede(bo, review) == "Your part is in. Ada Okafor has still to submit."
    assert "Bo's words." not in ada.get(url_of(review)).content.decode()


def test_counts_ones_own_answers_only(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    part_of(review, cast.bo)
    sheet = part_of(review, cast.ada)
    sheet.assessment.ratings.first().delete()  # type: ignore[union-attr]  # there are 24
    counted = main(client_of(cast.ada).get(url_of(review))).all("p", "above s")[0].text
    assert counted == "Of your own part 23 of 24 skills are rated."


def test_every_state_leads_on(cast: Cast, ladder: Chart) -> None:
    for make, who, words, way in (
        (lambda: revealed(cast.ada, cast.bo), cast.ada, "You have still to agree.", "Compare and agree"),
        (lambda: agreed(cast.di, cast.bo, ladder), cast.bo, "Agreed on", "Read what was agreed"),
    ):
        review = make()
        shown = main(client_of(who).get(url_of(review)))
        assert words in shown.one("p", "lede").text
        assert way in [link.text for link in shown.all("a", "button")]


def test_who_has_still_to_say_yes(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, {FAR: 3, NEAR: 3, ONE: "both"})
    say_yes(review, by=cast.bo, seen=fingerprint(review))
    start = f"Both are in since {review.revealed_at:%-d %B %Y}."
    assert lede(client_of(cast.bo), review) == f"{start} You said yes, Ada Okafor has still to."
    assert lede(client_of(cast.ada), review) == f"{start} Bo Lindqvist said yes, you have still to."


def test_nobody_asks_to_open_it_again_while_an_answer_is_to_come(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    again = (f"{url_of(review)}again/", "Ask to open it again")
    assert again in links(main(client_of(cast.bo).get(url_of(review))))
    ask(review, by=cast.bo, reason="The pricing review was left out.")
    for person in (cast.ada, cast.bo):
        assert again not in links(main(client_of(person).get(url_of(review))))


def test_whoever_rates_finds_the_way_to_hand_it_over_and_to_call_it_off(cast: Cast, ladder: Chart) -> None:
    review = opened(cast.ada, cast.bo)
    ways = {(f"{url_of(review)}hand-over/", "Hand it over"), (f"{url_of(review)}call-off/", "Call it off")}
    assert ways <= set(links(main(client_of(cast.bo).get(url_of(review)))))
    assert not ways & set(links(main(client_of(cast.ada).get(url_of(review)))))
    for url, _words in ways:
        assert (client_of(cast.bo).get(url).status_code, client_of(cast.ada).get(url).status_code) == (200, 404)
    submitted(review, cast.ada)
    submitted(review, cast.bo)
    assert not ways & set(links(main(client_of(cast.bo).get(url_of(review)))))


def test_called_off_it_says_so_and_what_one_wrote_stays(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    part = part_of(review, cast.ada).assessment
    review.end(by=cast.bo, reason="Parental leave first.")
    shown = main(client_of(cast.ada).get(url_of(review)))
    assert shown.one("p", "lede").text.startswith("Called off on ")
    assert "Called off, because: Parental leave first." in shown.text
    assert part.ratings.count() == 24
    assertRedirects(client_of(cast.ada).post(url_of(review)), url_of(review))


def test_an_assessor_whose_account_is_off(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    submitted(review, cast.ada)
    cast.bo.is_active = False
    cast.bo.save(update_fields=["is_active"])
    told = main(client_of(cast.ada).get(url_of(review))).one("p", "message").text
    assert told.startswith("Whoever rates beside you has left, or their account is switched off.")


def test_handed_over_the_new_assessor_begins_empty_and_the_one_before_finds_nothing(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    part_of(review, cast.bo, words="Bo's words.")
    review.hand_to(cast.cy)
    assert client_of(cast.bo).get(url_of(review)).status_code == 404
    cy = client_of(cast.cy)
    assert lede(cy, review) == "You have not begun your part."
    shown = cy.get(cy.post(url_of(review)).headers["Location"])
    assert "Bo's words." not in shown.content.decode()
    assert main(shown).one("header", "head").one("div", "actions s").text == "0 of 24 rated"


def test_the_person_reads_who_looked(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    client_of(cast.ada).get(url_of(review))
    client_of(cast.bo).get(url_of(review))
    assert list(Reading.objects.values_list("reader", "person", "page")) == [
        (cast.bo.pk, cast.ada.pk, "appraisal_show")
    ]


def test_to_others_it_is_not_there(cast: Cast) -> None:
    url = url_of(opened(cast.ada, cast.bo))
    for stranger in (cast.di, cast.cy, cast.hal, cast.xena, cast.root):
        is_not_there(stranger, url)


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(opened(cast.ada, cast.bo)))


def test_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = opened(cast.ada, cast.bo)
    client = client_of(cast.ada)
    client.get(url_of(review))
    part_of(review, cast.ada)
    # session, person, review, its parts, its answers; whether it was asked for again, which the people team reads too
    with django_assert_num_queries(7):
        client.get(url_of(review))
