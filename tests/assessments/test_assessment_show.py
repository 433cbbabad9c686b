"""A submitted check-in to read; a draft goes on where it was left."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Assessment
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import (
    NAMES,
    agreed,
    answer,
    answer_all,
    draft,
    every,
    is_not_there,
    leads_to_welcome,
    new_version,
    rated,
)
from tests.assessments.pages import cells, main, page
from tests.cast import Cast


def test_shows_each_answer_in_the_words_of_its_version(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"delivery": 3, "vision": None, "user-research": 4})
    sheet.assessment.ratings.filter(level=4).update(
        situation="Ran <b>twelve</b>\ninterviews", energy="gives", same=True
    )
    sheet.assessment.submit()
    response = as_ada.get(f"/assess/{sheet.assessment.pid}/")
    texts = {slug: ladder.skill[slug].levels for slug in ("user-research", "delivery")}
    assert cells(main(response)) == [
        [
            "User research",
            "4 Leading same as last time gives me energy",
            texts["user-research"][4].text,
            "Ran <b>twelve</b> interviews",
        ],
        ["Execution and delivery", "3 Owning", texts["delivery"][3].text, ""],
        ["Vision setting", "cannot say", "", ""],
    ]
    assert main(response).one("p", "lede").text == "As Product Manager, aiming for Senior Product Manager."
    sheet.assessment.refresh_from_db()
    assert page(response).one("footer").text.count(f"Frozen as {sheet.assessment.digest[:12]}") == 1


@pytest.mark.parametrize("name", NAMES)
def test_names_in_any_script_stay_whole(as_ada: Client, ada: Person, name: str) -> None:
    sheet = answer(draft(ada), {"delivery": 3})
    sheet.assessment.ratings.update(situation=name)
    sheet.assessment.submit()
    assert cells(main(as_ada.get(f"/assess/{sheet.assessment.pid}/")))[0][3] == name


def test_a_draft_goes_on_at_the_first_open_question(as_ada: Client, ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"user-research": 3})
    url = f"/assess/{sheet.assessment.pid}/"
    empathy = ladder.skill["customer-empathy"].pid
    assertRedirects(as_ada.get(url), f"{url}skills/{empathy}/")


def test_a_draft_with_all_answers_goes_to_the_end(as_ada: Client, ada: Person) -> None:
    url = f"/assess/{answer_all(draft(ada)).assessment.pid}/"
    assertRedirects(as_ada.get(url), f"{url}submit/")


def test_a_draft_with_raised_levels_goes_to_the_situations(as_ada: Client, ada: Person, cast: Cast) -> None:
    agreed(ada, {"delivery": 2}, cast.bo)
    url = f"/assess/{answer_all(draft(ada)).assessment.pid}/"
    assertRedirects(as_ada.get(url), f"{url}situations/")


def test_says_that_a_newer_version_is_in_force(as_ada: Client, ada: Person) -> None:
    done = rated(ada, {"delivery": 3})
    url = f"/assess/{done.pid}/"
    assert main(as_ada.get(url)).all("p", "message") == []
    new_version(delivery="title: Execution and delivery → title: Delivering")
    shown = main(as_ada.get(url))
    assert shown.one("p", "message").text == (
        "Made against version 1.0. Version 1.1 is in force now; this page keeps the words you answered. "
        "Read the ladder as it was"
    )
    assert cells(shown)[0][0] == "Execution and delivery"


def test_the_manager_reads_what_was_agreed_and_nothing_else(client: Client, ada: Person, cast: Cast) -> None:
    result, own = agreed(ada, {"delivery": 3}, cast.bo), rated(ada, {"delivery": 4})
    client.force_login(cast.bo)
    shown = main(client.get(f"/assess/{result.pid}/"))
    assert shown.one("p", "lede").text == "As Product Manager, aiming for Senior Product Manager. About Ada Okafor."
    assert cells(shown)[0][:2] == ["Execution and delivery", "3 Owning"]
    is_not_there(cast.bo, f"/assess/{own.pid}/", post=False)


def test_to_others_it_is_not_there(ada: Person, cast: Cast) -> None:
    own, open_one = rated(ada, {"delivery": 4}), draft(ada).assessment
    for stranger in (cast.bo, cast.cy, cast.di, cast.eve, cast.hal, cast.lin, cast.root):
        for assessment in (own, open_one):
            client = Client()
            client.force_login(stranger)
            assert client.get(f"/assess/{assessment.pid}/").status_code == 404
    assert not Assessment.objects.visible_to(cast.eve).exists()


def test_signed_out(ada: Person) -> None:
    leads_to_welcome(f"/assess/{rated(ada, {'delivery': 4}).pid}/")


@pytest.mark.parametrize("count", [1, 24])
def test_queries(
    as_ada: Client,
    ada: Person,
    ladder: Chart,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    done = rated(ada, dict(list(every(ladder, 3).items())[:count]))
    with django_assert_num_queries(5):  # session, person, assessment, its answers, the version in force
        as_ada.get(f"/assess/{done.pid}/")
