"""The pages for trouble, reached as people reach them: what was typed is there to copy, nothing else is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertNotContains

from tests.authz.walk import wrong_headers
from tests.cast import Cast
from tests.factories import EvidenceFactory

NOTE = "Ran the pricing test with Di, and wrote it up."
TYPED = {"title": NOTE, "happened_on": "2022-05-04", "strength": "seen", "text": "", "seen": "1"}


def test_a_conflict_keeps_what_was_typed(client: Client, cast: Cast) -> None:
    item = EvidenceFactory.create(person=cast.ada, title="Before")
    client.force_login(cast.ada)
    address = f"/evidence/{item.pid}/"
    assert client.post(address, TYPED | {"title": "In another tab", "once": "a" * 22}).status_code == 302
    response = client.post(address, TYPED | {"once": "b" * 22})
    assertContains(response, "Somebody changed this meanwhile", status_code=409)
    assertContains(response, f"readonly>{NOTE}</textarea>", status_code=409)
    assertContains(response, f'href="{address}"', status_code=409)
    item.refresh_from_db()
    assert (item.title, item.revision) == ("In another tab", 2)


def test_a_form_without_its_csrf_token_keeps_what_was_typed(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ada)
    response = client.post("/evidence/new/", TYPED)
    assertContains(response, "This page was open too long", status_code=403)
    assertContains(response, f"readonly>{NOTE}</textarea>", status_code=403)


def test_a_form_without_its_own_token_keeps_what_was_typed(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.post("/evidence/new/", TYPED)
    assertContains(response, "That did not work", status_code=400)
    assertContains(response, f"readonly>{NOTE}</textarea>", status_code=400)


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [("/broken/", 500, "Something broke on our side"), ("/away/", 503, "The database does not answer")],
)
def test_a_mistake_of_ours_keeps_what_was_typed(
    cast: Cast, settings: Settings, path: str, status: int, title: str
) -> None:
    settings.ROOT_URLCONF = "tests.safeguards.trouble_urls"
    client = Client(raise_request_exception=False)
    client.force_login(cast.ada)
    response = client.post(path, TYPED)
    assertContains(response, title, status_code=status)
    assertContains(response, f"readonly>{NOTE}</textarea>", status_code=status)
    for secret in ("secret of the house", "ZeroDivisionError", "10.0.0.7", "Traceback", "Ada Okafor"):
        assertNotContains(response, secret, status_code=status)
    assert list(wrong_headers(response)) == []


def test_markup_that_was_typed_stays_text(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.post("/evidence/new/", TYPED | {"text": "</textarea><script>alert(1)</script>"})
    assertContains(response, "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;", status_code=400)


def test_passwords_are_never_shown_again(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/account/login/", {"login": "ada@example.org", "password": "violin harbour pencil moss"})
    assertContains(response, "ada@example.org", status_code=403)
    assertNotContains(response, "violin", status_code=403)


ASK = """
import django
from django.conf import settings
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()
from django.test import Client
client = Client(raise_request_exception=False, headers={"host": "localhost"})
client.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
for response in (client.get("/health/"), client.get("/profile/"), client.post("/profile/", {"name": "Typed before"})):
    print(response.status_code, response.headers.get("Retry-After"), "Typed before" in response.content.decode())
"""


@pytest.mark.parametrize("away", ["postgres://postgres@127.0.0.1:1/nowhere", "sqlite:////nowhere/at/all.sqlite3"])
def test_a_database_that_is_really_away(tmp_path: Path, away: str) -> None:
    """A process of its own, with a database that nobody answers for."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "careerpath.settings",
        "DATABASE_URL": away,
        "CAREERPATH_HOME": str(tmp_path),
    }
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", ASK],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["503 5 False", "503 5 False", "503 5 True"], done.stderr
