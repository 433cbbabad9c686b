"""Handing an open review over to somebody else, who begins with an empty list."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from assessments.models import Appraisal, Assessment, Ended
from assessments.telling import address
from people.models import Person
from people.notices import tell
from reviews.models import Handover, KeptPart
from safeguards.revisions import Stale


def hand_over(review: Appraisal, *, to: Person, by: Person, reason: str, seen: str) -> Handover:
    """Makes `to` the assessor and keeps what the one before wrote for that one to decide about; all three are told.

    `seen` is the public id of the assessor whom the form showed ("": none). Raises Stale if the review was handed
    over meanwhile, Ended if it is no longer open, ValidationError if `to` cannot rate it.
    """
    with transaction.atomic():
        now = review.locked()
        if not now.is_open:
            raise Ended
        before = now.assessor
        if (before.pid if before else "") != seen:
            raise Stale
        check(now, to, by)
        now.hand_to(to)
        row = Handover._default_manager.create(appraisal=now, by=by, before=before, after=to, reason=reason)
        parts = Assessment.objects.filter(appraisal=now, kind=Assessment.Kind.MANAGER, assessor=before, kept=None)
        kept = KeptPart.keep(list(parts.select_related("appraisal")), handover=row)
        person, url = now.person, address(now)
        tell([person], "handed_over", by=by, subject=to, url=url)
        tell([to], "handed_to", by=by, subject=person, url=url)
        theirs = reverse("handover_show", args=[kept[0].pid]) if kept else reverse("round_list")
        tell([before], "handed_from", by=by, subject=person, url=theirs)
    return row


def check(review: Appraisal, to: Person, by: Person) -> None:
    """Raises ValidationError if `to` cannot rate a review that `by` hands over."""
    if to == review.person:
        raise ValidationError(_("Nobody assesses themselves."))
    if not to.is_active:
        raise ValidationError(_("That account is switched off."))
    if to == review.assessor:
        raise ValidationError(_("%(name)s rates this review now."), params={"name": to.name})
    if to == by:
        raise ValidationError(_("Nobody gives a review to themselves. Ask somebody else of the people team."))
    if Assessment.objects.filter(appraisal=review, kind=Assessment.Kind.MANAGER, assessor=to).exists():
        raise ValidationError(
            _("%(name)s rated this review before, and what they wrote is closed. Choose somebody else."),
            params={"name": to.name},
        )
