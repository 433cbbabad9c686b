"""What a product person can do: skills, the scale they are rated on, and the texts that say what a level means.

A `Skill` is the lasting identity. Its texts live in editions; an edition that a published ladder version uses never
changes again, so a change makes the next edition.
"""

from __future__ import annotations

from django.db import models

from safeguards.ids import PidField
from safeguards.written import WrittenField


class Library(models.Model):
    """A collection of skills with their own ids: a ladder's own, or one that several ladders share."""

    slug = models.CharField(max_length=100, unique=True)
    title = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "libraries"

    def __str__(self) -> str:
        return self.title


class Skill(models.Model):
    """A skill, whatever it is called today."""

    pid = PidField(unique=True)
    library = models.ForeignKey(Library, on_delete=models.PROTECT, related_name="skills")
    slug = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["library", "slug"], name="skill_once_in_library")]

    def __str__(self) -> str:
        return self.slug


class Edition(models.Model):
    """How a skill is worded in one or more ladder versions. Texts are Markdown."""

    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    core = models.BooleanField(default=False)
    rated = models.BooleanField(default=True)
    # The texts of an edition as one value; equal digests mean equal wording, so an import can reuse it.
    digest = models.CharField(max_length=64)
    ref = models.TextField(blank=True)
    also = WrittenField(default=list, blank=True)
    measures = WrittenField(default=list, blank=True)
    links = WrittenField(default=list, blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["skill", "number"], name="edition_once")]

    def __str__(self) -> str:
        return self.title


class DescriptorText(models.Model):
    """What a skill looks like somewhere: at a level (Anchor) or, in a ladder, at a stage."""

    name = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    examples = WrittenField(default=list, blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        abstract = True


class StatementText(models.Model):
    """One behaviour in a list. `key` stays the same when the words change."""

    position = models.PositiveIntegerField()
    key = models.CharField(max_length=100)
    # Whether the file gave the key itself; only then is it written back.
    keyed = models.BooleanField(default=False)
    text = models.TextField()
    examples = WrittenField(default=list, blank=True)
    links = WrittenField(default=list, blank=True)
    proof = models.TextField(blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ["position"]


class Anchor(DescriptorText):
    """What a skill looks like at one level of the scale."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="anchors")
    level = models.SmallIntegerField()

    class Meta:
        ordering = ["level"]
        constraints = [models.UniqueConstraint(fields=["edition", "level"], name="anchor_once_for_level")]

    def __str__(self) -> str:
        return f"{self.edition_id} · {self.level}"


class Statement(StatementText):
    """One behaviour of an anchor."""

    anchor = models.ForeignKey(Anchor, on_delete=models.CASCADE, related_name="statements")

    class Meta(StatementText.Meta):
        constraints = [models.UniqueConstraint(fields=["anchor", "key"], name="statement_key_once")]

    def __str__(self) -> str:
        return self.text


class Scale(models.Model):
    """The levels that skills are rated on. Never changed once a published version uses it."""

    library = models.ForeignKey(Library, on_delete=models.PROTECT, related_name="scales")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["library", "digest"], name="scale_once")]

    def __str__(self) -> str:
        return f"{self.library_id} {self.digest[:8]}"


class ScaleLevel(models.Model):
    scale = models.ForeignKey(Scale, on_delete=models.CASCADE, related_name="levels")
    level = models.SmallIntegerField()
    name = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    points = models.IntegerField(null=True, blank=True)
    partial = WrittenField(null=True, blank=True)
    extras = WrittenField(default=dict, blank=True)

    class Meta:
        ordering = ["level"]
        constraints = [models.UniqueConstraint(fields=["scale", "level"], name="scale_level_once")]

    def __str__(self) -> str:
        return f"{self.level} {self.name}"
