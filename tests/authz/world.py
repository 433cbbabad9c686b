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
from django.db.models import Model
from django.test import Client

from assessments.models import Assessment, Rating
from drafts.models import Draft, Keeper, Piece, Proposal, Remark, Review, Sorter
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.proposing import answer
from drafts.publishing import drop
from drafts.writing import pen
from ladders.chart import Chart
from ladders.importing import take_in
from ladders.models import Ladder, Path, Placement, Publication, Translation, Version
from ladders.published import chart_of
from people.models import Person
from safeguards.ids import new_pid
from safeguards.models import Deed
from tests.authz.rooms import each
from tests.authz.sentinels import Secret, plant
from tests.cast import Cast, draw_cast
from tests.drafts.brought import GIVEN, WIDE, brought
from tests.drafts.voices import begun, proposed, sorted_by
from tests.factories import AssessmentFactory, EvidenceFactory, load_default_ladder
from tests.kept import forget_charts
from tests.ladders.files import DEFAULT, FOLDER, ladder

NOBODY = "nobody"
CASTS = tuple(field.name for field in fields(Cast))
ACTORS = (*CASTS, NOBODY)
AT_WORK = frozenset(CASTS) - {"gone"}
Things: TypeAlias = dict[str, Model]

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
    things: Things
    chart: Chart
    secrets: dict[str, Secret]
    sessions: dict[str, str]

    def person(self, name: str) -> Person:
        found: Person = getattr(self.cast, name)
        return found

    @property
    def revision(self) -> int:
        """Of the open draft, as a page shows it that is opened now."""
        draft = self.things["draft.open"]
        assert isinstance(draft, Draft)
        return draft.revision

    def name_of(self, person: Person) -> str:
        return next(name for name in CASTS if self.person(name).pk == person.pk)

    def pid(self, thing: str) -> str:
        """The public id of a thing ("ada.draft"), of a person, or of a part of the current ladder ("skill", "stage",
        "aim", "way", "fork"); one that nothing has ("missing"); any other word as it is. Drafts: see `fill_drafts`.
        """
        if thing == "missing":
            return new_pid()
        first, second = self.chart.stages[:2]
        fork = next(stage for stage in self.chart.stages if len(stage.next) > 1)
        parts = {"skill": self.chart.skills[0].pid, "stage": first.pid, "aim": second.pid, "fork": fork.pid}
        parts |= {"way": self.chart.ways_in[0].pid}
        if thing in parts:
            return parts[thing]
        if thing in CASTS:
            return self.person(thing).pid
        return getattr(self.things[thing], "pid", thing) if thing in self.things else thing

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
    things: Things = {}
    version = load_default_ladder()
    for name in CASTS:
        fill_life(name, getattr(cast, name), cast, version, things)
    fill_shelf(version, things)
    fill_versions(cast, things)
    fill_drafts(cast, things)
    fill_voices(cast, things)
    for fill in each("fill"):
        fill(cast, things)
    sessions = {name: sign_in(getattr(cast, name)) for name in CASTS}
    secrets = plant()
    for name in CASTS:  # the password is part of what a session proves
        getattr(cast, name).refresh_from_db()
        refresh_session(sessions[name], getattr(cast, name))
    for thing in things.values():
        thing.refresh_from_db()
    forget_charts()
    return World(cast, things, chart_of(version.pk), secrets, sessions)


def fill_life(name: str, person: Person, cast: Cast, version: Version, things: Things) -> None:
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


def fill_shelf(version: Version, things: Things) -> None:
    """Two ladders everyone reads, and three that nobody may read: a draft, a library, one of next century.

    All but the first are open to everybody, as far as they can be read at all; the first is translated.
    """
    things["ladder.current"] = version.ladder
    Translation.put(version, "de", {("title",): "Leiter"})
    files = {state: (FOLDER / name).read_text() for state, name in SHELF.items()} | {"second": SECOND}
    for state, file in files.items():
        taken = take_in(ladder(file), by=None).version
        things[f"ladder.{state}"] = taken.ladder
        taken.ladder.show_publicly(on=True, by=None)
        if state == "draft":
            Publication._default_manager.filter(version=taken).delete()
        if state == "future":
            Publication._default_manager.filter(version=taken).update(effective_on=date(2126, 1, 1))


