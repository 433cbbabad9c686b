"""Headers on answers that the matrix does not meet, and the settings of a server with HTTPS."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.authz.walk import wrong_headers
from tests.cast import Cast

HTTPS = {
    "CAREERPATH_HTTPS": "yes",
    "CAREERPATH_HOSTS": "path.example.org",
    "CAREERPATH_ORIGINS": "https://path.example.org",
    "CAREERPATH_SECRET_KEY": "x7#Kd92mQpLz0VbN4sRtYwEuIoAhGjFcXk83Zq1nMv6BfTplum-arbor-tin",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs manage.py as an operator would."""
    command = [sys.executable, "manage.py", *arguments]
    # The browser journeys set it for their own process; an operator's has none of it.
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return subprocess.run(  # noqa: S603 - our own command
        command, cwd=settings.BASE_DIR, env=inherited | environment, capture_output=True, text=True, check=False
    )


def test_a_server_with_https_has_nothing_to_warn_about(tmp_path: Path) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", CAREERPATH_HOME=str(tmp_path), **HTTPS)
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), done.stderr


def test_a_server_with_https_binds_its_cookies_to_its_host(tmp_path: Path) -> None:
    """Names that begin with __Host- are taken only with Secure, with path / and without a domain."""
    names = "settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME"
    secure = "settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS"
    code = f"from django.conf import settings; print({names}, {secure})"
    done = manage("shell", "--no-imports", "-c", code, CAREERPATH_HOME=str(tmp_path), **HTTPS)
    assert done.stdout.split() == ["__Host-session", "__Host-csrf", "True", "True", "31536000"], done.stderr


def test_answers_to_addresses_that_are_not_there(client: Client, cast: Cast) -> None:
    assert list(wrong_headers(client.get("/nowhere/"))) == []
    client.force_login(cast.ada)
    assert list(wrong_headers(client.get("/nowhere/"))) == []


def test_answers_without_a_csrf_token(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ada)
    response = client.post("/profile/", {"name": "Ada", "seen": "1"})
    assert response.status_code == 403
    assert list(wrong_headers(response)) == []


def test_answers_after_a_conflict(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    response = client.post("/profile/", {"name": "Ada", "seen": "7"})
    assert response.status_code == 409
    assert list(wrong_headers(response)) == []


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", ""])
@pytest.mark.django_db
def test_another_host_is_refused(client: Client, host: str) -> None:
    assert client.get("/welcome/", headers={"host": host}).status_code == 400
