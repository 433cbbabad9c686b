"""The answers of an assessment."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models.assessment import Assessment, Submitted
from safeguards.revisions import Stale
from skills.models import Skill

# The answer of a form that saves itself, if nobody else wrote since: the statement most often sent of all that write.
ANSWER = """
UPDATE assessments_rating
SET level = %s, same = %s, ticked = %s, energy = %s, situation = COALESCE(%s, situation), writer = %s, rated_at = %s,
  revision = revision + 1
WHERE assessment_id = %s AND skill_id = %s AND (revision = %s OR (writer = %s AND writer <> ''))
"""


class Rating(models.Model):
    """One answer: a level, or "I cannot say" (level None). `same` marks "same as last time"."""

    class Energy(models.TextChoices):
        DRAINS = "drains", _("drains me")
        NEUTRAL = "neutral", _("is neutral")
        GIVES = "gives", _("gives me energy")

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="ratings")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(null=True, blank=True)
    same = models.BooleanField(default=False)
    ticked = models.JSONField(default=list, blank=True)
    energy = models.CharField(max_length=10, blank=True, choices=Energy.choices)
    situation = models.TextField(blank=True)
    # Said in so many words: "I have no situation to name yet".
    no_situation = models.BooleanField(default=False)
    rated_at = models.DateTimeField(default=timezone.now)
    revision = models.PositiveIntegerField(default=1)
    # The form that wrote last: a form is never in conflict with itself, however often it saves.
    writer = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "skill"], name="rating_once")]

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.skill_id}: {self.level}"

    @classmethod
    def answer(cls, assessment: Assessment, skill_pk: int, **answer: Any) -> None:
        """Saves one answer of a draft: level, same, ticked, energy and situation.

        `seen` is the revision that the form showed (0: unanswered), `writer` the form's own token.
        Raises Stale if another form changed the answer meanwhile, Submitted if the assessment is frozen.
        """
        with transaction.atomic():
            cls.answer_locked(assessment.open_draft(), skill_pk, **answer)

    @classmethod
    def answer_locked(
        cls,
        draft: Assessment,
        skill_pk: int,
        *,
        seen: int,
        writer: str,
        level: int | None,
        same: bool = False,
        ticked: Sequence[str] = (),
        energy: str = "",
        situation: str | None = None,
    ) -> None:
        """The same for a draft that was read with its lock in this transaction; `situation` None: as it was."""
        if not draft.is_draft:
            raise Submitted
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        said = {"level": level, "same": same, "ticked": list(ticked), "energy": energy}
        with connection.cursor() as cursor:
            values = [level, same, json.dumps(said["ticked"]), energy, situation, writer, now]
            cursor.execute(ANSWER, [*values, draft.pk, skill_pk, seen, writer])
            if cursor.rowcount:
                return
        if cls._default_manager.filter(assessment=draft, skill_id=skill_pk).exists():
            raise Stale
        words = situation or ""
        cls._default_manager.create(assessment=draft, skill_id=skill_pk, writer=writer, situation=words, **said)

    @classmethod
    def tell(
        cls, assessment: Assessment, skill_pk: int, *, situation: str, none: bool, seen: int, writer: str
    ) -> None:
        """Saves the situation that shows a raised level. Raises Stale or Submitted."""
        with transaction.atomic():
            assessment.open_draft()
            mine = Q(revision=seen) | Q(writer=writer) if writer else Q(revision=seen)
            rows = cls._default_manager.filter(mine, assessment=assessment, skill_id=skill_pk)
            values = {"situation": situation, "no_situation": none, "writer": writer, "rated_at": timezone.now()}
            if not rows.update(**values, revision=F("revision") + 1):
                raise Stale
