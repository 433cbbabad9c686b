"""Several tabs and people at the same moment, and what holds afterwards."""

from __future__ import annotations

import pytest

from ladders.chart import Chart
from packets.canonical import digest_of
from packets.gathering import gather
from packets.handing_in import decide, fingerprint, hand_in, withdraw
from packets.models import Closed, Decision, HandIn, Packet, Section, Withdrawal
from packets.models.section import Full
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_hand_ins_freeze_one_copy(shared: Packet, cast: Cast) -> None:
    seen = fingerprint(gather(shared))

    def one(_number: int) -> str:
        try:
            hand_in(Packet.objects.get(pk=shared.pk), [cast.eve], by=cast.ada, seen=seen)
        except Closed:
            return "Closed"
        return "done"

    assert sorted(at_once(one, count=4)) == ["Closed", "Closed", "Closed", "done"]
    assert HandIn.objects.get().digest == seen


def test_handing_in_while_another_tab_saves(shared: Packet, cast: Cast) -> None:
    """Either the tab was first, and what is frozen was not seen; or it comes too late. Never a copy nobody saw."""
    seen = fingerprint(gather(shared))
    section = shared.sections.get(kind="case")

    def one(number: int) -> str:
        try:
            if number:
                Section.objects.get(pk=section.pk).write({"text": "Saved late."}, seen=section.revision)
            else:
                hand_in(Packet.objects.get(pk=shared.pk), [], by=cast.ada, seen=seen)
        except Stale as error:
            return type(error).__name__
        return "done"

    answers = at_once(one, count=2)
    assert answers in (["done", "Closed"], ["Stale", "done"])
    for copy in HandIn.objects.all():
        assert ("Saved late." in copy.body, digest_of(copy.body)) == (False, seen)


def test_decided_once(handed: Packet, cast: Cast, ladder: Chart) -> None:
    def one(number: int) -> str:
        by = (cast.bo, cast.hal)[number % 2]
        try:
            decide(Packet.objects.get(pk=handed.pk), by=by, yes=bool(number % 2), words=f"{number}", reasons={})
        except Closed:
            return "Closed"
        return "done"

    assert sorted(at_once(one, count=4)) == ["Closed", "Closed", "Closed", "done"]
    assert Decision.objects.count() == 1


def test_withdrawn_or_decided_and_never_both(handed: Packet, cast: Cast) -> None:
    def one(number: int) -> str:
        packet = Packet.objects.get(pk=handed.pk)
        try:
            withdraw(packet, by=cast.ada) if number else decide(packet, by=cast.bo, yes=True, words="x", reasons={})
        except Closed:
            return "Closed"
        return "done"

    assert sorted(at_once(one, count=2)) == ["Closed", "done"]
    assert Decision.objects.count() + Withdrawal._default_manager.count() == 1


def test_one_open_packet_however_often_it_is_begun(packet: Packet, cast: Cast) -> None:
    withdraw(packet, by=cast.ada)

    def one(_number: int) -> int:
        return Packet.begin(cast.ada, version=packet.version, stage="product-manager", target="senior-pm").pk

    assert len(set(at_once(one, count=4))) == 1
    assert Packet.objects.open().count() == 1


def test_five_blocks_however_many_tabs_add_one(full: Packet) -> None:
    def one(number: int) -> str:
        try:
            Section.add_block(Packet.objects.get(pk=full.pk), {"title": f"{number}"})
        except Full:
            return "Full"
        return "done"

    assert sorted(at_once(one, count=4)) == ["Full", "Full", "done", "done"]
    assert Section.objects.filter(packet=full).blocks().count() == 5
