"""What every address of a board owes everybody, and short words for what its tests build again and again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentors import contents
from mentors.desk import desk_of
from mentors.keeping import add_member
from mentors.talking import note_touch
from people.models import Person
from safeguards.ids import new_pid
from tests.assessments.pages import Sent, filled_in, main

NUL = "a\x00b"
NOUR = "نور حدّاد 🌱"


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def member_of(owner: Person, pid: str) -> contents.Member:
    return desk_of(owner).member(pid).contents


def touches_of(owner: Person, pid: str) -> list[contents.Touch]:
    """The touchpoints with somebody, the latest first."""
    return [held.contents for held in desk_of(owner).touches(pid).values()]


def known(owner: Person, name: str = "Somebody", **facts: Any) -> str:
    """The public id of somebody new on a board."""
    return add_member(owner, contents.Member(name, **{"added_on": ago(200), **facts})).pid


def talked(owner: Person, member: str, days: int = 10, **facts: Any) -> str:
    """The public id of a talk so many days ago."""
    return note_touch(owner, member, contents.Touch(ago(days), **facts))[0]


def form_on(client: Client, url: str, action: str = "") -> Sent:
    """What the form on a page would send; with `action` the one that leads there."""
    forms = main(client.get(url)).all("form", method="post")
    found = next(form for form in forms if form.attrs.get("action", "") == action)
    return filled_in(found)


def is_not_there(
    strangers: Iterable[Person], url: str, pid: str, *, methods: Iterable[str] = ("get", "post")
) -> None:
    """To strangers the address is word for word one with an id that nobody has, at as many queries."""
    missing = url.replace(pid, new_pid())
    for stranger in strangers:
        client = client_of(stranger)
        client.get("/board/people/")
        for method in methods:
            answers = [_asked(client, method, one) for one in (url, missing)]
            assert [answer[0] for answer in answers] == [404, 404]
            assert answers[0] == answers[1]


def _asked(client: Client, method: str, url: str) -> tuple[int, bytes, int]:
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(client, method)(url)
    return answer.status_code, answer.content, len(queries)


def leads_to_welcome(url: str) -> None:
    """To nobody in particular the address is only the way to the first page."""
    for method in ("get", "post"):
        response = getattr(Client(), method)(url)
        assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={quote(url)}")


def queries_of(client: Client, url: str) -> int:
    """How many queries a page takes, after one visit that fills what the process keeps."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
