"""A packet as one body, from what the person wrote and what the log says: shown on a page, frozen when handed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from assessments.blind import veil_of
from assessments.models import Appraisal, Assessment, Endorsement, Evidence, Standing
from ladders.chart import Chart
from ladders.published import chart_of
from packets.canonical import FORMAT, Body
from packets.canonical import veiled as without_ratings
from packets.criteria import Criterion, criteria, tally
from packets.items import Item
from packets.models import Packet, Section, Statement
from packets.pieces import (
    BLOCK,
    BLOCK_TEXTS,
    CASE,
    CRITERIA,
    MEASURES,
    OPEN,
    VOICES,
    levels_in,
    list_in,
    rows_in,
    text_in,
    texts_in,
)
from people.models import Person


@dataclass(frozen=True)
class Gathered:
    """What a packet is made of: the frozen ladder, the sections, the log and what is agreed."""

    packet: Packet
    chart: Chart
    sections: Mapping[str, Section]
    blocks: tuple[Section, ...]
    items: tuple[Item, ...]
    rows: tuple[Criterion, ...]
    basis: tuple[date, str] | None
    veil: Appraisal | None

    def body_of(self, kind: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.sections[kind].body
        return found


def items_of(person: Person) -> tuple[Item, ...]:
    """The log of a person as items, with the names of those who said that they saw one; three queries."""
    seen: dict[int, list[str]] = {}
    given = Endorsement.objects.visible_to(person).filter(evidence__person=person, saw_it=True)
    for evidence, name in given.order_by("pk").values_list("evidence", "witness__name"):
        seen.setdefault(evidence, []).extend([name] if name else [])
    rows = Evidence.objects.visible_to(person).about(person).prefetch_related("skills").latest_first()
    return tuple(
        Item(
            pid=row.pid,
            title=row.title,
            day=row.happened_on,
            strength=row.strength,
            link=row.link,
            skills=frozenset(skill.pk for skill in row.skills.all()),
            seen_by=tuple(seen.get(row.pk, ())),
        )
        for row in rows
    )


def basis_of(person: Person, agreed: Iterable[date]) -> tuple[date, str] | None:
    """The day of the latest agreed level, and with whom; None if nothing is agreed, or while it is hidden."""
    days = list(agreed)
    if not days:
        return None
    own = Assessment.objects.visible_to(person, Assessment.Kind.AGREED).about(person).submitted()
    last = own.select_related("assessor").latest_first().first()
    return max(days), last.assessor.name if last and last.assessor else ""


def gather(packet: Packet) -> Gathered:
    """Reads with the person's own eyes: whoever sees the result, was shown the packet by the person."""
    person, chart = packet.person, chart_of(packet.version_id)
    sections = list(packet.sections.order_by("position", "pk"))
    single = {section.kind: section for section in sections if section.kind != BLOCK}
    standing = Standing.objects.visible_to(person).about(person).filter(basis="agreed")
    agreed = {skill: (level, day) for skill, level, day in standing.values_list("skill", "level", "as_of")}
    items = items_of(person)
    picks = texts_in(single[CRITERIA].body, "picks")
    levels = {skill: level for skill, (level, _day) in agreed.items()}
    return Gathered(
        packet=packet,
        chart=chart,
        sections=single,
        blocks=tuple(section for section in sections if section.kind == BLOCK),
        items=items,
        rows=criteria(chart, packet.target, levels, items, picks),
        basis=basis_of(person, (day for _level, day in agreed.values())),
        veil=None if agreed else veil_of(person),
    )


