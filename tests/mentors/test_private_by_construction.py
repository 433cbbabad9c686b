"""Nobody but its owner learns anything of a board: not from the code, the database, the log, a mail or a page."""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from io import StringIO
from typing import Any, get_args, get_type_hints

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core import mail
from django.core.management import call_command
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from ladders.chart import Chart
from mentors import contents
from mentors.desk import pen
from mentors.digesting import run
from mentors.models import Board, Member, Seat, Touch
from mentors.subscribing import issue_feed, keep_feed
from people.models import Person
from safeguards.ids import PidField
from tests.authz.rooms.board import fill, plant, word
from tests.cast import Cast
from tests.factories import PathFactory
from tests.house.source import ROOT, python_files, tree
from tests.mentors.using import TYPED, dump, leaked, use

MAY_IMPORT = {"mentors", "demo"}
# Columns of the tables of boards, and why each may be read: the rest is sealed.
COLUMNS = {
    "Board.owner_id": "whose it is",
    "Board.key_name": "the name of a server key",
    "Board.wrapped": "closed with a server key",
    "Feed.digest": "SHA-256 of a random token",
    "Feed.made_at": "a time",
    "ServerKey.name": "the name of a server key",
    "ServerKey.at": "a time",
    "Touch.member_id": "a row of the same board",
}


def own_models() -> list[type[models.Model]]:
    return list(apps.get_app_config("mentors").get_models())


def test_no_field_leads_to_a_person_but_the_owner() -> None:
    keys = {
        f"{model.__name__}.{field.name}": field.related_model.__name__  # type: ignore[union-attr]  # a relation's model
        for model in own_models()
        for field in model._meta.get_fields()
        if field.is_relation
    }
    assert keys == {
        "Board.owner": "Person",
        "Feed.board": "Board",
        "Seat.board": "Board",
        "Member.board": "Board",
        "Touch.board": "Board",
        "Touch.member": "Member",
    }


def test_every_column_is_sealed_or_says_nothing() -> None:
    plain = {
        f"{model.__name__}.{field.column}"
        for model in own_models()
        for field in model._meta.concrete_fields
        if field.name not in {"id", "revision", "sealed", "board"} and not isinstance(field, PidField)
    }
    assert plain == set(COLUMNS)


def test_what_is_sealed_holds_no_key_to_an_account() -> None:
    """Words, days, numbers, and public ids of seats and skills: nothing in which a person could stand."""

    def kinds(kind: Any) -> Iterator[Any]:
        if is_dataclass(kind):
            for hint in get_type_hints(kind).values():
                yield from kinds(hint)
        elif get_args(kind):
            for inner in get_args(kind):
                yield from kinds(inner)
        else:
            yield kind

    names = {field.name for kind in (contents.Seat, contents.Member, contents.Touch) for field in fields(kind)}
    assert not names & {"person", "user", "account", "owner", "viewer"}
    found = {kind for one in (contents.Seat, contents.Member, contents.Touch) for kind in kinds(one)}
    assert not {kind for kind in found if isinstance(kind, type) and issubclass(kind, models.Model)}


