"""What others read of somebody's reviews, for the log of who read what."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "endorsement_answer": _("an item of evidence that you asked them about"),
    "assessment_show": _("a result about you"),
    "rating_edit": _("the questions of your review, with the evidence you shared"),
    "appraisal_new": _("the page to open a review with you"),
    "appraisal_show": _("how far your review is"),
    "appraisal_compare": _("your review, with what both of you said"),
    "agreement_edit": _("a skill in your review"),
    "consent_give": _("what is to be agreed in your review"),
    "reopening_ask": _("the page to ask for your review again"),
    "reopening_answer": _("that opening your review again was asked for, and why"),
}
