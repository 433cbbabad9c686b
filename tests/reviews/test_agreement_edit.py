"""Settling one skill: a level, that it cannot be said, or both answers kept; and no word is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.agreeing import fingerprint, say_yes
from assessments.models import Agreement, Appraisal, Consent
from ladders.chart import Chart
from tests.assessments.litany import NUL, is_not_there, leads_to_welcome
from tests.assessments.pages import errors, filled_in, main, sent
from tests.cast import Cast
from tests.reviews.pairs import FAR, NEAR, ONE, agreed, client_of, opened, revealed, settle

pytestmark = pytest.mark.usefixtures("ladder")


def url_of(review: Appraisal, chart: Chart, slug: str = FAR) -> str:
    return f"/reviews/{review.pid}/skills/{chart.skill[slug].pid}/"


@pytest.fixture
def review(cast: Cast, ladder: Chart) -> Appraisal:
    return revealed(cast.ada, cast.bo)


def test_a_level_with_what_would_show_the_next_one(cast: Cast, ladder: Chart, review: Appraisal) -> None:
    client, url = client_of(cast.bo), url_of(review, ladder)
    day = timezone.localdate() + timedelta(days=30)
    form = sent(client.get(url)) | {
        "level": "3",
        "words": "Owning it, with help.",
        "sign": "A launch without help",
        "owner": "person",
        "due_on": day.isoformat(),
    }
    assertRedirects(client.post(url, form), f"/reviews/{review.pid}/compare/#{FAR}", fetch_redirect_response=False)
    row = Agreement.objects.get()
    assert (row.level, row.disagree, row.words, row.sign, row.owner, row.due_on, row.by) == (
        *(3, False, "Owning it, with help.", "A launch without help", "person", day, cast.bo),
    )
    shown = client_of(cast.ada).get(url)
    assert filled_in(main(shown).one("form", "settle"))["level"] == ["3"]
    settled = main(shown).one("div", "settled")
    assert [line.text for line in settled.all("p")] == [
        f"Settled: 3 Owning noted by Bo Lindqvist on {timezone.localdate():%-d %B %Y}",
        "Owning it, with help.",
        f"What would show the next level: A launch without help Ada, {day:%-d %B %Y}",
    ]


@pytest.mark.parametrize(("chosen", "kept"), [("both", (None, True)), ("none", (None, False)), ("0", (0, False))])
def test_both_kept_or_that_it_cannot_be_said(
    cast: Cast, ladder: Chart, review: Appraisal, chosen: str, kept: tuple[int | None, bool]
) -> None:
    client, url = client_of(cast.ada), url_of(review, ladder, ONE)
    client.post(url, sent(client.get(url)) | {"level": chosen})
    assert Agreement.objects.values_list("level", "disagree").get() == kept
    assert filled_in(main(client.get(url)).one("form", "settle"))["level"] == [chosen]


def test_two_at_the_same_skill_keep_both_texts(cast: Cast, ladder: Chart, review: Appraisal) -> None:
    ada, bo, url = client_of(cast.ada), client_of(cast.bo), url_of(review, ladder)
    hers, his = sent(ada.get(url)), sent(bo.get(url))
    ada.post(url, hers | {"level": "3", "words": "What Ada saved."})
    response = bo.post(url, his | {"level": "2", "words": "What Bo typed."})
    shown = main(response)
    assert response.status_code == 409
    assert shown.one("p", "message").text.startswith("This was changed meanwhile.")
    assert shown.one("div", "settled").all("p")[1].text == "What Ada saved."
    again = filled_in(shown.one("form", "settle"))
    assert (again["words"], again["level"]) == (["What Bo typed."], ["2"])
    assert bo.post(url, again).status_code == 302
    assert Agreement.objects.values_list("level", "words").get() == (2, "What Bo typed.")


def test_a_change_after_a_yes_voids_it_and_says_so(cast: Cast, ladder: Chart, review: Appraisal) -> None:
    settle(review, ladder, cast.bo, {FAR: 3, NEAR: 3, ONE: "both"})
    say_yes(review, by=cast.ada, seen=fingerprint(review))
    bo, url = client_of(cast.bo), url_of(review, ladder)
    bo.post(url, sent(bo.get(url)) | {"level": "4"})
    assert not Consent.objects.filter(appraisal=review).exists()
    assert [notice.kind for notice in cast.ada.notices.filter(kind="review_changed")] == ["review_changed"]
    shown = main(client_of(cast.ada).get(f"/reviews/{review.pid}/compare/"))
    assert "You said yes." not in shown.text


def test_agreed_meanwhile_nothing_changes_and_what_was_typed_stays(
    cast: Cast, ladder: Chart, review: Appraisal
) -> None:
    settle(review, ladder, cast.bo, {FAR: 3, NEAR: 3, ONE: "both"})
    ada, url = client_of(cast.ada), url_of(review, ladder)
    form = sent(ada.get(url)) | {"level": "5", "words": "A late word."}
    for person in (cast.ada, cast.bo):
        say_yes(review, by=person, seen=fingerprint(review))
    response = ada.post(url, form)
    assert (response.status_code, main(response).one("p", "message").text.startswith("You both said yes")) == (
        409,
        True,
    )
    assert "A late word." in main(response).text
    assert Agreement.objects.get(skill=ladder.skill[FAR].pk).level == 3


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"level": ""}, "level"),
        ({"level": "6"}, "level"),
        ({"level": "٣"}, "level"),
        ({"words": NUL}, "words"),
        ({"sign": "x" * 20_001}, "sign"),
        ({"due_on": "2020-01-01", "sign": "Yes"}, "due_on"),
        ({"due_on": "2200-01-01", "sign": "Yes"}, "due_on"),
        ({"due_on": "soon", "sign": "Yes"}, "due_on"),
        ({"owner": "nobody", "sign": "Yes"}, "owner"),
        ({"owner": "person"}, "sign"),
    ],
)
def test_wrong_input_stands_beside_its_cause(
    cast: Cast, ladder: Chart, review: Appraisal, wrong: dict[str, str], field: str
) -> None:
    client, url = client_of(cast.ada), url_of(review, ladder)
    response = client.post(url, sent(client.get(url)) | {"level": "3", "words": "Kept."} | wrong)
    assert (response.status_code, list(errors(response))) == (422, [f"{FAR}-{field}"])
    assert Agreement.objects.count() == 0
    if field != "words":
        assert filled_in(main(response).one("form", "settle"))["words"] == ["Kept."]


def test_a_day_that_was_agreed_and_is_over_stands_in_no_ones_way(
    cast: Cast, ladder: Chart, review: Appraisal
) -> None:
    past = date(2024, 1, 1)
    Agreement.settle(
        review, ladder.skill[FAR].pk, by=cast.bo, seen=0, level=3, sign="A launch", owner="person", due_on=past
    )
    client, url = client_of(cast.ada), url_of(review, ladder)
    assert client.post(url, sent(client.get(url)) | {"words": "Done."}).status_code == 302
    assert Agreement.objects.values_list("words", "due_on").get() == ("Done.", past)


def test_of_an_agreed_review_it_is_read_only(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.di, cast.bo, ladder)
    shown = main(client_of(cast.di).get(url_of(review, ladder)))
    assert shown.all("form") == []
    assert shown.one("div", "settled").all("p")[0].text.startswith("Settled: 3 Owning")


def test_before_the_reveal_it_leads_to_the_review(cast: Cast, ladder: Chart) -> None:
    review = opened(cast.di, cast.bo)
    for person in (cast.di, cast.bo):
        assertRedirects(client_of(person).get(url_of(review, ladder)), f"/reviews/{review.pid}/")
        assertRedirects(
            client_of(person).post(url_of(review, ladder), {"level": "3", "seen": "0"}), f"/reviews/{review.pid}/"
        )
    assert Agreement.objects.count() == 0


def test_a_skill_that_was_not_asked_has_no_page(cast: Cast, ladder: Chart, review: Appraisal) -> None:
    not_asked = {skill.slug for skill in ladder.skills} - {"delivery"}
    review.agreements.all().delete()
    for part in review.parts().values():
        part.levels = {str(ladder.skill["delivery"].pk): 3}
        part.save(update_fields=["levels"])
    for slug in sorted(not_asked)[:3]:
        assert client_of(cast.ada).get(url_of(review, ladder, slug)).status_code == 404


def test_to_others_it_is_not_there(cast: Cast, ladder: Chart, review: Appraisal) -> None:
    for stranger in (cast.di, cast.cy, cast.hal, cast.xena, cast.root):
        is_not_there(stranger, url_of(review, ladder))


def test_signed_out(ladder: Chart, review: Appraisal) -> None:
    leads_to_welcome(url_of(review, ladder))


def test_queries(cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = revealed(cast.ada, cast.bo)
    client = client_of(cast.ada)
    for slugs in ((FAR,), (NEAR, ONE)):
        settle(review, ladder, cast.bo, dict.fromkeys(slugs, 3))
        # session, person, review; parts twice, what is settled twice, answers of both, what is shared
        with django_assert_num_queries(10):
            client.get(url_of(review, ladder))
