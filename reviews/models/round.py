"""A round: reviews of many people that begin together, with a window and reminders."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models import Appraisal, Assessment
from ladders.models import Ladder, Version
from ladders.questions import Form
from people.models import Duty, Person
from people.models.leaving import with_the_made_up
from safeguards.ids import PidField
from safeguards.revisions import Revised, Stale


class Closed(Exception):
    """The round is closed, or was called off before it began."""


class RoundQuerySet(models.QuerySet["Round"]):
    def visible_to(self, viewer: Person) -> Self:
        """Those one planned, those one has a part in (as the person or as the assessor), and all for the people team.

        That a round is there and how far it is; never what anybody answered.
        """
        if not viewer.is_active:
            return self.none()
        if viewer.holds(Duty.Kind.PEOPLE):
            return self
        mine = RoundPlace.objects.visible_to(viewer).filter(round=OuterRef("pk"))
        return self.filter(Q(by=viewer) | Exists(mine))

    def steered_by(self, viewer: Person) -> Self:
        """Narrows to those whose window the viewer may move and which they may open and close: the people team all,
        a manager the one for the own reports.
        """
        if viewer.holds(Duty.Kind.PEOPLE):
            return self
        return self.filter(by=viewer, own_reports=True)

    def planned(self) -> Self:
        return self.filter(opened_at=None, closed_at=None)

    def running(self) -> Self:
        return self.filter(opened_at__isnull=False, closed_at=None)

    def latest_first(self) -> Self:
        return self.order_by("-opens_on", "-pk")


class Round(Revised):
    """Who is in it is decided on the day it opens: by `group`, with `head` for a whole line and `people` for chosen
    ones. `version` None means the version of each person's ladder in force on that day.
    """

    class Group(models.TextChoices):
        LADDER = "ladder", _("Everybody on a ladder")
        LINE = "line", _("Everybody below a manager")
        CHOSEN = "chosen", _("People by name")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        RUNNING = "running", _("open")
        CLOSED = "closed", _("closed")
        DROPPED = "dropped", _("called off")

    pid = PidField(unique=True)
    title = models.CharField(max_length=120)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=with_the_made_up, related_name="+")
    # Planned by a manager for people who report to them; else by the people team for a group.
    own_reports = models.BooleanField(default=False)
    group = models.CharField(max_length=10, choices=Group.choices)
    head = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    ladder = models.ForeignKey(Ladder, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=10, choices=[(form.value, form.value) for form in Form])
    opens_on = models.DateField()
    closes_on = models.DateField()
    # Days before the end on which those who are not done are reminded, the earliest first: [7, 2].
    remind_days = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    # Why reviews that were still open were called off with it; empty if they stayed open.
    reason = models.TextField(blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="round_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return f"round {self.pid}"

    @classmethod
    def plan(cls, *, by: Person, **facts: object) -> Round:
        """Keeps a round that is planned. `facts`: title, note, whom it is for, the list, its days."""
        return cls.objects.create(by=by, **facts)

    @property
    def state(self) -> State:
        if self.closed_at:
            return self.State.CLOSED if self.opened_at else self.State.DROPPED
        return self.State.RUNNING if self.opened_at else self.State.PLANNED

    @property
    def is_running(self) -> bool:
        return self.state is self.State.RUNNING

    @property
    def is_over(self) -> bool:
        return self.closed_at is not None

    def locked(self) -> Round:
        """This round as it is now, locked until the transaction ends. Raises Stale if it is gone."""
        found = Round.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise Stale
        return found

    def name_people(self, people: list[Person], assessors: dict[int, Person]) -> None:
        """Remembers who was chosen by name, and who was appointed to rate somebody without a manager (person pk →
        assessor).
        """
        chosen = {person.pk for person in people}
        rows = [
            RoundPerson(round=self, person_id=pk, chosen=pk in chosen, assessor=assessors.get(pk))
            for pk in sorted(chosen | assessors.keys())
        ]
        RoundPerson._default_manager.bulk_create(rows)

    def rewrite(
        self, seen: int, *, title: str, note: str, opens_on: date, closes_on: date, remind_days: list[int]
    ) -> bool:
        """Changes the words and the window; the first day only while it is planned. Whether the last day moved.

        Raises Stale if somebody else changed it, Closed if it is over.
        """
        with transaction.atomic():
            now = self.locked()
            if now.is_over:
                raise Closed
            moved = now.closes_on != closes_on
            first = opens_on if now.opened_at is None else now.opens_on
            words = {"title": title, "note": note, "remind_days": remind_days}
            self.revise(seen, opens_on=first, closes_on=closes_on, **words)
            open_ones = Appraisal.objects.open().filter(round_place__round=self)
            open_ones.update(due_on=closes_on)
        return moved and now.opened_at is not None


class RoundPerson(models.Model):
    """Somebody named when the round was planned: chosen for it, or given an assessor because nobody manages them."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    chosen = models.BooleanField(default=False)
    assessor = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="round_person_once")]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.round_id}"


class RoundPlaceQuerySet(models.QuerySet["RoundPlace"]):
    def visible_to(self, viewer: Person) -> Self:
        """That a review is part of a round and who is done: one's own, those one rates, all for the people team, and
        those of a round that one opened for one's own reports.
        """
        if not viewer.is_active:
            return self.none()
        if viewer.holds(Duty.Kind.PEOPLE):
            return self
        pair = Q(appraisal__person=viewer) | Q(appraisal__assessor=viewer)
        return self.filter(pair | Q(round__by=viewer, round__own_reports=True))

    def with_progress(self) -> Self:
        """Adds `person_done` and `assessor_done`: whether each of the two has submitted."""
        parts = Assessment.objects.submitted().filter(appraisal=OuterRef("appraisal"))
        theirs = parts.filter(kind=Assessment.Kind.MANAGER, assessor=OuterRef("appraisal__assessor"))
        return self.annotate(
            person_done=Exists(parts.filter(kind=Assessment.Kind.SELF)), assessor_done=Exists(theirs)
        )

    def states(self) -> list[tuple[Any, ...]]:
        """For each: the assessor's public id and name (None: nobody rates), whether the person and the assessor are
        done, and when it was revealed, agreed and called off. Far cheaper than the rows, where they are many.
        """
        moments = ("revealed_at", "agreed_at", "ended_at")
        names = ("appraisal__assessor__pid", "appraisal__assessor__name", "person_done", "assessor_done")
        rows: Any = self.with_progress()
        return list(rows.values_list(*names, *(f"appraisal__{moment}" for moment in moments)))

    def rating(self) -> Self:
        """Whose review is neither revealed nor called off."""
        return self.filter(appraisal__revealed_at=None, appraisal__ended_at=None)


class RoundPlace(models.Model):
    """A review that began in a round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="places")
    appraisal = models.OneToOneField(Appraisal, on_delete=models.CASCADE, related_name="round_place")
    at = models.DateTimeField(default=timezone.now)

    # Annotated by `with_progress`.
    person_done: bool
    assessor_done: bool

    objects = RoundPlaceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.appraisal_id} in {self.round_id}"


class Reminder(models.Model):
    """Somebody was reminded on a day: at most once, however many reviews wait for them."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="reminder_once_a_day")]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.day}"
