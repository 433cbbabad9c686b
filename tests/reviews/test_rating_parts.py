"""One's part of a review on the question page: blind, in the right person, saved as it is given, never lost."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal, Assessment, Rating, Share
from assessments.sheet import Sheet, sheet_of
from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import agreed as result_of
from tests.assessments.litany import every, is_not_there, noted, rated
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.reviews.pairs import FAR, NEAR, client_of, opened, part_of, submitted

pytestmark = pytest.mark.usefixtures("ladder")
BY_ITSELF = {"HX-Request": "true"}


def url_of(sheet: Sheet, slug: str = FAR) -> str:
    return f"/assess/{sheet.assessment.pid}/skills/{sheet.chart.skill[slug].pid}/"


@pytest.fixture
def review(cast: Cast, ladder: Chart) -> Appraisal:
    """Ada has rated herself before, at 5 everywhere, and agreed on 1 everywhere with Bo."""
    rated(cast.ada, every(ladder, 5))
    result_of(cast.ada, every(ladder, 1), cast.bo)
    return opened(cast.ada, cast.bo)


def test_the_assessor_is_asked_about_the_person(cast: Cast, review: Appraisal) -> None:
    sheet = sheet_of(review.start_part(cast.bo))
    shown = main(client_of(cast.bo).get(url_of(sheet)))
    assert shown.one("h1").text == "Your part of the review of Ada Okafor"
    assert shown.one("fieldset", id="level").one("legend").one("b").text == "What does Ada do today?"
    labels = [label.one("span").text for label in shown.one("fieldset", id="level").all("label")]
    assert labels[-1] == "I have not seen Ada do this. It counts as unknown, not as a gap."
    assert shown.all("input", name="energy") == []
    assert shown.one("label", for_="id_situation").text == "What you saw optional"


def test_the_person_is_asked_about_themselves(cast: Cast, review: Appraisal) -> None:
    sheet = sheet_of(review.start_part(cast.ada))
    shown = main(client_of(cast.ada).get(url_of(sheet)))
    assert shown.one("h1").text == "Your part of the review"
    assert shown.one("fieldset", id="level").one("legend").one("b").text == "What do you do today?"
    assert shown.one("label", for_="id_situation").text == "What shows it optional"
    assert len(shown.all("input", name="energy")) == 3


def test_nothing_of_earlier_times_not_even_same_as_last_time(cast: Cast, review: Appraisal) -> None:
    for rater in (cast.ada, cast.bo):
        sheet, client = part_of(review, rater, {FAR: 2}), client_of(rater)
        shown = client.get(url_of(sheet))
        assert [button.text for button in main(shown).all("button")] == ["Save, next skill"]
        assert sent(shown)["level"] == ["2"]
        response = client.post(url_of(sheet), sent(shown) | {"level": "same"})
        assert (response.status_code, set(errors(response))) == (422, {"level"})
        assert client.post(url_of(sheet), sent(shown) | {"same": "yes", "level": "4"}).status_code == 302
        assert sheet.assessment.ratings.get(skill=sheet.chart.skill[FAR].pk).level == 4
        # every answer lies above what was agreed, and nobody is asked why
        url = f"/assess/{sheet.assessment.pid}/situations/"
        assertRedirects(client.get(url), f"/assess/{sheet.assessment.pid}/submit/")


def test_words_are_saved_with_the_answer(cast: Cast, review: Appraisal) -> None:
    for rater in (cast.ada, cast.bo):
        sheet, client = sheet_of(review.start_part(rater)), client_of(rater)
        form = sent(client.get(url_of(sheet))) | {"level": "3", "situation": "The launch\nin May"}
        response = client.post(url_of(sheet), form, headers=BY_ITSELF)
        assert (response.status_code, response.headers["HX-Trigger"]) == (204, "saved")
        assert sent(client.get(url_of(sheet)))["situation"] == ["The launch\nin May"]
        client.post(url_of(sheet), form | {"situation": ""}, headers=BY_ITSELF)
        assert Rating._default_manager.get(assessment=sheet.assessment).situation == ""


def test_the_assessor_says_nothing_about_energy(cast: Cast, review: Appraisal) -> None:
    sheet, client = sheet_of(review.start_part(cast.bo)), client_of(cast.bo)
    client.post(url_of(sheet), sent(client.get(url_of(sheet))) | {"level": "3", "energy": "drains"})
    assert Rating._default_manager.get(assessment=sheet.assessment).energy == ""


def test_evidence_is_the_persons_own_and_for_the_assessor_what_is_shared_with_them(
    cast: Cast, ladder: Chart, review: Appraisal
) -> None:
    for title in ("Shared", "Kept"):
        noted(cast.ada, ladder, [FAR], date(2024, 3, 12), title=title)
    Share.objects.create(evidence=cast.ada.evidence.get(title="Shared"), reader=cast.bo)
    Share.objects.create(evidence=cast.ada.evidence.get(title="Kept"), reader=cast.xena)

    def titles(rater: str) -> list[str]:
        sheet = sheet_of(review.start_part(getattr(cast, rater)))
        listed = main(client_of(getattr(cast, rater)).get(url_of(sheet))).all("ul", "timeline")
        return [item.text for item in listed[0].all("li")] if listed else []

    assert titles("ada") == ["12 March 2024 Kept", "12 March 2024 Shared"]
    assert titles("bo") == ["12 March 2024 Shared"]
    cast.ada.report_to(cast.cy, since=date(2025, 1, 6))
    assert titles("bo") == []


def test_neither_opens_the_page_of_the_other(cast: Cast, review: Appraisal) -> None:
    hers, his = sheet_of(review.start_part(cast.ada)), sheet_of(review.start_part(cast.bo))
    for stranger, sheet in ((cast.bo, hers), (cast.ada, his), (cast.cy, his), (cast.xena, his), (cast.hal, hers)):
        for url in (url_of(sheet), f"/assess/{sheet.assessment.pid}/", f"/assess/{sheet.assessment.pid}/submit/"):
            is_not_there(stranger, url, post=not url.endswith(f"{sheet.assessment.pid}/"))


def test_submitting_one_part_reveals_nothing(cast: Cast, review: Appraisal) -> None:
    part, client = part_of(review, cast.bo, words="Bo's words.").assessment, client_of(cast.bo)
    url = f"/assess/{part.pid}/submit/"
    assertRedirects(client.post(url, sent(client.get(url))), f"/reviews/{review.pid}/")
    part.refresh_from_db()
    assert (part.is_draft, len(part.digest)) == (False, 64)
    assert client_of(cast.ada).get(f"/assess/{part.pid}/").status_code == 404
    own = client.get(f"/assess/{part.pid}/")
    assert "Bo's words." in main(own).text
    assert main(own).one("p", "audience").text.startswith("Only you can read this until you and Ada Okafor have both")


def test_all_is_answered_before_it_is_submitted(cast: Cast, review: Appraisal) -> None:
    sheet = part_of(review, cast.bo)
    sheet.assessment.ratings.filter(skill=sheet.chart.skill[NEAR].pk).delete()
    client, url = client_of(cast.bo), f"/assess/{sheet.assessment.pid}/submit/"
    response = client.post(url)
    assert (response.status_code, main(response).one("div", "errors").one("h2").text) == (
        422,
        "1 skill is still open",
    )


def test_the_second_part_reveals_both_at_once_and_both_are_told(cast: Cast, review: Appraisal) -> None:
    hers, his = (
        submitted(review, cast.ada, words="Her words."),
        part_of(review, cast.bo, words="His words.").assessment,
    )
    client_of(cast.bo).post(f"/assess/{his.pid}/submit/")
    review.refresh_from_db()
    assert review.revealed_at is not None
    for reader in (cast.ada, cast.bo):
        for part, words in ((hers, "Her words."), (his, "His words.")):
            assert words in main(client_of(reader).get(f"/assess/{part.pid}/")).text
        assert [notice.kind for notice in reader.notices.filter(kind="review_revealed")] == ["review_revealed"]


@pytest.mark.parametrize("happens", ["ended", "handed"])
def test_a_part_that_is_stopped_while_somebody_types(cast: Cast, review: Appraisal, happens: str) -> None:
    sheet, client = part_of(review, cast.bo, words="Written before."), client_of(cast.bo)
    form = sent(client.get(url_of(sheet))) | {"level": "4", "situation": "Typed this very moment."}
    if happens == "ended":
        review.end(by=cast.hal, reason="Reorganisation.")
    else:
        review.hand_to(cast.cy)
    told = {"ended": "This review was called off", "handed": "Somebody else rates in this review now"}[happens]
    for method, url, status in (
        ("post", url_of(sheet), 409),
        ("post", f"/assess/{sheet.assessment.pid}/submit/", 409),
        ("get", url_of(sheet), 200),
        ("get", f"/assess/{sheet.assessment.pid}/submit/", 200),
        ("get", f"/assess/{sheet.assessment.pid}/discard/", 200),
    ):
        response = getattr(client, method)(url, form if method == "post" else {})
        assert (response.status_code, main(response).one("h1").text) == (status, told)
        assert ("Typed this very moment." in main(response).text) == (method == "post")
        assert "Written before." in main(response).text
    assert client.post(url_of(sheet), form, headers=BY_ITSELF).status_code == 409
    assert set(sheet.assessment.ratings.values_list("situation", flat=True)) == {"Written before."}
    assert Assessment.objects.get(pk=sheet.assessment.pk).is_draft


def test_after_submitting_it_is_frozen_and_what_was_typed_stays(cast: Cast, review: Appraisal) -> None:
    sheet, client = part_of(review, cast.ada), client_of(cast.ada)
    form = sent(client.get(url_of(sheet))) | {"level": "5", "situation": "Too late."}
    sheet.assessment.submit()
    response = client.post(url_of(sheet), form)
    assert (response.status_code, main(response).one("h1").text) == (409, "Your part is submitted")
    assert main(response).one("textarea").text == "Too late."


def test_a_part_is_not_discarded(cast: Cast, review: Appraisal) -> None:
    part = part_of(review, cast.bo).assessment
    assertRedirects(
        client_of(cast.bo).post(f"/assess/{part.pid}/discard/", {"once": "t" * 22}), f"/reviews/{review.pid}/"
    )
    assert part.ratings.count() == 24


def test_the_person_reads_that_the_assessor_looked(cast: Cast, review: Appraisal) -> None:
    for rater in (cast.ada, cast.bo):
        client_of(rater).get(url_of(sheet_of(review.start_part(rater))))
    assert Reading.objects.values_list("reader", "page").get() == (cast.bo.pk, "rating_edit")


def test_a_check_in_of_ones_own_stays_beside_it(cast: Cast, review: Appraisal) -> None:
    """The open check-in is not taken for the part, and no new one begins while the review is open."""
    PathFactory(person=cast.ada)
    part = part_of(review, cast.ada).assessment
    client = client_of(cast.ada)
    shown = client.get("/assess/")
    assert part.pid not in shown.content.decode()
    assertRedirects(client.post("/assess/", {"form": "full", "once": "t" * 22}), f"/reviews/{review.pid}/")
    assert Assessment.objects.filter(person=cast.ada, appraisal=None).drafts().count() == 0


def test_what_is_said_at_midnight_counts_from_the_reveal(cast: Cast, review: Appraisal) -> None:
    hers = submitted(review, cast.ada)
    his = part_of(review, cast.bo).assessment
    his.submit(at=datetime(2026, 1, 2, 0, 30, tzinfo=UTC))
    hers.refresh_from_db()
    review.refresh_from_db()
    assert review.revealed_at == datetime(2026, 1, 2, 0, 30, tzinfo=UTC)
