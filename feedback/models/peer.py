"""A colleague in a review: named by the person, confirmed by the manager, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from assessments.blind import pair_read_by
from assessments.models import Appraisal, Ended
from feedback.models.circle import MOST_PEERS, Circle
from people.models import Person
from people.notices import tell
from safeguards.ids import PidField
from safeguards.revisions import Revised, Stale
from skills.models import Skill


class Decided(Exception):
    """Somebody decided about it already: confirmed, struck, declined or sent."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a colleague says about one skill: a level, that they cannot say, or nothing so far; and words."""

    level: int | None = None
    cannot: bool = False
    words: str = ""


class PeerQuerySet(models.QuerySet["Peer"]):
    def visible_to(self, viewer: Person) -> Self:
        """Who is named in one's own reviews; and where one was asked oneself, never where one was only named."""
        if not viewer.is_active:
            return self.none()
        reviews = Appraisal.objects.visible_to(viewer)
        return self.filter(Q(circle__appraisal__in=reviews.values("pk")) | Q(peer=viewer, confirmed=True))

    def asked(self) -> Self:
        return self.filter(confirmed=True)

    def asking(self, peer: Person) -> Self:
        """The requests to one colleague."""
        return self.filter(peer=peer, confirmed=True)

    def counting(self) -> Self:
        """Those that fill one of the places: neither struck nor declined."""
        return self.exclude(confirmed=False).filter(declined_at=None)

    def unanswered(self) -> Self:
        """Asked, and neither answered nor declined."""
        return self.filter(confirmed=True, declined_at=None, sent_at=None)

    def waiting(self) -> Self:
        """Asked, not answered, and the review is open still."""
        return self.unanswered().filter(circle__appraisal__revealed_at=None, circle__appraisal__ended_at=None)

    def oldest_first(self) -> Self:
        return self.order_by("named_at", "pk")


