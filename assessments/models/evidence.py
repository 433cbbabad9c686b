"""What shows a skill: something that happened, dated by when it happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.quarters import Quarters
from people.models import Person
from people.policy import Ability, about
from safeguards.ids import PidField
from safeguards.revisions import Revised
from skills.models import Skill

if TYPE_CHECKING:
    from assessments.models.sharing import Endorsement

# The skills and days of `visible_to(person).about(person).recent(quarters)` in SQL, as every gap page asks for them;
# a test keeps the two the same.
OWN = """
SELECT link.skill_id, evidence.happened_on FROM assessments_evidence evidence
JOIN assessments_evidence_skills link ON link.evidence_id = evidence.id
WHERE evidence.person_id = %s AND evidence.happened_on > %s AND evidence.happened_on <= %s
"""
# The days and titles of `visible_to(person).about(person).for_skill(skill).latest_first()` in SQL, as every question
# asks for them; the same test.
OWN_FOR_SKILL = """
SELECT evidence.happened_on, evidence.title FROM assessments_evidence evidence
JOIN assessments_evidence_skills link ON link.evidence_id = evidence.id
WHERE evidence.person_id = %s AND link.skill_id = %s
ORDER BY evidence.happened_on DESC, evidence.id DESC
"""


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def visible_to(self, viewer: Person) -> Self:
        return self.filter(about(viewer, Ability.READ_EVIDENCE))

    def writable_by(self, viewer: Person) -> Self:
        """Narrows what is visible to what the viewer may also change."""
        return self.filter(about(viewer, Ability.WRITE_EVIDENCE))

    def shared_with(self, viewer: Person) -> Self:
        """What others shared with the viewer, for as long as they report to the viewer: a door beside `visible_to`,
        to read only. What was shared under an earlier line is closed until it is shared again.
        """
        if not viewer.is_active:
            return self.none()
        today = timezone.localdate()
        holds = Q(person__lines__until=None) | Q(person__lines__until__gt=today)
        since = Q(person__lines__since__lte=today, person__lines__manager=viewer)
        shared = Q(shares__reader=viewer, shares__at__date__gte=F("person__lines__since"))
        return self.filter(holds & since & shared)

    def about(self, person: Person) -> Self:
        return self.filter(person=person)

    def recent(self, quarters: Quarters) -> Self:
        """What happened in the last twelve months."""
        return self.filter(happened_on__gt=quarters.starts[0], happened_on__lte=quarters.today)

    def for_skill(self, skill_pk: int) -> Self:
        return self.filter(skills=skill_pk)

    def latest_first(self) -> Self:
        return self.order_by("-happened_on", "-pk")


class Evidence(Revised):
    """One item of evidence. Private until its owner shares it."""

    class Strength(models.TextChoices):
        """Strongest first."""

        OUTCOME = "outcome", _("an outcome that somebody else measured or named")
        ARTEFACT = "artefact", _("something made that can be looked at")
        SEEN = "seen", _("somebody saw it")
        OWN_WORD = "own", _("my own word")

    pid = PidField(unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=200)
    happened_on = models.DateField()
    text = models.TextField(blank=True)
    link = models.URLField(max_length=2000, blank=True)
    strength = models.CharField(max_length=10, choices=Strength.choices)
    skills = models.ManyToManyField(Skill, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["person", "-happened_on"], name="evidence_by_person")]

    # Put there by `with_witnesses` of assessments/models/sharing.py.
    witnesses: list[Endorsement]

    def __str__(self) -> str:
        return self.title

    @property
    def counts_as(self) -> Strength:
        """How strong it is with what others said, where `with_witnesses` asked them: a word of one's own becomes
        "somebody saw it" with the first who did, until it is reworded. `strength` stays as the person set it.
        """
        said = self.Strength(self.strength)
        seen = any(word.holds for word in self.witnesses)
        return self.Strength.SEEN if said is self.Strength.OWN_WORD and seen else said

    @classmethod
    def own_by_quarter(cls, person: Person, quarters: Quarters) -> dict[int, tuple[int, ...]]:
        """A person's own items, for that person: skill pk → how many in each of the four quarters, oldest first."""
        if not person.is_active:
            return {}
        days: dict[int, list[date]] = {}
        with connection.cursor() as cursor:
            cursor.execute(OWN, [person.pk, quarters.starts[0], quarters.today])
            for skill, day in cursor.fetchall():
                days.setdefault(skill, []).append(day)
        return {skill: quarters.counts(found) for skill, found in days.items()}

    @classmethod
    def own_for_skill(cls, person: Person, skill_pk: int) -> list[tuple[date, str]]:
        """A person's own items that show a skill, for that person: day and title, the latest first."""
        if not person.is_active:
            return []
        with connection.cursor() as cursor:
            cursor.execute(OWN_FOR_SKILL, [person.pk, skill_pk])
            return list(cursor.fetchall())

    @classmethod
    def record(cls, person: Person, *, skills: Iterable[int], **facts: object) -> Evidence:
        """A new item. `facts`: title, happened_on, text, link, strength."""
        with transaction.atomic():
            evidence = cls.objects.create(person=person, **facts)
            evidence.skills.set(skills)
        return evidence

    def rewrite(self, *, seen: int, skills: Iterable[int], **facts: object) -> None:
        """Changes the item. Raises Stale."""
        with transaction.atomic():
            self.revise(seen, **facts)
            self.skills.set(skills)
