"""Where a person stands now on each skill: the one denormalised table, written only when something is submitted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from assessments.blind import veiled
from ladders.chart import Chart
from ladders.standing import Basis, Held
from people.models import Person, ReportingLine
from people.policy import Ability, about
from skills.models import Skill

if TYPE_CHECKING:
    from assessments.models.assessment import Assessment


BASES = {basis.value: basis for basis in Basis}

# `visible_to(person).about(person)` in SQL, as every gap page asks it; a test keeps the two the same.
OWN = """
SELECT skill_id, basis, level, as_of FROM assessments_standing WHERE person_id = %s AND NOT EXISTS (
  SELECT 1 FROM assessments_appraisal review
  WHERE review.person_id = assessments_standing.person_id AND review.revealed_at IS NULL AND review.ended_at IS NULL
)
"""


class StandingQuerySet(models.QuerySet["Standing"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own; and what was agreed with those who report to the viewer, or to one of their reports, since that
        line began. Nothing of anybody of whom a review is open.
        """
        today = timezone.localdate()
        since = ReportingLine.objects.in_force(today).filter(person=OuterRef("person"), since__lte=OuterRef("as_of"))
        agreed = Q(about(viewer, Ability.READ_AGREED_LEVELS), Exists(since), basis=Basis.AGREED)
        return self.filter(about(viewer, Ability.READ_READINESS) | agreed).exclude(veiled())

    def about(self, person: Person) -> Self:
        return self.filter(person=person)

    def agreed_levels(self) -> dict[int, int]:
        """Skill pk → the level last agreed, of one person."""
        return dict(self.filter(basis=Basis.AGREED).values_list("skill_id", "level"))


class Standing(models.Model):
    """The latest level on a skill, for each basis it was said on."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="standings")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=10, choices=[(basis.value, basis.value) for basis in Basis])
    level = models.SmallIntegerField()
    as_of = models.DateField()

    objects = StandingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "skill", "basis"], name="standing_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.skill_id}: {self.level} ({self.basis})"

    @classmethod
    def own(cls, person: Person, chart: Chart) -> dict[str, dict[Basis, Held]]:
        """A person's own rows, for that person, in the words of a ladder: skill slug → basis → level and day."""
        if not person.is_active:
            return {}
        slugs = {skill.pk: skill.slug for skill in chart.skills}
        held: dict[str, dict[Basis, Held]] = {}
        with connection.cursor() as cursor:
            cursor.execute(OWN, [person.pk])
            for skill, basis, level, as_of in cursor.fetchall():
                if skill in slugs:
                    held.setdefault(slugs[skill], {})[BASES[basis]] = Held(level, as_of)
        # What a manager said alone is shown beside what was agreed, never before.
        for ratings in held.values():
            if Basis.AGREED not in ratings:
                ratings.pop(Basis.MANAGER, None)
        return {slug: ratings for slug, ratings in held.items() if ratings}

    @property
    def said(self) -> tuple[int, int, str, int, date]:
        """What the row says: about whom, which skill, on what basis, which level, as of when."""
        return (self.person_id, self.skill_id, self.basis, self.level, self.as_of)

    @classmethod
    def write(cls, assessment: Assessment, levels: Mapping[int, int | None], *, at: datetime | None = None) -> None:
        """Takes over the levels of an assessment that is being submitted, or revealed at `at` (skill pk → level).

        Where it says "cannot say" (None) the level said before no longer stands: unknown is unknown.
        """
        as_of = timezone.localdate(at) if at else assessment.submitted_day
        unknown = [skill for skill, level in levels.items() if level is None]
        same = cls._default_manager.filter(person=assessment.person_id, basis=assessment.kind)
        same.filter(skill__in=unknown).delete()
        cls._default_manager.bulk_create(
            [
                cls(person_id=assessment.person_id, skill_id=skill, basis=assessment.kind, level=level, as_of=as_of)
                for skill, level in levels.items()
                if level is not None
            ],
            update_conflicts=True,
            unique_fields=["person", "skill", "basis"],
            update_fields=["level", "as_of"],
        )

    @classmethod
    def rebuild(cls, assessments: Iterable[Assessment]) -> list[Standing]:
        """The rows that `assessments` (as `to_rebuild` gives them) lead to; nothing is written."""
        rows: dict[tuple[int, int, str], Standing] = {}
        for done in assessments:
            for skill, level in (done.levels or {}).items():
                key = (done.person_id, int(skill), done.kind)
                rows.pop(key, None)
                if level is not None:
                    rows[key] = cls(
                        person_id=done.person_id,
                        skill_id=int(skill),
                        basis=done.kind,
                        level=level,
                        as_of=timezone.localdate(done.counts_at),
                    )
        return list(rows.values())
