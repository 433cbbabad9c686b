"""Which skills a version asks for, how it words them, and what each stage expects of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ladders.models.ladder import Version
from ladders.models.stage import Part, Stage
from safeguards.written import WrittenField
from skills.models import DescriptorText, Edition, StatementText


class Category(Part):
    """A group of skills. `rated` is False for skills that are shown but never asked about.

    `listed` is False for a group that the file names at its skills only.
    """

    rated = models.BooleanField(default=True)
    listed = models.BooleanField(default=True)

    class Meta(Part.Meta):
        verbose_name_plural = "categories"


class VersionSkill(models.Model):
    """A skill in a version: which edition of its texts, in which category, at which place."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="skills")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="uses")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.CASCADE, related_name="skills")
    position = models.PositiveIntegerField()
    # Keys of the file that only its keepers read: {"at": …, "expects": …}.
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "edition"], name="version_skill_once")]

    def __str__(self) -> str:
        return f"{self.version_id} {self.edition_id}"


class Expectation(models.Model):
    """What a stage expects of a skill. Level 0 says in so many words that nothing is expected."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="expectations")
    skill = models.ForeignKey(VersionSkill, on_delete=models.CASCADE, related_name="expectations")
    level = models.SmallIntegerField()
    required = models.BooleanField(default=True)
    must = models.BooleanField(default=False)
    weight = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stage", "skill"], name="expectation_once"),
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=3), name="expectation_weight_1_to_3"),
            models.CheckConstraint(condition=Q(must=False) | Q(required=True), name="must_have_is_required"),
        ]

    def __str__(self) -> str:
        return f"{self.stage_id} {self.skill_id}: {self.level}"


class StageText(DescriptorText):
    """What a skill looks like at one stage, in this version."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="texts")
    skill = models.ForeignKey(VersionSkill, on_delete=models.CASCADE, related_name="texts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stage", "skill"], name="stage_text_once")]

    def __str__(self) -> str:
        return f"{self.stage_id} {self.skill_id}"


class StageStatement(StatementText):
    """One behaviour of a stage text."""

    stage_text = models.ForeignKey(StageText, on_delete=models.CASCADE, related_name="statements")

    class Meta(StatementText.Meta):
        constraints = [models.UniqueConstraint(fields=["stage_text", "key"], name="stage_statement_key_once")]

    def __str__(self) -> str:
        return self.text


class Step(models.Model):
    """How the job itself changes from one stage to another."""

    start = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="steps_on")
    goal = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="steps_in")
    position = models.PositiveIntegerField()
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["start", "goal"], name="step_once")]

    def __str__(self) -> str:
        return f"{self.start_id} → {self.goal_id}"


class StepLine(models.Model):
    """One thing to stop, to start or to keep."""

    class Kind(models.TextChoices):
        STOP = "stop", _("stop")
        START = "start", _("start")
        KEEP = "keep", _("keep")

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text
