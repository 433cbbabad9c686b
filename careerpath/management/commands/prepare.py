from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from drafts.models import Upload
from drafts.models.upload import KEPT
from ladders.models import Ladder
from people.models import Notice, Reading
from safeguards.models import Deed

DEFAULT = Path(__file__).resolve().parents[3] / "ladders/data/product-management.yaml"

A_YEAR = timedelta(days=365)
A_FORM_STAYS_OPEN = timedelta(days=30)  # at most; after that its token need not be known


class Command(BaseCommand):
    help = (
        "Makes everything ready to serve: tables, the default ladder if there is none, static files. Safe to repeat."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Tables …")
        call_command("migrate", verbosity=0)
        if not Ladder.objects.exists():
            self.stdout.write("The product management ladder …")
            call_command("ladder_import", str(DEFAULT), stdout=self.stdout)
        call_command("clearsessions")
        Deed.objects.forget(timezone.now() - A_FORM_STAYS_OPEN)
        Upload.objects.forget(timezone.now() - KEPT)
        Notice.objects.forget(timezone.now() - A_YEAR)
        Reading.objects.forget(timezone.localdate() - A_YEAR)
        self.stdout.write("Static files …")
        call_command("collectstatic", interactive=False, verbosity=0)