class Peer(Revised):
    """`confirmed` is None until the manager decides: True asks the colleague, False strikes the name."""

    class State(models.TextChoices):
        NAMED = "named", _("named, to be confirmed")
        STRUCK = "struck", _("struck")
        ASKED = "asked", _("asked")
        DECLINED = "declined", _("declined")
        SENT = "sent", _("answered")

    pid = PidField(unique=True)
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="peers")
    peer = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)
    confirmed = models.BooleanField(null=True)
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # With which words the manager confirmed or struck the name; the person reads them, the colleague does not.
    note = models.TextField(blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    # The form that wrote last: a form is never in conflict with itself, however often it saves.
    writer = models.CharField(max_length=32, blank=True)

    objects = PeerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle", "peer"], name="peer_once")]

    def __str__(self) -> str:
        return f"{self.peer_id} in {self.circle_id}"

    @property
    def state(self) -> State:
        if self.sent_at:
            return self.State.SENT
        if self.declined_at:
            return self.State.DECLINED
        if self.confirmed is None:
            return self.State.NAMED
        return self.State.ASKED if self.confirmed else self.State.STRUCK

    @property
    def address(self) -> str:
        return reverse("peer_answer", args=[self.pid])

    @property
    def review(self) -> Appraisal:
        return self.circle.appraisal

    @property
    def assessor_name(self) -> str:
        """Who reads it beside the person, in words."""
        return self.review.assessor.name if self.review.assessor else _now("whoever rates the review")

    @property
    def rates_it_now(self) -> bool:
        """The review was handed over to this colleague: what they say is their part then, not a colleague's."""
        return self.peer_id is not None and self.peer_id == self.review.assessor_id

    @property
    def takes_answers(self) -> bool:
        return self.state is self.State.ASKED and self.review.is_open and not self.rates_it_now

    @classmethod
    def name(cls, circle: Circle, colleague: Person) -> Peer:
        """The person names a colleague; the manager is told. Raises Ended unless the review is open, ValidationError
        for somebody who cannot be one, who is named already, or where there are eight.
        """
        with transaction.atomic():
            review = circle.appraisal.locked()
            if not review.is_open:
                raise Ended
            _check(circle, review, colleague)
            row = cls.objects.create(circle=circle, peer=colleague)
            url = reverse("peer_list", args=[review.pid])
            tell([review.assessor], "peer_named", by=review.person, subject=colleague, url=url)
        return row

    def _held(self) -> Peer:
        """This row as it is now, its review locked. Raises Ended unless the review is open, Stale if it is gone."""
        review = self.review.locked()
        if not review.is_open:
            raise Ended
        now = type(self).objects.select_related("peer", "circle").filter(pk=self.pk).first()
        if now is None:
            raise Stale
        now.circle.appraisal = review
        return now

    def confirm(self, *, by: Person, keep: bool, note: str) -> None:
        """The assessor asks the colleague (`keep`), or strikes the name. Raises Decided if that has been done, and
        Ended unless `by` rates the review, which is open.
        """
        with transaction.atomic():
            now = self._held()
            if now.review.assessor_id != by.pk:
                raise Ended
            if now.confirmed is not None:
                raise Decided
            now.confirmed, now.confirmed_by, now.confirmed_at, now.note = keep, by, timezone.now(), note
            now.save(update_fields=["confirmed", "confirmed_by", "confirmed_at", "note"])
            url = reverse("peer_list", args=[now.review.pid])
            tell([now.review.person], "peer_kept" if keep else "peer_struck", by=by, subject=now.peer, url=url)
            if keep:
                kind = "peer_asked_named" if now.circle.is_named else "peer_asked_summary"
                tell([now.peer], kind, by=by, subject=now.review.person, url=now.address)

    def take_back(self) -> None:
        """The person names the colleague no longer, who was not asked yet; the manager is told. Raises Decided if the
        manager decided, Ended unless the review is open, Stale if that was done before.
        """
        with transaction.atomic():
            now = self._held()
            if now.confirmed is not None:
                raise Decided
            now.delete()
            url = reverse("peer_list", args=[now.review.pid])
            tell([now.review.assessor], "peer_taken_back", by=now.review.person, subject=now.peer, url=url)

    def decline(self, *, reason: str) -> None:
        """The colleague would rather not; both are told, and what was written is deleted. Raises Decided or Ended."""
        with transaction.atomic():
            now = self._held()
            if now.state is not self.State.ASKED:
                raise Decided
            now.declined_at, now.reason = timezone.now(), reason
            now.save(update_fields=["declined_at", "reason"])
            now.answers.all().delete()
            url = reverse("peer_list", args=[now.review.pid])
            tell([now.review.person, now.review.assessor], "peer_declined", by=now.peer, url=url)

    def save_answers(self, said: Mapping[int, Said], *, seen: int, writer: str, send: bool = False) -> None:
        """Saves what the colleague says by skill (primary key); with `send` it is frozen.

        `seen` is the revision that the form showed, `writer` the form's own token. Raises Stale if another form wrote
        meanwhile, Decided if it is declined or sent, Ended unless the review is open and somebody else rates it.
        """
        with transaction.atomic():
            now = self._held()
            if now.rates_it_now:
                raise Ended
            if not now.takes_answers:
                raise Decided
            if now.revision != seen and not (writer and now.writer == writer):
                raise Stale
            for skill, one in said.items():
                values = {"level": one.level, "cannot": one.cannot, "words": one.words}
                PeerAnswer.objects.update_or_create(peer=now, skill_id=skill, defaults=values)
            done = {"sent_at": timezone.now()} if send else {}
            type(self).objects.filter(pk=now.pk).update(revision=F("revision") + 1, writer=writer, **done)


def _check(circle: Circle, review: Appraisal, colleague: Person) -> None:
    """Raises ValidationError for a colleague who cannot be named."""
    name = {"name": colleague.name}
    if colleague.pk == review.person_id:
        raise ValidationError(_("This is about you. Name somebody else."))
    if colleague.pk == review.assessor_id:
        raise ValidationError(_("%(name)s rates this review already. Name somebody else."), params=name)
    if not colleague.is_active:
        raise ValidationError(_("The account of %(name)s is switched off."), params=name)
    if Peer.objects.filter(circle=circle, peer=colleague).exists():
        raise ValidationError(_("%(name)s is on the list already."), params=name)
    if Peer.objects.filter(circle=circle).counting().count() >= MOST_PEERS:
        raise ValidationError(_("Eight colleagues are named. That is the most."), code="full")


class PeerAnswerQuerySet(models.QuerySet["PeerAnswer"]):
    def visible_to(self, viewer: Person) -> Self:
        """One's own; and what others sent about oneself, or about whom one rates, with their names: once the review
        is revealed, for as long as one reads it. Where it is summarised, nobody reads an answer of somebody else.
        """
        if not viewer.is_active:
            return self.none()
        read = Appraisal.objects.visible_to(viewer).filter(pair_read_by(viewer))
        named = Q(peer__circle__manner=Circle.Manner.NAMED, peer__sent_at__isnull=False)
        mine = Q(peer__peer=viewer, peer__confirmed=True)
        theirs = ~Q(peer__peer=F("peer__circle__appraisal__assessor"))
        return self.filter(mine | named & theirs & Q(peer__circle__appraisal__in=read.values("pk")))


class PeerAnswer(models.Model):
    """What a colleague says about one skill: a level, or that they cannot say; without either, nothing yet."""

    peer = models.ForeignKey(Peer, on_delete=models.CASCADE, related_name="answers")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(null=True, blank=True)
    cannot = models.BooleanField(default=False)
    words = models.TextField(blank=True)

    objects = PeerAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["peer", "skill"], name="peer_answer_once"),
            models.CheckConstraint(condition=Q(level=None) | Q(cannot=False), name="peer_answer_one_word"),
        ]

    def __str__(self) -> str:
        return f"{self.peer_id} {self.skill_id}: {self.level}"

    @property
    def is_given(self) -> bool:
        return self.cannot or self.level is not None
