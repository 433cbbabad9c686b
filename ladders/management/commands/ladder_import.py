from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from ladders.importing import CannotImport, Imported, take_in
from ladders.keeping import add_file, complain, read_file


class Command(BaseCommand):
    help = "Loads a ladder file and puts it into force from today. A file that changes nothing is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        add_file(parser)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        name, dry = options["file"], options["dry_run"]
        ladder = read_file(self, options)
        try:
            with transaction.atomic():
                done = take_in(ladder, by=None)
                transaction.set_rollback(dry)
        except CannotImport as error:
            complain(self, name, error.problems)
        else:
            self.stdout.write(said(done, dry=dry))


def said(done: Imported, *, dry: bool) -> str:
    version = done.version
    name = f"{version.ladder.slug} {version.label}".strip()
    if not done.new:
        return f"{name}: nothing changes, it is in force as version {version.number}"
    if dry:
        return f"{name}: would become version {version.number}; nothing was changed"
    stages, skills = version.stage_rows.count(), version.skills.count()
    return f"{name}: in force from today as version {version.number}, {stages} stages, {skills} skills"
