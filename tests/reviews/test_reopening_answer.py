"""Opening a review again: the other of the two or the people team says so; the old one is kept and readable."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.models import Appraisal, Assessment, Reopening, Standing
from assessments.reopening import answer, ask
from ladders.chart import Chart
from people.models import Person, Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.reviews.pairs import agreed, client_of, opened, revealed, submitted

pytestmark = pytest.mark.usefixtures("ladder")


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/again/answer/"


@pytest.fixture
def review(cast: Cast, ladder: Chart) -> Appraisal:
    """Agreed by Ada and Bo; Ada asks to open it again."""
    found = agreed(cast.ada, cast.bo, ladder)
    ask(found, by=cast.ada, reason="The migration was rated too early.")
    return found


def answered(person: Person, review: Appraisal, accept: str) -> int:
    client = client_of(person)
    form = sent(client.get(url_of(review))) | {"accept": accept}
    return client.post(url_of(review), form).status_code


@pytest.mark.parametrize("who", ["bo", "hal"])
def test_accepted_a_new_one_begins_blind_again(cast: Cast, review: Appraisal, who: str) -> None:
    assert answered(getattr(cast, who), review, "yes") == 302
    new = Appraisal.objects.get(reopens=review)
    assert (new.person, new.assessor, new.version, new.stage, new.target, new.is_open) == (
        *(cast.ada, cast.bo, review.version, review.stage, review.target, True),
    )
    assert new.assessments.count() == 0
    assert not Standing.objects.visible_to(cast.ada).exists()
    told = {person.email for person in (cast.ada, cast.bo) if person.notices.filter(kind="reopening_accepted")}
    assert told == {person.email for person in (cast.ada, cast.bo) if person != getattr(cast, who)} | {cast.ada.email}


def test_the_old_one_is_kept_and_read_again_after_the_reveal(cast: Cast, review: Appraisal) -> None:
    before = list(Assessment.objects.filter(appraisal=review).order_by("pk").values("pk", "levels", "digest"))
    answered(cast.bo, review, "yes")
    old = f"/reviews/{review.pid}/compare/"
    assert main(client_of(cast.ada).get(old)).one("h1").text == "Hidden for now"
    new = Appraisal.objects.get(reopens=review)
    for person in (cast.ada, cast.bo):
        submitted(new, person, base=2)
    for person in (cast.ada, cast.bo):
        assert main(client_of(person).get(old)).one("h1").text.startswith("Agreed on ")
    assert list(Assessment.objects.filter(appraisal=review).order_by("pk").values("pk", "levels", "digest")) == before


def test_refused_it_stays_and_both_are_told(cast: Cast, review: Appraisal) -> None:
    assert answered(cast.bo, review, "no") == 302
    assert (Appraisal.objects.count(), Reopening.objects.get().accepted) == (1, False)
    assert cast.ada.notices.filter(kind="reopening_refused").count() == 1
    shown = main(client_of(cast.ada).get(f"/reviews/{review.pid}/"))
    assert "It stayed as it is." in shown.text
    assert main(client_of(cast.bo).get(url_of(review))).all("form") == []


def test_whoever_asks_does_not_answer(cast: Cast, review: Appraisal) -> None:
    is_not_there(cast.ada, url_of(review))
    assert Reopening.objects.get().accepted is None


def test_the_people_team_reads_the_reason_and_nothing_of_the_review(cast: Cast, review: Appraisal) -> None:
    shown = main(client_of(cast.hal).get(url_of(review)))
    assert "The migration was rated too early." in shown.text
    assert client_of(cast.hal).get(f"/reviews/{review.pid}/compare/").status_code == 404
    assert client_of(cast.hal).get(f"/reviews/{review.pid}/").status_code == 404
    listed = main(client_of(cast.hal).get("/reviews/")).all("section", "section")[0]
    assert [one.text for one in listed.all("a")] == ["Open the review of Ada Okafor again?"]


def test_nobody_of_the_people_team_answers_about_themselves(cast: Cast, ladder: Chart) -> None:
    mine = agreed(cast.hal, cast.cy, ladder)
    ask(mine, by=cast.hal, reason="Mine.")
    is_not_there(cast.hal, url_of(mine))
    assert answered(cast.cy, mine, "no") == 302


def test_answered_twice_the_first_counts(cast: Cast, review: Appraisal) -> None:
    bo, hal = client_of(cast.bo), client_of(cast.hal)
    his, hers = sent(bo.get(url_of(review))), sent(hal.get(url_of(review)))
    assert bo.post(url_of(review), his | {"accept": "no"}).status_code == 302
    response = hal.post(url_of(review), hers | {"accept": "yes"})
    assert response.status_code == 422
    assert "It was answered: the review stays as it is." in main(response).text
    assert Appraisal.objects.count() == 1


def test_an_answer_is_one_of_two(cast: Cast, review: Appraisal) -> None:
    bo = client_of(cast.bo)
    assert bo.post(url_of(review), sent(bo.get(url_of(review)))).status_code == 422
    assert Reopening.objects.get().accepted is None


def test_while_another_review_is_open_it_waits(cast: Cast, review: Appraisal) -> None:
    opened(cast.ada, cast.bo)
    bo = client_of(cast.bo)
    form = sent(bo.get(url_of(review))) | {"accept": "yes"}
    told = main(bo.post(url_of(review), form, follow=True)).one("p", "message").text
    assert told == "Another review of this person is open. It comes first."
    assert Reopening.objects.get().accepted is None


def test_a_new_manager_rates_the_new_one_and_sees_nothing_of_the_old(cast: Cast, review: Appraisal) -> None:
    cast.ada.report_to(cast.cy, since=date(2025, 1, 6))
    new = answer(Reopening.objects.get(), by=cast.hal, accept=True)
    assert new is not None
    assert new.assessor == cast.cy
    for person in (cast.ada, cast.cy):
        submitted(new, person, base=2)
    for url in (f"/reviews/{review.pid}/compare/", f"/reviews/{review.pid}/"):
        assert client_of(cast.cy).get(url).status_code == 404


def test_with_nobody_to_rate_it_says_so(cast: Cast, review: Appraisal) -> None:
    cast.bo.is_active = False
    cast.bo.save(update_fields=["is_active"])
    hal = client_of(cast.hal)
    form = sent(hal.get(url_of(review))) | {"accept": "yes"}
    told = main(hal.post(url_of(review), form, follow=True)).one("p", "message").text
    assert told == "Nobody can rate this review again, or it was answered already."
    assert Reopening.objects.get().accepted is None


def test_the_person_reads_who_looked(cast: Cast, review: Appraisal) -> None:
    client_of(cast.hal).get(url_of(review))
    assert Reading.objects.values_list("reader", "page").get() == (cast.hal.pk, "reopening_answer")


def test_to_others_it_is_not_there(cast: Cast, review: Appraisal) -> None:
    for stranger in (cast.di, cast.cy, cast.xena, cast.root, cast.lin):
        is_not_there(stranger, url_of(review))


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))


def test_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = revealed(cast.ada, cast.bo)
    ask(review, by=cast.bo, reason="Why not.")
    client = client_of(cast.ada)
    with django_assert_num_queries(4):  # session, person, whether one is of the people team, what was asked
        client.get(url_of(review))
