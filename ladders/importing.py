"""A checked ladder file becomes the next published version of its ladder, in one transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import transaction

from ladders import ladder_rows, skill_rows
from ladders.exchange import LadderFile, Problem, write
from ladders.exchange.write import plain
from ladders.models import Ladder, Version, VersionSkill
from people.models import Person
from skills.models import Library


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


def take_in(file: LadderFile, *, by: Person | None, note: str = "") -> Imported:
    """Loads a file and puts it into force from today; a file equal to the latest version changes nothing.

    Skills and stages keep their identity by id, and skill texts that did not change keep their edition.
    Raises CannotImport if the library the file uses is missing or does not have a skill the file names.
    """
    with transaction.atomic():
        ladder, before = own_ladder(file)
        mark = digest_of(file)
        if before is not None and before.digest == mark:
            return Imported(before, new=False)
        used = used_version(file)
        version = new_version(file, ladder, before, mark)
        version.scale = skill_rows.scale_of(file, ladder.library) or (used.scale if used else None)
        version.save(update_fields=["scale"])
        taken = taken_over(file, used)
        ladder_rows.fill(version, file, before, taken)
        version.publish(by=by, note=note)
    return Imported(version, new=True)


def digest_of(file: LadderFile) -> str:
    """SHA-256 of the file as it would be written: equal for files that say the same."""
    return hashlib.sha256(write(file).encode()).hexdigest()


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
    rows = used.skills.select_related("edition__skill", "category")
    there = {row.edition.skill.slug: row for row in rows}
    missing = [slug for slug in wanted if slug not in there]
    if missing:
        raise CannotImport(
            *(Problem(0, f"expects.{slug}", f'the library "{file.uses}" has no skill "{slug}"') for slug in missing)
        )
    return {slug: row for slug, row in there.items() if slug in wanted}
