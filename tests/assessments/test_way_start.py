"""The first check-in from another job: hints where people from there often start, and nothing chosen."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment
from ladders.chart import Chart, WayIn
from ladders.models import Ladder, Path
from people.models import Person
from tests.assessments.litany import agreed, answer, draft, every, leads_to_welcome, place, rated
from tests.assessments.pages import errors, links, main, sent
from tests.cast import Cast
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, load

OTHER = f"""{HEAD}stages: [{{id: a, title: A}}, {{id: b, title: B}}]
x-ways-in: [{{id: w, title: Sales, text: Listens.}}]
"""


def way_of(chart: Chart, slug: str = "engineering") -> WayIn:
    return next(way for way in chart.ways_in if way.slug == slug)


def url_of(chart: Chart, slug: str = "engineering") -> str:
    return f"/assess/from/{chart.ladder}/{way_of(chart, slug).pid}/"


def test_starts_for_the_stage_and_the_aim_one_has(as_ada: Client, ada: Person, ladder: Chart) -> None:
    url = url_of(ladder)
    page = main(as_ada.get(url))
    assert page.one("h1").text == "Your first check-in, coming from Engineering"
    assert page.one("form").text == "You work as Product Manager. Change this Start the check-in"
    response = as_ada.post(url, sent(as_ada.get(url)))
    found = Assessment.objects.get()
    first = ladder.skill["user-research"].pid
    assertRedirects(response, f"/assess/{found.pid}/skills/{first}/", fetch_redirect_response=False)
    assert (found.way, found.stage, found.target, found.form) == (
        "engineering", "product-manager", "senior-pm", "full",
    )  # fmt: skip
    assert found.ratings.count() == 0


def test_an_open_one_is_gone_on_with(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"user-research": 3})
    url = url_of(ladder, "design")
    assert main(as_ada.get(url)).one("form").text == (
        "You have an open check-in, 1 of 24 skills rated. Your answers stay as they are. Go on with the check-in"
    )
    as_ada.post(url, sent(as_ada.get(url)))
    found = Assessment.objects.get()
    assert (found.pid, found.way, found.ratings.count()) == (sheet.assessment.pid, "design", 1)


def test_without_a_place_it_asks_for_the_stage(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    url = url_of(ladder)
    page = main(client.get(url))
    assert [label.text for label in page.one("fieldset", "field").all("label")] == [
        "Junior Product Manager",
        "Associate Product Manager",
    ]
    assert "at" not in sent(client.get(url))
    client.post(url, sent(client.get(url)) | {"at": ladder.stage["associate-pm"].pid})
    path, found = Path.objects.get(person=cast.di), Assessment.objects.get()
    assert (path.ladder.pid, path.stage, path.aim) == (ladder.ladder, "associate-pm", "")
    assert (found.person, found.way, found.stage, found.target) == (cast.di, "engineering", "associate-pm", "")


@pytest.mark.parametrize("at", [None, "", NO_ID, "vp"])
def test_a_stage_is_to_be_chosen(client: Client, cast: Cast, ladder: Chart, at: str | None) -> None:
    client.force_login(cast.di)
    chosen = {} if at is None else {"at": ladder.stage[at].pid if at in ladder.stage else at}
    response = client.post(url_of(ladder), {"once": "t" * 22} | chosen)
    assert (response.status_code, set(errors(response))) == (422, {"at"})
    assert sent(response)["once"] == ["t" * 22]
    assert (Assessment.objects.exists(), Path.objects.exists()) == (False, False)


def test_where_a_way_names_no_stage_every_stage_is_offered(client: Client, cast: Cast) -> None:
    chart = load(OTHER)
    client.force_login(cast.di)
    labels = main(client.get(url_of(chart, "w"))).one("fieldset", "field").all("label")
    assert [label.text for label in labels] == ["A", "B"]


@pytest.mark.parametrize("kind", ["self", "agreed"])
def test_it_is_for_the_first_one(as_ada: Client, ada: Person, cast: Cast, ladder: Chart, kind: str) -> None:
    if kind == "agreed":  # what was agreed says nothing about one's own words
        agreed(ada, every(ladder, 2), cast.bo)
    else:
        rated(ada, every(ladder, 2))
    response, refused = as_ada.get(url_of(ladder)), as_ada.post(url_of(ladder), {"once": "t" * 22})
    done = main(response).all("div", "empty")
    assert [box.one("h2").text for box in done] == (["Your first check-in is done"] if kind == "self" else [])
    assert (response.status_code, refused.status_code) == (200, 422 if kind == "self" else 302)
    assert Assessment.objects.drafts().exists() is (kind == "agreed")


def test_a_place_on_another_ladder_stays(as_ada: Client, ada: Person) -> None:
    chart = load(OTHER)
    for _ in range(2):
        page = main(as_ada.get(url_of(chart, "w")))
        assert page.one("div", "empty").one("h2").text == "First say where you are"
        assert (f"/ladders/{chart.ladder}/place/", "Put yourself on this ladder") in links(page)
        place(ada, "gone")
    assert as_ada.post(url_of(chart, "w"), {"once": "t" * 22}).status_code == 422
    assert (Assessment.objects.exists(), Path.objects.get(person=ada).stage) == (False, "gone")


def test_an_open_check_in_on_another_ladder_stays(as_ada: Client, ada: Person) -> None:
    draft(ada)
    chart = load(OTHER)
    Path.objects.filter(person=ada).update(ladder=Ladder.objects.get(pid=chart.ladder), stage="a", aim="")
    assert main(as_ada.get(url_of(chart, "w"))).one("div", "empty").one("h2").text == "First say where you are"
    assert as_ada.post(url_of(chart, "w"), {"once": "t" * 22}).status_code == 422
    assert Assessment.objects.get().way == ""


def test_sent_twice_it_starts_one(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.di)
    url = url_of(ladder)
    form = sent(client.get(url)) | {"at": ladder.stage["junior-pm"].pid}
    answers = [client.post(url, form) for _ in range(2)]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert (Assessment.objects.count(), Path.objects.filter(person=cast.di).count()) == (1, 1)


def test_without_its_token_it_is_refused(as_ada: Client, ladder: Chart) -> None:
    assert as_ada.post(url_of(ladder), {}).status_code == 400
    assert not Assessment.objects.exists()


def test_what_is_unknown_is_not_there(as_ada: Client, ladder: Chart) -> None:
    for url in (f"/assess/from/{ladder.ladder}/{NO_ID}/", url_of(ladder).replace(ladder.ladder, NO_ID)):
        assert (as_ada.get(url).status_code, as_ada.post(url).status_code) == (404, 404)


def test_signed_out(ladder: Chart) -> None:
    leads_to_welcome(url_of(ladder))


def test_queries(
    as_ada: Client, ada: Person, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    as_ada.get(url_of(ladder))
    open_one = draft(ada)
    for levels in ({"delivery": 3}, {skill.slug: 2 for skill in ladder.skills if skill.slug != "delivery"}):
        answer(open_one, levels)
        # session, person, ladder, place, draft, whether one is done, whether a review is open, its answers
        with django_assert_num_queries(8):
            as_ada.get(url_of(ladder))
