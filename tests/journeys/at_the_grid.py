"""What people do and see at the grid of a draft."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from drafts.models import Draft, Piece
from drafts.pieces import Kind
from people.models import Person
from tests.journeys.steps import sign_in

CELL = "data-analysis/product-manager"


def grid(page: Page, person: Person, draft: Draft) -> Page:
    sign_in(page, person)
    page.goto(f"/drafts/{draft.pid}/")
    return page


def cell(page: Page, name: str = CELL) -> Locator:
    return page.locator(f"td:has(input[name='{name}'])")


def kept(draft: Draft, name: str = CELL) -> object:
    skill, _slash, stage = name.partition("/")
    return Piece.objects.get(draft=draft, kind=Kind.ROW, key=skill).read(f"cells/{stage}")


def said(page: Page, words: str) -> None:
    expect(page.locator("output.saved")).to_contain_text(words)
