"""A manager, or the people team, opens a review of one person; or the page says what is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal
from ladders.chart import Chart
from ladders.models import Ladder
from people.models import Person, Reading
from tests.assessments.litany import leads_to_welcome, new_version, place
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.reviews.pairs import client_of, opened


def url_of(person: Person) -> str:
    return f"/reviews/with/{person.pid}/"


@pytest.fixture
def placed(cast: Cast, ladder: Chart) -> Cast:
    """Ada works as a product manager and aims, for herself, at director."""
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder), aim="director")
    return cast


def test_the_list_is_the_stage_and_the_next_one_of_the_version_in_force(placed: Cast, ladder: Chart) -> None:
    new_version(title="title: Execution and delivery → title: Delivering")
    client, day = client_of(placed.bo), timezone.localdate() + timedelta(days=14)
    form = sent(client.get(url_of(placed.ada))) | {"due_on": day.isoformat()}
    response = client.post(url_of(placed.ada), form)
    review = Appraisal.objects.get()
    assertRedirects(response, f"/reviews/{review.pid}/")
    assert (review.person, review.assessor, review.by, review.appointed) == (placed.ada, placed.bo, placed.bo, False)
    assert (review.version.number, review.stage, review.target, review.form, review.due_on) == (
        *(2, "product-manager", "senior-pm", "full", day),
    )
    assert [notice.kind for notice in placed.ada.notices.all()] == ["review_opened"]


def test_what_the_person_aims_for_is_theirs(placed: Cast) -> None:
    shown = client_of(placed.bo).get(url_of(placed.ada))
    assert "Director" not in main(shown).text
    options = [label.text for label in main(shown).one("form", method="post").all("label")]
    assert options[:2] == ["Where they are: Product Manager", "Product Manager and the way to Senior Product Manager"]


def test_only_where_they_are_and_only_all_of_it(placed: Cast) -> None:
    client = client_of(placed.bo)
    form = sent(client.get(url_of(placed.ada))) | {"target": "here"}
    response = client.post(url_of(placed.ada), form | {"form": "quick"})
    assert (response.status_code, list(errors(response))) == (422, ["form"])
    client.post(url_of(placed.ada), form)
    assert Appraisal.objects.values_list("target", "form").get() == ("", "full")


def test_the_people_team_opens_one_with_the_manager(placed: Cast) -> None:
    client = client_of(placed.hal)
    assertRedirects(client.post(url_of(placed.ada), sent(client.get(url_of(placed.ada)))), "/reviews/")
    assert Appraisal.objects.values_list("assessor", "by").get() == (placed.bo.pk, placed.hal.pk)
    assert [notice.kind for notice in placed.bo.notices.all()] == ["review_given"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"due_on": "2020-01-01"}, "due_on"),
        ({"due_on": "9999-12-31"}, "due_on"),
        ({"due_on": "soon"}, "due_on"),
        ({"target": ""}, "target"),
        ({"target": "x"}, "target"),
        ({"form": ""}, "form"),
    ],
)
def test_wrong_input_stands_beside_its_cause(placed: Cast, wrong: dict[str, str], field: str) -> None:
    client = client_of(placed.bo)
    response = client.post(url_of(placed.ada), sent(client.get(url_of(placed.ada))) | wrong)
    assert (response.status_code, list(errors(response))) == (422, [field])
    assert Appraisal.objects.count() == 0


def test_a_double_click_opens_one(placed: Cast) -> None:
    client = client_of(placed.bo)
    form = sent(client.get(url_of(placed.ada)))
    assert len({client.post(url_of(placed.ada), form).headers["Location"] for _press in range(3)}) == 1
    assert (Appraisal.objects.count(), placed.ada.notices.count()) == (1, 1)


def test_one_at_a_time(placed: Cast) -> None:
    opened(placed.ada, placed.bo)
    for client in (client_of(placed.bo), client_of(placed.hal)):
        response = client.get(url_of(placed.ada))
        assert main(response).one("div", "empty").one("h2").text == "A review is open already"
        assert client.post(url_of(placed.ada), {"once": "t" * 22}).status_code == 422
    assert Appraisal.objects.count() == 1


def test_without_a_place_it_says_what_to_do(cast: Cast, ladder: Chart) -> None:
    shown = main(client_of(cast.bo).get(url_of(cast.di)))
    assert shown.one("div", "empty").one("h2").text == "No place on a ladder yet"
    PathFactory(person=cast.di, ladder=Ladder.objects.get(pid=ladder.ladder))
    place(cast.di, "gone-stage")
    shown = main(client_of(cast.bo).get(url_of(cast.di)))
    assert shown.one("div", "empty").one("h2").text == "No place on a ladder yet"


def test_without_a_manager_it_says_who_acts(placed: Cast) -> None:
    placed.ada.report_to(None, since=date(2025, 1, 6))
    shown = main(client_of(placed.hal).get(url_of(placed.ada)))
    assert shown.one("div", "empty").one("h2").text == "Nobody to rate yet"


def test_the_person_reads_who_looked(placed: Cast) -> None:
    client_of(placed.bo).get(url_of(placed.ada))
    assert Reading.objects.values_list("reader", "page").get() == (placed.bo.pk, "appraisal_new")


def test_to_others_it_is_not_there(placed: Cast) -> None:
    for stranger in (placed.ada, placed.di, placed.cy, placed.xena, placed.root, placed.lin):
        client = client_of(stranger)
        assert client.get(url_of(placed.ada)).status_code == 404
        assert (
            client.post(url_of(placed.ada), {"form": "full", "target": "here", "once": "t" * 22}).status_code == 404
        )
    assert client_of(placed.hal).get(url_of(placed.hal)).status_code == 404
    assert Appraisal.objects.count() == 0


def test_signed_out(placed: Cast) -> None:
    leads_to_welcome(url_of(placed.ada))


def test_queries(placed: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = client_of(placed.bo)
    client.get(url_of(placed.ada))
    # session, person, people team, the person, their place, manager, an open review; the log of readings
    with django_assert_num_queries(8):
        client.get(url_of(placed.ada))