def fill_versions(cast: Cast, things: Things) -> None:
    """A version of the current ladder that is announced, and an earlier one of the other, by somebody who left."""
    here = {
        "announced": (DEFAULT.read_text(), cast.lin, date(2126, 1, 1)),
        "earlier": (SECOND, cast.gone, date(2020, 1, 6)),
    }
    for name, (text, by, day) in here.items():
        changed = ladder(f"{text}\nx-edition: {name}\n")
        things[f"version.{name}"] = take_in(changed, by=by, note="note", effective_on=day).version


def fill_drafts(cast: Cast, things: Things) -> None:
    """An open draft of the current ladder with every kind of change in it, and a dropped one of the other ladder.

    Lin edits all ladders and Cy publishes them; Eve edits only the other one. In the table, `draft=open` and
    `draft=closed` are the drafts, and beside them `stage=stage` is the first piece of its kind in the open one:
    head, level, phase, track, stage, category, skill, row, step, way_in, beyond.
    """
    current, second = things["ladder.current"], things["ladder.second"]
    assert isinstance(current, Ladder)
    assert isinstance(second, Ladder)
    draft, closed = open_draft(current, by=cast.lin), open_draft(second, by=cast.eve)
    Keeper.objects.create(ladder=second, person=cast.eve, kind=Keeper.Kind.EDIT, by=cast.lin)
    first = {kind: Piece.objects.filter(draft=draft, kind=kind)[0] for kind in Kind}
    with pen(draft, cast.lin, "page") as hand:
        hand.put(first[Kind.STAGE], "text", "What the stage is about.")
        retired = hand.add(Kind.SKILL, "new-skill", {"title": "New skill"})
        hand.retire(retired, True)
        hand.put(first[Kind.STAGE], "text", "What else it is about.")
    asked = Review.ask(draft, by=cast.lin, note="Is this clear?")
    asked.reply(Review.Answer.CHANGE, by=cast.cy, seen=draft.revision, words="Not yet.")
    about = {"ladder": current, "kind": Kind.SKILL, "key": first[Kind.SKILL].key}
    remark = Remark.objects.create(text="Is this one skill?", by=cast.cy, **about)
    shared = Piece.objects.get(draft=closed, kind=Kind.ROW)
    things |= {"draft.remark": remark, "draft.retired": retired, "draft.shared": shared}
    things["draft.review"] = Review.ask(draft, by=cast.lin, note="Is this clear now?")
    drop(closed, by=cast.lin)
    things |= {"draft.open": draft, "draft.closed": closed}
    things |= {f"draft.{kind.name.lower()}": piece for kind, piece in first.items()}


def fill_voices(cast: Cast, things: Things) -> None:
    """What Ada proposed, answered and not, texts that Ada and Bo sort, and files that Lin and Eve brought along."""
    draft = things["draft.open"]
    assert isinstance(draft, Draft)
    for name in ("waiting", "answered"):
        things[f"ada.{name}"] = proposed(cast.ada, draft.ladder)
    answered = things["ada.answered"]
    assert isinstance(answered, Proposal)
    answer(answered, by=cast.lin, accepted=False, words="Not now.")
    test = begun(draft, [cast.ada, cast.bo], by=cast.lin)
    sorted_by(test, cast.bo, "t0")
    things |= {"draft.test": test, "ada.sorter": Sorter.objects.get(person=cast.ada)}
    things |= {"lin.upload": brought(cast.lin), "eve.upload": brought(cast.eve, WIDE, "t.csv", "wide", GIVEN)}


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
