from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from reviews.daily import run


class Command(BaseCommand):
    help = "Opens rounds whose day has come, reminds people, discards what nobody decided about. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        done = run(timezone.localdate())
        self.stdout.write(
            f"{done.opened} rounds opened, {done.reminded} people reminded, {done.mailed} mails sent, "
            f"{done.warned} told of a part that lapses, {done.lapsed} parts lapsed"
        )
