"""The part of the matrix about packets: see the package's own words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils import timezone

from ladders.models import Version
from packets.canonical import canonical, digest_of
from packets.gathering import body_of, gather
from packets.models import (
    Comment,
    Decision,
    HandIn,
    Packet,
    Reader,
    Reason,
    Release,
    Section,
    Sharing,
    Statement,
    Withdrawal,
)
from people.models import Person

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# Promotion packets. Of Ada: a draft of her own, one that is shared with Bo, one handed in with Eve as a reader, one
# that is decided, one released with "not now", one withdrawn. Hal is of the people team and records decisions. Xena
# managed Ada before, and signed a statement then.
packet_list          own                                               200 405 405 405 405  + + + + + + + + > + >
packet_new           own                                               200 302 405 405 405  + + + + + + + + > + >
packet_show          own       packet=ada.p_private|p_withdrawn        200 405 405 405 405  + - - - - - - - > - >
packet_show          own       packet=ada.p_shared|p_released
                                                                       200 405 405 405 405  + + - - - - - - > - >
packet_show          own       packet=ada.p_handed|p_decided           200 405 405 405 405  + + - - + - - - > - >
packet_edit          own       packet=ada.p_private|p_shared section=case
                                                                       200 302 405 405 405  + - - - - - - - > - >
packet_edit          own       packet=ada.p_handed|p_decided|p_released|p_withdrawn section=case
                                                                       302 409 405 405 405  + - - - - - - - > - >
packet_edit          own       packet=ada.p_private section=other      200 302 405 405 405  - - - - - - - - > - >
block_new            own       packet=ada.p_private|p_shared           200 302 405 405 405  + - - - - - - - > - >
block_new            own       packet=ada.p_handed|p_withdrawn         302 409 405 405 405  + - - - - - - - > - >
block_edit           own       packet=ada.p_shared block=ada.p_block   200 302 405 405 405  + - - - - - - - > - >
block_edit           own       packet=ada.p_private block=ada.p_block  200 302 405 405 405  - - - - - - - - > - >
block_move           own       packet=ada.p_shared block=ada.p_block   405 302 405 405 405  + - - - - - - - > - >
block_remove         own       packet=ada.p_shared block=ada.p_block   200 302 405 405 405  + - - - - - - - > - >
packet_share         own       packet=ada.p_private|p_shared|p_handed|p_decided|p_released
                                                                       200 302 405 405 405  + - - - - - - - > - >
packet_share         own       packet=ada.p_withdrawn                  200 302 405 405 405  - - - - - - - - > - >
comment_new          own       packet=ada.p_shared|p_handed|p_decided  200 302 405 405 405  + + - - - - - - > - >
comment_new          own       packet=ada.p_private|p_released         200 302 405 405 405  - - - - - - - - > - >
# Withdrawn: the page says so and no more, and gives back what was typed
comment_new          own       packet=ada.p_withdrawn                  409 409 405 405 405  + + - - - - - - > - >
statement_edit       own       packet=ada.p_shared                     200 302 405 405 405  - + - - - - - - > - >
statement_edit       own       packet=ada.p_handed|p_decided|p_released
                                                                       302 409 405 405 405  - + - - - - - - > - >
statement_edit       own       packet=ada.p_private                    200 302 405 405 405  - - - - - - - - > - >
statement_edit       own       packet=ada.p_withdrawn                  409 409 405 405 405  + + - - - - - - > - >
statement_release    own       packet=ada.p_shared                     200 302 405 405 405  - + - - - - - - > - >
statement_release    own       packet=ada.p_handed                     302 409 405 405 405  - + - - - - - - > - >
statement_release    own       packet=ada.p_private|p_withdrawn
                                                                       200 302 405 405 405  - - - - - - - - > - >
statement_show       own       statement=ada.p_signed                  200 405 405 405 405  + - - - - - - - > + >
statement_show       own       statement=ada.p_statement|p_late        200 405 405 405 405  - - - - - - - - > - >
packet_hand_in       own       packet=ada.p_private|p_shared           200 422 405 405 405  + - - - - - - - > - >
packet_hand_in       own       packet=ada.p_handed|p_decided|p_released|p_withdrawn
                                                                       302 409 405 405 405  + - - - - - - - > - >
packet_readers       own       packet=ada.p_handed                     200 302 405 405 405  + + - - - - - - > - >
packet_readers       own       packet=ada.p_private|p_shared           200 302 405 405 405  - - - - - - - - > - >
packet_readers       own       packet=ada.p_withdrawn                  409 409 405 405 405  + + - - - - - - > - >
reader_remove        own       packet=ada.p_handed reader=eve          200 302 405 405 405  + - - - - - - - > - >
reader_remove        own       packet=ada.p_decided reader=eve         200 409 405 405 405  + - - - - - - - > - >
reader_remove        own       packet=ada.p_handed reader=bo           200 302 405 405 405  - - - - - - - - > - >
reader_remove        own       packet=ada.p_private|p_shared|p_withdrawn reader=eve
                                                                       200 302 405 405 405  - - - - - - - - > - >
packet_withdraw      own       packet=ada.p_private|p_shared|p_handed  200 302 405 405 405  + - - - - - - - > - >
packet_withdraw      own       packet=ada.p_decided|p_released|p_withdrawn
                                                                       200 409 405 405 405  + - - - - - - - > - >
packet_decide        own       packet=ada.p_handed                     200 302 405 405 405  - + - - - + - - > - >
packet_decide        own       packet=ada.p_decided                    302 409 405 405 405  - + - - - + - - > - >
packet_decide        own       packet=ada.p_private|p_shared|p_released
                                                                       200 302 405 405 405  - - - - - - - - > - >
packet_decide        own       packet=ada.p_withdrawn                  409 409 405 405 405  - + - - - + - - > - >
packet_release       own       packet=ada.p_decided                    200 302 405 405 405  - + - - - + - - > - >
packet_release       own       packet=ada.p_private|p_shared|p_handed|p_released|p_withdrawn
                                                                       200 302 405 405 405  - - - - - - - - > - >
packet_plan          own       packet=ada.p_released                   200 405 405 405 405  + + - - - - - - > - >
packet_plan          own       packet=ada.p_private|p_shared|p_handed|p_decided|p_withdrawn
                                                                       200 405 405 405 405  - - - - - - - - > - >
reason_edit          own       packet=ada.p_released reason=ada.p_step 200 302 405 405 405  + + - - - - - - > - >
reason_edit          own       packet=ada.p_decided reason=ada.p_reason
                                                                       200 302 405 405 405  - - - - - - - - > - >
"""
WITHOUT = {
    "packets.HandIn.body": "a document of its own shape; tests/packets/test_packet_show.py looks for its words",
    "packets.Packet.stage": "the id of a stage, which everyone at work may read",
    "packets.Packet.target": "likewise",
    "packets.Section.body": "a document of its own shape; tests/packets/test_packet_show.py looks for its words",
}
STATES = ("private", "shared", "handed", "decided", "released", "withdrawn")
TARGETS = ("principal-pm", "group-pm", "director", "vp", "cpo", "junior-pm")
BLOCK = {"title": "Moved all accounts", "outcome": "No invoice lost."}


