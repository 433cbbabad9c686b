"""A rating in a session, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from assessments.models import Assessment
from calibration.models import Entry, RatingChange, Session
from calibration.wording import Words
from ladders.chart import Skill
from ladders.questions import Form, Option, questions
from ladders.translations import read_chart
from people.models import Person


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words."""

    change: RatingChange
    skill: str
    before: str
    after: str


class RatingPage:
    """One skill of one of the reader's own ratings in a session (public ids). Raises Http404 if it is not theirs."""

    def __init__(self, viewer: Person, session: str, rating: str, skill: str) -> None:
        rows = Entry.objects.visible_to(viewer).filter(session__pid=session, assessment__pid=rating)
        entry = rows.select_related("session", "assessment__person").first()
        if entry is None:
            raise Http404
        self.viewer, self.entry = viewer, entry
        self.session: Session = entry.session
        self.rating: Assessment = entry.assessment
        self.chart = read_chart(self.session.version_id)
        self.words = Words(self.chart)
        named = self.chart.skill_by_pid.get(skill)
        if named is None or str(named.pk) not in (self.rating.levels or {}):
            raise Http404
        self.skill: Skill = named

    @property
    def person(self) -> Person:
        return self.rating.person

    @cached_property
    def changes(self) -> list[RatingChange]:
        """What was changed so far, the oldest first."""
        rows = RatingChange.objects.visible_to(self.viewer).filter(entry=self.rating.entry, skill=self.skill.pk)
        return list(rows.select_related("by").order_by("number"))

    @property
    def given(self) -> str:
        return self.words.level((self.rating.levels or {})[str(self.skill.pk)])

    @cached_property
    def told(self) -> list[Told]:
        return [in_words(self.words, change, self.skill.title) for change in self.changes]

    @property
    def options(self) -> list[tuple[str, str, str]]:
        """What can be chosen: its value, its name, and the ladder's words."""
        asked = questions(self.chart, self.rating.stage or None, self.rating.target or None, Form.FULL)
        mine = next((question.options for question in asked if question.skill.pk == self.skill.pk), ())
        texts: dict[int, Option] = {option.level: option for option in mine}
        return [
            (str(level), self.words.level(level), plain(texts[level]) if level in texts else "")
            for level in self.words.levels
        ]


def plain(option: Option) -> str:
    """The words of a level in one piece."""
    return option.text or " · ".join(statement.text for statement in option.statements)


def in_words(words: Words, change: RatingChange, skill: str) -> Told:
    return Told(change, skill, words.level(change.before), words.level(change.after))
