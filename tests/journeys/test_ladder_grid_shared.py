"""The grid of a draft in a browser with somebody else at it, without a line, or signed out."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from drafts.models import Change, Draft
from people.models import Person
from tests.journeys.at_the_grid import cell, grid, kept, said
from tests.journeys.conftest import Open
from tests.journeys.steps import keeper, sign_in


def violations(page: Page) -> list[object]:
    found: list[object] = Axe().run(page, options={"preload": False}).response["violations"]
    return found


def test_two_tabs_meet_on_one_cell(open_page: Open, ann: Person, draft: Draft) -> None:
    here = grid(open_page(expects=("409",)), ann, draft)
    there = grid(open_page(expects=("409",)), keeper("Bo Lind"), draft)
    cell(here).click()
    here.keyboard.press("1")
    said(here, "1 Learning, must-have. Saved")

    cell(there).click()
    there.keyboard.press("5")
    said(there, "Ann Berg changed this meanwhile. Press Enter to choose.")
    expect(cell(there)).to_contain_text("Ann Berg: 1! · you: 5!")
    assert kept(draft) == {"level": 1, "must": True}
    # The rest goes on.
    there.keyboard.press("ArrowRight")
    there.keyboard.press("2")
    said(there, "Data analysis, Senior Product Manager: 2 Contributing. Saved")

    there.keyboard.press("ArrowLeft")
    there.keyboard.press("Enter")
    expect(there.get_by_role("button", name="Keep mine")).to_be_focused()
    assert violations(there) == []
    there.keyboard.press("Enter")
    said(there, "Data analysis, Product Manager: 5 Shaping, must-have. Saved")
    assert kept(draft) == {"level": 5, "must": True}

    here.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(cell(here)).to_have_text("5 must-have changed")
    expect(cell(here, "data-analysis/senior-pm")).to_have_text("2 changed less than before")
    said(here, "Bo Lind changed: Data analysis,")


def test_taking_theirs(open_page: Open, ann: Person, draft: Draft) -> None:
    here, there = (grid(open_page(expects=("409",)), ann, draft) for _twice in range(2))
    for page, key in ((here, "1"), (there, "5")):
        cell(page).click()
        page.keyboard.press(key)
        page.wait_for_load_state("networkidle")
    there.get_by_role("button", name="Take theirs").click()
    expect(cell(there)).to_have_text("1 must-have changed less than before")
    expect(cell(there)).to_be_focused()
    assert list(Change.objects.filter(draft=draft).values_list("number", flat=True)) == [2]


def test_offline_and_back(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(expects=("ERR_INTERNET_DISCONNECTED",)), ann, draft)
    cell(page).click()
    page.context.set_offline(True)
    page.keyboard.press("1")
    said(page, "Not saved. Trying again")
    page.keyboard.press("2")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("3")
    said(page, "Not saved. Trying again")
    assert kept(draft) == {"level": 3, "must": True}
    page.context.set_offline(False)
    said(page, "Cells changed: 2. Saved")
    assert [kept(draft), kept(draft, "data-analysis/senior-pm")] == [{"level": 2, "must": True}, {"level": 3}]


def test_signed_out_meanwhile(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(expects=("403",)), ann, draft)
    page.context.clear_cookies()
    cell(page).click()
    page.keyboard.press("1")
    said(page, "You are signed out: sign in in another tab")
    sign_in(page, ann)
    said(page, "1 Learning, must-have. Saved")
    assert kept(draft) == {"level": 1, "must": True}
