"""Rows of which the database shows that they are there, and nothing of what is in them."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from mentors.models.board import Board
from mentors.sealing import Box
from people.models import Person
from people.policy import Ability, about
from safeguards.ids import PidField, new_pid
from safeguards.revisions import Revised

Row = TypeVar("Row", bound="Private")


class PrivateQuerySet(models.QuerySet[Row]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own, and nobody else's, whatever duty they hold."""
        return self.filter(about(viewer, Ability.READ_BOARD, "board__owner"))

    def on(self, board: Board) -> Self:
        return self.filter(board=board)


class Private(Revised):
    """A row of a board. `CONTENTS` is the dataclass that `sealed` holds, `PLACE` what binds it to its row."""

    CONTENTS: ClassVar[type]
    PLACE: ClassVar[str]

    pid = PidField(unique=True)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.PLACE} {self.pid}"

    def read(self, box: Box) -> Any:
        """What is in it, a value of CONTENTS. Raises Damaged."""
        return box.open(self.sealed, self.CONTENTS, f"{self.PLACE}:{self.pid}")

    @classmethod
    def put(cls, board: Board, box: Box, contents: object, **columns: Any) -> Self:
        """A new row."""
        pid = new_pid()
        sealed = box.seal(contents, f"{cls.PLACE}:{pid}")
        return cls._default_manager.create(pid=pid, board=board, sealed=sealed, **columns)

    def write(self, box: Box, contents: object, *, seen: int) -> None:
        """Other contents, if the row is still at revision `seen`. Raises Stale."""
        self.revise(seen, sealed=self._sealed(box, contents))

    def overwrite(self, box: Box, contents: object) -> None:
        """Other contents, which no form shows: forms that are open are not in conflict with it. Under the lock."""
        self.sealed = self._sealed(box, contents)
        self.save(update_fields=["sealed"])

    def _sealed(self, box: Box, contents: object) -> bytes:
        return box.seal(contents, f"{self.PLACE}:{self.pid}")
