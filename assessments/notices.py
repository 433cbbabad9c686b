"""What the two of a review are told."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "evidence_shared": _("%(by)s shared something that happened with you."),
    "endorsement_asked": _("%(by)s asks whether you saw something happen."),
    "endorsement_answered": _("%(by)s answered whether they saw it: “%(detail)s”."),
    "review_opened": _("A review of your work is open: you and %(subject)s rate the same list."),
    "review_given": _("You rate %(subject)s in a review. Neither sees the other’s answers before both are in."),
    "review_revealed": _("You and %(subject)s have both submitted. Both of you read both parts now."),
    "review_said_yes": _("%(by)s says yes to your review as it stands."),
    "review_changed": _("%(by)s changed something in your review. Your yes no longer counts; look at it again."),
    "review_agreed": _("You and %(subject)s have agreed. The agreed levels count from today."),
    "reopening_asked": _("%(by)s asks to open a review with you again."),
    "reopening_accepted": _("The review with %(subject)s is opened again. You both begin with an empty list."),
    "reopening_refused": _("The review with %(subject)s stays as it is."),
}
