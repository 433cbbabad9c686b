"""Compare and agree: the widest first, in neutral words, and frozen for ever once it is agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.agreeing import fingerprint, say_yes
from assessments.models import Agreement, Appraisal, Share
from ladders.chart import Chart
from people.models import Reading
from reviews.compare_page import Comparison
from tests.assessments.litany import agreed as result_of
from tests.assessments.litany import is_not_there, leads_to_welcome, new_version, noted
from tests.assessments.pages import main
from tests.cast import Cast
from tests.reviews.pairs import FAR, NEAR, ONE, agreed, client_of, opened, revealed, settle

pytestmark = pytest.mark.usefixtures("ladder")


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/compare/"


def test_the_widest_first_then_one_step_and_the_rest_folded(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    shown = main(client_of(cast.ada).get(url_of(review)))
    assert shown.one("h1").text == "Where you and Bo see it differently"
    assert [heading.text for heading in shown.all("h2")] == [
        "Two steps apart or more: start here 1",
        "Only one of you can say 1",
        "One step apart 1",
        "Say yes to all of it",
    ]
    assert [talk.attrs["id"] for talk in shown.all("article", "talk")] == [FAR]
    assert [row.attrs["id"] for row in shown.all("tr") if "id" in row.attrs][:2] == [ONE, NEAR]
    folded = shown.one("details", "same")
    assert folded.one("summary").text == "The 21 skills you both see the same way"
    assert len([row for row in folded.all("tr") if "id" in row.attrs]) == 21


def test_in_neutral_words_with_both_texts(cast: Cast) -> None:
    talk = main(client_of(cast.bo).get(url_of(revealed(cast.ada, cast.bo)))).one("article", "talk")
    assert talk.one("p", "soft s").text.startswith(
        "You see this differently. Ada says 4 Leading, Bo says 2 Contributing. Expected is 4 Leading."
    )
    assert [side.text for side in talk.one("div", "says").all("section")] == [
        "Ada: 4 Leading Her words.",
        "Bo: 2 Contributing His words.",
    ]


def test_counts_what_both_could_rate_and_what_is_left(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    ada = client_of(cast.ada)
    start = "Both parts are in. You agree on 21 of the 23 skills you both rated."
    end = "First ratings stay as they were given."
    cases: tuple[tuple[Mapping[str, int | str | None], str], ...] = (
        ({}, "Talk about the 3 that are left, the widest first. "),
        ({FAR: 3, ONE: "both"}, "Talk about the one that is left. "),
        ({NEAR: 3}, ""),
    )
    for settled, left in cases:
        settle(review, ladder, cast.bo, settled)
        lede = main(ada.get(url_of(review))).one("p", "lede").text
        assert lede == f"{start} {left}{end}"


def test_says_who_cannot_say(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    page = Comparison(review, cast.ada)
    (one,) = page.groups["one"]
    assert one.sentence == "Only one of you can say. Ada cannot say, Bo says 3 Owning. Expected is 3 Owning."
    assert page.both_say(replace(one.pair, person=2, assessor=None)) == "Ada says 2 Contributing, Bo cannot say."
    assert page.both_say(replace(one.pair, assessor=None)) == "Neither of you can say."


def test_evidence_stands_beside_it_as_far_as_it_is_shared_with_this_reader(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    for title in ("Shared launch", "Kept for herself"):
        noted(cast.ada, ladder, [FAR], date(2024, 3, 12), title=title)
    item = cast.ada.evidence.get(title="Shared launch")
    Share.objects.create(evidence=item, reader=cast.bo)
    for reader in (cast.ada, cast.bo):
        found = main(client_of(reader).get(url_of(review))).one("article", "talk").one("ul", "bullets")
        assert [one.text for one in found.all("li")] == ["Shared launch, 12 March 2024"]
    cast.ada.report_to(cast.cy, since=date(2025, 1, 6))
    assert client_of(cast.bo).get(url_of(review)).status_code == 404


def test_before_both_are_in_it_leads_to_the_review(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    for person in (cast.ada, cast.bo):
        assertRedirects(client_of(person).get(url_of(review)), f"/reviews/{review.pid}/")


def test_while_another_review_is_open_it_is_hidden_and_says_so(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    opened(cast.ada, cast.bo)
    for person in (cast.ada, cast.bo):
        response = client_of(person).get(url_of(review))
        assert (response.status_code, main(response).one("h1").text) == (200, "Hidden for now")
        assert "words." not in response.content.decode()


def test_agreed_it_stays_as_it_was_against_its_own_version(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    new_version(title="title: Execution and delivery → title: Delivering")
    shown = main(client_of(cast.ada).get(url_of(review)))
    assert shown.one("h1").text.startswith("Agreed on ")
    assert shown.all("form") == []
    talk = shown.one("article", "talk")
    assert talk.one("h3").text == "Execution and delivery"
    assert talk.one("div", "settled").all("p")[0].text.startswith("Settled: 3 Owning")
    rows = {row.attrs["id"]: [cell.text for cell in row.all("td")] for row in shown.all("tr") if "id" in row.attrs}
    assert rows[ONE][:2] == ["cannot say", "3 Owning"]
    assert rows[ONE][3].startswith("both answers are kept")
    assert rows["user-research"][3].startswith("3 Owning")


def test_what_is_to_be_brought_about_stands_first_the_earliest_day_at_the_top(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    for slug, sign, day in ((NEAR, "Later sign", date(2031, 1, 1)), (FAR, "Sooner sign", date(2030, 1, 1))):
        Agreement.settle(
            review, ladder.skill[slug].pk, by=cast.ada, seen=0, level=3, sign=sign, owner="assessor", due_on=day
        )
    settle(review, ladder, cast.bo, {ONE: "both"})
    for person in (cast.ada, cast.bo):
        say_yes(review, by=person, seen=fingerprint(review))
    shown = main(client_of(cast.bo).get(url_of(review)))
    listed = shown.all("section", "section")[0]
    assert [one.text for one in listed.all("li")] == [
        "Execution and delivery: Sooner sign Bo, by 1 January 2030",
        "Vision setting: Later sign Bo, by 1 January 2031",
    ]


def test_an_earlier_result_of_another_manager_stays_out(cast: Cast, ladder: Chart) -> None:
    result_of(cast.ada, {FAR: 1}, cast.xena)
    shown = main(client_of(cast.bo).get(url_of(revealed(cast.ada, cast.bo))))
    assert "1 Learning" not in shown.one("article", "talk").one("div", "says").text


def test_the_person_reads_who_looked(cast: Cast) -> None:
    client_of(cast.bo).get(url_of(revealed(cast.ada, cast.bo)))
    assert Reading.objects.values_list("reader", "page").get() == (cast.bo.pk, "appraisal_compare")


def test_to_others_it_is_not_there(cast: Cast, ladder: Chart) -> None:
    url = url_of(agreed(cast.ada, cast.bo, ladder))
    for stranger in (cast.di, cast.cy, cast.hal, cast.xena, cast.root):
        is_not_there(stranger, url, post=False)


def test_signed_out(cast: Cast) -> None:
    leads_to_welcome(url_of(revealed(cast.ada, cast.bo)))


def test_queries(cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    review = revealed(cast.ada, cast.bo)
    client = client_of(cast.ada)
    for skills in ((FAR,), tuple(skill.slug for skill in ladder.skills if skill.slug not in (FAR, NEAR, ONE))):
        settle(review, ladder, cast.bo, dict.fromkeys(skills, 3))
        for _item in range(len(skills)):
            Share.objects.create(evidence=noted(cast.ada, ladder, skills[:1], date(2024, 3, 1)), reader=cast.bo)
        # session, person, review; who said yes; parts twice, what is settled twice, answers of both, what is shared
        with django_assert_num_queries(11):
            client.get(url_of(review))
