"""A packet's body as its page shows it: days as days, items beside what leans on them, who reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from assessments.models import Evidence
from packets.canonical import Body, veiled
from packets.models import Packet, Reader
from people.models import Person

STRENGTHS = dict(Evidence.Strength.choices)


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of the appendix."""

    number: int
    title: str
    on: date
    strength: str
    link: str
    seen_by: str
    skills: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the criteria."""

    skill: str
    need: int
    agreed: int | None
    must: bool
    required: bool
    item: Shown | None
    seen_by: str

    @property
    def state(self) -> str:
        """Where the agreed level stands: "met", "grow", or "unknown" where nothing is agreed."""
        if self.agreed is None:
            return "unknown"
        return "met" if self.agreed >= self.need else "grow"


@dataclass(frozen=True)
class Page:
    """The body, with what has to be looked up for it. `hidden`: what rests on ratings is left out for now."""

    body: Body
    on: date
    basis_on: date | None
    blocks: list[dict[str, Any]]
    criteria: list[Row]
    measures: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    items: list[Shown]
    hidden: bool

    @property
    def without(self) -> list[Row]:
        """Required, and no item stands for it."""
        return [row for row in self.criteria if row.required and row.item is None]

    @property
    def with_evidence(self) -> int:
        return sum(row.required and row.item is not None for row in self.criteria)


def named(names: Sequence[str]) -> str:
    return str(get_text_list(list(names), _("and"))) if names else ""


def page_of(body: Body, *, hidden: bool, pids: Sequence[str] = ()) -> Page:
    """A body as `packets.gathering.body_of` gives it, or as it was frozen. `pids`: those of the case blocks."""
    body = veiled(body) if hidden else body
    items = {one["number"]: item_of(one) for one in body["items"]}
    return Page(
        body=body,
        on=date.fromisoformat(body["on"]),
        basis_on=date.fromisoformat(body["basis"]["on"]) if body["basis"] else None,
        blocks=[
            {**block, "items": [items[number] for number in block["items"]], "pid": pid}
            for block, pid in zip(body["blocks"], pids or [""] * len(body["blocks"]), strict=True)
        ],
        criteria=[row_of(row, items) for row in body["criteria"]],
        measures=[{**row, "item": items.get(row["item"])} for row in body["measures"]],
        statements=[{**one, "on": date.fromisoformat(one["on"])} for one in body["statements"]],
        items=list(items.values()),
        hidden=hidden,
    )


def frozen_page(packet: Packet, *, hidden: bool) -> Page:
    """The copy that was handed in."""
    return page_of(json.loads(packet.hand_in.body), hidden=hidden)


def item_of(one: Mapping[str, Any]) -> Shown:
    return Shown(
        number=one["number"],
        title=one["title"],
        on=date.fromisoformat(one["on"]),
        strength=str(STRENGTHS.get(one["strength"], "")),
        link=one["link"],
        seen_by=named(one["seen_by"]),
        skills=", ".join(one["skills"]),
    )


def row_of(row: Mapping[str, Any], items: Mapping[int, Shown]) -> Row:
    return Row(
        skill=row["skill"],
        need=row["need"],
        agreed=row["agreed"],
        must=row["must"],
        required=row["required"],
        item=items.get(row["item"]),
        seen_by=named(row["seen_by"]),
    )


@dataclass(frozen=True, slots=True)
class Audience:
    """Who can read a packet besides the person: names, where the viewer may know them."""

    names: str
    alone: bool
    own: bool
    recorders: bool


def audience_of(packet: Packet, viewer: Person, managers: Sequence[Person]) -> Audience:
    """The line under the heading; whoever is only named as a reader does not learn who else is."""
    own, closed = viewer.pk == packet.person_id, packet.state is Packet.State.WITHDRAWN
    readers = [] if closed or not hasattr(packet, "hand_in") else list(visible_readers(packet, viewer))
    if packet.state is Packet.State.RELEASED:
        readers = []
    others = [one for one in ([] if closed else [*managers, *readers]) if one != viewer]
    names = [_("You"), *([] if own else [packet.person.name]), *dict.fromkeys(one.name for one in others)]
    waiting = packet.state in (Packet.State.HANDED_IN, Packet.State.DECIDED)
    return Audience(named(names), alone=len(names) == 1, own=own, recorders=waiting)


def visible_readers(packet: Packet, viewer: Person) -> list[Person]:
    """The readers named for a packet, as far as the viewer may know them."""
    return [row.reader for row in reader_rows(packet, viewer)]


def reader_rows(packet: Packet, viewer: Person) -> list[Reader]:
    """The same as rows, with their people, in the order in which they were named."""
    rows = Reader.objects.visible_to(viewer).filter(hand_in=packet.hand_in).select_related("reader")
    return list(rows.order_by("pk"))
