"""A ladder, its versions, and who put which of them into force."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Revised
from safeguards.written import WrittenField
from skills.models import Library, Scale


class LadderQuerySet(models.QuerySet["Ladder"]):
    def visible_to(self, viewer: Person, on: date | None = None) -> Self:
        """Ladders (not libraries) with a version in force on a day (default today): everyone at work may read them.

        Adds `current_id`, that version's primary key.
        """
        return self.current(on) if viewer.is_active else self.none()

    def for_everybody(self) -> Self:
        """Those that anybody may read, also without an account: public and not retired. Adds `current_id`, too."""
        return self.current().filter(public=True, retirement=None)

    def current(self, on: date | None = None) -> Self:
        """Ladders with a version in force on a day, whoever asks; `current_id` is that version's primary key."""
        in_force = Version.objects.in_force(on or timezone.localdate()).filter(ladder=OuterRef("pk"), library=False)
        return self.annotate(current_id=Subquery(in_force.values("pk")[:1])).filter(current_id__isnull=False)

    def open_to(self, person: Person) -> Self:
        """Those on which the person can choose a place: their own, and all that are not retired."""
        own = Person.objects.get_queryset().filter(pk=person.pk, path__isnull=False).values("path__ladder")
        return self.filter(Q(retirement=None) | Q(pk__in=own))


class Ladder(models.Model):
    """One ladder through all its versions. `slug` is its id in files."""

    pid = PidField(unique=True)
    slug = models.CharField(max_length=100, unique=True)
    library = models.ForeignKey(Library, on_delete=models.PROTECT, related_name="ladders")
    # Whether anybody, also without an account, may read the version in force: candidates, search engines.
    public = models.BooleanField(default=False)
    # Who decided that last; None: nobody yet, or by command.
    public_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    # Annotated by `visible_to` and `for_everybody`.
    current_id: int

    objects = LadderQuerySet.as_manager()

    def __str__(self) -> str:
        return self.slug

    def show_publicly(self, *, on: bool, by: Person | None) -> None:
        """Opens the ladder's public pages, or closes them; None: by command. The last word counts."""
        self.public, self.public_by = on, by
        self.save(update_fields=["public", "public_by"])


class VersionQuerySet(models.QuerySet["Version"]):
    def visible_to(self, viewer: Person) -> Self:
        """Published versions, for everyone at work. Drafts have their own door."""
        return self.published() if viewer.is_active else self.none()

    def published(self) -> Self:
        return self.filter(publication__isnull=False)

    def in_force(self, on: date) -> Self:
        """Published versions that apply on a day, the latest first."""
        return self.filter(publication__effective_on__lte=on).order_by("-publication__effective_on", "-number")


class Version(Revised):
    """One state of a ladder: edited while it is a draft, frozen by its publication."""

    class Assess(models.TextChoices):
        LEVELS = "levels", _("choose a level")
        STATEMENTS = "statements", _("tick statements")

    pid = PidField(unique=True)
    ladder = models.ForeignKey(Ladder, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    craft = models.CharField(max_length=300, blank=True)
    summary = models.TextField(blank=True)
    language = models.CharField(max_length=35, blank=True)
    license = models.CharField(max_length=300, blank=True)
    source = models.TextField(blank=True)
    # The library (its id) whose skills and scale the version takes.
    uses = models.CharField(max_length=100, blank=True)
    # Skills and scale without stages, for ladders to use.
    library = models.BooleanField(default=False)
    needs = WrittenField(null=True, blank=True)
    assess = models.CharField(max_length=20, blank=True, choices=Assess.choices)
    scale = models.ForeignKey(Scale, null=True, blank=True, on_delete=models.PROTECT, related_name="versions")
    extras = WrittenField(default=dict, blank=True)
    # SHA-256 of the version as a ladder file: what an assessment was made against can be proved.
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ladder", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.title} {self.label}"

    def publish(self, *, by: Person | None, note: str = "", effective_on: date | None = None) -> Publication:
        """Puts the version into force from a day on (default today). It never changes afterwards."""
        return Publication.objects.create(
            version=self, by=by, note=note, effective_on=effective_on or timezone.localdate()
        )


class Publication(models.Model):
    """The act that froze a version and says from when it applies. `by` is None for one loaded by command."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="publication")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    effective_on = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(effective_on__gte=date(1970, 1, 1)), name="publication_has_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} from {self.effective_on}"
