"""One whole review by two people: opened, rated blind by both, revealed, compared, settled and agreed."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from assessments.models import Appraisal, Standing
from ladders.chart import Chart
from ladders.models import Ladder
from tests.cast import Cast
from tests.factories import PathFactory
from tests.journeys.conftest import Open
from tests.journeys.steps import press_button, sign_in, tab_to

HERS = "343434443343332234331201"
HIS = "323434443343332234331202"


@pytest.fixture
def two(cast: Cast, ladder: Chart) -> Cast:
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(pid=ladder.ladder))
    return cast


def is_agreed(cast: Cast, ladder: Chart) -> None:
    review = Appraisal.objects.get()
    assert review.agreed_at is not None
    agreed = dict(Standing.objects.filter(person=cast.ada, basis="agreed").values_list("skill", "level"))
    assert [agreed[ladder.skills[place].pk] for place in (0, 1, 23)] == [3, 3, 3]
    assert len(agreed) == 24


def no_findings(page: Page) -> None:
    found = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]}).response["violations"]
    assert [violation["id"] for violation in found] == []


@pytest.mark.parametrize(("width", "scripts"), [pytest.param(1280, True, marks=pytest.mark.looks), (390, False)])
def test_with_the_mouse(open_page: Open, two: Cast, ladder: Chart, width: int, scripts: bool) -> None:
    bo, ada = (open_page(width=width, scripts=scripts) for _one in range(2))
    sign_in(bo, two.bo)
    sign_in(ada, two.ada)
    bo.goto("/reviews/")
    bo.get_by_role("link", name="Ada Okafor").click()
    bo.get_by_role("button", name="Open the review").click()
    ada.goto("/reviews/")
    ada.get_by_role("link", name="Begin your part").click()
    for page, levels in ((bo, HIS), (ada, HERS)):
        page.get_by_role("button", name="Begin your part").click()
        for number, level in enumerate(levels):
            page.locator(f"[name=level][value='{level}']").check()
            if not number:
                page.locator("[name=situation]").fill("Five interviews in March.")
            page.get_by_role("button", name=re.compile("^Save")).click()
        page.get_by_role("button", name="Submit your part").click()
        if page is bo:
            expect(page.locator(".lede")).to_have_text("Your part is in. Ada Okafor has still to submit.")
    ada.get_by_role("link", name="Compare and agree").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("Where you and Bo see it differently")
    settle_all(ada)
    if scripts:
        assert ada.evaluate("document.documentElement.scrollWidth") <= width
        no_findings(ada)
    for page in (ada, bo):
        page.goto(f"/reviews/{Appraisal.objects.get().pid}/compare/")
        page.get_by_role("link", name="Look through it and say yes").click()
        page.get_by_role("button", name="Yes, this is what we agree").click()
    expect(bo.get_by_role("heading", level=1)).to_have_text(re.compile("Agreed on "))
    is_agreed(two, ladder)


def settle_all(page: Page) -> None:
    """One of the two settles what differs, one skill after the other, as they talk about it."""
    while (still := page.get_by_role("link", name=re.compile("^talk about it"))).count() or page.locator(
        "article:not(:has(.settled))"
    ).count():
        card = page.locator("article:not(:has(.settled))")
        if card.count():
            form = card.first.locator("form")
        else:
            still.first.click()
            form = page.locator("form.settle")
        form.get_by_label("We agree on").select_option("3")
        form.get_by_label("What would show the next level").fill("A launch that nobody had to be asked for")
        form.get_by_role("button", name="Settle this skill").click()
        expect(page.locator(".messages, .message").first).to_contain_text("is settled")


def test_with_the_keyboard_only(open_page: Open, two: Cast, ladder: Chart) -> None:
    pages = {"bo": open_page(), "ada": open_page()}
    for name, page in pages.items():
        sign_in(page, getattr(two, name))
    bo, ada = pages["bo"], pages["ada"]
    bo.goto(f"/reviews/with/{two.ada.pid}/")
    press_button(bo, "main form button[type=submit]")
    review = Appraisal.objects.get().pid
    for page, levels in ((ada, HERS), (bo, HIS)):
        page.goto(f"/reviews/{review}/")
        press_button(page, "main form button[type=submit]")
        for level in levels:
            tab_to(page, "[name=level]")
            page.keyboard.press(level)
            expect(page.locator("output.saved")).to_contain_text("Saved")
            press_button(page, "main form button.button[type=submit]")
        press_button(page, "main form button[type=submit]")
    press_button(bo, f"a.button[href='/reviews/{review}/compare/']")
    expect(bo.locator("article.talk")).to_have_count(1)
    for _skill in range(2):
        if bo.locator("article:not(:has(.settled))").count():
            tab_to(bo, "article [name=level]")
        else:
            press_button(bo, "td a[aria-label^='talk about it']")
            tab_to(bo, "form.settle [name=level]")
        bo.keyboard.type("3")
        press_button(bo, "form.settle button[type=submit]")
    for page in (bo, ada):
        page.goto(f"/reviews/{review}/compare/")
        press_button(page, f"a[href='/reviews/{review}/yes/']")
        press_button(page, "main form button[type=submit]")
    expect(ada.get_by_role("heading", level=1)).to_have_text(re.compile("Agreed on "))
    is_agreed(two, ladder)
