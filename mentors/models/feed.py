"""The secret address of somebody's calendar."""

from __future__ import annotations

import hashlib
import secrets
from typing import Self

from django.db import models
from django.utils import timezone

from mentors.models.board import Board


class FeedQuerySet(models.QuerySet["Feed"]):
    def opened_by(self, token: str) -> Self:
        """The feed with this address, of an account that is switched on."""
        return self.filter(digest=digest_of(token), board__owner__is_active=True)


class Feed(models.Model):
    """Of the address only the SHA-256 is kept: it is shown once."""

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = FeedQuerySet.as_manager()

    def __str__(self) -> str:
        return "a feed"

    @classmethod
    def of(cls, board: Board | None) -> Feed | None:
        """The address of a board, if it has one."""
        return cls.objects.filter(board=board).first() if board else None

    @classmethod
    def opened_by(cls, token: str) -> Feed | None:
        """The feed behind a token; None for one that is none (any more)."""
        return cls.objects.opened_by(token).select_related("board__owner").first()

    @classmethod
    def revoke(cls, board: Board) -> None:
        cls.objects.filter(board=board).delete()

    @classmethod
    def issue(cls, board: Board) -> str:
        """A new address for a board; the one before stops working. Gives its token, which is nowhere kept."""
        token = f"cp_{secrets.token_urlsafe(32)}"
        cls.objects.update_or_create(board=board, defaults={"digest": digest_of(token), "made_at": timezone.now()})
        return token


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
