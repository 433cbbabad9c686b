from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ladders import translations
from ladders.batch import files_in, in_order
from ladders.change_lines import change_lines
from ladders.changes import changes
from ladders.exchange import LadderFile
from ladders.exchange.problems import Path, placed
from ladders.exporting import file_of
from ladders.importing import CannotImport, Imported, take_in
from ladders.keeping import (
    add_table,
    complain,
    find_chart,
    read_lines,
    says_it_translates,
    translation_in,
    version_in_force,
)
from ladders.models import Version


class Command(BaseCommand):
    help = (
        "Loads ladder files and puts them into force from today, all of them or none; translations come beside the "
        "versions in force. A file that changes nothing is left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="file", help="a file, or a folder of .yaml files")
        add_table(parser)
        parser.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        names, dry = files_in(options["files"]), options["dry_run"]
        if options["kind"] and len(names) > 1:
            raise CommandError("A table is imported by itself: it has a map of its own.")
        each = {name: {**options, "file": name} for name in names}
        told = [name for name, one in each.items() if says_it_translates(one)]
        ladders, lines = self.read({name: one for name, one in each.items() if name not in told})
        tell = Teller(self, len(each))
        with transaction.atomic():
            for name, ladder in in_order(ladders).items():
                tell(take(self, name, ladder, lines[name], dry=dry))
            for name in told:
                tell(put(self, name, dry=dry))
            transaction.set_rollback(dry)
        tell.end(dry=dry)

    def read(self, each: dict[str, dict[str, Any]]) -> tuple[dict[str, LadderFile], dict[str, Mapping[Path, int]]]:
        """Every file by name, checked, and its lines. Says all that is wrong in any of them before it gives up."""
        found, lines, broken = {}, {}, []
        for name, options in each.items():
            try:
                found[name], lines[name] = read_lines(self, options)
            except CommandError as error:
                broken.append(str(error))
        if broken:
            raise CommandError("\n".join(broken))
        return found, lines


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file: whether anything is new, and the lines that say it."""

    new: bool
    lines: tuple[str, ...]


class Teller:
    """Writes what became of each file as it goes, and how many there were at the end if there were several."""

    def __init__(self, command: BaseCommand, files: int) -> None:
        self.command, self.files = command, files
        self.done: list[bool] = []

    def __call__(self, done: Done) -> None:
        self.done.append(done.new)
        place = f"{len(self.done)}/{self.files} " if self.files > 1 else ""
        self.command.stdout.write("\n".join([f"{place}{done.lines[0]}", *done.lines[1:]]))
        self.command.stdout.flush()

    def end(self, *, dry: bool) -> None:
        new = sum(self.done)
        did = "would change something; nothing was changed" if dry else "changed something"
        if self.files > 1:
            self.command.stdout.write(f"{self.files} files: {new} {did}")


def take(command: BaseCommand, name: str, ladder: LadderFile, lines: Mapping[Path, int], *, dry: bool) -> Done:
    """Takes a ladder in. Complains about what cannot be imported."""
    try:
        done = take_in(ladder, by=None)
    except CannotImport as error:
        complain(command, name, placed(error.problems, lines))
    different = differences(done.version, ladder) if dry and done.new else ()
    return Done(done.new, (*said(done, dry=dry), *different))


def differences(version: Version, ladder: LadderFile) -> Iterator[str]:
    """What is different from the version before, indented; nothing for a first version."""
    before = (
        version.ladder.versions.filter(number=version.number - 1).select_related("ladder__library", "scale").first()
    )
    if before is not None:
        yield from (f"  {line}" for line in change_lines(changes(file_of(before), ladder)))


def put(command: BaseCommand, name: str, *, dry: bool) -> Done:
    """Puts a translation beside the version in force. Complains about one that does not fit it."""
    translated = translation_in(command, name, find_chart)
    version = version_in_force(translated.ladder)
    what = f"{version.ladder.slug} {version.label}".strip() + f" in {translated.language}"
    if not translations.put(version, translated.language, translated.texts):
        return Done(False, (f"{what}: nothing changes",))
    if dry:
        return Done(True, (f"{what}: would be read beside version {version.number}; nothing was changed",))
    texts = f"{len(translated.texts)} {'text' if len(translated.texts) == 1 else 'texts'}"
    return Done(True, (f"{what}: can be read beside version {version.number}, {texts}",))


def said(done: Imported, *, dry: bool) -> Iterator[str]:
    version = done.version
    name = f"{version.ladder.slug} {version.label}".strip()
    if not done.new:
        yield f"{name}: nothing changes, it is in force as version {version.number}"
    elif dry:
        yield f"{name}: would become version {version.number}; nothing was changed"
    else:
        stages, skills = version.stage_rows.count(), version.skills.count()
        yield f"{name}: in force from today as version {version.number}, {stages} stages, {skills} skills"
    for language, left in done.untranslated.items():
        yield f"{name} in {language}: {left} {'text is' if left == 1 else 'texts are'} not translated yet"
