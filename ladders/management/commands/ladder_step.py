from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ladders.keeping import chart_in_force
from ladders.step import step_lines


class Command(BaseCommand):
    help = "Prints what changes between two stages: skill, level there, level here, one line each, tab-separated."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", help="the ladder's id, as in its file")
        parser.add_argument("start", metavar="from", help="the id of a stage")
        parser.add_argument("goal", metavar="to", help="the id of another stage")

    def handle(self, *args: Any, **options: Any) -> None:
        chart = chart_in_force(options["id"])
        for name in ("start", "goal"):
            if options[name] not in chart.stage:
                known = ", ".join(chart.stage)
                raise CommandError(f'There is no stage "{options[name]}" on {chart.slug}. There are: {known}')
        for line in step_lines(chart, options["start"], options["goal"]):
            self.stdout.write("\t".join(line))
