"""A table becomes a draft in a browser: with scripts by keyboard and by hand, and without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from drafts.assembling import assemble
from drafts.models import Draft, Upload
from ladders.chart import Chart
from people.models import Duty, Person
from tests.drafts.brought import LONG, WIDE, brought
from tests.factories import PersonFactory
from tests.journeys.conftest import Open
from tests.journeys.steps import sign_in
from tests.journeys.test_every_page import WIDTHS, look

REFUSED = "422"


@pytest.fixture
def lin(transactional_db: None) -> Person:
    person = PersonFactory.create(name="Lin Mei-Hua")
    person.give(Duty.Kind.LADDERS)
    return person


def choose(page: Page, tmp_path: Path, body: bytes, name: str = "roles.csv") -> None:
    """Brings a file along."""
    path = tmp_path / name
    path.write_bytes(body)
    page.goto("/drafts/upload/")
    page.set_input_files("#id_file", path)
    page.get_by_role("button", name="Look at it").click()


def order(page: Page) -> list[tuple[str, str]]:
    """The stages that have a place: name and number, in the order of the page."""
    rows = page.locator("order-rows").last.locator("li")
    found = [(row.locator("b").inner_text(), row.locator(".order").input_value()) for row in rows.all()]
    return [(name, number) for name, number in found if number]


def stages(draft: Draft) -> list[str]:
    file = assemble(draft).file
    assert file is not None
    return [stage.title for stage in file.stages]


def test_the_order_by_button_by_keyboard_and_by_hand(open_page: Open, lin: Person, tmp_path: Path) -> None:
    page = open_page()
    sign_in(page, lin)
    body = LONG + b"Senior,Aim,Leading,Sets it\nSenior,Care,Leading,Asks all\n"
    choose(page, tmp_path, body)
    assert order(page) == [("Head", "1"), ("Junior", "2"), ("Senior", "3")]
    page.get_by_role("button", name="Move up: Junior").click()
    assert order(page) == [("Junior", "1"), ("Head", "2"), ("Senior", "3")]
    expect(page.get_by_role("button", name="Move up: Junior")).to_be_focused()
    page.locator("order-rows").last.locator("li", has_text="Senior").locator(".order").press("Alt+ArrowUp")
    assert order(page) == [("Junior", "1"), ("Senior", "2"), ("Head", "3")]
    page.locator("order-rows").last.locator("li", has_text="Head").locator(".order").fill("1")
    page.keyboard.press("Tab")
    assert order(page) == [("Head", "1"), ("Junior", "2"), ("Senior", "3")]
    grip = page.locator("order-rows").last.locator("li", has_text="Junior").locator(".grip")
    grip.drag_to(page.locator("order-rows").last.locator("li").first)
    assert order(page)[0] == ("Junior", "1")


def test_a_table_goes_into_a_draft(open_page: Open, lin: Person, tmp_path: Path) -> None:
    page = open_page(expects=(REFUSED,))
    sign_in(page, lin)
    choose(page, tmp_path, WIDE)
    page.get_by_label("PM", exact=True).select_option("leave it out")
    page.locator("#id_scale").fill("some")
    page.get_by_role("button", name="See what it would do").click()
    expect(page.get_by_role("alert")).to_contain_text("there is no level 2; the scale has 1")
    expect(page.get_by_label("PM", exact=True)).to_have_value("")
    page.locator("#id_scale").fill("some\nmuch")
    page.get_by_role("button", name="See what it would do").click()
    page.get_by_role("button", name="Start a draft with it").click()
    page.wait_for_url("**/drafts/*/")
    assert (stages(Draft.objects.get()), Upload.objects.count()) == (["Senior PM"], 0)


def test_without_scripts(open_page: Open, lin: Person, tmp_path: Path) -> None:
    page = open_page(scripts=False)
    sign_in(page, lin)
    choose(page, tmp_path, WIDE)
    page.locator("#id_order-2").fill("2")
    page.locator("#id_order-3").fill("1")
    page.get_by_role("button", name="See what it would do").click()
    page.get_by_role("button", name="Start a draft with it").click()
    page.wait_for_url("**/drafts/*/")
    assert stages(Draft.objects.get()) == ["Senior PM", "PM"]


@pytest.mark.looks
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_with_errors_and_a_long_table(open_page: Open, lin: Person, ladder: Chart, width: int) -> None:
    page = open_page(width=width)
    sign_in(page, lin)
    bad = brought(lin, b"format: ladder/1\nid: x\ntitel: " + b"Schifffahrt" * 30 + b"\n")
    long = brought(lin, LONG.replace(b"Head", ("قائد " * 12).encode()), "long.csv", "long")
    urls = [reverse("upload_show", args=[bad.pid]), reverse("upload_map", args=[long.pid])]
    found = {url: look(page, url, width) for url in urls}
    assert {url: problems for url, problems in found.items() if problems} == {}
