from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ladders.chart import Chart
from ladders.exchange import LadderFile, Problem
from ladders.exchange.problems import Path, located
from ladders.filed import chart_of_file
from ladders.keeping import add_file, find_chart, read_file, read_lines, read_translation_file
from ladders.linter import advise
from ladders.translating import texts_of


class Command(BaseCommand):
    help = (
        "Checks a ladder file, or a translation against the version in force: every error with line and path on "
        "stderr, exit code 1 if there is one."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_file(parser)
        parser.add_argument("--advise", action="store_true", help="say on stdout what could be worded or cut better")
        parser.add_argument("--of", metavar="FILE", help="check a translation against this ladder file instead")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        original = self.originals(options)
        translated = read_translation_file(self, options, original)
        if translated and (chart := original(translated.ladder)):
            done, of = len(translated.texts), len(texts_of(chart))
            self.stdout.write(f"{chart.slug} in {translated.language}: {done} of {of} texts, no errors")
            return
        ladder, lines = read_lines(self, options)
        self.stdout.write(
            f"{ladder.id} {ladder.version}: {len(ladder.stages)} stages, {len(ladder.skills)} skills, no errors"
        )
        for problem in advice_at(ladder, lines) if options["advise"] else ():
            self.stdout.write(f"{name}:{problem}")

    def originals(self, options: Mapping[str, Any]) -> Callable[[str], Chart | None]:
        """Finds the ladder that is translated: the file that `--of` names, else the version in force."""
        if not options["of"]:
            return find_chart
        ladder = read_file(self, {"file": options["of"], "kind": None, "map": None})
        chart = chart_of_file(ladder, library=find_chart(ladder.uses) if ladder.uses else None)
        return {chart.slug: chart}.get


def advice_at(ladder: LadderFile, lines: Mapping[Path, int]) -> list[Problem]:
    """The advice about a ladder in the order of its lines, each with the id of its rule at the end."""
    said = [(advice.path, f"{advice.message} ({advice.rule})") for advice in advise(ladder)]
    return sorted(located(said, lines), key=lambda problem: problem.line)
