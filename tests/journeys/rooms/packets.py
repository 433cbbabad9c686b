"""The pages about packets, with everything on them: see the package's own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from ladders.chart import Chart
from ladders.models import Version
from packets.canonical import canonical, digest_of
from packets.gathering import body_of, gather
from packets.models import Comment, Decision, HandIn, Packet, Reader, Reason, Release, Section, Sharing, Statement
from people.models import Duty, Person
from tests.factories import PersonFactory

LONG = "Extraordinarily long words with Donaudampfschifffahrtsgesellschaftskapitänsmütze in them"
# It acts, and shows another page.
ACTS: set[str] = {"block_move"}
BLOCK = dict.fromkeys(("title", "scope", "problem", "decisions", "part", "outcome"), LONG)


def live(person: Person, chart: Chart) -> None:
    """A draft and a plan of the person, and a packet of a report in which the person has every part."""
    person.give(Duty.Kind.PEOPLE)
    report = PersonFactory.create(name=f"ليلى {LONG}")
    report.report_to(person, since=date(2020, 1, 6))
    own = begun(person, chart, "senior-pm")
    plan = handed(begun(person, chart, "group-pm"), report)
    decided(plan, report, chart)
    Release._default_manager.create(decision=plan.decision, by=report)
    plan.close()
    read = begun(report, chart, "senior-pm")
    waiting, ready = handed(begun(report, chart, "group-pm"), person), handed(begun(report, chart, "vp"), person)
    Reader.objects.create(hand_in=waiting.hand_in, reader=PersonFactory.create(name=f"Reader {LONG}"), by=person)
    for packet in (read, waiting, ready):
        sharing = Sharing.objects.create(packet=packet, reader=person)
        Comment.objects.create(sharing=sharing, by=person, text=LONG, about="block")
    decided(ready, person, chart)
    Statement.objects.create(packet=read, by=person, text=LONG)
    Statement.objects.create(packet=own, by=report, text=LONG, released_at=own.at)


def begun(person: Person, chart: Chart, target: str) -> Packet:
    version = Version._default_manager.get(pid=chart.version)
    packet = Packet.begin(person, version=version, stage="product-manager", target=target)
    skill = chart.skills[0].pid
    for _block in range(3):
        Section.add_block(packet, {**BLOCK, "shows": {skill: 4}})
    said: dict[str, dict[str, Any]] = {
        "case": {"text": LONG},
        "voices": {"quotes": [{"words": LONG, "source": LONG}]},
        "measures": {"rows": [{"before": LONG, "after": LONG, "part": LONG}]},
        "open": {"plans": {one.pid: LONG for one in chart.skills}},
    }
    for section in packet.sections.filter(kind__in=said):
        section.write(said[section.kind], seen=section.revision)
    return packet


def handed(packet: Packet, reader: Person) -> Packet:
    text = canonical(body_of(gather(packet)))
    done = HandIn.objects.create(packet=packet, by=packet.person, body=text, digest=digest_of(text))
    Reader.objects.create(hand_in=done, reader=reader)
    return packet


def decided(packet: Packet, by: Person, chart: Chart) -> None:
    made = Decision.objects.create(packet=packet, by=by, yes=False, words=LONG)
    for skill in chart.skills[:3]:
        Reason.objects.create(decision=made, skill_id=skill.pk, words=LONG, sign=LONG, owner="both")


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    own = Packet.objects.open().get(person=person)
    plan = Packet.objects.get(person=person, target="group-pm")
    theirs = {one.target: {"packet": one.pid} for one in Packet.objects.exclude(person=person)}
    here = {"packet": own.pid}
    block = {**here, "block": Section.objects.filter(packet=own).blocks()[0].pid}
    return {
        "packet_list": {},
        "packet_new": {},
        "packet_show": here,
        "packet_edit": {**here, "section": "open"},
        "block_new": here,
        "block_edit": block,
        "block_remove": block,
        "packet_share": here,
        "packet_hand_in": here,
        "packet_withdraw": here,
        "comment_new": theirs["senior-pm"],
        "statement_edit": theirs["senior-pm"],
        "statement_release": theirs["senior-pm"],
        "statement_show": {"statement": Statement.objects.released().get(packet=own).pid},
        "packet_readers": theirs["group-pm"],
        "reader_remove": {
            **theirs["group-pm"],
            "reader": Reader.objects.get(hand_in__packet__pid=theirs["group-pm"]["packet"], by=person).reader.pid,
        },
        "packet_decide": theirs["group-pm"],
        "packet_release": theirs["vp"],
        "packet_plan": {"packet": plan.pid},
        "reason_edit": {"packet": plan.pid, "reason": plan.decision.reasons.all()[0].pid},
    }
