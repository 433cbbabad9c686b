"""What the two agree on after a reveal: one row for each skill, and the word of both that this is it."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.blind import pair_read_by, veiled
from assessments.models.appraisal import Appraisal, Ended
from assessments.telling import address
from people.models import Person
from people.notices import tell
from people.policy import Ability, about
from safeguards.revisions import Revised, Stale
from skills.models import Skill


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def visible_to(self, viewer: Person) -> Self:
        """Of reviews the viewer reads, as `pair_read_by` says: revealed ones only, and none while another is open."""
        reviews = Appraisal.objects.visible_to(viewer).filter(pair_read_by(viewer))
        return self.filter(appraisal__in=reviews.values("pk"))


class Agreement(Revised):
    """How a review settles one skill: an agreed level, or "we disagree", which keeps both.

    `sign` is what would show the next level, `owner` whose it is to bring it about, by `due_on`.
    """

    class Owner(models.TextChoices):
        PERSON = "person", _("the person")
        ASSESSOR = "assessor", _("the manager")

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="agreements")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(null=True, blank=True)
    disagree = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    sign = models.TextField(blank=True)
    owner = models.CharField(max_length=10, choices=Owner.choices, blank=True)
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "skill"], name="agreement_once"),
            models.CheckConstraint(condition=Q(disagree=False) | Q(level=None), name="agreement_or_both_kept"),
        ]

    def __str__(self) -> str:
        return f"{self.appraisal_id} {self.skill_id}: {'both kept' if self.disagree else self.level}"

    @classmethod
    def settle(
        cls,
        appraisal: Appraisal,
        skill_pk: int,
        *,
        by: Person,
        seen: int,
        level: int | None,
        disagree: bool = False,
        words: str = "",
        sign: str = "",
        owner: str = "",
        due_on: date | None = None,
    ) -> None:
        """Settles one skill; `seen` is the revision that the form showed (0: not settled before).

        Whoever had said yes to all of it, has to say so again. Raises Stale if the other one changed it meanwhile,
        Ended unless the review is revealed and not agreed.
        """
        said: dict[str, object] = {
            "level": None if disagree else level,
            "disagree": disagree,
            "words": words,
            "sign": sign,
        }
        said |= {"owner": owner, "due_on": due_on, "by": by, "at": timezone.now()}
        with transaction.atomic():
            if appraisal.locked().state is not Appraisal.State.AGREEING:
                raise Ended
            row = cls.objects.filter(appraisal=appraisal, skill_id=skill_pk).first()
            if row is None and not seen:
                cls.objects.create(appraisal=appraisal, skill_id=skill_pk, **said)
            elif row is None:
                raise Stale
            else:
                row.revise(seen, **said)
            given = Consent.objects.filter(appraisal=appraisal).select_related("person")
            tell([consent.person for consent in given], "review_changed", by=by, url=address(appraisal))
            given.delete()


class Consent(models.Model):
    """One of the two says yes to everything as it stands; the review is agreed with the second one."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="consents")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["appraisal", "person"], name="consent_once")]

    def __str__(self) -> str:
        return f"{self.person_id} agrees to {self.appraisal_id}"


class ReopeningQuerySet(models.QuerySet["Reopening"]):
    def visible_to(self, viewer: Person) -> Self:
        """Of one's reviews, as person or as assessor; and all others for the people team. Answered ones are hidden
        while another review is open, for the reason may name what was rated.
        """
        if not viewer.is_active:
            return self.none()
        theirs = Q(appraisal__person=viewer) | Q(appraisal__assessor=viewer)
        known = theirs | about(viewer, Ability.ANSWER_REOPENING, "appraisal__person")
        return self.filter(known).filter(Q(accepted=None) | ~veiled("appraisal__person"))

    def waiting(self) -> Self:
        return self.filter(accepted=None)


class Reopening(models.Model):
    """One of the two asks to rate again, with a reason; the other or the people team agrees to it, or not.

    With `accepted` a new review begins that points back at this one, which stays as it is.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="reopenings")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    accepted = models.BooleanField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ReopeningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appraisal"], condition=Q(accepted=None), name="reopening_one_asked_for")
        ]

    def __str__(self) -> str:
        return f"open {self.appraisal_id} again"
