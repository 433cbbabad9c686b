"""Compare and agree: what both said about each skill, side by side, and what they settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from assessments.agreeing import pairs_of
from assessments.agreement import Apart, Pair, in_order
from assessments.models import Agreement, Appraisal, Rating, Share
from assessments.sheet import Sheet, sheet_of
from ladders.chart import Chart, Expectation, Skill
from ladders.pictures.rail_pair import pair_key, pair_mark, rail_pair
from ladders.questions import Question
from ladders.rows import is_must
from ladders.rungs import level_titles, top
from people.models import Person
from reviews.forms import AgreementForm, level_name

Items = list[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """What one of the two said about a skill: their mark and name, the level in words, their text and the items."""

    mark: SafeString
    name: str
    level: str
    text: str
    items: Items


@dataclass(frozen=True, slots=True)
class Talk:
    """One skill to talk about. `agreed` is what is settled, in words; "" while it is open."""

    skill: Skill
    pair: Pair
    must: bool
    sentence: str
    picture: SafeString
    sides: tuple[Said, Said]
    row: Agreement | None
    agreed: str
    levels: tuple[str, ...]
    owner: str = ""
    form: AgreementForm | None = None


class Comparison:
    """A revealed review, prepared for the page of `viewer`."""

    def __init__(self, review: Appraisal, viewer: Person) -> None:
        self.review, self.viewer = review, viewer
        parts = review.parts()
        self.sheets: dict[str, Sheet] = {kind: sheet_of(part) for kind, part in parts.items()}
        self.chart: Chart = self.sheets["self"].chart
        self.goal = review.target or review.stage
        self.titles = level_titles(self.chart, self.goal)
        self.settled = {row.skill_id: row for row in review.agreements.select_related("by")}
        self.frozen = review.state is not Appraisal.State.AGREEING

    @cached_property
    def names(self) -> tuple[str, str]:
        """What the two are called: by their first names, if these differ."""
        person, assessor = self.review.person, self.review.assessor
        if assessor is None:
            return person.short_name, _("Somebody who left")
        if person.short_name == assessor.short_name:
            return person.name, assessor.name
        return person.short_name, assessor.short_name

    @property
    def other(self) -> Person | None:
        """The one of the two who is not the viewer."""
        return self.review.assessor if self.viewer == self.review.person else self.review.person

    @property
    def other_name(self) -> str:
        return self.names[1] if self.viewer == self.review.person else self.names[0]

    @cached_property
    def questions(self) -> Mapping[int, Question]:
        return {question.skill.pk: question for question in self.sheets["self"].questions}

    @cached_property
    def pairs(self) -> list[Pair]:
        """Every skill that both were asked, in the ladder's order, with what the stage in question expects."""
        order = {skill.pk: place for place, skill in enumerate(self.chart.skills)}
        known = [pair for pair in pairs_of(self.review) if pair.skill in order]
        known.sort(key=lambda pair: order[pair.skill])
        return [replace(pair, expected=self.level_expected(pair.skill)) for pair in known]

    def expects(self, skill: int) -> Expectation | None:
        question = self.questions.get(skill)
        if question is None:
            return None
        return question.target if self.review.target else question.current

    def level_expected(self, skill: int) -> int | None:
        wants = self.expects(skill)
        return wants.level if wants else None

    @cached_property
    def shared(self) -> dict[int, Items]:
        """Skill pk → what the person shared with this assessor, as long as that one manages them: latest first."""
        if self.review.assessor is None:
            return {}
        rows = Share.objects.visible_to(self.viewer).filter(
            reader=self.review.assessor, evidence__person=self.review.person
        )
        found: dict[int, Items] = {}
        named = ("evidence__skills", "evidence__happened_on", "evidence__title")
        for skill, day, title in rows.latest_first().values_list(*named):
            found.setdefault(skill, []).append((day, title))
        return found

    def word(self, level: int | None) -> str:
        return _("cannot say") if level is None else level_name(self.chart, self.titles, level)

    def agreed(self, pair: Pair) -> str:
        """What holds for a skill, in words; "" while it is open, or nobody said yes to it yet."""
        outcome = pair.outcome if self.frozen and self.review.agreed_at else pair.settled
        if outcome is None:
            return ""
        return _("both answers are kept") if outcome.both_kept else self.word(outcome.level)

    def said(self, kind: str, pair: Pair) -> Said:
        rating: Rating | None = self.sheets[kind].answers.get(pair.skill) if kind in self.sheets else None
        first = kind == "self"
        return Said(
            mark=pair_mark("person" if first else "assessor"),
            name=self.names[0 if first else 1],
            level=self.word(pair.person if first else pair.assessor),
            text=rating.situation if rating else "",
            items=self.shared.get(pair.skill, []) if first else [],
        )

    def sentence(self, pair: Pair) -> str:
        """In neutral words how far the two are apart, and what is expected."""
        start = _("You see this the same way.") if pair.apart is Apart.SAME else _("You see this differently.")
        if pair.apart is Apart.ONE:
            start = _("Only one of you can say.")
        both = self.both_say(pair)
        if pair.expected is None:
            return f"{start} {both}"
        expected = _("Expected is %(level)s.") % {"level": self.word(pair.expected)}
        return f"{start} {both} {expected}"

    def both_say(self, pair: Pair) -> str:
        words = dict(zip(("person", "assessor"), self.names, strict=True))
        words |= {"one": self.word(pair.person), "two": self.word(pair.assessor)}
        if pair.person is None and pair.assessor is None:
            return _("Neither of you can say.")
        if pair.person is None:
            return _("%(person)s cannot say, %(assessor)s says %(two)s.") % words
        if pair.assessor is None:
            return _("%(person)s says %(one)s, %(assessor)s cannot say.") % words
        return _("%(person)s says %(one)s, %(assessor)s says %(two)s.") % words

    def talk(self, pair: Pair, form: AgreementForm | None = None) -> Talk:
        skill = next(skill for skill in self.chart.skills if skill.pk == pair.skill)
        wants, row = self.expects(pair.skill), self.settled.get(pair.skill)
        return Talk(
            skill=skill,
            pair=pair,
            must=wants is not None and is_must(skill, wants),
            sentence=self.sentence(pair),
            picture=rail_pair(
                pair.expected,
                pair.person,
                pair.assessor,
                high=top(self.chart),
                required=wants is None or wants.required,
                numbers=tuple(sorted({0, *(level.number for level in self.chart.scale)})) if self.chart.scale else (),
            ),
            sides=(self.said("self", pair), self.said("manager", pair)),
            row=row,
            agreed=self.agreed(pair),
            levels=(*map(self.word, (pair.person, pair.assessor)), self.word(pair.expected) if wants else "–"),
            owner=self.owner(row) if row else "",
            form=form if form or self.frozen else self.form(skill),
        )

    def form(self, skill: Skill, data: Mapping[str, str] | None = None) -> AgreementForm:
        row = self.settled.get(skill.pk)
        ids = f"{skill.slug}-%s"
        return AgreementForm(data, chart=self.chart, goal=self.goal, names=self.names, row=row, auto_id=ids)

    @cached_property
    def groups(self) -> dict[str, list[Talk]]:
        """The skills by how far the answers are apart: "far", "near", "one", "same"."""
        return {apart.value: [self.talk(pair) for pair in found] for apart, found in in_order(self.pairs).items()}

    @property
    def steps(self) -> list[int]:
        """How far the two are apart on each skill that both could rate."""
        return [pair.steps for pair in self.pairs if pair.steps is not None]

    @cached_property
    def still_open(self) -> list[Talk]:
        """What is to be settled before either can say yes to all of it."""
        return [talk for talks in self.groups.values() for talk in talks if talk.pair.is_open]

    @property
    def to_do(self) -> list[Talk]:
        """What was noted to bring about, the earliest day first."""
        noted = [talk for talks in self.groups.values() for talk in talks if talk.row and talk.row.sign]
        return sorted(noted, key=lambda talk: (talk.row.due_on or date.max) if talk.row else date.max)

    @property
    def outcomes(self) -> list[tuple[Talk, str]]:
        """What holds if both say yes now, in words, in the ladder's order; without what is open still."""
        talks = [self.talk(pair) for pair in self.pairs]
        kept = _("both answers are kept, nothing is agreed")
        return [
            (talk, kept if talk.pair.outcome.both_kept else self.word(talk.pair.outcome.level))
            for talk in talks
            if talk.pair.outcome
        ]

    def owner(self, row: Agreement) -> str:
        return {"person": self.names[0], "assessor": self.names[1]}.get(row.owner, "")

    @property
    def key(self) -> SafeString:
        stage = self.chart.stage.get(self.goal)
        expected = _("expected of a %(stage)s") % {"stage": stage.title} if stage else ""
        return pair_key(*self.names, expected)
