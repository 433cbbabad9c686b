from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from demo.opening import SEED, Refused, open_crowd, open_demo
from people.models import Person


class Command(BaseCommand):
    help = "Fills an invented product organisation of about forty people over three years."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--today", type=date.fromisoformat, help="the day that the demo ends on, as 2026-06-04")
        parser.add_argument("--seed", default=SEED, help="another word gives other check-ins and evidence")
        parser.add_argument("--people", type=int, help="as many people instead, made up by rule, to measure with")

    def handle(self, *args: Any, **options: Any) -> None:
        people, today = options["people"], options["today"] or timezone.localdate()
        if Person.objects.filter(demo=True).exists():
            raise CommandError("The demo is here already. Remove it first: manage.py demo_remove")
        try:
            if people:
                for written in open_crowd(people, today, options["seed"]):
                    self.stdout.write(f"{written} of {people} people")
            else:
                for written, whole in open_demo(today, options["seed"]):
                    self.stdout.write(f"{written} of {whole} people")
        except Refused as refused:
            raise CommandError(str(refused)) from refused
