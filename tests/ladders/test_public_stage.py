from __future__ import annotations

import pytest
from django.test import Client

from tests.ladders.pages import elements, page
from tests.ladders.public import opened

pytestmark = pytest.mark.django_db


def test_shows_the_stage(client: Client) -> None:
    opened()
    response = client.get("/public/l/junior/")
    assert elements(response, "h1") == ["Junior"]
    assert elements(response, "h2") == [
        "What people at this stage do",
        "Titles people have here",
        "Leads on to",
        "What is expected, in plain words",
    ]
    assert "Research Joins. 1 Able" in page(response)
    assert b"<title>Junior \xc2\xb7 L \xc2\xb7 Careerpath</title>" in response.content
    assert b'content="Learns the trade."' in response.content


def test_how_the_job_changes(client: Client) -> None:
    opened()
    response = client.get("/public/l/senior/")
    assert elements(response, "h2")[0] == "How the job changes, coming from Junior"
    assert elements(response, "h3")[:2] == ["Stop", "Start"]
    assert elements(response, "dd") == ["P5"]
    assert b'content="A stage of a career ladder, and what it expects."' in response.content


def test_in_german_as_far_as_there_is_german(client: Client) -> None:
    opened()
    response = client.get("/public/l/junior/?lang=de")
    assert elements(response, "h1") == ["Anfang"]
    assert "Forschung Ist dabei. 1 Able" in page(response)
    assert "Learns the trade." in page(response)


def test_a_stage_that_is_not_there(client: Client) -> None:
    opened()
    found = client.get("/public/l/director/")
    assert (found.status_code, found.content) == (404, client.get("/public/nothing/").content)
