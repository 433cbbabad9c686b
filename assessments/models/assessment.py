"""An assessment against one ladder version."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import reduce
from operator import or_
from typing import Self

from django.db import connection, models, transaction
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.blind import being_rated, in_hand, on_record, veiled
from assessments.models.appraisal import Appraisal, Ended
from assessments.models.own import COURSE, OWN
from assessments.models.standing import Standing
from assessments.revealing import reveal
from assessments.sealing import digest
from ladders.models import Ladder, Version
from ladders.questions import Form
from people.models import Person
from people.policy import Ability, about
from safeguards.ids import PidField
from safeguards.revisions import Stale


class Submitted(Exception):
    """The assessment is frozen; nothing in it changes any more."""


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def visible_to(self, viewer: Person, *kinds: Assessment.Kind) -> Self:
        """One's own self-assessments, drafts included; agreed results about oneself, and about one's reports those
        of one's own time as their manager: a change of manager opens what comes after it, never what came before.

        With `kinds` only those of these kinds; a page that needs one kind asks the database a simpler question.
        """
        if not viewer.is_active:
            return self.none()
        now, done = in_hand(viewer), on_record(viewer)
        wanted = kinds or tuple(Assessment.Kind)
        doors = [Q(kind=kind) & (now.get(kind, Q(pk__in=[])) | done[kind] & ~veiled()) for kind in wanted]
        return self.filter(reduce(or_, doors))

    def hidden_from(self, viewer: Person) -> Self:
        """What `visible_to` will give again when the review that is open about the person is revealed."""
        if not viewer.is_active:
            return self.none()
        doors = [Q(kind=kind) & door for kind, door in on_record(viewer).items()]
        return self.filter(veiled()).filter(reduce(or_, doors))

    def writable_by(self, viewer: Person) -> Self:
        """Narrows what is visible to what the viewer may also answer, submit or discard: one's own, and what one
        rates about others. A part of a review that is called off, or that somebody else rates now, is frozen.
        """
        mine = Q(about(viewer, Ability.WRITE_SELF_ASSESSMENT), kind="self")
        theirs = Q(kind="manager", assessor=viewer, appraisal__assessor=viewer)
        return self.filter(mine & (Q(appraisal=None) | being_rated()) | theirs & being_rated())

    def about(self, person: Person) -> Self:
        return self.filter(person=person)

    def drafts(self) -> Self:
        return self.filter(submitted_at=None)

    def with_done(self) -> Self:
        """Adds `done`: how many questions have an answer."""
        return self.annotate(done=Count("ratings"))

    def submitted(self) -> Self:
        return self.filter(submitted_at__isnull=False)

    def counting(self) -> Self:
        """Submitted, and no part of a review that was called off: that was never revealed. Its writer can read it,
        and make it a check-in, which counts.
        """
        return self.submitted().filter(Q(appraisal=None) | Q(appraisal__ended_at=None))

    def to_rebuild(self, people: list[int]) -> Self:
        """What the standing of some people follows from, in the order it came to count: a part of a
        review counts from the reveal, and not at all if somebody else took over as assessor.
        """
        counted = (
            self.submitted()
            .filter(person__in=people)
            .filter(
                Q(appraisal=None)
                | Q(appraisal__revealed_at__isnull=False)
                & (~Q(kind="manager") | Q(assessor=F("appraisal__assessor")))
            )
        )
        revealed = Greatest("submitted_at", Coalesce("appraisal__revealed_at", "submitted_at"))
        return counted.select_related("appraisal").annotate(counted_at=revealed).order_by("counted_at", "pk")

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
    # The review it is part of, if any: then it counts, and others read it, once both have submitted.
    appraisal = models.ForeignKey(
        Appraisal, null=True, blank=True, on_delete=models.CASCADE, related_name="assessments"
    )
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
                condition=Q(submitted_at=None, appraisal=None),
                name="assessment_one_draft",
            ),
            models.UniqueConstraint(fields=["appraisal", "kind", "assessor"], name="assessment_once_in_appraisal"),
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
                appraisal=None,
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
        """What the person writes, of themselves or as an assessor (`is_stopped`: wrote); None if there is none with
        this public id. With `lock` it is locked until the transaction ends.
        """
        if not person.is_active:
            return None
        hold = " FOR UPDATE" if lock and connection.features.has_select_for_update else ""
        found = next(iter(cls.objects.raw(OWN + hold, [pid, person.pk, person.pk])), None)
        if found and found.person_id == person.pk:
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

    @property
    def is_stopped(self) -> bool:
        """Part of a review that was called off, or that somebody else rates now: it never counts."""
        review = self.appraisal
        if review is None or review.revealed_at:
            return False
        return not (review.is_open and self.assessor_id in (review.assessor_id, review.person_id))

    def ability(self) -> Ability:
        """What lets somebody read it, for the line that says who can: what is from before the present manager's time
        is the person's alone.
        """
        both = self.kind == self.Kind.AGREED or self.appraisal_id is not None
        managers = Person.objects.managing(self.person) if both else Person.objects.none()
        if any(Assessment.objects.visible_to(manager).filter(pk=self.pk).exists() for manager in managers):
            return Ability.READ_AGREED
        return Ability.READ_SELF_ASSESSMENT

    @property
    def submitted_day(self) -> date:
        """The day of submission where the server is; raises ValueError for a draft."""
        if self.submitted_at is None:
            raise ValueError("A draft has no day of submission.")
        return timezone.localdate(self.submitted_at)

    @property
    def counts_at(self) -> datetime:
        """When it came to count: as it was submitted, in a review at the reveal. Raises ValueError for a draft."""
        if self.submitted_at is None:
            raise ValueError("A draft does not count yet.")
        revealed = self.appraisal.revealed_at if self.appraisal else None
        return max(self.submitted_at, revealed or self.submitted_at)

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
        """Freezes the ratings and writes the person's standing. Raises Submitted if that has been done.

        A part of a review is frozen only, and the review revealed if the other part is in. Raises Ended if the review
        is no longer open, or has another assessor by now.
        """
        with transaction.atomic():
            review = self.appraisal.locked() if self.appraisal else None
            draft = self.open_draft()
            if review:
                self.appraisal = review
                if self.is_stopped or not review.is_open:
                    raise Ended
            moment = at or timezone.now()
            rated = list(draft.ratings.values_list("skill_id", "level", "situation", "same").order_by("skill_id"))
            levels = {str(skill): level for skill, level, _situation, _same in rated}
            self.submitted_at, self.levels = moment, levels
            self.digest = digest(draft.version.digest, rated)
            self.save(update_fields=["submitted_at", "levels", "digest"])
            if review is None:
                Standing.write(self, {skill: level for skill, level, *_rest in rated})
            else:
                reveal(review, at=moment)

    def discard(self) -> None:
        """Throws a draft away. Raises Submitted if it is frozen."""
        with transaction.atomic():
            self.open_draft().delete()
