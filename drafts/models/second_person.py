"""The rule that whoever writes does not publish: for a ladder on which it holds there is a row."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from drafts.models.change import Change
from drafts.models.draft import Draft
from ladders.models import Ladder
from people.models import Person


class SecondPerson(models.Model):
    """On this ladder somebody publishes who changed nothing in the draft. `by` decided it."""

    ladder = models.OneToOneField(Ladder, on_delete=models.CASCADE, related_name="second_person")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.ladder_id}"

    @classmethod
    def decide(cls, ladder: Ladder, *, needed: bool, by: Person) -> None:
        """Sets the rule, or takes it back; said again, it changes nothing."""
        if needed:
            cls._default_manager.get_or_create(ladder=ladder, defaults={"by": by})
        else:
            cls._default_manager.filter(ladder=ladder).delete()


def in_the_way(draft: Draft, person: Person) -> bool:
    """Whether the rule keeps this person from publishing the draft: they wrote in it.

    What was taken back again counts; whoever began a new ladder from a file wrote all of it.
    """
    if not SecondPerson._default_manager.filter(ladder=draft.ladder_id).exists():
        return False
    if draft.base_id is None and draft.opened_by_id == person.pk:
        return True
    return Change.objects.filter(draft=draft, by=person).exists()
