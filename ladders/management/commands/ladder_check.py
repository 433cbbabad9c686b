from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ladders.exchange import LadderFile, Problem
from ladders.exchange.problems import Path, located
from ladders.keeping import add_file, read_lines
from ladders.linter import advise


class Command(BaseCommand):
    help = "Checks a ladder file: every error with line and path on stderr, exit code 1 if there is one."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_file(parser)
        parser.add_argument("--advise", action="store_true", help="say on stdout what could be worded or cut better")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        ladder, lines = read_lines(self, options)
        self.stdout.write(
            f"{ladder.id} {ladder.version}: {len(ladder.stages)} stages, {len(ladder.skills)} skills, no errors"
        )
        for problem in advice_at(ladder, lines) if options["advise"] else ():
            self.stdout.write(f"{name}:{problem}")


def advice_at(ladder: LadderFile, lines: Mapping[Path, int]) -> list[Problem]:
    """The advice about a ladder in the order of its lines, each with the id of its rule at the end."""
    said = [(advice.path, f"{advice.message} ({advice.rule})") for advice in advise(ladder)]
    return sorted(located(said, lines), key=lambda problem: problem.line)
