from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ladders.keeping import read_file


class Command(BaseCommand):
    help = "Checks a ladder file: every error with line and path on stderr, exit code 1 if there is one."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, **options: Any) -> None:
        ladder = read_file(self, options["file"])
        self.stdout.write(
            f"{ladder.id} {ladder.version}: {len(ladder.stages)} stages, {len(ladder.skills)} skills, no errors"
        )
