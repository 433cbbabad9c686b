from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from mentors.digesting import run


class Command(BaseCommand):
    help = "Sends the weekly mail to those who chose one and have something waiting. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        done = run(timezone.localdate())
        self.stdout.write(f"{done.sent} mails sent")
        if done.closed:
            self.stderr.write(f"{done.closed} boards could not be opened: is a key missing? See docs/running.md.")