def fill(cast: Cast, things: Things) -> None:
    """A packet of Ada in every state, with everything that can stand in it."""
    version = Version._default_manager.filter(ladder__pk=things["ladder.current"].pk).order_by("number")[0]
    made = {}
    for state, target in zip(STATES, TARGETS, strict=True):
        packet = Packet.begin(cast.ada, version=version, stage="product-manager", target=target)
        block = Section.add_block(packet, BLOCK)
        things[f"ada.p_{state}"] = made[state] = packet
        if state != "private":
            sharing = Sharing.objects.create(packet=packet, reader=cast.bo)
            things[f"ada.p_comment_{state}"] = Comment.objects.create(sharing=sharing, by=cast.bo, text="Name it.")
            things["ada.p_block"] = block if state == "shared" else things.get("ada.p_block", block)
    statements(cast, made["shared"], things)
    for state in ("handed", "decided", "released", "withdrawn"):
        handed(cast, made[state], things)
    for state in ("decided", "released"):
        decided(cast, made[state], things)
    Withdrawal._default_manager.create(packet=made["withdrawn"], by=cast.ada)
    made["withdrawn"].close()


def statements(cast: Cast, packet: Packet, things: Things) -> None:
    """Bo's draft, what Xena released while she was the manager, and what she released longer ago than a year."""
    now = timezone.now()
    things["ada.p_statement"] = Statement.objects.create(packet=packet, by=cast.bo, text="Draft.")
    things["ada.p_signed"] = Statement.objects.create(
        packet=packet, by=cast.xena, text="Seen.", released_at=now - timedelta(days=30)
    )
    things["ada.p_late"] = Statement.objects.create(packet=packet, by=cast.cy, text="Late.")


def handed(cast: Cast, packet: Packet, things: Things) -> None:
    text = canonical(body_of(gather(packet)))
    done = HandIn.objects.create(packet=packet, by=cast.ada, body=text, digest=digest_of(text))
    Reader.objects.create(hand_in=done, reader=cast.eve, by=cast.ada)


