"""Feedback becomes an item of evidence, with a word of whoever gave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from assessments.models import Endorsement, Evidence
from feedback.models import Feedback
from ladders.chart import Chart

TITLE = 80  # characters of the first line


def first_words(feedback: Feedback, chart: Chart | None) -> dict[str, Any]:
    """What the form shows at first: the words as given, the day, the skill; that somebody saw it."""
    pids = {skill.pk: skill.pid for skill in chart.skills} if chart else {}
    line = next((line.strip() for line in feedback.words.splitlines() if line.strip()), "")
    return {
        "title": Truncator(line).chars(TITLE),
        "text": feedback.words,
        "happened_on": feedback.happened_on or timezone.localdate(feedback.at),
        "strength": Evidence.Strength.SEEN,
        "skills": [pids[feedback.skill_id]] if feedback.skill_id in pids else [],
    }


def keep(feedback: Feedback, *, skills: Iterable[int], **facts: Any) -> Evidence:
    """A new item made of feedback, endorsed by whoever gave it. Raises Decided if one was made already."""
    with transaction.atomic():
        item = Evidence.record(feedback.receiver, skills=skills, **facts)
        feedback.keep(item)
        if feedback.giver:
            Endorsement.vouch(item, feedback.giver, feedback.words, at=feedback.at)
    return item
