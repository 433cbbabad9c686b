"""A career talk: when it was and what it was about, in one line."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from people.models import Person
from teams.models.between import Between, hold, read_by


class TalkQuerySet(models.QuerySet["Talk"]):
    def visible_to(self, viewer: Person) -> Self:
        return self.filter(read_by(viewer))

    def latest_first(self) -> Self:
        return self.order_by("-day", "-pk")


class Talk(Between):
    """That the two talked. What was said stays between them; only the line is kept."""

    class Kind(models.TextChoices):
        PATH = "path", _("career path")
        AIM = "aim", _("setting an aim")
        FEEDBACK = "feedback", _("feedback")
        PROMOTION = "promotion", _("promotion")
        BACK = "return", _("coming back from leave")

    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    about = models.CharField(max_length=300)

    objects = TalkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-day"], name="talk_by_person")]

    def __str__(self) -> str:
        return f"{self.person_id} and {self.manager_id} on {self.day}"

    @classmethod
    def note(cls, person: Person, manager: Person, *, by: Person, day: date, kind: str, about: str) -> Talk:
        """Notes a talk between the two. Raises Parted."""
        with transaction.atomic():
            hold(person.pk, manager.pk)
            return cls.objects.create(person=person, manager=manager, by=by, day=day, kind=kind, about=about)
