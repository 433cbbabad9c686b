"""Every page of a board opened, every form on it sent, and what is left behind in the database."""

from __future__ import annotations

import inspect
from io import StringIO
from itertools import count
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.assessments.pages import filled_in, main
from tests.authz.urls import patterns

LAST = ("member_retire", "member_back", "touch_delete", "member_forget", "seat_retire")
TYPED = "typedsentinelword"


def leaked(text: str, secrets: set[str]) -> set[str]:
    return {one for one in secrets if one in text}


def addresses(things: dict[str, Any]) -> list[tuple[str, str]]:
    """Every address of boards, with Ada's ids, the ones that make away with something at the end."""
    ids = {"seat": things["ada.seat"].pid, "member": things["ada.member"].pid, "touch": things["ada.touch"].pid}
    ids["token"] = things["token"]
    found = []
    for pattern in patterns():
        if not inspect.unwrap(pattern.callback).__module__.startswith("mentors."):
            continue
        kwargs = {name: ids[name] for name in pattern.pattern.converters}
        found.append((str(pattern.name), reverse(str(pattern.name), kwargs=kwargs)))
    return sorted(found, key=lambda pair: LAST.index(pair[0]) if pair[0] in LAST else -1)


def use(client: Client, things: dict[str, Any]) -> set[int]:
    """Opens every page of a board and sends every form on it, as it is and with words typed in; the statuses."""
    seen, number = set(), count(1_000)
    for _name, url in addresses(things):
        response = client.get(url)
        if response.status_code != 200 or "text/html" not in response.headers["Content-Type"]:
            seen.add(response.status_code)
            continue
        for form in main(response).all("form", method="post"):
            given: dict[str, Any] = filled_in(form)
            texts = {name: TYPED for name in given if given[name] == [""] and "email" not in name}
            for said in ({}, texts):
                target = form.attrs.get("action") or url
                seen.add(client.post(target, {**given, **said, "once": f"{next(number)}{'t' * 18}"}).status_code)
    return seen


def dump() -> str:
    """Every column of every table as the database has it, bytes as text, and what sessions hold."""
    said = StringIO()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a table's own name
            for row in cursor.fetchall():
                for value in row:
                    raw = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    said.write(raw.decode("latin-1") + " ")
    for session in Session.objects.all():
        said.write(str(session.get_decoded()))
    return said.getvalue()
