"""What people are told about rounds, hand-overs and reviews that end early."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROUND_WORDS: Mapping[str, Promise] = {
    "round_begun": _("“%(detail)s” is open now."),
    "round_opened": _(
        "%(by)s opened a review of your work: “%(detail)s”. You and one other person rate the same list."
    ),
    "round_given": _("%(by)s asks you to rate in “%(detail)s”."),
    "round_moved": _("%(by)s moved the end of “%(detail)s”."),
    "round_reminder": _("“%(detail)s” ends soon, and a part of yours is not submitted yet."),
    "round_closed": _("%(by)s closed “%(detail)s”."),
    "round_ended": _(
        "“%(detail)s” was closed and your review called off. What you wrote is yours to read for thirty days."
    ),
    "round_ended_for": _(
        "“%(detail)s” was closed and reviews called off. What you wrote is yours to read for thirty days."
    ),
    "review_off": _("%(by)s called off your review: %(detail)s. What you wrote is yours to read for thirty days."),
    "review_off_for": _(
        "%(by)s called off the review of %(subject)s: %(detail)s. What you wrote is yours to read for thirty days."
    ),
    "handed_over": _("%(subject)s rates your review from now on, and begins with an empty list."),
    "handed_to": _("You rate the review of %(subject)s from now on. You begin with an empty list."),
    "handed_from": _(
        "The review of %(subject)s was handed over. For thirty days you decide what becomes of your part."
    ),
    "part_given": _("%(by)s gives you what they had written in your review. It opens when the review is over."),
    "part_lapses": _("In a week, what you wrote about %(subject)s is discarded, unless you give it to them."),
    "part_lapses_own": _("In a week, your part of a review that was called off is discarded."),
    "part_about_you_lapses": _(
        "%(subject)s has not decided about their former part of your review. In a week it is discarded, unread."
    ),
    "part_lapsed": _("What you wrote about %(subject)s is discarded. Nobody read it."),
    "part_lapsed_own": _("Your part of a review that was called off is discarded. Nobody read it."),
    "part_about_you_lapsed": _("What %(subject)s had written in your review is discarded. Nobody read it."),
}
