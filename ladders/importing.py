"""A checked ladder file becomes the next published version of its ladder, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.db import transaction

from ladders import ladder_rows, skill_rows, translations
from ladders.exchange import LadderFile, Problem, write
from ladders.exchange.problems import MOST, Path, show_path
from ladders.exchange.write import plain
from ladders.models import Ladder, Version, VersionSkill
from people.models import Person
from skills.models import Edition, Library

_LAST: list[tuple[LadderFile, str]] = []


class CannotImport(Exception):
    """The file is sound, but what it builds on is not here. `problems` say what."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the version, and whether it is new or was in force already."""

    version: Version
    new: bool
    # By language: how many texts are not translated yet. Translations of what did not change come along.
    untranslated: Mapping[str, int] = field(default_factory=dict)


def take_in(
    file: LadderFile,
    *,
    by: Person | None,
    note: str = "",
    effective_on: date | None = None,
    editions: Mapping[str, int] | None = None,
) -> Imported:
    """Loads a file and puts it into force from a day (default today); one like the latest version changes nothing.

    Skills and stages keep their identity by id, and skill texts that did not change keep their edition. `editions`
    are the numbers of the wordings to take of a library's skills, by id; of the others it takes the latest.
    Raises CannotImport if the library the file uses is missing or does not have a skill or level the file names.
    """
    with transaction.atomic():
        ladder, before = own_ladder(file)
        mark = digest_of(file, editions or {})
        if before is not None and before.digest == mark:
            return Imported(before, new=False)
        used, taken = check_library(file)
        version = new_version(file, ladder, before, mark)
        version.scale = skill_rows.scale_of(file, ladder.library) or (used.scale if used else None)
        version.save(update_fields=["scale"])
        taken = with_wording(taken, editions or {})
        ladder_rows.fill(version, file, before, taken)
        version.publish(by=by, note=note, effective_on=effective_on)
        untranslated = translations.carry_over(before, version)
    return Imported(version, new=True, untranslated=untranslated)


def digest_of(file: LadderFile, editions: Mapping[str, int]) -> str:
    """SHA-256 of the file as it would be written, and of the wordings chosen: equal for what says the same."""
    chosen = "".join(f"\n{slug} {number}" for slug, number in sorted(editions.items()))
    return hashlib.sha256((_written(file) + chosen).encode()).hexdigest()


def _written(file: LadderFile) -> str:
    """The file as text. Writing takes longer than all the rest of taking it in, so the last one is kept."""
    if _LAST and _LAST[0][0] is file:
        return _LAST[0][1]
    text = write(file)
    _LAST[:] = [(file, text)]
    return text


def own_ladder(file: LadderFile) -> tuple[Ladder, Version | None]:
    """The ladder with the file's id, made if it is new, and its latest version; other imports of it wait."""
    library, _new = Library._default_manager.get_or_create(slug=file.id, defaults={"title": file.title})
    Library._default_manager.select_for_update().get(pk=library.pk)
    ladder, _new = Ladder.objects.get_or_create(slug=file.id, defaults={"library": library})
    return ladder, Version.objects.filter(ladder=ladder).order_by("-number").first()


def used_version(file: LadderFile) -> Version | None:
    """The latest version of the library that the file uses, None if it uses none. Raises CannotImport."""
    if not file.uses:
        return None
    found = Version.objects.published().filter(ladder__slug=file.uses, library=True).order_by("-number").first()
    if found is None:
        raise CannotImport(Problem(0, "uses", f'there is no library "{file.uses}" here: import it first'))
    return found


def new_version(file: LadderFile, ladder: Ladder, before: Version | None, mark: str) -> Version:
    return Version.objects.create(
        ladder=ladder,
        number=before.number + 1 if before else 1,
        label=file.version,
        status=file.status,
        title=file.title,
        craft=file.category,
        summary=file.summary,
        language=file.language,
        license=file.license,
        source=file.source,
        uses=file.uses,
        library=file.is_library,
        needs=None if file.needs is None else plain(file.needs),
        assess=file.assess,
        extras={"file": plain(file.extra), "expects": plain(file.expects.extra)},
        digest=mark,
    )


def taken_over(file: LadderFile, used: Version | None) -> dict[str, VersionSkill]:
    """The library's skills that the file expects something of, by id. Raises CannotImport for one it lacks."""
    own = {skill.id for skill in file.skills}
    wanted = [slug for slug in file.expects.rows if slug not in own]
    if used is None:
        return {}
    rows = used.skills.filter(edition__skill__slug__in=wanted).select_related("edition__skill", "category")
    there = {row.edition.skill.slug: row for row in rows}
    missing = [slug for slug in wanted if slug not in there]
    if missing:
        raise CannotImport(
            *(Problem(0, f"expects.{slug}", f'the library "{file.uses}" has no skill "{slug}"') for slug in missing)
        )
    return there


def check_library(file: LadderFile) -> tuple[Version | None, dict[str, VersionSkill]]:
    """The library that the file uses and what it takes of it, by id. Raises CannotImport if that is not there."""
    used = used_version(file)
    fit_scale(file, used)
    return used, taken_over(file, used)


def fit_scale(file: LadderFile, used: Version | None) -> None:
    """Raises CannotImport if the file has levels that the scale it takes from its library lacks."""
    if used is None or file.scale:
        return
    known = set(used.scale.levels.values_list("level", flat=True)) if used.scale else set()
    said = f'the scale of the library "{file.uses}" has {", ".join(map(str, sorted(known))) or "none"}'
    wrong = (
        Problem(0, show_path(path), f"there is no level {level}; {said}")
        for path, level in levels_named(file)
        if level not in {0, *known}
    )
    first = tuple(islice(wrong, MOST))
    if first:
        raise CannotImport(*first)


def levels_named(file: LadderFile) -> Iterator[tuple[Path, int]]:
    """Every level that the file names, with its path."""
    for place, skill in enumerate(file.skills):
        yield from ((("skills", place, "levels", str(level)), level) for level in skill.levels.rows)
    for slug, row in file.expects.rows.items():
        yield from ((("expects", slug, stage), cell.level) for stage, cell in row.rows.items())
    for place, way in enumerate(file.ways_in):
        for number, brought in enumerate(way.brings):
            yield ("x-ways-in", place, "brings", number, "level"), brought.level or 0


def with_wording(taken: dict[str, VersionSkill], editions: Mapping[str, int]) -> dict[str, VersionSkill]:
    """The library's skills, each in the edition with the given number where there is one."""
    pinned = {slug: number for slug, number in editions.items() if slug in taken}
    skills = [taken[slug].edition.skill_id for slug in pinned]
    found = {
        (edition.skill_id, edition.number): edition
        for edition in Edition._default_manager.filter(skill__in=skills).select_related("skill")
    }
    for slug, number in pinned.items():
        row = taken[slug]
        row.edition = found.get((row.edition.skill_id, number), row.edition)
    return taken
