"""Which versions of their ladder people have looked at, so that news of a version is told once."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from ladders.models.ladder import Version
from people.models import Person


class Noticed(models.Model):
    """Somebody opened the release notes of a version, or put the news of it aside.

    Whoever knows a version is told nothing of those published before it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="noticed")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "version"], name="noticed_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.version_id}"

    @classmethod
    def note(cls, person: Person, version: Version) -> None:
        """Remembers that a person knows of a version; said twice, the first time counts."""
        cls._default_manager.get_or_create(person=person, version=version)
