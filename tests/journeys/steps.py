"""What people do in the journeys, by mouse and by keyboard."""

from __future__ import annotations

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from people.models import Duty, Person
from tests.factories import PersonFactory

WORDS = "lantern gravel oboe thursday"


def sign_in(page: Page, person: Person) -> None:
    """Puts a session of the person into the browser; signing in itself is a journey of its own."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie.value, "domain": "localhost", "path": "/"}]
    )


def keeper(name: str) -> Person:
    """Somebody new who keeps every ladder."""
    person = PersonFactory.create(name=name)
    person.give(Duty.Kind.LADDERS)
    return person


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the element has the focus; fails after a whole round."""
    for _press in range(150):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector}")


def fill_by_keyboard(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


def press_button(page: Page, selector: str) -> None:
    """Tab to a button or link, then Enter, and wait for the next page."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")
