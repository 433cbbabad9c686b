"""A session: a group of managers looks at how they rated, on ratings that no longer change."""

from __future__ import annotations

from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from assessments.models import Assessment
from ladders.models import Version
from people.models import Person
from people.models.leaving import with_the_made_up
from people.policy import keeps_people
from reviews.models import Round
from safeguards.ids import PidField
from safeguards.revisions import Stale


class Closed(Exception):
    """The session is closed."""


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, viewer: Person) -> Self:
        """Those one facilitates or has a chair in. The people team also has those that nobody facilitates any more,
        to close them.
        """
        if not viewer.is_active:
            return self.none()
        has_chair = Chair.objects.filter(session=OuterRef("pk"), manager=viewer)
        known = Q(facilitator=viewer) | Q(Exists(has_chair))
        return self.filter(known | ABANDONED) if keeps_people(viewer) else self.filter(known)

    def steered_by(self, viewer: Person) -> Self:
        """Narrows what is visible to those that the viewer may close."""
        mine = Q(facilitator=viewer)
        return self.filter(mine | ABANDONED) if keeps_people(viewer) else self.filter(mine)

    def latest_first(self) -> Self:
        return self.order_by("-opened_at", "-pk")


ABANDONED = Q(facilitator=None) | Q(facilitator__is_active=False)


class Session(models.Model):
    """`told` holds what is told about each skill (skill pk → `Spread.as_json`), computed once, when it began."""

    pid = PidField(unique=True)
    title = models.CharField(max_length=120)
    facilitator = models.ForeignKey(Person, null=True, on_delete=with_the_made_up, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    # Which reviews it took: those of a round, or all that were revealed since a day.
    round = models.ForeignKey(Round, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    since = models.DateField(null=True, blank=True)
    told = models.JSONField(default=dict, blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = SessionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"session {self.pid}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def locked(self) -> Session:
        """This session as it is now, locked until the transaction ends. Raises Stale if it is gone."""
        found = Session.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise Stale
        return found

    def close(self, *, by: Person) -> None:
        """Nothing is changed in it any more. Raises Closed if it is closed already."""
        with transaction.atomic():
            if not self.locked().is_open:
                raise Closed
            self.closed_at, self.closed_by = timezone.now(), by
            self.save(update_fields=["closed_at", "closed_by"])


class ChairQuerySet(models.QuerySet["Chair"]):
    def visible_to(self, viewer: Person) -> Self:
        """How somebody rates beside the others: the manager's own, and those of the sessions one facilitates."""
        if not viewer.is_active:
            return self.none()
        return self.filter(Q(manager=viewer) | Q(session__facilitator=viewer))


class Chair(models.Model):
    """A manager in a session. `steps` is how they rate beside the others (see `spread.tendency`), kept as it was when
    the session began.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="chairs")
    manager = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    steps = models.SmallIntegerField(null=True, blank=True)

    objects = ChairQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "manager"], name="chair_once")]

    def __str__(self) -> str:
        return f"{self.manager_id} in {self.session_id}"


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, viewer: Person) -> Self:
        """The viewer's own ratings, of those they may read about still. Nobody else finds out whose are in it."""
        rated = Assessment.objects.visible_to(viewer, Assessment.Kind.MANAGER).filter(assessor=viewer)
        return self.filter(assessment__in=rated.values("pk"))


class Entry(models.Model):
    """The ratings of one person by one manager, as they were submitted; in one session and never in a second one, or
    what two sessions tell could be subtracted.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="entries")
    assessment = models.OneToOneField(Assessment, on_delete=models.CASCADE, related_name="entry")

    objects = EntryQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.assessment_id} in {self.session_id}"
