"""From the first visit to a printed gap analysis: by keyboard alone, without scripts, on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ladders.chart import Chart
from tests.journeys.conftest import Open
from tests.journeys.steps import WORDS, fill_by_keyboard, press_button, tab_to

LEVELS = "343434443343332234331201"


def first_account_by_keyboard(page: Page) -> None:
    page.goto("/")
    press_button(page, "a[href='/welcome/account/']")
    fill_by_keyboard(page, "[name=name]", "Ann Berg")
    fill_by_keyboard(page, "[name=email]", "ann@example.org")
    fill_by_keyboard(page, "[name=password]", WORDS)
    press_button(page, "main button[type=submit]")


def choose(page: Page, selector: str, title: str) -> None:
    """Chooses in a select by typing its first letters, as the keyboard does."""
    tab_to(page, selector)
    page.keyboard.type(title)


@pytest.mark.usefixtures("ladder")
def test_with_the_keyboard_only(open_page: Open) -> None:
    page = open_page()
    first_account_by_keyboard(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Ann. Where are you now?")
    choose(page, "[name=stage]", "Product M")
    choose(page, "[name=aim]", "Senior")
    press_button(page, "main form button[type=submit]")
    expect(page.get_by_role("heading", level=1)).to_have_text("Product Manager, on the way to Senior Product Manager")
    press_button(page, "a[href='/assess/']")
    tab_to(page, "[name=form]")
    page.keyboard.press("Space")
    press_button(page, "main form button[type=submit]")
    for number, level in enumerate(LEVELS, 1):
        tab_to(page, "[name=level]")
        page.keyboard.press(level)
        expect(page.locator("output.saved")).to_contain_text("Saved")
        press_button(page, "main form button.button[type=submit]")
        if number < len(LEVELS):
            expect(page.locator("progress")).to_have_attribute("value", str(number))
    expect(page.get_by_role("heading", level=1)).to_have_text("Everything is answered")
    press_button(page, "main form button[type=submit]")
    finish(page)


@pytest.mark.parametrize(("width", "scripts"), [(1280, False), pytest.param(390, True, marks=pytest.mark.looks)])
def test_with_the_mouse(open_page: Open, ladder: Chart, width: int, scripts: bool) -> None:
    page = open_page(width=width, scripts=scripts)
    page.goto("/")
    page.get_by_role("link", name="Set up").click()
    page.get_by_label("Your name").fill("Ann Berg")
    page.get_by_label("Work address").fill("ann@example.org")
    page.get_by_label("Password").fill(WORDS)
    page.locator("main button[type=submit]").click()
    page.get_by_label("I work as").select_option("Product Manager")
    page.get_by_label("I aim for").select_option("Senior Product Manager")
    page.get_by_role("button", name="Put me on the map").click()
    page.goto("/assess/")
    page.get_by_label("All of it").check()
    page.get_by_role("button", name="Start the check-in").click()
    for level in LEVELS:
        page.locator(f"[name=level][value='{level}']").check()
        page.get_by_role("button", name=re.compile("^Save")).click()
    page.get_by_role("button", name="Submit the check-in").click()
    finish(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width if scripts else True


def finish(page: Page) -> None:
    """The gap page says what follows from the levels, and its print holds the same with the table opened."""
    expect(page.get_by_role("heading", level=1)).to_have_text("What is left to Senior Product Manager")
    expect(page.locator(".figure")).to_have_text("14 of 22 expectations met")
    expect(page.locator(".rail-row")).to_have_count(24)
    page.emulate_media(media="print")
    expect(page.locator("nav.nav")).to_be_hidden()
    expect(page.locator("table.figures")).to_be_visible()
    assert len(page.pdf()) > 10_000