def body_of(found: Gathered) -> Body:
    """The packet as one body of texts, numbers and lists, without what is hidden while a review is open."""
    packet, chart, numbers = found.packet, found.chart, used_items(found)
    stages = {stage.slug: stage.title for stage in chart.stages}
    body: Body = {
        "format": FORMAT,
        "packet": packet.pid,
        "on": timezone.localdate().isoformat(),
        "person": {"name": packet.person.name, "title": packet.person.title},
        "from": stages.get(packet.stage, ""),
        "to": stages.get(packet.target, ""),
        "ladder": {"title": chart.title, "version": chart.label, "language": chart.language},
        "basis": {"on": found.basis[0].isoformat(), "with": found.basis[1]} if found.basis else None,
        "standing": standing_in(found.rows) if found.basis else None,
        "case": text_in(found.body_of(CASE), "text"),
        "blocks": [block_in(section, chart, numbers) for section in found.blocks],
        "criteria": [row_in(row, numbers) for row in found.rows],
        "measures": measures_in(found, numbers),
        "voices": rows_in(found.body_of(VOICES), "quotes"),
        "open": open_in(found),
        "statements": statements_in(packet),
        "items": [item_in(item, number, chart) for item, number in numbered(found.items, numbers)],
    }
    return without_ratings(body) if found.veil else body


def used_items(found: Gathered) -> dict[str, int]:
    """The number in the appendix of each item (public id) that the packet leans on, in the order of the log."""
    wanted = {row.item.pid for row in found.rows if row.item}
    wanted |= {pid for section in found.blocks for pid in list_in(section.body, "items")}
    wanted |= {row.get("item", "") for row in rows_in(found.body_of(MEASURES), "rows")}
    return {item.pid: number for number, item in enumerate((i for i in found.items if i.pid in wanted), 1)}


def numbered(items: Sequence[Item], numbers: Mapping[str, int]) -> list[tuple[Item, int]]:
    return [(item, numbers[item.pid]) for item in items if item.pid in numbers]


def standing_in(rows: Sequence[Criterion]) -> dict[str, int]:
    found = tally(rows)
    return {"expected": found.expected, "met": found.met, "musts": found.musts, "musts_met": found.musts_met}


def block_in(section: Section, chart: Chart, numbers: Mapping[str, int]) -> dict[str, Any]:
    shows = levels_in(section.body, "shows")
    return {
        **{name: text_in(section.body, name) for name in BLOCK_TEXTS},
        "items": sorted(numbers[pid] for pid in list_in(section.body, "items") if pid in numbers),
        "shows": [{"skill": skill.title, "level": shows[skill.pid]} for skill in chart.skills if skill.pid in shows],
    }


def row_in(row: Criterion, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "skill": row.skill.title,
        "need": row.need,
        "agreed": row.agreed,
        "must": row.must,
        "required": row.required,
        "item": numbers[row.item.pid] if row.item else None,
        "seen_by": list(row.item.seen_by) if row.item else [],
    }


def measures_in(found: Gathered, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """The success measures of the target stage, in its order, with what was written about each."""
    written = rows_in(found.body_of(MEASURES), "rows")
    stage = found.chart.stage.get(found.packet.target)
    said = [*written, *({} for _one in (stage.success if stage else ()))]
    return [
        {
            "measure": measure,
            **{name: row.get(name, "") for name in ("before", "after", "part")},
            "item": numbers.get(row.get("item", "")),
        }
        for measure, row in zip(stage.success if stage else (), said, strict=False)
    ]


def open_in(found: Gathered) -> list[dict[str, Any]]:
    """What is required and not there yet, with how it will be handled."""
    plans = texts_in(found.body_of(OPEN), "plans")
    return [
        {"skill": row.skill.title, "need": row.need, "agreed": row.agreed, "plan": plans.get(row.skill.pid, "")}
        for row in found.rows
        if row.open
    ]


def statements_in(packet: Packet) -> list[dict[str, str]]:
    """What managers said and released to the person."""
    rows = Statement.objects.visible_to(packet.person).filter(packet=packet).released().select_related("by")
    return [
        {
            "by": row.by.name if row.by else "",
            "on": timezone.localdate(row.released_at).isoformat(),
            "text": row.text,
        }
        for row in rows.order_by("released_at", "pk")
    ]


def item_in(item: Item, number: int, chart: Chart) -> dict[str, Any]:
    return {
        "number": number,
        "title": item.title,
        "on": item.day.isoformat(),
        "strength": item.strength,
        "link": item.link,
        "seen_by": list(item.seen_by),
        "skills": [skill.title for skill in chart.skills if skill.pk in item.skills],
    }
