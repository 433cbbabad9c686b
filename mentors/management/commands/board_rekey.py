from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from mentors import keys
from mentors.keys import KeyLost
from mentors.models import Board, ServerKey
from mentors.sealing import Damaged

STEP = 100


class Command(BaseCommand):
    help = "Closes every board with the first key of the list, so that the others can be taken away."

    def handle(self, *args: Any, **options: Any) -> None:
        pks = list(Board.objects.order_by("pk").values_list("pk", flat=True))
        moved = left = 0
        for number, pk in enumerate(pks, start=1):
            try:
                moved += self.close(pk)
            except (KeyLost, Damaged):
                left += 1
            if number % STEP == 0:
                self.stdout.write(f"{number} of {len(pks)} boards")
        self.stdout.write(f"{moved} of {len(pks)} boards closed with the first key")
        if left:
            raise CommandError(f"{left} boards were left as they are: no key of this server opens them.")
        self.forget()

    def close(self, pk: int) -> bool:
        """Whether a board was still closed with another key."""
        with transaction.atomic():
            board = Board.objects.select_for_update(of=("self",)).select_related("owner").filter(pk=pk).first()
            return bool(board and board.rewrap())

    def forget(self) -> None:
        """The names of keys that close nothing any more; a board that was begun meanwhile keeps its own."""
        with transaction.atomic():
            used = set(Board.objects.values_list("key_name", flat=True))
            current = {key.name for key in keys.known()[:1]}
            gone = ServerKey._default_manager.exclude(name__in=used | current)
            gone.delete()
