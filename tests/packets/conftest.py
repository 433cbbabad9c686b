"""Ada's packet on the way to senior, in its states, and clients of those around it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from assessments.models import Appraisal
from ladders.chart import Chart
from ladders.models import Path, Version
from packets.gathering import gather
from packets.handing_in import decide, fingerprint, hand_in, release, share
from packets.models import Packet, Section
from people.models import Person
from tests.cast import Cast
from tests.factories import AssessmentFactory, EvidenceFactory, PathFactory

AGREED = datetime(2022, 6, 1, 9, tzinfo=UTC)
TOKEN = "t" * 22


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def placed(cast: Cast, ladder: Chart) -> Path:
    """Ada works as a product manager and aims for senior; some levels are agreed with Bo, one item is noted."""
    path: Path = PathFactory.create(person=cast.ada)
    levels = {"delivery": 4, "vision": 2}
    AssessmentFactory.create(person=cast.ada, assessor=cast.bo, kind="agreed", levels=levels, submitted=AGREED)
    EvidenceFactory.create(person=cast.ada, title="Moved all accounts", skills=["delivery"])
    return path


@pytest.fixture
def packet(placed: Path, cast: Cast) -> Packet:
    version = Version._default_manager.get(ladder=placed.ladder)
    return Packet.begin(cast.ada, version=version, stage="product-manager", target="senior-pm")


@pytest.fixture
def full(packet: Packet) -> Packet:
    """With what handing in asks for, still private."""
    section = packet.sections.get(kind="case")
    section.write({"text": "I answer for billing. I led beyond it. I do most of it already."}, seen=section.revision)
    for number in range(3):
        Section.add_block(packet, {"title": f"Case {number}", "problem": "Something was at stake."})
    return packet


@pytest.fixture
def shared(full: Packet, cast: Cast) -> Packet:
    share(full, cast.bo)
    return full


def freeze(packet: Packet, *readers: Person) -> Packet:
    hand_in(packet, readers, by=packet.person, seen=fingerprint(gather(packet)))
    return Packet.objects.full().get(pk=packet.pk)


@pytest.fixture
def handed(shared: Packet, cast: Cast) -> Packet:
    """Handed in, with Eve as the reader."""
    return freeze(shared, cast.eve)


@pytest.fixture
def decided(handed: Packet, cast: Cast, ladder: Chart) -> Packet:
    """Not now, recorded by Bo and not released."""
    reasons = {ladder.skill["vision"].pk: "One team has seen it."}
    decide(handed, by=cast.bo, yes=False, words="Not this time.", reasons=reasons)
    return Packet.objects.full().get(pk=handed.pk)


@pytest.fixture
def released(decided: Packet, cast: Cast) -> Packet:
    release(decided, by=cast.bo)
    return Packet.objects.full().get(pk=decided.pk)


@pytest.fixture
def as_ada(cast: Cast) -> Client:
    return client_of(cast.ada)


@pytest.fixture
def as_bo(cast: Cast) -> Client:
    return client_of(cast.bo)


@pytest.fixture
def as_eve(cast: Cast) -> Client:
    return client_of(cast.eve)


@pytest.fixture
def as_hal(cast: Cast) -> Client:
    return client_of(cast.hal)


@pytest.fixture
def veiled(cast: Cast, placed: Path) -> None:
    """A review of Ada is open."""
    open_review(cast, placed)


def open_review(cast: Cast, placed: Path) -> None:
    version = Version._default_manager.get(ladder=placed.ladder)
    Appraisal.begin(cast.ada, assessor=cast.bo, by=cast.bo, version=version, stage="product-manager")