def decided(cast: Cast, packet: Packet, things: Things) -> None:
    """Recorded by Hal of the people team, with a reason about the first skill."""
    made = Decision.objects.create(packet=packet, by=cast.hal, yes=False, words="Not now.")
    skill = packet.version.skills.select_related("edition__skill")[0].edition.skill
    reason = Reason.objects.create(decision=made, skill=skill, words="One team.", sign="Two teams.")
    if packet == things["ada.p_released"]:
        Release._default_manager.create(decision=made, by=cast.hal)
        packet.close()
        things["ada.p_step"] = reason
    else:
        things["ada.p_reason"] = reason


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    once = {"once": "t" * 22}
    statement = world.things["ada.p_statement"]
    assert isinstance(statement, Statement)
    return {
        "packet_new": once,
        "packet_edit": {"text": "One. Two.", "seen": "1", **once},
        "block_new": {"title": "Another case", **once},
        "block_edit": {"title": "Renamed", "seen": "1", **once},
        "block_move": {"way": "down"},
        "block_remove": once,
        "packet_share": once,
        "comment_new": {"text": "What was decided against?", **once},
        "statement_edit": {"text": "Rewritten.", "seen": statement.revision, **once},
        "statement_release": {"seen": statement.revision, **once},
        "packet_hand_in": {"readers": "", "seen": "0" * 64, **once},
        "packet_readers": {"readers": "", **once},
        "reader_remove": once,
        "packet_withdraw": once,
        "packet_decide": {"yes": "yes", "words": "Reached.", **once},
        "packet_release": once,
        "reason_edit": {"sign": "Three teams.", "owner": "both", "seen": "1", **once},
    }


def packet_of(row: Model) -> Packet | None:
    """The packet that a row belongs to."""
    if isinstance(row, Packet):
        return row
    if isinstance(row, Comment):
        return row.sharing.packet
    if isinstance(row, Reader):
        return row.hand_in.packet
    if isinstance(row, Release | Reason):
        return row.decision.packet
    return row.packet if isinstance(row, Section | Sharing | Statement | HandIn | Decision | Withdrawal) else None


def about(row: Model) -> Person | None:
    found = packet_of(row)
    return found.person if found else None


def state_of(world: World, packet: Packet) -> str:
    return next(state for state in STATES if world.things[f"ada.p_{state}"] == packet)


def reading(world: World, packet: Packet) -> set[str]:
    """Who reads the packet itself."""
    state = state_of(world, packet)
    readers = {"ada"} if state in ("private", "withdrawn") else {"ada", "bo"}
    return readers | {"eve"} if state in ("handed", "decided") else readers


def readers(row: Model, world: World) -> frozenset[str] | None:
    found = packet_of(row)
    if row == world.things["ada.evidence"]:  # it stands in the packet that is shared with Bo
        return frozenset({"ada", "bo"})
    if found is None:
        return None
    state = state_of(world, found)
    if isinstance(row, Packet):  # that it is there
        return frozenset(reading(world, found) | ({"hal"} if state in ("handed", "decided") else set()))
    if isinstance(row, HandIn):
        return frozenset(reading(world, found))
    if isinstance(row, Statement):
        return frozenset(statement_readers(world, row))
    if isinstance(row, Decision | Reason):
        return frozenset({"hal", "bo"} | ({"ada"} if state == "released" else set()))
    return frozenset({"ada"} if state in ("private", "withdrawn") else {"ada", "bo"})


def statement_readers(world: World, row: Statement) -> set[str]:
    if row == world.things["ada.p_signed"]:
        return {"ada", "xena", "bo"}  # Bo in the packet that is shared with him
    return {"bo"} if row == world.things["ada.p_statement"] else set()


def packet_door(world: World, name: str, row: Model) -> bool:
    assert isinstance(row, Packet)
    return name in reading(world, row)


def statement_door(world: World, name: str, row: Model) -> bool:
    """Bo reads what Xena released in the packet, and not as a row of its own."""
    assert isinstance(row, Statement)
    signed = row == world.things["ada.p_signed"]
    return name in ({"ada", "xena"} if signed else statement_readers(world, row))


def section_door(world: World, name: str, row: Model) -> bool:
    """The person's own; everybody else reads the packet as a whole."""
    return isinstance(row, Section) and name == "ada"


def same_door(world: World, name: str, row: Model) -> bool:
    found = readers(row, world)
    return found is not None and name in found


def reader_door(world: World, name: str, row: Model) -> bool:
    assert isinstance(row, Reader)
    return same_door(world, name, row) or (name == "eve" and state_of(world, row.hand_in.packet) != "withdrawn")


DOORS = {
    Packet: packet_door,
    HandIn: same_door,
    Statement: statement_door,
    Decision: same_door,
    Reason: same_door,
    Comment: same_door,
    Section: section_door,
    Reader: reader_door,
}
