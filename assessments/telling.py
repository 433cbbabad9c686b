"""Where the notices about a review lead: its page decides what is shown to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from assessments.models.appraisal import Appraisal


def address(review: Appraisal) -> str:
    return reverse("appraisal_show", args=[review.pid])
