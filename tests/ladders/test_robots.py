from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.ladders.public import answers, opened

pytestmark = pytest.mark.django_db


def test_nothing_is_for_search_engines(client: Client) -> None:
    found = client.get("/robots.txt")
    assert (found.content, found.headers["Content-Type"]) == (b"User-agent: *\nDisallow: /\n", "text/plain")


def test_but_public_ladders(cast: Cast) -> None:
    version = opened()
    for found in answers("/robots.txt", cast.ada):
        assert found.content == b"User-agent: *\nAllow: /public/\nAllow: /static/\nDisallow: /\n"
        assert (found.cookies, found.headers.get("Vary")) == ({}, None)
        assert found.headers["Cache-Control"] == "public, max-age=300"
    version.ladder.show_publicly(on=False, by=None)
    assert Client().get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
