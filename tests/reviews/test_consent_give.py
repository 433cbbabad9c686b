"""Both say yes to all of it: then, and only then, the agreed levels count."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.agreeing import StillOpen, fingerprint, say_yes
from assessments.models import Appraisal, Assessment, Consent, Ended, Standing
from ladders.chart import Chart
from ladders.standing import Basis
from safeguards.revisions import Stale
from tests.assessments.litany import agreed as result_of
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.reviews.pairs import FAR, NEAR, ONE, agreed, client_of, opened, revealed, settle

pytestmark = pytest.mark.usefixtures("ladder")
ALL: Mapping[str, int | str | None] = {FAR: 3, NEAR: 2, ONE: "both"}


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/yes/"


def standing(review: Appraisal, chart: Chart, slug: str, basis: Basis = Basis.AGREED) -> int | None:
    rows = Standing.objects.filter(person=review.person, skill=chart.skill[slug].pk, basis=basis)
    return rows.values_list("level", flat=True).first()


def test_what_differs_is_settled_first_and_the_page_says_which(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, {FAR: 3})
    client = client_of(cast.ada)
    for response, status in ((client.get(url_of(review)), 200), (client.post(url_of(review)), 422)):
        assert response.status_code == status
        listed = main(response).one("div", "errors").all("li")
        assert [one.text for one in listed] == ["Vision setting", "Design and user experience"]
    with pytest.raises(StillOpen):
        say_yes(review, by=cast.ada, seen=fingerprint(review))
    assert Consent.objects.count() == 0


def test_with_the_second_yes_it_is_agreed_and_counts(cast: Cast, ladder: Chart) -> None:
    result_of(cast.ada, {ONE: 1, FAR: 1}, cast.bo)
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, ALL)
    ada, bo, url = client_of(cast.ada), client_of(cast.bo), url_of(review)
    assertRedirects(bo.post(url, sent(bo.get(url))), f"/reviews/{review.pid}/compare/")
    assert standing(review, ladder, FAR) == 1
    assert [notice.kind for notice in cast.ada.notices.filter(kind="review_said_yes")] == ["review_said_yes"]
    assertRedirects(ada.post(url, sent(ada.get(url))), f"/reviews/{review.pid}/compare/")
    review.refresh_from_db()
    result = Assessment.objects.get(appraisal=review, kind="agreed")
    assert (review.agreed_at, len(result.digest), result.assessor) == (result.submitted_at, 64, cast.bo)
    # settled, settled, both kept: what was agreed before stays; rated alike: that level
    found = [standing(review, ladder, slug) for slug in (FAR, NEAR, ONE, "user-research")]
    assert found == [3, 2, 1, 3]
    assert ladder.skill[ONE].pk not in result.ratings.values_list("skill", flat=True)
    for person in (cast.ada, cast.bo):
        assert person.notices.filter(kind="review_agreed").count() == 1


def test_first_ratings_stay_as_they_were_given(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    parts = review.parts()
    delivery = ladder.skill[FAR].pk
    assert [parts[kind].ratings.get(skill=delivery).level for kind in ("self", "manager", "agreed")] == [4, 2, 3]
    assert (standing(review, ladder, FAR, Basis.SELF), standing(review, ladder, FAR, Basis.MANAGER)) == (4, 2)


def test_an_agreed_cannot_say_ends_what_was_agreed_before(cast: Cast, ladder: Chart) -> None:
    """Unknown is unknown."""
    result_of(cast.ada, {FAR: 1}, cast.bo)
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, {FAR: None, NEAR: 2, ONE: None})
    for person in (cast.ada, cast.bo):
        say_yes(review, by=person, seen=fingerprint(review))
    assert standing(review, ladder, FAR) is None


def test_the_standing_can_be_rebuilt_from_it(cast: Cast, ladder: Chart) -> None:
    result_of(cast.ada, {ONE: 1, FAR: 1}, cast.bo)
    agreed(cast.ada, cast.bo, ladder)
    kept = sorted(row.said for row in Standing.objects.filter(person=cast.ada))
    rebuilt = Standing.rebuild(Assessment.objects.all().to_rebuild([cast.ada.pk]))
    assert sorted(row.said for row in rebuilt) == kept


def test_a_yes_to_something_that_changed_meanwhile_is_not_taken(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, ALL)
    ada = client_of(cast.ada)
    form = sent(ada.get(url_of(review)))
    settle(review, ladder, cast.bo, {FAR: 5})
    response = ada.post(url_of(review), form)
    assert (response.status_code, main(response).one("p", "message").text) == (
        409,
        "Something was changed since you opened this page, so your yes was not taken. Look at it again.",
    )
    with pytest.raises(Stale):
        say_yes(review, by=cast.ada, seen=form["seen"][0])
    assert Consent.objects.count() == 0
    assert ada.post(url_of(review), sent(response)).status_code == 302


def test_a_double_click_says_it_once(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, ALL)
    for person in (cast.ada, cast.bo):
        client = client_of(person)
        form = sent(client.get(url_of(review)))
        assert [client.post(url_of(review), form).status_code for _press in range(3)] == [302, 302, 302]
    assert Assessment.objects.filter(kind="agreed").count() == 1
    assert cast.ada.notices.filter(kind="review_agreed").count() == 1
    assert cast.ada.notices.filter(kind="review_said_yes").count() == 0  # hers came first
    assert cast.bo.notices.filter(kind="review_said_yes").count() == 1


def test_agreed_already_it_leads_to_what_was_agreed(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    assertRedirects(client_of(cast.bo).get(url_of(review)), f"/reviews/{review.pid}/compare/")
    with pytest.raises(Ended):
        say_yes(review, by=cast.bo, seen=fingerprint(review))


def test_nobody_else_says_yes(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, ALL)
    with pytest.raises(Ended):
        say_yes(review, by=cast.hal, seen=fingerprint(review))
    for stranger in (cast.di, cast.cy, cast.hal, cast.xena, cast.root):
        is_not_there(stranger, url_of(review))


def test_before_the_reveal_it_leads_to_the_review(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    assertRedirects(client_of(cast.ada).post(url_of(review)), f"/reviews/{review.pid}/")


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(revealed(cast.ada, cast.bo)))


def test_queries(cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = revealed(cast.ada, cast.bo)
    client = client_of(cast.ada)
    for slugs in ((FAR,), tuple(skill.slug for skill in ladder.skills)):
        settle(review, ladder, cast.bo, dict.fromkeys(slugs, 3))
        # session, person, review; parts twice, what is settled thrice, answers of both, what is shared
        with django_assert_num_queries(11):
            client.get(url_of(review))
