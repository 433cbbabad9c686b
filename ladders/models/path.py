"""Where a person is on a ladder and where they want to go."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from ladders.models.ladder import Ladder, Version
from people.models import Person
from people.policy import Ability, about
from safeguards.revisions import Revised, Stale

# `visible_to(person).with_version(on).filter(person=person)` in SQL: every personal page begins with this question,
# and building it from its words takes four times as long as answering it. A test keeps the two the same. Beside it,
# `news_id`: the latest version published since the person came to the ladder, unless they know it or a later one.
OWN = """
SELECT path.*, (
    SELECT version.id FROM ladders_version version
    JOIN ladders_publication publication ON publication.version_id = version.id
    WHERE version.ladder_id = path.ladder_id AND publication.effective_on <= %s
    ORDER BY publication.effective_on DESC, version.number DESC LIMIT 1
) AS version_id, (
    SELECT version.id FROM ladders_version version
    JOIN ladders_publication publication ON publication.version_id = version.id
    WHERE version.ladder_id = path.ladder_id AND publication.at > path.on_ladder_since AND NOT EXISTS (
        SELECT 1 FROM ladders_noticed noticed
        JOIN ladders_version known ON known.id = noticed.version_id AND known.ladder_id = path.ladder_id
        JOIN ladders_publication since ON since.version_id = known.id AND since.at >= publication.at
        WHERE noticed.person_id = path.person_id
    )
    ORDER BY publication.at DESC, version.number DESC LIMIT 1
) AS news_id
FROM ladders_path path WHERE path.person_id = %s
"""


class PathQuerySet(models.QuerySet["Path"]):
    def visible_to(self, viewer: Person) -> Self:
        return self.filter(about(viewer, Ability.READ_PLACE))

    def with_version(self, on: date) -> Self:
        """Adds `version_id`: the version of the person's ladder in force on a day."""
        in_force = Version.objects.in_force(on).filter(ladder=OuterRef("ladder"))
        return self.annotate(version_id=Subquery(in_force.values("pk")[:1]))


class Path(Revised):
    """A person's place: the ladder, the stage they work at and the stage they aim for (stage ids of the file).

    Stages are named, not pointed at, so that a new version of the ladder finds them again.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="path")
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=100)
    aim = models.CharField(max_length=100, blank=True)
    # When the person came to this ladder: what was published before is no news to them.
    on_ladder_since = models.DateTimeField(default=timezone.now)

    # Annotated by `with_version`, and both of them by `own`.
    version_id: int | None
    news_id: int | None

    objects = PathQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person_id}: {self.stage} → {self.aim}"

    @classmethod
    def own(cls, person: Person, on: date) -> Path | None:
        """A person's own place with `version_id` and `news_id`, for that person; None before they have said it."""
        return next(iter(cls.objects.raw(OWN, [on, person.pk])), None) if person.is_active else None

    @classmethod
    def settle(cls, person: Person, *, ladder: Ladder, stage: str, aim: str, since: date, seen: int | None) -> Path:
        """Puts a person at a stage since a day, with an aim. `seen` is the revision the form showed, None
        if there was no place yet. Raises Stale if the place changed meanwhile.
        """
        with transaction.atomic():
            # The person is the lock: there may be no place to lock yet.
            Person.objects.select_for_update().get(pk=person.pk)
            path = cls.objects.filter(person=person).first()
            if path is None:
                path = cls.objects.create(person=person, ladder=ladder, stage=stage, aim=aim)
            elif seen is None:
                raise Stale
            else:
                arrival = {} if path.ladder_id == ladder.pk else {"on_ladder_since": timezone.now()}
                path.revise(seen, ladder=ladder, stage=stage, aim=aim, **arrival)
            Placement.record(person, ladder=ladder, stage=stage, since=since)
        return path


class Placement(models.Model):
    """A stage somebody works or worked at, from a day on: the travelled part of their line."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="placements")
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=100)
    since = models.DateField()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["person", "ladder", "stage"], name="placement_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.stage} since {self.since}"

    @classmethod
    def record(cls, person: Person, *, ladder: Ladder, stage: str, since: date) -> None:
        """Notes when a stage was reached; said again, the new day replaces the old one."""
        cls._default_manager.update_or_create(person=person, ladder=ladder, stage=stage, defaults={"since": since})

    @classmethod
    def of(cls, person: Person, ladder_id: int) -> list[tuple[str, date]]:
        """The stages of a ladder that a person reached, with the day, in the order they were reached."""
        return list(cls._default_manager.filter(person=person, ladder_id=ladder_id).values_list("stage", "since"))
