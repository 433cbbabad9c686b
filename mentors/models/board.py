"""Somebody's board: whose it is, and the key that opens it, which is closed itself."""

from __future__ import annotations

from typing import Self

from django.db import IntegrityError, models, transaction

from mentors import keys
from mentors.contents import Settings
from mentors.models.server_key import ServerKey
from mentors.sealing import Box, new_key, unwrap, wrap
from people.models import Person
from people.policy import Ability, about
from safeguards.revisions import Revised

PLACE = "settings"


class BoardQuerySet(models.QuerySet["Board"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own, and nobody else's, whatever duty they hold."""
        return self.filter(about(viewer, Ability.READ_BOARD, "owner"))


class Board(Revised):
    """`wrapped` is the owner's key, closed with the server key `key_name`; `sealed` holds the settings.

    It is made with the first thing that is written on it, not before.
    """

    owner = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    key_name = models.CharField(max_length=16)
    wrapped = models.BinaryField()
    sealed = models.BinaryField()

    objects = BoardQuerySet.as_manager()

    def __str__(self) -> str:
        return "a board"

    @classmethod
    def of(cls, owner: Person) -> Board:
        """The person's board, made if there is none. Raises KeyLost."""
        found = cls.objects.visible_to(owner).select_related("owner").first()
        return found or cls._made(owner)

    @classmethod
    def _made(cls, owner: Person) -> Board:
        server, key = ServerKey.closing(), new_key()
        sealed = Box(key, owner.pid).seal(Settings(), PLACE)
        board = cls(owner=owner, key_name=server.name, wrapped=wrap(key, server.secret, owner.pid), sealed=sealed)
        try:
            with transaction.atomic():
                board.save()
        except IntegrityError:  # another tab was quicker
            return cls.objects.visible_to(owner).select_related("owner").get()
        return board

    @classmethod
    def owners(cls) -> list[Person]:
        """Everybody with a board who is at work and real: for what happens by itself, with nobody looking."""
        rows = cls.objects.filter(owner__is_active=True, owner__demo=False).select_related("owner").order_by("pk")
        return [row.owner for row in rows]

    def box(self) -> Box:
        """What opens it. Raises KeyLost, Damaged."""
        return Box(unwrap(self.wrapped, keys.named(self.key_name).secret, self.owner.pid), self.owner.pid)

    def settings(self, box: Box) -> Settings:
        return box.open(self.sealed, Settings, PLACE)

    def set(self, box: Box, settings: Settings) -> None:
        """Other settings, whatever they were. Call it while the board is locked."""
        self.sealed = box.seal(settings, PLACE)
        self.save(update_fields=["sealed"])

    def settle(self, box: Box, settings: Settings, *, seen: int) -> None:
        """The same from a form, if nobody sent another one since revision `seen`. Raises Stale."""
        self.revise(seen, sealed=box.seal(settings, PLACE))

    def rewrap(self) -> bool:
        """Closes the owner's key with the server's current one; False if it is so already. Raises KeyLost."""
        server = ServerKey.closing()
        if self.key_name == server.name:
            return False
        key = unwrap(self.wrapped, keys.named(self.key_name).secret, self.owner.pid)
        self.key_name, self.wrapped = server.name, wrap(key, server.secret, self.owner.pid)
        self.save(update_fields=["key_name", "wrapped"])
        return True
