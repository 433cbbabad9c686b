"""Skills of a ladder file as rows: the lasting identity, the edition of the texts, the scale.

Everything is written in bulk: a library has hundreds of skills.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from ladders.exchange.schema import LadderFile
from ladders.exchange.schema import Skill as SkillPart
from ladders.exchange.wording import Descriptor
from ladders.exchange.wording import Statement as StatementPart
from ladders.exchange.write import plain
from ladders.identity import digest, statement_key
from skills.models import Anchor, Edition, Library, Scale, ScaleLevel, Skill, Statement


def scale_of(file: LadderFile, library: Library) -> Scale | None:
    """The scale of the file, shared with every version that has the same one; None for a file without."""
    if not file.scale:
        return None
    mark = digest(plain(file.scale))
    scale, new = Scale._default_manager.get_or_create(library=library, digest=mark)
    if new:
        ScaleLevel._default_manager.bulk_create(
            ScaleLevel(
                scale=scale,
                level=level.level,
                name=level.name,
                text=level.text,
                points=level.points,
                partial=level.partial,
                extras=plain(level.extra),
            )
            for level in file.scale
        )
    return scale


def editions_of(file: LadderFile, library: Library) -> dict[str, Edition]:
    """The edition of each skill of the file, by skill id; texts that were there before keep their edition."""
    skills = identities([skill.id for skill in file.skills], library)
    known = {
        (edition.skill_id, edition.digest): edition
        for edition in Edition._default_manager.filter(skill__in=skills.values()).select_related("skill")
    }
    numbers = dict(
        Edition._default_manager.filter(skill__in=skills.values())
        .values_list("skill")
        .annotate(Max("number"))
        .values_list("skill", "number__max")
    )
    fresh: dict[str, Edition] = {}
    found: dict[str, Edition] = {}
    for part in file.skills:
        skill, mark = skills[part.id], digest(texts_of(part))
        edition = known.get((skill.pk, mark))
        if edition is None:
            edition = fresh[part.id] = edition_row(part, skill, numbers.get(skill.pk, 0) + 1, mark)
        found[part.id] = edition
    Edition._default_manager.bulk_create(fresh.values())
    write_anchors((part, fresh[part.id]) for part in file.skills if part.id in fresh)
    return found


def identities(slugs: list[str], library: Library) -> dict[str, Skill]:
    """The lasting skill for each id of a library, made where it is new."""
    known = set(Skill._default_manager.filter(library=library).values_list("slug", flat=True))
    Skill._default_manager.bulk_create(Skill(library=library, slug=slug) for slug in slugs if slug not in known)
    return {skill.slug: skill for skill in Skill._default_manager.filter(library=library)}


def texts_of(part: SkillPart) -> dict[str, Any]:
    """What belongs to the edition: all of a skill but its category and its texts at stages."""
    return {key: value for key, value in plain(part).items() if key not in {"category", "at"}}


def edition_row(part: SkillPart, skill: Skill, number: int, mark: str) -> Edition:
    return Edition(
        skill=skill,
        number=number,
        digest=mark,
        title=part.title,
        text=part.text,
        core=part.core,
        rated=part.rated,
        ref=part.ref,
        also=plain(part.also),
        measures=plain(part.measures),
        links=plain(part.links),
        extras={"skill": plain(part.extra), "levels": plain(part.levels.extra)},
    )


def write_anchors(parts: Iterable[tuple[SkillPart, Edition]]) -> None:
    rows = [
        (Anchor(edition=edition, level=level, **descriptor_columns(words)), words)
        for part, edition in parts
        for level, words in part.levels.rows.items()
    ]
    Anchor._default_manager.bulk_create(anchor for anchor, _words in rows)
    Statement._default_manager.bulk_create(
        Statement(anchor=anchor, **columns) for anchor, words in rows for columns in statement_columns(words)
    )


def descriptor_columns(words: Descriptor) -> dict[str, Any]:
    """The columns of `skills.models.DescriptorText`."""
    return {
        "name": words.name,
        "text": words.text,
        "examples": plain(words.examples),
        "extras": plain(words.extra),
    }


def statement_columns(words: Descriptor) -> list[dict[str, Any]]:
    """The columns of `skills.models.StatementText`, one dict for each sign."""
    return [statement_row(sign, position) for position, sign in enumerate(words.signs)]


def statement_row(sign: StatementPart, position: int) -> dict[str, Any]:
    return {
        "position": position,
        "key": statement_key(sign, position),
        "keyed": bool(sign.id),
        "text": sign.text,
        "examples": plain(sign.examples),
        "links": plain(sign.links),
        "proof": sign.proof,
        "extras": plain(sign.extra),
    }
