from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ladders.exchange import write
from ladders.exporting import file_of
from ladders.keeping import version_in_force


class Command(BaseCommand):
    help = "Writes the version of a ladder that applies today to stdout, as a ladder file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the ladder's id, as in its file")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(write(file_of(version_in_force(options["id"]))), ending="")
