"""Ways into a ladder's craft from other jobs, and low-risk ways to try a stage before choosing it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ladders.models.stage import Part, Stage, StagePart
from ladders.models.wording import VersionSkill
from safeguards.ids import PidField
from safeguards.written import WrittenField


class StageTry(StagePart):
    """A way to try the work of a stage before choosing it."""

    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class WayIn(Part):
    """Another job people come from. `pid` is handed on, so a way keeps its url from version to version."""

    pid = PidField(db_index=True)

    class Meta(Part.Meta):
        verbose_name_plural = "ways in"
        constraints = [
            models.UniqueConstraint(fields=["version", "slug"], name="way_in_once"),
            models.UniqueConstraint(fields=["version", "pid"], name="way_in_pid_once"),
        ]


class WayInStage(models.Model):
    """A stage that people usually enter at."""

    way = models.ForeignKey(WayIn, on_delete=models.CASCADE, related_name="entries")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="ways_in")
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["way", "stage"], name="way_in_stage_once")]

    def __str__(self) -> str:
        return f"{self.way_id} → {self.stage_id}"


class Brought(models.Model):
    """A skill that people bring along, the level they often start at (None: nothing is said), and why."""

    way = models.ForeignKey(WayIn, on_delete=models.CASCADE, related_name="brings")
    skill = models.ForeignKey(VersionSkill, on_delete=models.CASCADE, related_name="brought")
    level = models.SmallIntegerField(null=True, blank=True)
    position = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["way", "skill"], name="brought_once"),
            models.CheckConstraint(condition=Q(level__isnull=True) | Q(level__gte=1), name="brought_level_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.way_id} {self.skill_id}: {self.level}"


class Lack(models.Model):
    """What people have usually not done yet, in a skill or in general; `tries` are ways to get near it."""

    way = models.ForeignKey(WayIn, on_delete=models.CASCADE, related_name="lacks")
    skill = models.ForeignKey(VersionSkill, null=True, blank=True, on_delete=models.CASCADE, related_name="lacked")
    position = models.PositiveIntegerField()
    text = models.TextField()
    tries = WrittenField(default=list, blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text
