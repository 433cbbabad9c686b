"""What holds for every public page, whoever asks and with whatever cookies."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.test import Client

from ladders.importing import take_in
from ladders.models import Version
from ladders.translations import put
from people.models import Person
from tests.ladders.files import HEAD, ladder

TEXT = f"""{HEAD}version: "2"
language: en
summary: What **people** at [L](https://example.org) do.
scale: [{{level: 1, name: Able}}, {{level: 2, name: Good}}]
stages:
  - id: junior
    title: Junior
    text: Learns the trade.
    does: [Asks]
    roles: [{{title: Analyst, focus: [research]}}]
  - {{id: senior, title: Senior, facts: {{Grade: P5}}}}
x-steps: [{{from: junior, to: senior, stop: [Waiting], start: [Leading]}}]
beyond: [{{id: away, title: Away, text: Elsewhere.}}]
skills: [{{id: research, title: Research, text: Finding out., levels: {{1: Joins., 2: Runs.}}}}]
expects: {{research: {{junior: 1, senior: 2}}}}
"""
GERMAN = {
    ("title",): "Leiter",
    ("stages", "junior", "title"): "Anfang",
    ("skills", "research", "title"): "Forschung",
    ("skills", "research", "levels", "1", "text"): "Ist dabei.",
}
URLS = ("/public/l/", "/public/l/junior/", "/public/l/skills/research/")


def opened(text: str = TEXT) -> Version:
    """A public ladder with a translation of a part of it."""
    version = take_in(ladder(text), by=None).version
    version.ladder.show_publicly(on=True, by=None)
    put(version, "de", GERMAN)
    return version


def visitors(person: Person) -> dict[str, Client]:
    """Browsers with no cookie, with those of somebody signed in, and with cookies that mean nothing."""
    signed_in, odd = Client(), Client()
    signed_in.force_login(person)
    odd.cookies[settings.SESSION_COOKIE_NAME] = "x"
    odd.cookies[settings.CSRF_COOKIE_NAME] = "x" * 32
    return {"nobody": Client(), "somebody": signed_in, "odd": odd}


def answers(url: str, person: Person, **headers: str) -> list[Any]:
    return [client.get(url, headers=headers) for client in visitors(person).values()]