def imported(folder: str) -> Iterator[tuple[str, str]]:
    for path in python_files(folder):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                yield from ((str(path.relative_to(ROOT)), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield str(path.relative_to(ROOT)), node.module


def test_no_other_room_knows_boards() -> None:
    """So nothing of one can stand in notices, readings, searches, counts, snapshots, packets or an admin site."""
    rooms = [config.name for config in apps.get_app_configs() if (ROOT / config.name).is_dir()]
    found = {path for room in rooms for path, name in imported(room) if name.split(".")[0] == "mentors"}
    assert {path.split("/")[0] for path in found} == MAY_IMPORT
    assert "django.contrib.admin" not in django_settings.INSTALLED_APPS


def test_boards_tell_nobody_and_mail_in_one_place() -> None:
    names = set(imported("mentors"))
    mails = {path for path, name in names if name.startswith(("django.core.mail", "people.mails", "smtplib"))}
    assert mails == {"mentors/digesting.py"}
    told = {name for _path, name in names if name in {"people.notices", "people.readings", "people.waiting"}}
    assert told == set()
    assert "Reading" not in {
        alias.name
        for path in python_files("mentors")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


# From here on with boards that are full.


@pytest.fixture
def things(cast: Cast, ladder: Chart) -> dict[str, Any]:
    PathFactory(person=cast.ada)
    found: dict[str, Any] = {}
    fill(cast, found)
    keep_feed(cast.ada, ("due", "follow_ups", "review"), names=True)
    found["token"] = issue_feed(cast.ada)
    return found


@pytest.fixture
def secrets(things: dict[str, Any]) -> set[str]:
    """Every word on any board, and what is typed in this test."""
    found = set(plant())
    assert len(found) > 100
    assert word("ada.touch.advice") in found
    return found | {TYPED}


def test_the_database_and_its_dumps_say_nothing(
    client: Client, cast: Cast, things: dict[str, Any], secrets: set[str]
) -> None:
    client.force_login(cast.ada)
    seen = use(client, things)
    assert seen >= {200, 302, 422}
    assert [model.objects.exists() for model in (Board, Seat, Member, Touch)] == [True] * 4
    found = dump()
    assert cast.ada.pid in found
    assert leaked(found, secrets) == set()
    assert leaked(" ".join(cookie.value for cookie in client.cookies.values()), secrets) == set()
    out = StringIO()
    call_command("dumpdata", stdout=out)
    assert leaked(out.getvalue(), secrets) == set()
    assert things["token"] not in found


def test_the_log_says_nothing(
    client: Client, cast: Cast, things: dict[str, Any], secrets: set[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Not even with every statement and its parameters."""
    caplog.set_level(logging.DEBUG)
    client.force_login(cast.ada)
    with CaptureQueriesContext(connection) as asked:
        use(client, things)
    said = " ".join(query["sql"] for query in asked.captured_queries)
    assert "mentors_touch" in said
    assert leaked(said, secrets) == set()
    assert leaked(caplog.text, secrets) == set()


def test_mail_goes_to_owners_and_says_nothing(
    client: Client, cast: Cast, things: dict[str, Any], secrets: set[str], settings: Settings
) -> None:
    settings.EMAIL_HOST = "smtp.example.org"
    today = timezone.localdate()
    for owner in (cast.ada, cast.bo):
        with pen(owner) as hand:
            hand.board.set(hand.box, replace(hand.desk.settings, digest=today.weekday()))
    run(today)
    assert {to for one in mail.outbox for to in one.recipients()} == {cast.ada.email, cast.bo.email}
    client.force_login(cast.ada)
    use(client, things)
    assert len(mail.outbox) == 2
    run(today + timedelta(days=7))
    assert {to for one in mail.outbox for to in one.recipients()} == {cast.ada.email, cast.bo.email}
    assert leaked("".join(one.message().as_string() for one in mail.outbox), secrets) == set()


PAGES = (
    "home",
    "person_list",
    "team_show",
    "notice_list",
    "reading_list",
    "waiting_list",
    "stored_show",
    "board_show",
)


def seen_by(viewer: Person, *about: Person) -> str:
    """What pages show to somebody, without what is new on every page."""
    client = Client()
    client.force_login(viewer)
    urls = [reverse(name) for name in PAGES] + ["/organisation/"]
    urls += [reverse("report_show", args=[person.pid]) for person in about]
    pages = [client.get(url).content.decode() for url in urls]
    return re.sub(r'(name="(?:csrfmiddlewaretoken|once)" value=")[^"]*', r"\1", " ".join(pages))


@pytest.mark.parametrize("name", ["bo", "cy", "hal", "root", "lin", "di"])
def test_nobody_else_sees_whether_there_is_one(cast: Cast, ladder: Chart, name: str) -> None:
    """Manager, the one above, people team, operator, ladder editor, peer: pages are the same, letter by letter."""
    viewer: Person = getattr(cast, name)
    before = seen_by(viewer, cast.ada)
    with pen(cast.ada) as hand:
        member = contents.Member(viewer.name, timezone.localdate(), email=viewer.email, why=TYPED)
        row = Member.put(hand.board, hand.box, member)
        Touch.put(hand.board, hand.box, contents.Touch(timezone.localdate(), TYPED), member_id=row.pk)
    assert seen_by(viewer, cast.ada) == before


def test_who_stands_on_a_board_can_go_without_a_trace(cast: Cast, things: dict[str, Any]) -> None:
    """Their account ends; the board of somebody else has nothing to do with it."""
    with pen(cast.eve) as hand:
        Member.put(hand.board, hand.box, contents.Member(cast.root.name, timezone.localdate(), email=cast.root.email))
    before = Member.objects.count()
    told = {label for label, gone in cast.root.delete()[1].items() if gone}
    assert not {label for label in told if label.startswith("mentors.")}
    assert Member.objects.count() == before
