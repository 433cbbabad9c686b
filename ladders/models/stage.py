"""Stages, the ways between them, and what the work at a stage is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ladders.models.ladder import Version
from safeguards.ids import PidField
from safeguards.written import WrittenField


class Part(models.Model):
    """A part of one version that keeps its place in the file."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="%(class)s_rows")
    position = models.PositiveIntegerField()
    slug = models.CharField(max_length=300)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "slug"], name="%(class)s_once")]

    def __str__(self) -> str:
        return self.title


class Phase(Part):
    """A stretch of the career, such as early, middle, leading."""

    roles = WrittenField(default=list, blank=True)


class Track(Part):
    """A line of the map, such as people or expert."""


class Stage(Part):
    """One stage of one version. `pid` is handed on, so a stage keeps its url from version to version."""

    pid = PidField(db_index=True)
    phase = models.ForeignKey(Phase, null=True, blank=True, on_delete=models.CASCADE, related_name="stages")
    track = models.ForeignKey(Track, null=True, blank=True, on_delete=models.CASCADE, related_name="stages")
    rank = models.CharField(max_length=200, blank=True)
    needs = WrittenField(null=True, blank=True)
    # Whether the file named the next stages itself; otherwise they follow from the order and the track.
    next_given = models.BooleanField(default=False)

    class Meta(Part.Meta):
        constraints = [
            models.UniqueConstraint(fields=["version", "slug"], name="stage_once"),
            models.UniqueConstraint(fields=["version", "pid"], name="stage_pid_once"),
        ]


class Edge(models.Model):
    """A way from one stage to another: the next one, or a sideways move."""

    class Kind(models.TextChoices):
        NEXT = "next", _("leads on to")
        MOVE = "move", _("move")

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="edges")
    to = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="edges_in")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["stage", "to", "kind"], name="edge_once")]

    def __str__(self) -> str:
        return f"{self.stage_id} {self.kind} {self.to_id}"


class StagePart(models.Model):
    """A line that belongs to a stage and keeps its place."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="%(class)s_rows")
    position = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["position"]


class StageDoes(StagePart):
    """Something people at this stage do."""

    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class SuccessMeasure(StagePart):
    """How the success of people at this stage is judged."""

    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class StageRole(StagePart):
    """Another title for this stage (an alias), with the skills it leans on."""

    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    focus = WrittenField(default=list, blank=True)
    extras = WrittenField(default=dict, blank=True)

    def __str__(self) -> str:
        return self.title


class StageFact(StagePart):
    """A fact such as the grade or the usual experience. `form` is how the file wrote it."""

    label = models.CharField(max_length=300, blank=True)
    value = models.TextField()
    form = models.CharField(max_length=20)
    extras = WrittenField(default=dict, blank=True)

    def __str__(self) -> str:
        return self.label


class Beyond(Part):
    """A place to go after the ladder: the skills it leans on (ids), and ways to try it before leaving."""

    focus = WrittenField(default=list, blank=True)
    tries = WrittenField(default=list, blank=True)

    class Meta(Part.Meta):
        verbose_name_plural = "beyond"


class BeyondStart(models.Model):
    """A stage that people leave from to a place beyond the ladder."""

    beyond = models.ForeignKey(Beyond, on_delete=models.CASCADE, related_name="starts")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="leads_beyond")
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["beyond", "stage"], name="beyond_start_once")]

    def __str__(self) -> str:
        return f"{self.stage_id} → {self.beyond_id}"
