"""A board to take away: everything on it as JSON, and its people as address cards, in one archive."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pydantic import TypeAdapter

from mentors import contents
from mentors.desk import Desk, Held
from mentors.models import Touch
from mentors.vcards import write_cards

FORMAT = "careerpath-board/1"


@dataclass(frozen=True, slots=True)
class Taken:
    """What the JSON file holds; seats, people and talks by public id."""

    format: str
    settings: contents.Settings
    seats: dict[str, contents.Seat]
    people: dict[str, contents.Member]
    talks: dict[str, dict[str, contents.Touch]]


ADAPTER: TypeAdapter[Taken] = TypeAdapter(Taken)


def archive(desk: Desk) -> bytes:
    """A zip file; one query."""
    people = [held.contents for held in desk.members.values()]
    inside = BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("board.json", ADAPTER.dump_json(taken(desk), indent=2))
        packed.writestr("people-3.0.vcf", write_cards(people, "3.0"))
        packed.writestr("people-4.0.vcf", write_cards(people, "4.0"))
    return inside.getvalue()


def taken(desk: Desk) -> Taken:
    return Taken(FORMAT, desk.settings, values(desk.seats), values(desk.members), talks(desk))


def values(rows: Any) -> dict[str, Any]:
    return {pid: held.contents for pid, held in rows.items()}


def talks(desk: Desk) -> dict[str, dict[str, contents.Touch]]:
    """Public id of somebody → public id of a talk → the talk, the oldest first."""
    if desk.board is None:
        return {}
    box, pids = desk.board_box(), {held.row.pk: pid for pid, held in desk.members.items()}
    rows = Touch.objects.visible_to(desk.owner).on(desk.board)
    found = [(pids.get(row.member_id, ""), Held(row, row.read(box))) for row in rows]
    found.sort(key=lambda pair: (pair[1].contents.on, pair[1].row.pk))
    told: dict[str, dict[str, contents.Touch]] = {}
    for member, held in found:
        told.setdefault(member, {})[held.pid] = held.contents
    return told
