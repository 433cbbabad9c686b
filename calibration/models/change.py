"""What a manager sees differently after a session, beside the rating that they gave."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment
from calibration.models.session import Closed, Entry
from people.models import Person
from people.notices import tell
from safeguards.revisions import Stale
from skills.models import Skill


class RatingChangeQuerySet(models.QuerySet["RatingChange"]):
    def visible_to(self, viewer: Person) -> Self:
        """For the two it concerns: whoever reads the rating that was changed. Not for the facilitator."""
        rated = Assessment.objects.visible_to(viewer, Assessment.Kind.MANAGER)
        return self.filter(entry__assessment__in=rated.values("pk"))

    def oldest_first(self) -> Self:
        return self.order_by("at", "pk")


class RatingChange(models.Model):
    """One change, with its reason. The rating itself stays as it was given; None is "cannot say"."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="changes")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    before = models.SmallIntegerField(null=True, blank=True)
    after = models.SmallIntegerField(null=True, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # How many changes of this rating there were before: two forms that saw the same one cannot both go through.
    number = models.PositiveIntegerField(default=0)

    objects = RatingChangeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "skill", "number"], name="rating_change_numbered")]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.skill_id}: {self.before} → {self.after}"

    @classmethod
    def make(
        cls, entry: Entry, skill_pk: int, *, after: int | None, reason: str, by: Person, seen: int
    ) -> RatingChange:
        """Changes a rating within a session that is open; `seen` is how many changes of it the form showed.

        Raises Closed, Stale if it was changed meanwhile, or is no longer `by`'s to change, and ValidationError if
        nothing would change. Tells the person.
        """
        with transaction.atomic():
            if not entry.session.locked().is_open:
                raise Closed
            mine = Assessment.objects.visible_to(by, Assessment.Kind.MANAGER).filter(assessor=by)
            assessment = mine.filter(pk=entry.assessment_id).select_related("person", "appraisal").first()
            levels = (assessment.levels or {}) if assessment else {}
            earlier = cls._default_manager.filter(entry=entry, skill=skill_pk).order_by("number")
            made = list(earlier.values_list("after", flat=True))
            if assessment is None or str(skill_pk) not in levels or len(made) != seen:
                raise Stale
            before = made[-1] if made else levels[str(skill_pk)]
            if before == after:
                raise ValidationError(_("This is the level that holds already. Choose another one."), code="same")
            change = cls._default_manager.create(
                entry=entry, skill_id=skill_pk, before=before, after=after, reason=reason, by=by, number=seen
            )
            where = reverse("calibration_changes", args=[assessment.appraisal.pid if assessment.appraisal else ""])
            tell([assessment.person], "rating_changed", by=by, url=where)
        return change
