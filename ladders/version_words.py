"""What a new version means at a stage of the reader, in one sentence."""

from __future__ import annotations

from enum import Enum

from django.utils.translation import gettext_lazy as _

from ladders.changes import Status
from ladders.changes.said import Said, say
from ladders.changes.stage_view import ForStage


class Case(Enum):
    """What became of a stage, as far as it matters to somebody there."""

    GONE, NEW, BOTH, MORE, LESS, WORDS, OTHER, NOTHING = range(8)


HERE = {
    Case.GONE: _("Your stage, %(stage)s, is no longer on the ladder. What you submitted stays."),
    Case.NEW: _("Your stage, %(stage)s, is new on the ladder."),
    Case.BOTH: _("For your stage, %(stage)s, it asks %(more)d more and %(less)d less."),
    Case.MORE: _("For your stage, %(stage)s, it asks %(more)d more."),
    Case.LESS: _("For your stage, %(stage)s, it asks %(less)d less."),
    Case.WORDS: _("For your stage, %(stage)s, it asks the same in other words."),
    Case.OTHER: _("For your stage, %(stage)s, it asks the same. Something else about it changes."),
    Case.NOTHING: _("For your stage, %(stage)s, nothing changes."),
}
AIM = {
    Case.GONE: _("Your aim, %(stage)s, is no longer on the ladder. You can choose another one."),
    Case.NEW: _("Your aim, %(stage)s, is new on the ladder."),
    Case.BOTH: _("For your aim, %(stage)s, it asks %(more)d more and %(less)d less."),
    Case.MORE: _("For your aim, %(stage)s, it asks %(more)d more."),
    Case.LESS: _("For your aim, %(stage)s, it asks %(less)d less."),
    Case.WORDS: _("For your aim, %(stage)s, it asks the same in other words."),
    Case.OTHER: _("For your aim, %(stage)s, it asks the same. Something else about it changes."),
    Case.NOTHING: _("For your aim, %(stage)s, nothing changes."),
}


def case_of(told: ForStage) -> Case:
    """Which of the sentences fits."""
    if told.status in (Status.RETIRED, Status.NEW):
        return Case.GONE if told.status is Status.RETIRED else Case.NEW
    if told.more or told.less:
        return Case.BOTH if told.more and told.less else Case.MORE if told.more else Case.LESS
    if told.reworded:
        return Case.WORDS
    return Case.OTHER if told.status else Case.NOTHING


def own_sentence(told: ForStage, title: str = "", *, aimed: bool = False) -> Said:
    """The sentence for the stage where the reader is, or for the one they aim for; `title`: as they know it today."""
    text = str((AIM if aimed else HERE)[case_of(told)])
    return say(text, stage=title or told.title, more=len(told.more), less=len(told.less))
