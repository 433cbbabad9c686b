"""The personal board in a browser: from the first need to somebody at the table, also without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from mentors import contents
from mentors.desk import desk_of
from mentors.keeping import add_member
from mentors.seating import name_need
from people.models import Person
from tests.journeys.conftest import Open
from tests.journeys.steps import fill_by_keyboard, press_button, sign_in
from tests.mentors.litany import ago


def needs(person: Person) -> list[str]:
    return [held.contents.need for held in desk_of(person).open_seats.values()]


@pytest.mark.parametrize("scripts", [True, False])
def test_from_a_need_to_somebody_at_the_table(open_page: Open, ann: Person, scripts: bool) -> None:
    add_member(ann, contents.Member("Ines Duarte", ago(9)))
    page = open_page(scripts=scripts)
    sign_in(page, ann)
    page.goto("/board/")
    page.get_by_role("link", name="Name a new need").click()
    page.get_by_role("link", name="Hard stakeholder").click()
    page.get_by_role("button", name="Name this need").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who sits here?")
    page.get_by_label("Ines Duarte").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("svg.seats a")).to_have_attribute("aria-label", "Hard stakeholder: Ines Duarte")
    assert needs(ann) == ["Hard stakeholder"]


def test_by_keyboard_alone(open_page: Open, ann: Person) -> None:
    page = open_page()
    sign_in(page, ann)
    page.goto("/board/seats/new/")
    fill_by_keyboard(page, "[name=need]", "Pricing")
    press_button(page, "main form button[type=submit]")
    page.goto("/board/")
    press_button(page, "svg.seats a")
    expect(page).to_have_url(on_board(page, "/board/people/new/", needs_pid(ann)))


def on_board(page: Page, path: str, seat: str) -> str:
    return f"{page.url.split('/board/')[0]}{path}?seat={seat}"


def needs_pid(person: Person) -> str:
    return next(iter(desk_of(person).open_seats))


def test_a_seat_moves_and_the_list_stays_open(open_page: Open, ann: Person) -> None:
    for need in ("First", "Second"):
        name_need(ann, contents.Seat(need, ago(9)))
    page = open_page(width=390)
    sign_in(page, ann)
    page.goto("/board/")
    page.get_by_text("The seats as a list").click()
    page.get_by_role("button", name="Move Second up").click()
    expect(page.get_by_role("button", name="Move Second down")).to_be_visible()
    assert needs(ann) == ["Second", "First"]
