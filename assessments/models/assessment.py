"""An assessment against one ladder version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import reduce
from operator import or_
from typing import Self

from django.db import connection, models, transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models.standing import Standing
from ladders.models import Ladder, Version
from ladders.questions import Form
from people.models import Person, ReportingLine
from people.policy import Ability, about
from safeguards.ids import PidField
from safeguards.revisions import Stale

# `visible_to(person, SELF).writable_by(person)` with one public id, and `visible_to(person, SELF).about(person)
# .submitted().latest_first()`, in SQL: an answer that saves itself asks the first, every personal page the second.
# Tests keep them the same.
OWN = "SELECT * FROM assessments_assessment WHERE person_id = %s AND kind = 'self' AND pid = %s"
COURSE = """
SELECT submitted_at, levels FROM assessments_assessment
WHERE person_id = %s AND kind = 'self' AND submitted_at IS NOT NULL
ORDER BY submitted_at DESC, started_at DESC, id DESC
"""


class Submitted(Exception):
    """The assessment is frozen; nothing in it changes any more."""


def had_a_part(viewer: Person) -> Q:
    """Results about `viewer`, agreed with them, or submitted on a day when the person reported to them."""
    then = ReportingLine.objects.in_force(OuterRef("submitted_at__date"))
    theirs = then.filter(person=OuterRef("person"), manager=viewer)
    return Q(person=viewer) | Q(assessor=viewer) | Q(Exists(theirs))


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def visible_to(self, viewer: Person, *kinds: Assessment.Kind) -> Self:
        """One's own self-assessments, drafts included; agreed results about oneself, and about one's reports those
        of one's own time as their manager: a change of manager opens what comes after it, never what came before.

        With `kinds` only those of these kinds; a page that needs one kind asks the database a simpler question.
        """
        doors: dict[str, Callable[[], Q]] = {
            Assessment.Kind.SELF: lambda: about(viewer, Ability.READ_SELF_ASSESSMENT),
            Assessment.Kind.AGREED: lambda: (
                Q(submitted_at__isnull=False) & about(viewer, Ability.READ_AGREED) & had_a_part(viewer)
            ),
        }
        open_to = [Q(kind=kind) & door() for kind, door in doors.items() if kind in (kinds or doors)]
        return self.filter(reduce(or_, open_to)) if open_to else self.none()

    def writable_by(self, viewer: Person) -> Self:
        """Narrows what is visible to what the viewer may also answer, submit or discard."""
        return self.filter(about(viewer, Ability.WRITE_SELF_ASSESSMENT), kind=Assessment.Kind.SELF)

    def about(self, person: Person) -> Self:
        return self.filter(person=person)

    def drafts(self) -> Self:
        return self.filter(submitted_at=None)

    def with_done(self) -> Self:
        """Adds `done`: how many questions have an answer."""
        return self.annotate(done=Count("ratings"))

    def submitted(self) -> Self:
        return self.filter(submitted_at__isnull=False)

    def to_rebuild(self, people: list[int]) -> Self:
        """What the standing of some people follows from, in the order it was submitted."""
        return self.submitted().filter(person__in=people).order_by("submitted_at", "pk")

    def latest_first(self) -> Self:
        return self.order_by("-submitted_at", "-started_at", "-pk")


class Assessment(models.Model):
    """One go at saying where a person stands. A draft until it is submitted, then frozen.

    It points at the version it was made against and names the two stages it was made for, so it stays readable.
    """

    class Kind(models.TextChoices):
        SELF = "self", _("self-assessment")
        MANAGER = "manager", _("manager's assessment")
        AGREED = "agreed", _("agreed")

    pid = PidField(unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="assessments")
    # Who rates: the person, or the manager at that time. A stored fact, whatever the reporting line says later.
    assessor = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="assessing")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=100)
    target = models.CharField(max_length=100, blank=True)
    form = models.CharField(max_length=10, choices=[(form.value, form.value) for form in Form])
    # The way into the ladder that the person came by (its id in the file); "" where they did not say one.
    way = models.CharField(max_length=100, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True, blank=True)
    # What was submitted, as one value: skill id → level (null: cannot say). Trends read this, not the ratings.
    levels = models.JSONField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    # Annotated by `with_done`.
    done: int

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "kind", "-submitted_at"], name="assessment_by_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "assessor"],
                condition=Q(submitted_at=None),
                name="assessment_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, levels=None) | Q(submitted_at__isnull=False, levels__isnull=False),
                name="assessment_frozen_with_levels",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pid}"

    @classmethod
    def start(cls, person: Person, *, version: Version, stage: str, target: str, form: Form) -> Assessment:
        """A new self-assessment against a published version; gives the draft that is open already, if one is."""
        with transaction.atomic():
            draft, _new = cls.objects.get_or_create(
                person=person,
                assessor=person,
                kind=cls.Kind.SELF,
                submitted_at=None,
                defaults={
                    "ladder_id": version.ladder_id,
                    "version": version,
                    "stage": stage,
                    "target": target,
                    "form": form,
                },
            )
        return draft

    @classmethod
    def own(cls, person: Person, pid: str, *, lock: bool = False) -> Assessment | None:
        """A self-assessment of the person, for that person to write; None if there is none with this public id.

        With `lock` it is locked until the transaction ends.
        """
        if not person.is_active:
            return None
        hold = " FOR UPDATE" if lock and connection.features.has_select_for_update else ""
        found = next(iter(cls.objects.raw(OWN + hold, [person.pk, pid])), None)
        if found:
            found.person = person
        return found

    @classmethod
    def own_course(cls, person: Person, *, most: int | None = None) -> list[tuple[datetime, dict[str, int | None]]]:
        """A person's own submitted self-assessments, for that person: when, and the levels by skill id; the latest
        first, and at most so many.
        """
        if not person.is_active:
            return []
        sql, values = (COURSE, [person.pk]) if most is None else (f"{COURSE} LIMIT %s", [person.pk, most])
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            # SQLite keeps moments in UTC without saying so; both databases give JSON as text.
            rows = cursor.fetchall()
        return [(moment.replace(tzinfo=moment.tzinfo or UTC), json.loads(levels)) for moment, levels in rows]

    @property
    def is_draft(self) -> bool:
        return self.submitted_at is None

    def ability(self) -> Ability:
        """What lets somebody read it, for the line that says who can: a result from before the present manager's
        time is the person's alone.
        """
        managers = Person.objects.managing(self.person) if self.kind == self.Kind.AGREED else Person.objects.none()
        if any(Assessment.objects.visible_to(manager).filter(pk=self.pk).exists() for manager in managers):
            return Ability.READ_AGREED
        return Ability.READ_SELF_ASSESSMENT

    @property
    def submitted_day(self) -> date:
        """The day of submission where the server is; raises ValueError for a draft."""
        if self.submitted_at is None:
            raise ValueError("A draft has no day of submission.")
        return timezone.localdate(self.submitted_at)

    def open_draft(self) -> Assessment:
        """This draft, locked until the transaction ends. Raises Submitted if frozen, Stale if discarded."""
        locked = Assessment.objects.select_for_update().filter(pk=self.pk).first()
        if locked is None:
            raise Stale
        if not locked.is_draft:
            raise Submitted
        return locked

    def come_by(self, way: str) -> None:
        """Remembers the way into the ladder (its id) that the person came by; the questions then show where people
        who came by it often start. Raises Submitted if the assessment is frozen.
        """
        with transaction.atomic():
            self.open_draft()
            self.way = way
            self.save(update_fields=["way"])

    def submit(self, *, at: datetime | None = None) -> None:
        """Freezes the ratings and writes the person's standing. Raises Submitted if that has been done."""
        with transaction.atomic():
            draft = self.open_draft()
            moment = at or timezone.now()
            rated = list(draft.ratings.values_list("skill_id", "level", "situation", "same").order_by("skill_id"))
            levels = {str(skill): level for skill, level, _situation, _same in rated}
            self.submitted_at, self.levels = moment, levels
            self.digest = digest(draft.version.digest, rated)
            self.save(update_fields=["submitted_at", "levels", "digest"])
            Standing.write(self, {skill: level for skill, level, *_rest in rated})

    def discard(self) -> None:
        """Throws a draft away. Raises Submitted if it is frozen."""
        with transaction.atomic():
            self.open_draft().delete()


def digest(version_digest: str, rated: Iterable[tuple[object, ...]]) -> str:
    """SHA-256 over the ladder version's digest and the ratings: the proof of what was submitted."""
    frozen = json.dumps([version_digest, list(rated)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(frozen.encode()).hexdigest()
