"""One pass in the process: the queries of each page, how long they and its templates take, how large it is.

Run by `manage.py shell`, which sets Django up; prints one JSON object.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.template.base import Template
from django.test import Client, override_settings

from tools.bench.figures import Inside
from tools.bench.first_load import compressed
from tools.bench.subjects import TooFew, subjects, visits
from tools.bench.visits import FLOOR, REVISION, Visit

TIMES = 7
TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Watch:
    """Adds up queries, their seconds, and the seconds in templates (with the queries that they cause)."""

    def __init__(self) -> None:
        self.queries, self.sql, self.templates, self.depth = 0, 0.0, 0.0, 0
        self.render = Template.render

    def query(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        start = time.perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            self.sql += time.perf_counter() - start
            self.queries += not sql.startswith(TRANSACTION)

    def template(self, template: Template, context: Any) -> Any:
        """Renders; an included template is part of the one around it."""
        self.depth, start = self.depth + 1, time.perf_counter()
        try:
            return self.render(template, context)
        finally:
            self.depth -= 1
            if not self.depth:
                self.templates += time.perf_counter() - start


def client_for(visit: Visit) -> Client:
    return Client(enforce_csrf_checks=True, headers=visit.headers())


@dataclass(slots=True)
class Page:
    """A page that somebody has open, and what it has seen."""

    client: Client
    visit: Visit
    seen: int


def ask(page: Page, number: int) -> bytes:
    """One request through all the middleware. Raises ValueError for another answer than expected."""
    client, visit = page.client, page.visit
    if visit.bodies:
        body = visit.body(number, page.seen)
        response = client.post(visit.path, body, content_type=visit.headers()["Content-Type"])
    else:
        response = client.get(visit.path)
    if response.status_code != visit.status:
        raise ValueError(f"{visit.path}: {response.status_code}, expected {visit.status}")
    page.seen = int(response.headers.get(REVISION, page.seen))
    return bytes(response.content)


def watched(page: Page, number: int) -> tuple[Watch, bytes]:
    watch = Watch()

    def render(template: Template, context: Any) -> Any:
        return watch.template(template, context)

    with patch.object(Template, "render", render), connection.execute_wrapper(watch.query):
        return watch, ask(page, number)


def inside(visit: Visit) -> Inside:
    """The median over several passes, after a first one that loads what is kept in the process."""
    page = Page(client_for(visit), visit, visit.seen)
    ask(page, 0)
    passes = [watched(page, number) for number in range(1, TIMES + 1)]
    content = passes[-1][1]
    return Inside(
        queries=passes[-1][0].queries,
        sql=1000 * median(watch.sql for watch, _content in passes),
        templates=1000 * median(watch.templates for watch, _content in passes),
        size=len(content),
        brotli=compressed(content),
    )


def floor(visit: Visit) -> Inside:
    with override_settings(ROOT_URLCONF="tools.bench.floor"):
        return inside(visit)


def tell() -> None:
    """Prints the visits of each person, and the figures of the first one's pages."""
    try:
        everybody = [visits(person) for person in subjects()]
    except TooFew as few:
        sys.exit(str(few))
    found = {name: floor(visit) if name == FLOOR else inside(visit) for name, visit in everybody[0].items()}
    told = {
        "visits": [{name: asdict(visit) for name, visit in one.items()} for one in everybody],
        "inside": {name: asdict(figures) for name, figures in found.items()},
    }
    print(json.dumps(told))
