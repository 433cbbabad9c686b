"""What people propose to change in a ladder, and what the keepers answered."""

from __future__ import annotations

from typing import Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from drafts.models.draft import Draft
from drafts.models.keeper import Keeper, kept_by
from ladders.models import Ladder
from people.models import Person
from safeguards.ids import PidField
from safeguards.revisions import Stale


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own, and those about ladders that the viewer keeps."""
        return self.filter(Q(by=viewer, by__is_active=True) | kept_by(viewer, path="ladder"))

    def answerable_by(self, viewer: Person) -> Self:
        """Those about ladders that the viewer edits."""
        return self.filter(kept_by(viewer, Keeper.Kind.EDIT, path="ladder"))

    def made_by(self, person: Person) -> Self:
        return self.filter(by=person)

    def waiting(self) -> Self:
        return self.filter(answer=None)

    def latest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Proposal(models.Model):
    """A reason to change something, with or without the words to put there.

    `kind`, `key` and `path` are a place of a draft (`drafts.pieces`, `drafts.values`); `path` is "" for a thought
    about the whole stage or skill. `title` and `before` are what stood there when it was proposed.
    """

    pid = PidField(unique=True)
    ladder = models.ForeignKey(Ladder, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=300)
    path = models.CharField(max_length=700, blank=True)
    title = models.CharField(max_length=300)
    before = models.TextField(blank=True)
    words = models.TextField(blank=True)
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="proposals")
    at = models.DateTimeField(default=timezone.now)

    objects = ProposalQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title

    @classmethod
    def propose(cls, ladder: Ladder, *, by: Person, **said: str) -> Proposal:
        """Somebody proposes a change; `said` has kind, key, path, title, before, words and reason."""
        return cls.objects.create(ladder=ladder, by=by, **said)

    @property
    def is_waiting(self) -> bool:
        return not hasattr(self, "answer")

    def withdraw(self) -> None:
        """Deletes a proposal that nobody answered yet. Raises Stale if somebody did."""
        with transaction.atomic():
            Proposal.objects.select_for_update().get(pk=self.pk)
            if ProposalAnswer._default_manager.filter(proposal=self).exists():
                raise Stale
            self.delete()


class ProposalAnswer(models.Model):
    """What a keeper said to a proposal; `draft` is where it was taken over, None if it was not."""

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="answer")
    draft = models.ForeignKey(Draft, null=True, on_delete=models.SET_NULL, related_name="accepted")
    accepted = models.BooleanField(_("taken over"))
    words = models.TextField(blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.accepted}"
