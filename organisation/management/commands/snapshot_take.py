from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from organisation.quarters import name
from organisation.taking import take


class Command(BaseCommand):
    help = "Takes the snapshot of each quarter that has ended and has none yet; run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        taken = 0
        for quarter, taken, due in take(timezone.localdate()):
            self.stdout.write(f"{name(quarter)}: {taken} of {due} snapshots")
        if not taken:
            self.stdout.write(
                "Nothing to take: the last quarter that has ended is there, or nobody is on a ladder yet."
            )
