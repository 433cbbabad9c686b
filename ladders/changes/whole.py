"""What changes in a ladder as a whole: title and texts, rule, scale, parts, and the order of stages and skills."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ladders.changes.both import Both
from ladders.changes.change import Change, Weight
from ladders.changes.labels import Label
from ladders.changes.pairs import paired
from ladders.changes.parts import changed_fields, noticed, own_keys
from ladders.changes.rules import rule_changed
from ladders.changes.said import say
from ladders.changes.spots import Spot, field_spot
from ladders.exchange.schema import LadderFile, Rule

# What is told elsewhere, and the two keys that only name a version.
TOLD = frozenset({"version", "status", "needs", "stages", "skills", "expects"})


def whole(both: Both) -> Iterator[Change]:
    """Everything that belongs to no single stage or skill."""
    before, after = both.before.file, both.after.file
    if before.needs != after.needs:
        text = _("The rule of the ladder: “%(after)s” Before it was: “%(before)s”")
        spot = field_spot(LadderFile, "needs", ("ladder", "", "needs"))
        yield rule_changed(spot, text, before.needs or Rule(all=True), after.needs or Rule(all=True))
    yield from changed_fields(both, before, after, ("ladder", ""), skip=TOLD)
    if _moved(tuple(both.before.stages), tuple(both.after.stages)):
        yield Change(say(_("The stages stand in another order.")), Weight.MINOR, ("ladder", "", "stages"))
    if _moved(tuple(both.before.skills), tuple(both.after.skills)):
        yield Change(say(_("The skills stand in another order.")), Weight.MINOR, ("ladder", "", "skills"))
    yield from _loose_cells(both)
    yield from own_keys(both, before.expects.extra, after.expects.extra, ("ladder", "", "expects"))


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    return paired(before, after, str).moved


def _loose_cells(both: Both) -> Iterator[Change]:
    """What is expected of a skill that neither version lists, or at a stage that neither has."""
    stages = both.before.stages.keys() | both.after.stages.keys()
    sides = both.before, both.after
    for skill in both.skill_order:
        old, new = (side.file.expects.rows.get(skill) for side in sides)
        for stage in dict.fromkeys((*(new.rows if new else ()), *(old.rows if old else ()))):
            cells = [side.cell(skill, stage) for side in sides]
            if stage not in stages and cells[0] != cells[1]:
                what = say("%(skill)s, %(stage)s", skill=both.title("skills", skill), stage=stage)
                yield from noticed(
                    both, Spot(("expects", skill, stage), what, Label("", weight=Weight.MAJOR)), *cells
                )
        if skill not in both.before.skills and skill not in both.after.skills:
            extras = [row.extra if row else {} for row in (old, new)]
            yield from own_keys(both, extras[0], extras[1], ("expects", skill))


def unworded(both: Both) -> Iterator[Change]:
    """One line for files that differ in something that none of the other lines is about."""
    unnamed = {"version": "", "status": ""}
    if both.before.file.model_copy(update=unnamed) != both.after.file.model_copy(update=unnamed):
        yield Change(say(_("The file says the same, written in another way.")), Weight.PATCH, ("ladder", ""))
