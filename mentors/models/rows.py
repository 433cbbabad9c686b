"""The rows of a board."""

from __future__ import annotations

from typing import Self

from django.db import models

from mentors import contents
from mentors.models.private import Private, PrivateQuerySet


class Seat(Private):
    CONTENTS, PLACE = contents.Seat, "seat"

    objects = PrivateQuerySet["Seat"].as_manager()


class Member(Private):
    """Somebody on the board. Nothing here leads to an account, though they may have one."""

    CONTENTS, PLACE = contents.Member, "member"

    objects = PrivateQuerySet["Member"].as_manager()


class TouchQuerySet(PrivateQuerySet["Touch"]):
    def with_member(self, member: int) -> Self:
        return self.filter(member=member)


class Touch(Private):
    """One contact with a member."""

    CONTENTS, PLACE = contents.Touch, "touch"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    objects = TouchQuerySet.as_manager()
