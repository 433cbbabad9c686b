"""The world of the authorisation matrix: the cast, with everything about everybody in every state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from importlib import import_module
from typing import TypeAlias

from allauth.account.models import EmailAddress, EmailConfirmation
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.test import Client

from assessments.models import Assessment, Evidence, Rating
from ladders.chart import Chart
from ladders.importing import take_in
from ladders.models import Ladder, Path, Placement, Publication, Version
from ladders.published import chart_of
from people.models import Person
from safeguards.ids import new_pid
from safeguards.models import Deed
from tests.authz.sentinels import Secret, plant
from tests.cast import Cast, draw_cast
from tests.factories import AssessmentFactory, EvidenceFactory, load_default_ladder
from tests.ladders.files import FOLDER, ladder

NOBODY = "nobody"
CASTS = tuple(field.name for field in fields(Cast))
ACTORS = (*CASTS, NOBODY)
AT_WORK = frozenset(CASTS) - {"gone"}
Thing: TypeAlias = Assessment | Evidence | Ladder

SELF, MANAGER, AGREED = Assessment.Kind.SELF, Assessment.Kind.MANAGER, Assessment.Kind.AGREED
# Ada reports to Xena until March 2021 and to Bo afterwards; Gone left in July 2022.
XENAS_TIME, BOS_TIME = datetime(2020, 9, 1, 9, tzinfo=UTC), datetime(2022, 6, 1, 9, tzinfo=UTC)
# name of the state: kind, who assesses (nobody: the account is gone), when it was submitted
# The drafts come last: there is one of each kind at a time.
ASSESSMENTS: dict[str, tuple[Assessment.Kind, str, datetime | None]] = {
    "submitted": (SELF, "", BOS_TIME),
    "managers": (MANAGER, "bo", BOS_TIME),
    "agreed": (AGREED, "bo", BOS_TIME),
    "agreed_before": (AGREED, "xena", XENAS_TIME),
    "agreed_in_his_time": (AGREED, NOBODY, BOS_TIME),
    "draft": (SELF, "", None),
    "managers_draft": (MANAGER, "bo", None),
    "agreed_draft": (AGREED, "bo", None),
}
SHELF = {"draft": "points.yaml", "library": "library.yaml", "future": "text.yaml"}
SECOND = """
format: ladder/1
id: consulting
title: Consulting
uses: shared-skills
stages:
  - {id: junior, title: Junior, facts: {Grade: "7"}, roles: [{title: Analyst, text: Data first., focus: [research]}]}
  - {id: senior, title: Senior}
expects: {research: {junior: 1, senior: 2}}
"""


@dataclass(frozen=True, eq=False)
class World:
    """Everybody, everything by name ("ada.draft", "ladder.current"), and every sentinel."""

    cast: Cast
    things: dict[str, Thing]
    chart: Chart
    secrets: dict[str, Secret]
    sessions: dict[str, str]

    def person(self, name: str) -> Person:
        found: Person = getattr(self.cast, name)
        return found

    def name_of(self, person: Person) -> str:
        return next(name for name in CASTS if self.person(name).pk == person.pk)

    def pid(self, thing: str) -> str:
        """The public id of a thing ("ada.draft"), of a person, or of a part of the current ladder ("skill", "stage",
        "aim"); one that nothing has ("missing"); any other word as it is.
        """
        if thing == "missing":
            return new_pid()
        first, second = self.chart.stages[:2]
        parts = {"skill": self.chart.skills[0].pid, "stage": first.pid, "aim": second.pid}
        if thing in parts:
            return parts[thing]
        if thing in CASTS:
            return self.person(thing).pid
        return self.things[thing].pid if thing in self.things else thing

    def client(self, actor: str) -> Client:
        """A browser in which `actor` is signed in."""
        client = Client(raise_request_exception=True)
        if actor != NOBODY:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[actor]
        return client


@contextmanager
def rolled_back() -> Iterator[None]:
    """Nothing that happens inside stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def make_world() -> World:
    cast = draw_cast()
    things: dict[str, Thing] = {}
    version = load_default_ladder()
    for name in CASTS:
        fill_life(name, getattr(cast, name), cast, version, things)
    fill_shelf(version, things)
    sessions = {name: sign_in(getattr(cast, name)) for name in CASTS}
    secrets = plant()
    for name in CASTS:  # the password is part of what a session proves
        getattr(cast, name).refresh_from_db()
        refresh_session(sessions[name], getattr(cast, name))
    for thing in things.values():
        thing.refresh_from_db()
    chart_of.cache_clear()
    return World(cast, things, chart_of(version.pk), secrets, sessions)


def fill_life(name: str, person: Person, cast: Cast, version: Version, things: dict[str, Thing]) -> None:
    """A place, assessments in every state with answers to everything asked, evidence, and what sign-in keeps."""
    Path.objects.create(person=person, ladder=version.ladder, stage="product-manager", aim="senior-pm")
    Placement.record(person, ladder=version.ladder, stage="product-manager", since=date(2020, 1, 6))
    skills = [part.edition.skill for part in version.skills.select_related("edition__skill")]
    for state, (kind, assessor, submitted) in ASSESSMENTS.items():
        by = None if assessor == NOBODY else getattr(cast, assessor) if assessor else person
        made = AssessmentFactory.create(
            person=person, assessor=by, kind=kind, version=version, ladder=version.ladder, started_at=XENAS_TIME
        )
        # A draft is complete, so that it can be submitted; three answers are enough to leak from the others.
        Rating._default_manager.bulk_create(
            # The draft rates the first skill above what was agreed, so it asks for a situation.
            Rating(assessment=made, skill=skill, level=2 if state == "draft" and not place else 1 + place % 4)
            for place, skill in enumerate(skills if made.is_draft and name in {"ada", "eve"} else skills[:3])
        )
        if submitted:
            made.submit(at=submitted)
        things[f"{name}.{state}"] = made
    item = EvidenceFactory.create(person=person, text="text", link="https://example.org")
    item.skills.set(skills[:2])
    things[f"{name}.evidence"] = item
    Deed.objects.create(token=new_pid(), person=person, url="/")
    EmailConfirmation.create(EmailAddress.objects.get(user=person))


def fill_shelf(version: Version, things: dict[str, Thing]) -> None:
    """Two ladders everyone reads, and three that nobody may read: a draft, a library, one of next century."""
    things["ladder.current"] = version.ladder
    files = {state: (FOLDER / name).read_text() for state, name in SHELF.items()} | {"second": SECOND}
    for state, file in files.items():
        taken = take_in(ladder(file), by=None).version
        things[f"ladder.{state}"] = taken.ladder
        if state == "draft":
            Publication._default_manager.filter(version=taken).delete()
        if state == "future":
            Publication._default_manager.filter(version=taken).update(effective_on=date(2126, 1, 1))


def session_store(key: str | None = None) -> SessionBase:
    store: SessionBase = import_module(settings.SESSION_ENGINE).SessionStore(key)
    return store


def sign_in(person: Person) -> str:
    """A session for a person, whether they may still sign in or not; gives its key."""
    store = session_store()
    store.create()
    refresh_session(str(store.session_key), person)
    return str(store.session_key)


def refresh_session(key: str, person: Person) -> None:
    store = session_store(key)
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.save()
