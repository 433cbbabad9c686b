"""What the page of a fork shows: its branches row by row, and what says that none of them stands above another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ladders.chart import Chart, Stage, Step
from ladders.fork import Asked, Branch, Fork, rising
from ladders.pictures.fork_picture import fork_picture


@dataclass(frozen=True, slots=True)
class ForkRow:
    """One question with the answer of each branch.

    `kind` says what the answers are: "prose" and "list" are Markdown, "names" are titles one after the other. `own`:
    the question itself is in the words of the ladder.
    """

    title: str
    cells: tuple[tuple[str, ...], ...]
    kind: Literal["prose", "list", "names"] = "list"
    own: bool = False


def fork_rows(chart: Chart, fork: Fork) -> tuple[ForkRow, ...]:
    """The branches row by row; a question that no branch answers is left out."""
    steps = [chart.steps.get((fork.stage.slug, branch.stage.slug), Step()) for branch in fork.branches]

    def lines(title: str, cell: Callable[[Stage], tuple[str, ...]]) -> ForkRow:
        return ForkRow(title, tuple(cell(branch.stage) for branch in fork.branches))

    def names(title: str, cell: Callable[[Branch], Iterable[str]]) -> ForkRow:
        return ForkRow(title, tuple(tuple(cell(branch)) for branch in fork.branches), "names")

    rows = (
        ForkRow(_("In one line"), tuple((b.stage.text,) if b.stage.text else () for b in fork.branches), "prose"),
        ForkRow(_("What you stop doing"), tuple(step.stop for step in steps)),
        ForkRow(_("What you start doing"), tuple(step.start for step in steps)),
        ForkRow(_("What you keep doing"), tuple(step.keep for step in steps)),
        *facts(fork),
        lines(_("What you do then"), lambda stage: stage.does),
        lines(_("It goes well when"), lambda stage: stage.success),
        names(_("Must-haves"), lambda branch: _said(chart, branch.musts)),
        names(_("Skills that rise"), lambda branch: _said(chart, rising(chart, fork.stage, branch.stage))),
        names(_("Asks more here"), lambda branch: _said(chart, branch.more)),
        names(_("Leads on to"), lambda branch: (stage.title for stage in branch.leads_on)),
    )
    return tuple(row for row in rows if any(row.cells))


def facts(fork: Fork) -> list[ForkRow]:
    """The facts of the branches by label, such as whom one answers for, in the order in which they come."""
    stages = [branch.stage for branch in fork.branches]
    labels = dict.fromkeys(fact.label for stage in stages for fact in stage.facts if fact.label)
    return [
        ForkRow(
            title=label,
            cells=tuple(tuple(fact.value for fact in stage.facts if fact.label == label) for stage in stages),
            kind="prose",
            own=True,
        )
        for label in labels
    ]


def _said(chart: Chart, asked: Iterable[Asked]) -> list[str]:
    """Skills with the level in figures, "Vision 4" or "Vision (2)"; without it on a text ladder."""
    return [one.skill.title + ("" if chart.is_text else f" {_level(one)}") for one in asked]


def _level(one: Asked) -> str:
    return str(one.expected.level) if one.expected.required else f"({one.expected.level})"


def standing(chart: Chart, fork: Fork) -> list[SafeString]:
    """Sentences that show how the branches stand side by side: one phase, one rank, ways across and back; as HTML."""
    stages = [branch.stage for branch in fork.branches]
    phases = {phase.slug: phase.title for phase in chart.phases}
    said = []
    if len({stage.phase for stage in stages}) == 1 and stages[0].phase in phases:
        said.append(_naming(_("They belong to the same phase, %(phase)s."), phase=phases[stages[0].phase]))
    if len({stage.rank for stage in stages}) == 1 and stages[0].rank:
        said.append(_naming(_("They have the same rank, %(rank)s."), rank=stages[0].rank))
    said += crossings(stages)
    return said


def _naming(sentence: str, **words: str) -> SafeString:
    """A sentence with words of the ladder in it, each in its own direction."""
    return mark_safe(escape(sentence) % {name: f"<bdi>{escape(word)}</bdi>" for name, word in words.items()})


def crossings(stages: list[Stage]) -> list[SafeString]:
    """A sentence for each pair of branches with ways across; that one can come back is said only if one can."""
    said = []
    for place, one in enumerate(stages):
        for other in stages[place + 1 :]:
            there, back = other.slug in one.moves, one.slug in other.moves
            start, goal = (one, other) if there else (other, one)
            if there and back:
                sentence = _("You can move from %(start)s to %(goal)s, and you can come back.")
            else:
                sentence = _("You can move from %(start)s to %(goal)s.")
            if there or back:
                said.append(_naming(sentence, start=start.title, goal=goal.title))
    return said


def picture(chart: Chart, fork: Fork) -> SafeString:
    """The fork as a picture; under each branch the name of its line."""
    notes = tuple(branch.track.title if branch.track else "" for branch in fork.branches)
    return fork_picture(
        chart,
        fork.stage,
        lambda stage: reverse("stage_show", args=[chart.ladder, stage.pid]),
        notes,
        _("The fork after %(stage)s") % {"stage": fork.stage.title},
    )
