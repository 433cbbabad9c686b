from __future__ import annotations

import pytest
from django.test import Client

from tests.ladders.pages import TEXTS, elements, page
from tests.ladders.public import opened

pytestmark = pytest.mark.django_db


def test_shows_the_skill(client: Client) -> None:
    opened()
    response = client.get("/public/l/skills/research/")
    assert elements(response, "h1") == ["Research"]
    assert elements(response, "h2") == ["Level by level", "What each stage expects"]
    assert elements(response, "h3") == ["1 Able", "2 Good"]
    assert elements(response, "dd") == ["1", "2"]
    assert b'content="Finding out."' in response.content


def test_in_german_as_far_as_there_is_german(client: Client) -> None:
    opened()
    response = client.get("/public/l/skills/research/?lang=de")
    assert elements(response, "h1") == ["Forschung"]
    assert ("Ist dabei." in page(response), "Runs." in page(response)) == (True, True)


def test_on_a_ladder_of_texts(client: Client) -> None:
    opened(TEXTS)
    assert elements(client.get("/public/l/skills/users/"), "h2") == ["Stage by stage"]


def test_a_skill_that_is_not_there(client: Client) -> None:
    opened()
    found = client.get("/public/l/skills/nothing/")
    assert (found.status_code, found.content) == (404, client.get("/public/nothing/").content)
