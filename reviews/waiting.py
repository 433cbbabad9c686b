"""What waits for somebody in a review."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from assessments.blind import pair_read_by
from assessments.models import Appraisal, Assessment, Consent
from assessments.models.appraisal import AppraisalQuerySet
from people.models import Person
from people.waiting import Kind


def to_rate(person: Person) -> AppraisalQuerySet:
    """Open reviews that the person rates as the assessor and has not submitted."""
    own = Assessment.objects.visible_to(person, Assessment.Kind.MANAGER).submitted()
    mine = Exists(own.filter(appraisal=OuterRef("pk"), assessor=person))
    return Appraisal.objects.visible_to(person).open().filter(~mine, assessor=person)


def to_agree(person: Person) -> AppraisalQuerySet:
    """Revealed reviews to which the person has not said yes."""
    said = Exists(Consent.objects.filter(appraisal=OuterRef("pk"), person=person))
    found = Appraisal.objects.visible_to(person).to_agree().filter(pair_read_by(person))
    return found.filter(~said)


KINDS: Mapping[str, Kind] = {
    "review_to_rate": Kind(
        to_rate,
        _("Your part of the review of %(who)s is not in yet."),
        since="opened_at",
        page="appraisal_show",
        at="pid",
        who="person__name",
    ),
    "review_to_agree": Kind(
        lambda person: to_agree(person).filter(assessor=person),
        _("Agree with %(who)s on what you both rated."),
        since="revealed_at",
        page="appraisal_compare",
        at="pid",
        who="person__name",
    ),
    "own_review_to_agree": Kind(
        lambda person: to_agree(person).filter(person=person, assessor__isnull=False),
        _("Agree with %(who)s on what you both rated."),
        since="revealed_at",
        page="appraisal_compare",
        at="pid",
        who="assessor__name",
    ),
}
