"""Same as last time: one conscious click for each skill, which tells nothing before submitting."""

from __future__ import annotations

import pytest
from django.test import Client

from assessments.models import Assessment, Rating
from ladders.chart import Chart
from people.models import Person
from tests.assessments.litany import answer, draft, rated
from tests.assessments.pages import cells, errors, main, sent
from tests.assessments.test_rating_edit import saved, url_of


def test_same_as_last_time_is_one_click_and_does_not_tell(as_ada: Client, ada: Person, ladder: Chart) -> None:
    rated(ada, {"delivery": 4, "vision": 1})
    sheet = draft(ada)
    url = url_of(sheet, "delivery")
    shown = as_ada.get(url)
    assert main(shown).one("button", name="same").text == "Same as last time"
    as_ada.post(url, sent(shown) | {"same": "yes"})
    assert Rating._default_manager.filter(assessment=sheet.assessment).values_list("level", "same").get() == (4, True)
    again = as_ada.get(url)
    assert sent(again)["level"] == ["same"]
    assert [label.text for label in main(again).all("label", "level")][-1] == (
        "Same as last time You see the level again after you submit."
    )


def test_before_submitting_the_page_is_the_same_whatever_was_said_last_time(as_ada: Client, ada: Person) -> None:
    pages = []
    for level in (1, 4):
        done = rated(ada, {"delivery": level})
        sheet = draft(ada)
        url = url_of(sheet, "delivery")
        as_ada.post(url, sent(as_ada.get(url)) | {"same": "yes"})
        shown = as_ada.get(url)
        pages.append((main(shown).text, sent(shown) | {"writer": []}))
        sheet.assessment.discard()
        done.delete()
    assert pages[0] == pages[1]


@pytest.mark.parametrize("form", [{"same": "yes"}, {"level": "same"}])
def test_there_is_no_last_time_the_first_time(as_ada: Client, ada: Person, form: dict[str, str]) -> None:
    url = url_of(draft(ada), "delivery")
    shown = as_ada.get(url)
    assert main(shown).all("button", name="same") == []
    response = as_ada.post(url, sent(shown) | form)
    assert (response.status_code, errors(response)) == (
        422,
        {"level": "There is no answer from last time. Choose what you do today."},
    )
    assert saved() == []


def test_after_submitting_the_level_is_there_again(as_ada: Client, ada: Person) -> None:
    rated(ada, {"delivery": 4})
    sheet = draft(ada)
    url = url_of(sheet, "delivery")
    as_ada.post(url, sent(as_ada.get(url)) | {"same": "yes"})
    Assessment.objects.get(submitted_at=None).submit()
    ((_, level, *_rest),) = cells(main(as_ada.get(f"/assess/{sheet.assessment.pid}/")))
    assert level == "4 Leading same as last time"


def test_another_level_takes_its_place(as_ada: Client, ada: Person) -> None:
    rated(ada, {"delivery": 4})
    sheet = draft(ada)
    url = url_of(sheet, "delivery")
    for press in ({"same": "yes"}, {"level": "2"}):
        as_ada.post(url, sent(as_ada.get(url)) | press)
    assert sheet.assessment.ratings.values_list("level", "same").get() == (2, False)


def test_it_answers_one_skill(as_ada: Client, ada: Person) -> None:
    rated(ada, {"delivery": 4, "vision": 2})
    sheet = answer(draft(ada), {})
    url = url_of(sheet, "delivery")
    as_ada.post(url, sent(as_ada.get(url)) | {"same": "yes"})
    assert sheet.assessment.ratings.count() == 1
