"""What waits for somebody in a review."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from assessments.blind import pair_read_by
from assessments.models import Appraisal, Assessment
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
    found = Appraisal.objects.visible_to(person).to_agree().filter(pair_read_by(person))
    return found.exclude(consents__person=person)


def to_answer(person: Person) -> AppraisalQuerySet:
    """Reviews that the other one of the two asks to open again; the people team may answer, too."""
    asked = Q(person=person, reopenings__by=F("assessor")) | Q(assessor=person, reopenings__by=F("person"))
    return Appraisal.objects.visible_to(person).filter(asked, reopenings__accepted=None)


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
    "reopening_to_answer": Kind(
        to_answer,
        _("%(who)s asks to open a review with you again."),
        since="reopenings__at",
        page="reopening_answer",
        at="pid",
        who="reopenings__by__name",
    ),
}
