"""Pages as somebody opens and sends them."""

from __future__ import annotations

from typing import Any

from people.models import Person
from tests.assessments.pages import errors, filled_in, main
from tests.reviews.pairs import client_of


def text(person: Person, url: str) -> str:
    """All words of a page as a person reads it; the page is there."""
    response = client_of(person).get(url)
    assert response.status_code == 200
    return main(response).text


def form(person: Person, url: str) -> dict[str, list[str]]:
    """What the page's own form would send; forms that hide something stand beside it."""
    own = [one for one in main(client_of(person).get(url)).all("form", method="post") if not one.attrs.get("action")]
    return filled_in(own[0])


def send(person: Person, url: str, **said: Any) -> Any:
    """Opens the page, fills it in, and sends it; the answer."""
    return client_of(person).post(url, form(person, url) | said)


def refused(response: Any) -> set[str]:
    """The fields that a page complains about."""
    assert response.status_code == 422
    return set(errors(response))
