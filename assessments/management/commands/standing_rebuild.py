from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from assessments.models import Assessment, Standing

A_BATCH = 1_000  # people; what one of them has fits in memory many times over


class Command(BaseCommand):
    help = "Writes everybody's standing anew from the submitted assessments, in batches; says what differed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; exit code 1 if anything differs")

    def handle(self, *args: Any, **options: Any) -> None:
        people = Assessment.objects.submitted().order_by("person").values_list("person", flat=True).distinct()
        ids, wrong = list(people), 0
        for start in range(0, len(ids), A_BATCH):
            wrong += self.mend(ids[start : start + A_BATCH], write=not options["check"])
            self.stdout.write(f"{min(start + A_BATCH, len(ids))} of {len(ids)} people", ending="\r")
        self.stdout.write(f"{len(ids)} people, {wrong} rows {'differ' if options['check'] else 'mended'}")
        if options["check"] and wrong:
            raise SystemExit(1)

    def mend(self, people: list[int], *, write: bool) -> int:
        """Puts the standing of some people right and gives the number of rows that were not."""
        with transaction.atomic():
            rows = Standing.objects.select_for_update().filter(person__in=people)
            there = {row.said: row for row in rows}
            due = {row.said: row for row in Standing.rebuild(Assessment.objects.to_rebuild(people))}
            if write:
                rows.filter(pk__in=[row.pk for said, row in there.items() if said not in due]).delete()
                Standing._default_manager.bulk_create([row for said, row in due.items() if said not in there])
        return len(there.keys() ^ due.keys())
