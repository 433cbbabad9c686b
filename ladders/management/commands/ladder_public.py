from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ladders.keeping import version_in_force


class Command(BaseCommand):
    help = "Opens a ladder to everybody, also without an account, at /public/ and its id; or closes it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the ladder's id, as in its file")
        parser.add_argument("--off", action="store_true", help="close it: its public pages are gone")

    def handle(self, *args: Any, **options: Any) -> None:
        ladder = version_in_force(options["id"]).ladder
        ladder.show_publicly(on=not options["off"], by=None)
        said = (
            f"can be read by everybody at /public/{ladder.slug}/" if ladder.public else "is for everyone at work only"
        )
        self.stdout.write(f"{ladder.slug}: {said}")
