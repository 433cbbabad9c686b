"""Asks one address as one person by one method, and says everything that is wrong with the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.messages import get_messages
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.authz.forms import forms
from tests.authz.readers import readers_of
from tests.authz.sentinels import words
from tests.authz.table import METHODS, Line
from tests.authz.world import AT_WORK, NOBODY, World, rolled_back
from tests.kept import forget_drafts

WRITES = ("INSERT", "UPDATE", "DELETE")
STRICT_CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


@dataclass(frozen=True)
class Answer:
    """What came back: the response, the places where words may stand, and what the database was asked."""

    response: Any  # the test client adds to Django's own
    said: set[str]
    mailed: dict[str, set[str]]
    queries: list[str]

    @property
    def status(self) -> int:
        status: int = self.response.status_code
        return status

    @property
    def writes(self) -> list[str]:
        """Statements that change something other than the visitor's own session."""
        return [sql for sql in self.queries if sql.startswith(WRITES) and "django_session" not in sql]


def address(world: World, line: Line, *, missing: bool = False) -> str:
    """The url of a line; with `missing` the same with the ids of the thing it is about replaced by one nobody has."""
    values = {}
    for key, thing in line.parts.items():
        prefix = key if key in ("ladder", "version") else "draft"
        name = f"{prefix}.{thing}"
        if prefix == "draft" and ("draft" not in line.parts or name not in world.things):
            name = thing
        values[key] = world.pid("missing" if missing and "." in name else name)
    return reverse(line.url, kwargs=values)


def ask(world: World, actor: str, line: Line, method: str, *, missing: bool = False) -> Answer:
    """Sends one request; whatever it changes is taken back."""
    url, client = address(world, line, missing=missing), world.client(actor)
    mail.outbox.clear()
    with rolled_back(), CaptureQueriesContext(connection) as queries:
        response = (
            client.generic(method, url) if method != "POST" else client.post(url, forms(world).get(line.url, {}))
        )
    if method == "POST":
        forget_drafts()  # or it would stay after it was taken back
    texts = [response.content.decode(), *map(str, response.headers.values())]
    texts += [cookie.OutputString() for cookie in response.cookies.values()]
    if hasattr(response.wsgi_request, "_messages"):
        texts += [str(message) for message in get_messages(response.wsgi_request)]
    return Answer(
        response=response,
        said=words(" ".join(texts)),
        mailed={to: words(m.message().as_string()) for m in mail.outbox for to in m.recipients()},
        queries=[query["sql"] for query in queries.captured_queries],
    )


def problems(world: World, actor: str, line: Line, method: str, log: str = "") -> Iterator[str]:
    """Everything wrong with one cell of the matrix, in words; nothing if it is as the table says."""
    where = f"{actor} {method} {line}"
    answer = ask(world, actor, line, method)
    status, leads = line.expected(actor, method)
    if answer.status != status:
        yield f"{where}: {answer.status} instead of {status}"
    if leads and answer.response.headers.get("Location", "").split("?")[0] != leads:
        yield f"{where}: leads to {answer.response.headers.get('Location')} instead of {leads}"
    if method == "HEAD" and answer.response.content:
        yield f"{where}: HEAD has a body"
    if (status == 403 or line.marks[actor] in "-!>") and answer.writes:
        yield f"{where}: writes {answer.writes}"
    known = f"{address(world, line)} {forms(world).get(line.url, {}) if method == 'POST' else ''}"
    for word in leaks(world, actor, answer, known):
        yield f"{where}: shows {world.secrets[word].field} of {world.secrets[word].row!r}"
    yield from (f"{where}: {wrong}" for wrong in wrong_headers(answer.response))


def leaks(world: World, actor: str, answer: Answer, sent: str) -> Iterator[str]:
    """Sentinels that the answer shows to somebody who may not read them; the address and the form that were sent are
    known to who sent them.
    """
    known = world.secrets.keys() - words(sent)
    for word in answer.said & known:
        if actor not in readers_of(world, word):
            yield word
    for to, said in answer.mailed.items():
        receiver = next((name for name in AT_WORK if world.person(name).email == to), NOBODY)
        yield from (word for word in said & known if receiver not in readers_of(world, word))


def wrong_headers(response: Any) -> Iterator[str]:
    """What a header lacks, on any answer to anybody."""
    csp = {part.strip() for part in response.headers.get("Content-Security-Policy", "").split(";")}
    if csp != STRICT_CSP:
        yield f"Content-Security-Policy {sorted(csp ^ STRICT_CSP)}"
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
    for name, value in wanted.items():
        if response.headers.get(name) != value:
            yield f"{name}: {response.headers.get(name)}"
    public = response.headers.get("Cache-Control") == "public, max-age=300" and not response.cookies
    if not public and "no-store" not in response.headers.get("Cache-Control", ""):
        yield f"Cache-Control: {response.headers.get('Cache-Control')}"


def walk(world: World, actor: str, line: Line, methods: tuple[str, ...] = METHODS) -> list[str]:
    """The problems of every method."""
    return [problem for method in methods for problem in problems(world, actor, line, method)]
