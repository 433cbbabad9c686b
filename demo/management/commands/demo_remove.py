from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from people.accounts import remove_demo
from people.models import Person


class Command(BaseCommand):
    help = "Removes the demo people and everything that belongs to them. Ladders stay."

    def handle(self, *args: Any, **options: Any) -> None:
        count = Person.objects.filter(demo=True).count()
        with transaction.atomic():
            remove_demo()
        self.stdout.write(f"{count} demo people removed")
