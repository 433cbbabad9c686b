"""Ways into a ladder and ways to try a stage: from a ladder file to the rows of a version, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ladders.exchange import ways_in as parts
from ladders.exchange.schema import LadderFile
from ladders.exchange.write import plain
from ladders.models import Brought, Lack, Stage, StageTry, Version, VersionSkill, WayIn, WayInStage
from safeguards.ids import new_pid


def write_tries(file: LadderFile, stages: Mapping[str, Stage]) -> None:
    StageTry._default_manager.bulk_create(
        StageTry(stage=stages[part.id], position=position, text=text)
        for part in file.stages
        for position, text in enumerate(part.tries)
    )


def write_ways_in(
    version: Version, file: LadderFile, stages: Mapping[str, Stage], skills: Mapping[str, VersionSkill]
) -> None:
    """The ways in with the stages they lead to, and the skills they bring and lack."""
    rows = WayIn._default_manager.bulk_create(way_rows(version, file))
    both = list(zip(rows, file.ways_in, strict=True))
    WayInStage._default_manager.bulk_create(
        WayInStage(way=way, stage=stages[slug], position=position)
        for way, part in both
        for position, slug in enumerate(part.to)
    )
    Brought._default_manager.bulk_create(
        Brought(way=way, position=position, skill=skills[one.skill], level=one.level, **columns(one))
        for way, part in both
        for position, one in enumerate(part.brings)
    )
    Lack._default_manager.bulk_create(
        Lack(
            way=way,
            position=position,
            skill=skills[one.skill] if one.skill else None,
            tries=plain(one.tries),
            **columns(one),
        )
        for way, part in both
        for position, one in enumerate(part.lacks)
    )


def way_rows(version: Version, file: LadderFile) -> list[WayIn]:
    """A way that was there before, in whichever version, keeps its public id, so its address stays."""
    earlier = WayIn._default_manager.filter(version__ladder=version.ladder_id).order_by("version__number")
    known = dict(earlier.values_list("slug", "pid"))
    return [
        WayIn(
            version=version,
            position=position,
            pid=known.get(part.id) or new_pid(),
            slug=part.id,
            title=part.title,
            **columns(part),
        )
        for position, part in enumerate(file.ways_in)
    ]


def columns(part: parts.WayIn | parts.Brought | parts.Lack) -> dict[str, Any]:
    return {"text": part.text, "extras": plain(part.extra)}


def ways_in(version: Version) -> Iterable[WayIn]:
    """The ways into a version with all that belongs to them: four queries."""
    return version.wayin_rows.prefetch_related(
        "entries__stage", "brings__skill__edition__skill", "lacks__skill__edition__skill"
    )


def way_in_of(row: WayIn) -> dict[str, Any]:
    """A way in the shape of the file; what is empty is left out."""
    return {
        "id": row.slug,
        "title": row.title,
        **without_blanks(
            text=row.text,
            to=[entry.stage.slug for entry in row.entries.all()],
            brings=[brought_of(one) for one in row.brings.all()],
            lacks=[lack_of(one) for one in row.lacks.all()],
        ),
        **row.extras,
    }


def brought_of(row: Brought) -> dict[str, Any]:
    level = {} if row.level is None else {"level": row.level}
    return {"skill": row.skill.edition.skill.slug, **level, **without_blanks(text=row.text), **row.extras}


def lack_of(row: Lack) -> dict[str, Any]:
    skill = row.skill.edition.skill.slug if row.skill else ""
    return {**without_blanks(skill=skill, text=row.text), **without_blanks(**{"try": row.tries}), **row.extras}


def without_blanks(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
