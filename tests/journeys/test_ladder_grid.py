"""The grid of a draft in a browser: by keyboard, two at once, offline, pasted, by drag, without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from people.models import Person
from tests.journeys.at_the_grid import CELL, cell, grid, kept, said
from tests.journeys.conftest import Open
from tests.journeys.steps import keeper, tab_to


def violations(page: Page) -> list[object]:
    found: list[object] = Axe().run(page, options={"preload": False}).response["violations"]
    return found


def keys(draft: Draft, kind: Kind) -> list[str]:
    return list(Piece.objects.filter(draft=draft, kind=kind).order_by("position").values_list("key", flat=True))


def test_by_keyboard_alone(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(), ann, draft)
    tab_to(page, "td")
    for _times in range(3):
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowDown")
    expect(cell(page)).to_be_focused()

    page.keyboard.press("5")
    said(page, "Data analysis, Product Manager: 5 Shaping, must-have. Saved")
    for key, sentence in (
        ("w", "5 Shaping, welcome."),
        ("+", "5 Shaping, welcome, counts 2 times."),
        ("m", "5 Shaping, must-have, counts 2 times."),
        ("-", "5 Shaping, must-have."),
        ("0", "0, nothing expected."),
        ("Delete", "nothing said."),
    ):
        page.keyboard.press(key)
        said(page, f"Data analysis, Product Manager: {sentence} Saved")
    assert kept(draft) is None
    expect(cell(page)).to_have_attribute("title", "nothing said; was 3 Owning, must-have in 1.0")

    page.keyboard.press("m")
    said(page, "Set a level first.")
    page.keyboard.press("9")
    said(page, "There is no level 9.")
    page.keyboard.type("lead")
    said(page, "Data analysis, Product Manager: 4 Leading. Saved")
    assert kept(draft) == {"level": 4}


def test_the_keys_lead_everywhere_and_out_again(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(), ann, draft)
    tab_to(page, "td")
    rows = page.locator("table tr:not(.lines, .group)")
    for key, row, column in (
        ("Control+End", 24, 10),
        ("Control+Home", 1, 1),
        ("End", 1, 10),
        ("Tab", 2, 1),
        ("Shift+Tab", 1, 10),
        ("Enter", 2, 10),
        ("Home", 2, 1),
        ("ArrowLeft", 2, 0),
        ("Control+ArrowDown", 24, 0),
        ("Control+Home", 1, 1),
        ("ArrowUp", 0, 1),
    ):
        page.keyboard.press(key)
        expect(rows.nth(row).locator("th, td").nth(column)).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#grid-keys")).to_be_focused()
    cell(page).click()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Add a skill")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_saved_stays_in_sight_above_the_cell(open_page: Open, ann: Person, draft: Draft, width: int) -> None:
    page = grid(open_page(width=width), ann, draft)
    page.locator("tbody td:visible").first.click()
    for corner in ("Control+End", "Control+Home"):
        page.keyboard.press(corner)
        page.keyboard.press("Delete")
        said(page, "nothing said. Saved")
        said_at, cell_at = page.locator("output.saved").bounding_box(), page.locator("td:focus").bounding_box()
        assert said_at
        assert cell_at
        assert 0 <= said_at["y"] < said_at["y"] + said_at["height"] <= cell_at["y"] < 844


def test_undo_and_redo(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(), ann, draft)
    cell(page).click()
    for key, words in (
        ("1", "1 Learning, must-have. Saved"),
        ("2", "2 Contributing, must-have. Saved"),
        ("Control+z", "1 Learning, must-have. Saved"),
        ("Control+z", "3 Owning, must-have. Saved"),
        ("Control+z", "There is nothing more to undo."),
        ("Control+Shift+z", "1 Learning, must-have. Saved"),
    ):
        page.keyboard.press(key)
        said(page, words)
    assert kept(draft) == {"level": 1, "must": True}
    page.get_by_role("button", name="Undo").click()
    said(page, "3 Owning, must-have. Saved")
    assert kept(draft) == {"level": 3, "must": True}
    expect(cell(page)).not_to_contain_class("changed")


def test_a_form_for_mouse_and_touch(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(), ann, draft)
    cell(page).dblclick()
    form = page.get_by_role("dialog")
    expect(form.get_by_role("heading")).to_have_text("Data analysis, Product Manager")
    expect(form.get_by_label("Must-have")).to_be_checked()
    form.get_by_label("Expected level").select_option("4")
    form.get_by_label("Welcome").check()
    expect(form.get_by_label("Must-have")).not_to_be_checked()
    form.get_by_label("Counts").select_option("3")
    assert violations(page) == []
    form.get_by_role("button", name="Set").click()
    said(page, "4 Leading, welcome, counts 3 times. Saved")
    expect(cell(page)).to_be_focused()
    page.keyboard.press("F2")
    page.keyboard.press("Escape")
    assert kept(draft) == {"level": 4, "welcome": True, "weight": 3}


def test_copy_and_paste_as_in_a_spreadsheet(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(expects=("422",)), ann, draft)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cell(page).click()
    for key in ("Shift+ArrowRight", "Shift+ArrowDown", "Control+c"):
        page.keyboard.press(key)
    assert page.evaluate("navigator.clipboard.readText()") == "3!\t4\n3\t3"

    page.evaluate("text => navigator.clipboard.writeText(text)", "1\t(2)\r\nLeading!\t9\r\n")
    page.keyboard.press("Control+v")
    said(page, "Experimentation, Senior Product Manager: There is no level 9. Levels: 0, 1, 2, 3, 4, 5.")
    expect(cell(page, "experimentation/senior-pm")).to_contain_text("There is no level 9.")
    assert [kept(draft), kept(draft, "experimentation/product-manager")] == [{"level": 1}, {"level": 4, "must": True}]
    assert kept(draft, "data-analysis/senior-pm") == {"level": 2, "welcome": True}
    assert kept(draft, "experimentation/senior-pm") == {"level": 3}

    page.keyboard.press("Control+z")
    said(page, "Cells changed: 4. Saved")
    assert [kept(draft), kept(draft, "experimentation/senior-pm")] == [{"level": 3, "must": True}, {"level": 3}]


def test_rows_and_columns_move_by_keyboard(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(), ann, draft)
    page.locator("tbody td").first.click()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Alt+ArrowDown")
    said(page, "User research moved. Saved")
    assert keys(draft, Kind.SKILL)[:2] == ["customer-empathy", "user-research"]
    expect(page.locator(":focus")).to_contain_text("User research")
    page.keyboard.press("Control+z")
    expect(page.locator("tbody th[scope=row]").first).to_contain_text("User research")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+ArrowRight")
    said(page, "Product Associate moved. Saved")
    assert keys(draft, Kind.STAGE)[:2] == ["junior-pm", "product-associate"]


def test_rows_and_columns_move_by_drag_and_menu(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(), ann, draft)

    def drag(start: Locator, goal: Locator) -> None:
        start.scroll_into_view_if_needed()
        start.hover()
        page.mouse.down()
        box = goal.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] - 4, steps=8)
        expect(page.locator(".drop-after")).to_have_count(1)
        page.mouse.up()

    rows = page.locator("th[scope=row]")
    drag(rows.nth(0).locator(".order button"), rows.nth(3))
    said(page, "User research moved. Saved")
    moved = Piece.objects.get(draft=draft, kind=Kind.SKILL, key="user-research")
    assert moved.read("category") == "evidence"
    assert keys(draft, Kind.SKILL)[1:4] == ["market-analysis", "data-analysis", "user-research"]

    columns = page.locator("th[scope=col][data-pid]")
    drag(columns.nth(0).locator(".order button"), columns.nth(1))
    said(page, "Product Associate moved. Saved")
    assert keys(draft, Kind.STAGE)[:2] == ["junior-pm", "product-associate"]

    page.locator("th[scope=col]", has_text="Junior").locator(".order button").click()
    page.get_by_role("button", name="Move to the right").click()
    said(page, "Junior Product Manager moved. Saved")
    assert keys(draft, Kind.STAGE)[:2] == ["product-associate", "junior-pm"]


def test_one_stage_at_a_time_on_a_phone(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(width=390), ann, draft)
    expect(cell(page)).to_be_hidden()
    page.get_by_label("Stage", exact=True).select_option("Product Manager")
    cell(page).click()
    page.keyboard.press("1")
    said(page, "1 Learning, must-have. Saved")
    page.keyboard.press("ArrowRight")
    expect(cell(page, "data-analysis/senior-pm")).to_be_focused()
    expect(cell(page)).to_be_hidden()


def test_without_scripts(open_page: Open, ann: Person, draft: Draft) -> None:
    page = grid(open_page(scripts=False), ann, draft)
    other = grid(open_page(scripts=False, expects=("409", "422")), keeper("Bo Lind"), draft)
    page.locator(f"[name='{CELL}']").fill("(2)")
    page.get_by_role("button", name="Save the grid").click()
    expect(page.locator(f"[name='{CELL}']")).to_have_value("(2)")

    other.locator(f"[name='{CELL}']").fill("5")
    other.locator("[name='delivery/cpo']").fill("many")
    other.get_by_role("button", name="Save the grid").click()
    expect(cell(other)).to_contain_text("Ann Berg: (2) · you: 5")
    expect(cell(other, "delivery/cpo")).to_contain_text("“many” is not a level.")
    other.locator("[name='delivery/cpo']").fill("4")
    other.get_by_role("button", name="Save the grid").click()
    expect(other.locator(f"[name='{CELL}']")).to_have_value("5")
    assert [kept(draft), kept(draft, "delivery/cpo")] == [{"level": 5}, {"level": 4}]

    page.locator("th[scope=row]").nth(0).locator(".order button").click()
    page.get_by_role("button", name="Move down").click()
    expect(page.locator("th[scope=row]").nth(0)).to_contain_text("Customer empathy")
