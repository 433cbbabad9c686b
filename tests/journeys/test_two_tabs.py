"""Two windows, a lost connection: what was chosen is never lost without a word."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from assessments.models import Assessment, Rating
from tests.factories import AssessmentFactory, PathFactory, PersonFactory
from tests.journeys.conftest import Open
from tests.journeys.steps import sign_in


@pytest.fixture
def draft(transactional_db: None) -> Assessment:
    person = PersonFactory.create(name="Ann Berg")
    PathFactory(person=person)
    return AssessmentFactory.create(person=person)


def first_question(page: Page, draft: Assessment) -> Page:
    sign_in(page, draft.person)
    page.goto(f"/assess/{draft.pid}/")
    return page


def levels(draft: Assessment) -> list[int | None]:
    return list(Rating._default_manager.filter(assessment=draft).values_list("level", flat=True))


def choose(page: Page, level: int) -> None:
    page.locator(f"[name=level][value='{level}']").check()


def test_the_second_window_is_told_and_overwrites_nothing(open_page: Open, draft: Assessment) -> None:
    here = first_question(open_page(expects=("409",)), draft)
    there = first_question(open_page(expects=("409",)), draft)
    choose(here, 3)
    expect(here.locator("output.saved")).to_contain_text("Saved")
    choose(there, 1)
    expect(there.locator("output.saved")).to_contain_text("Not saved. This page is out of date")
    assert levels(draft) == [3]
    choose(here, 4)
    expect(here.locator("output.saved")).to_have_attribute("data-state", "saved")
    expect(here.locator("output.saved")).to_contain_text("Saved")
    here.wait_for_timeout(300)
    assert levels(draft) == [4]


def test_without_scripts_the_second_window_gets_a_page(open_page: Open, draft: Assessment) -> None:
    here = first_question(open_page(scripts=False), draft)
    there = first_question(open_page(scripts=False, expects=("409",)), draft)
    for page, level in ((here, 3), (there, 1)):
        choose(page, level)
        page.get_by_role("button", name="Save, next skill").click()
    expect(there.get_by_role("heading", level=1)).to_contain_text("changed")
    assert levels(draft) == [3]


def test_a_double_click_saves_once_and_goes_on(open_page: Open, draft: Assessment) -> None:
    page = first_question(open_page(scripts=False), draft)
    first = page.url
    choose(page, 2)
    page.get_by_role("button", name="Save, next skill").dblclick()
    page.wait_for_url(lambda url: url != first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your own check-in")
    assert levels(draft) == [2]


def test_a_lost_connection_is_said_and_mended(open_page: Open, draft: Assessment) -> None:
    page = first_question(open_page(expects=("ERR_INTERNET_DISCONNECTED", "htmx:")), draft)
    page.context.set_offline(True)
    choose(page, 3)
    expect(page.locator("output.saved")).to_contain_text("Not saved. Trying again")
    assert levels(draft) == []
    page.context.set_offline(False)
    expect(page.locator("output.saved")).to_have_attribute("data-state", "saved", timeout=15_000)
    assert levels(draft) == [3]


def test_another_device_goes_on_where_the_first_one_stopped(open_page: Open, draft: Assessment) -> None:
    desk = first_question(open_page(), draft)
    choose(desk, 3)
    desk.get_by_role("button", name="Save, next skill").click()
    expect(desk.locator("progress")).to_have_attribute("value", "1")
    phone = first_question(open_page(width=390), draft)
    expect(phone.locator("progress")).to_have_attribute("value", "1")
    assert phone.url == desk.url


def test_something_missing_is_said_and_the_next_choice_saves_all(open_page: Open, draft: Assessment) -> None:
    page = first_question(open_page(expects=("422", "htmx:")), draft)
    page.get_by_label("gives me energy").check()
    expect(page.locator("output.saved")).to_contain_text("Not saved yet: choose an answer above.")
    choose(page, 3)
    expect(page.locator("output.saved")).to_have_attribute("data-state", "saved")
    rating = Rating._default_manager.get(assessment=draft)
    assert (rating.level, rating.energy) == (3, "gives")
