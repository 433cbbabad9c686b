"""A publisher's look at a draft: an editor asks for it, with a note, and gets an answer in words."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from drafts.models.draft import Closed, Draft
from drafts.models.keeper import kept_by
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Stale


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, viewer: Person) -> Self:
        """Reviews of drafts of the ladders that the viewer edits or publishes."""
        return self.filter(kept_by(viewer, path="draft__ladder"))

    def waiting(self) -> Self:
        """Those of open drafts that nobody has answered."""
        return self.filter(answered_at=None, draft__closed_at=None)

    def latest_first(self) -> Self:
        return self.order_by("-asked_at", "-pk")


class Review(models.Model):
    """One question and its answer; at most one waits for each draft.

    `revision` is the draft's when it was asked, `answered_revision` when it was answered: what was changed since then
    has not been looked at.
    """

    class Answer(models.TextChoices):
        FINE = "fine", _("It is fine as it is")
        CHANGE = "change", _("Please change something first")

    pid = PidField(unique=True)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="reviews")
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField()
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, blank=True, choices=Answer.choices)
    words = models.TextField(blank=True)
    answered_revision = models.PositiveIntegerField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft"], condition=Q(answered_at=None), name="review_one_waiting")
        ]

    def __str__(self) -> str:
        return self.pid

    @classmethod
    def ask(cls, draft: Draft, *, by: Person, note: str = "") -> Review:
        """Asks those who publish the ladder to look; the question that waits already, if one does. Raises Closed."""
        with transaction.atomic():
            locked = Draft.objects.select_for_update().get(pk=draft.pk)
            if locked.closed_at is not None:
                raise Closed
            found = cls.objects.filter(draft=locked, answered_at=None).first()
            return found or cls.objects.create(draft=locked, asked_by=by, note=note, revision=locked.revision)

    def reply(self, answer: Review.Answer, *, by: Person, seen: int, words: str = "") -> None:
        """Answers for the draft at revision `seen`.

        Raises PermissionDenied for one's own question, Closed, and Stale if it has been answered or the draft has
        changed since it was read.
        """
        if by == self.asked_by:
            raise PermissionDenied
        with transaction.atomic():
            draft = Draft.objects.select_for_update().get(pk=self.draft_id)
            if draft.closed_at is not None:
                raise Closed
            if draft.revision != seen:
                raise Stale
            self.answer, self.words, self.answered_revision = answer, words, seen
            self.answered_by, self.answered_at = by, timezone.now()
            written = Review.objects.filter(pk=self.pk, answered_at=None).update(
                answer=answer,
                words=words,
                answered_revision=seen,
                answered_by=by,
                answered_at=self.answered_at,
            )
            if not written:
                raise Stale
