"""A check-in that began from another job shows where people from there often start; any other shows nothing of it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.models import Assessment, Rating
from assessments.models.assessment import Submitted
from assessments.sheet import Sheet, sheet_of
from ladders.chart import Chart
from ladders.models import Ladder, Version
from ladders.questions import Form
from people.models import Person
from safeguards.revisions import Stale
from tests.assessments.litany import answer_all, draft, noted, place, rated
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.pages import load

TICKED = f"""{HEAD}assess: statements
language: ar
stages: [{{id: a, title: A}}]
skills: [{{id: s, title: S, at: {{a: [Listens, Asks]}}}}]
x-ways-in: [{{id: w, title: "<b>مبيعات</b>", brings: [{{skill: s, text: "<i>أصغى</i>"}}]}}]
"""


def from_engineering(person: Person) -> Sheet:
    sheet = draft(person)
    sheet.assessment.come_by("engineering")
    return sheet_of(sheet.assessment)


def url_of(sheet: Sheet, slug: str) -> str:
    return f"/assess/{sheet.assessment.pid}/skills/{sheet.chart.skill[slug].pid}/"


def test_says_where_people_from_there_often_start_and_why(as_ada: Client, ada: Person) -> None:
    question = main(as_ada.get(url_of(from_engineering(ada), "technical"))).one("fieldset", id="level")
    assert question.one("p", "came-from").text == (
        "People who come from Engineering often start at 3 Owning here. "
        "Weighed options, effort and technical debt before every larger change."
    )
    marked = [label.one("input").attrs["value"] for label in question.all("label") if label.all("small", "often")]
    assert marked == ["3"]


def test_nothing_is_chosen_and_the_marked_level_is_chosen_like_any_other(as_ada: Client, ada: Person) -> None:
    sheet = from_engineering(ada)
    url = url_of(sheet, "technical")
    assert "level" not in sent(as_ada.get(url))
    as_ada.post(url, sent(as_ada.get(url)) | {"level": "3"})
    assert list(Rating._default_manager.values_list("level", "same")) == [(3, False)]


def test_of_other_skills_it_says_nothing(as_ada: Client, ada: Person) -> None:
    page = main(as_ada.get(url_of(from_engineering(ada), "vision")))
    assert (page.all("p", "came-from"), page.all("small", "often")) == ([], [])


@pytest.mark.parametrize("way", ["", "alchemy"])
def test_a_check_in_without_a_way_is_as_it_was(as_ada: Client, ada: Person, way: str) -> None:
    sheet = draft(ada)
    before = as_ada.get(url_of(sheet, "technical"))
    if way:  # one that this version does not have
        sheet.assessment.come_by(way)
    page = main(as_ada.get(url_of(sheet, "technical")))
    assert (page.all("p", "came-from"), page.all("small", "often")) == ([], [])
    assert page.text == main(before).text


def test_without_a_level_it_says_what_carries_over(client: Client, cast: Cast) -> None:
    chart = load(TICKED)
    version = Version.objects.select_related("ladder").get(pid=chart.version)
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=chart.ladder), stage="a", aim="")
    made = Assessment.start(cast.ada, version=version, stage="a", target="", form=Form.FULL)
    made.come_by("w")
    client.force_login(cast.ada)
    response = client.get(url_of(sheet_of(made), "s"))
    hint = main(response).one("p", "came-from")
    assert hint.text == "People who come from <b>مبيعات</b> bring this along. <i>أصغى</i>"
    assert [(node.tag, node.attrs["lang"], node.attrs["dir"]) for node in hint] == [
        ("bdi", "ar", "auto"),
        ("span", "ar", "auto"),
    ]
    assert main(response).all("small", "often") == []


def test_the_way_can_be_changed_until_it_is_submitted(ada: Person) -> None:
    sheet = from_engineering(ada)
    sheet.assessment.come_by("design")
    assert Assessment.objects.get().way == "design"
    answer_all(sheet)
    sheet.assessment.submit()
    with pytest.raises(Submitted):
        sheet.assessment.come_by("marketing")
    assert Assessment.objects.get().way == "design"


def test_a_check_in_that_is_gone_has_no_way(ada: Person) -> None:
    kept = draft(ada).assessment
    Assessment.objects.all().delete()
    with pytest.raises(Stale):
        kept.come_by("design")


def test_the_hint_asks_the_database_nothing(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    noted(ada, ladder, ["technical"], rated(ada, {"delivery": 3}).submitted_day)
    sheet = draft(ada)
    counts = []
    for way in ("", "engineering"):
        sheet.assessment.come_by(way)
        with django_assert_num_queries(6) as asked:  # session, person, assessment, answers, earlier ones, evidence
            as_ada.get(url_of(sheet, "technical"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_first_page_of_check_ins_offers_the_jobs(as_ada: Client, ada: Person, ladder: Chart) -> None:
    jobs = [way.title for way in ladder.ways_in]

    def offered() -> list[str]:
        return [link.text for link in main(as_ada.get("/assess/")).all("a") if "/assess/from/" in link.attrs["href"]]

    assert offered() == jobs
    sheet = from_engineering(ada)
    assert offered() == jobs
    assert "The questions show where people from Engineering often start." in main(as_ada.get("/assess/")).text
    place(ada, "gone")
    assert offered() == []
    place(ada, "product-manager")
    answer_all(sheet).assessment.submit()
    assert offered() == []


def test_the_welcome_of_a_newcomer_offers_them(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    found = [link for link in main(client.get("/")).all("a") if "/ways-in/" in link.attrs["href"]]
    assert [(link.attrs["href"], link.text) for link in found] == [
        (f"/ladders/{ladder.ladder}/ways-in/{way.pid}/", way.title) for way in ladder.ways_in
    ]
