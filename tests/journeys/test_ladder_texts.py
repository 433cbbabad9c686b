"""Writing the texts of skills in a browser: by keyboard, two at once, without scripts, and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from people.models import Person
from tests.journeys.conftest import Open
from tests.journeys.steps import keeper, press_button, sign_in, tab_to

TEXT = "levels/3/text"


@pytest.fixture
def research(draft: Draft) -> Piece:
    return Piece.objects.get(draft=draft, kind=Kind.SKILL, key="user-research")


def opened(page: Page, person: Person, url: str) -> Page:
    sign_in(page, person)
    page.goto(url)
    return page


def sheet_of(skill: Piece, level: int = 3) -> str:
    return f"/drafts/{skill.draft.pid}/skills/{skill.pid}/levels/{level}/"


def kept(skill: Piece, path: str = TEXT) -> object:
    return Piece.objects.get(pk=skill.pk).read(path)


def is_saved(page: Page) -> None:
    expect(page.locator("output.saved")).to_have_attribute("data-state", "saved")


def write(page: Page, selector: str, words: str) -> None:
    """Replaces what stands in a field, by keyboard, and waits until it is saved."""
    tab_to(page, selector)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(words)
    with page.expect_response(lambda answer: answer.status == 204):
        page.keyboard.press("Tab")
    is_saved(page)


def test_a_skill_written_with_the_keyboard_only(open_page: Open, ann: Person, draft: Draft) -> None:
    page = opened(open_page(), ann, f"/drafts/{draft.pid}/texts/")
    press_button(page, "a[href*='/skills/new/']")
    tab_to(page, "[name=title]")
    page.keyboard.type("Reading the market")
    press_button(page, "main form[method=post] button.button")
    for level in (1, 2):
        write(page, f"[name=text-{level}]", f"Reads {level}.")
    skill = Piece.objects.get(draft=draft, key="reading-the-market")
    assert kept(skill, "levels") == {"1": {"text": "Reads 1."}, "2": {"text": "Reads 2."}}

    press_button(page, f"a[href='{sheet_of(skill, 2)}']")
    for place, words in enumerate(("Asks.", "Listens.")):
        write(page, f"[name=signs-{place}-text]", words)
    tab_to(page, "[name=signs-0-text]")
    with page.expect_response(lambda answer: answer.status == 204):
        page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("[name=signs-0-text]")).to_be_focused()
    assert kept(skill, "levels/2/signs") == [{"text": "Listens."}, {"text": "Asks."}]


def test_beside_the_grid_one_text_after_the_other(
    open_page: Open, ann: Person, draft: Draft, research: Piece
) -> None:
    page = opened(open_page(), ann, f"/drafts/{draft.pid}/texts/")
    grid, sheet = page.locator("text-grid"), page.locator("#sheet")
    grid.get_by_role("link", name="3 Owning").first.click()
    expect(sheet.locator("h2")).to_have_text("3 Owning")
    expect(sheet.locator("#id_text")).to_be_focused()

    sheet.locator("#id_text").fill("Written beside the grid.")
    grid.get_by_role("link", name="4 Leading").first.click()

    expect(sheet.locator("h2")).to_have_text("4 Leading")
    expect(grid.get_by_role("link", name="3 Owning").first).to_contain_text("Written beside the grid.")
    assert kept(research) == "Written beside the grid."
    assert page.url.endswith("/texts/")


def test_two_editors_meet_and_neither_is_overwritten(open_page: Open, ann: Person, research: Piece) -> None:
    here = opened(open_page(), ann, sheet_of(research))
    there = opened(open_page(expects=("409", "htmx:")), keeper("Bea Cruz"), sheet_of(research))
    here.locator("#id_text").fill("Ann's words.")
    here.locator("[name=examples]").focus()
    is_saved(here)

    there.locator("#id_text").fill("Bea's words.")
    there.locator("[name=examples]").focus()
    expect(there.locator("#findings")).to_contain_text("Ann Berg changed this meanwhile to: Ann's words.")
    assert kept(research) == "Ann's words."
    expect(there.locator("#id_text")).to_have_value("Bea's words.")

    there.locator("#findings [type=checkbox]").check()
    is_saved(there)
    assert kept(research) == "Bea's words."


def test_a_change_is_taken_back_from_the_sheet(open_page: Open, ann: Person, research: Piece) -> None:
    before = kept(research)
    page = opened(open_page(), ann, sheet_of(research))
    page.locator("#id_text").fill("Regretted.")
    page.locator("[name=examples]").focus()
    is_saved(page)
    page.reload()

    page.get_by_text("History, 1 change").click()
    expect(page.locator(".history ins").first).to_have_text("Regretted.")
    page.get_by_role("button", name="Undo this").click()

    expect(page.locator("#messages")).to_contain_text("Taken back.")
    expect(page.locator("#id_text")).to_have_value(str(before))
    assert kept(research) == before


@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts(open_page: Open, ann: Person, draft: Draft, research: Piece, width: int) -> None:
    page = opened(open_page(width=width, scripts=False), ann, f"/drafts/{draft.pid}/texts/")
    page.get_by_role("link", name="3 Owning").first.click()
    page.locator("[name=signs-0-text]").fill("Asks.")
    page.get_by_role("button", name="Save").click()
    page.locator("[name=signs-1-text]").fill("Listens.")
    page.locator("[name=signs-1-order]").fill("1")
    page.get_by_role("button", name="Save").click()

    signs = kept(research, "levels/3/signs")
    assert isinstance(signs, list)
    assert [sign["text"] for sign in signs] == ["Listens.", "Asks."]
    assert page.locator("[name=signs-0-text]").input_value() == "Listens."
