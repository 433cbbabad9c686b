"""What a stage asks of people, before and after: levels, must-haves, weights, and the texts for this stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ladders.changes.both import Both, Side
from ladders.changes.change import Change, Direction, Weight, Where
from ladders.changes.labels import Label
from ladders.changes.parts import changed_fields, gist
from ladders.changes.said import say
from ladders.changes.spots import Spot, field_spot, moved, written
from ladders.changes.words import Kind
from ladders.exchange.fields import Cell
from ladders.exchange.schema import Stage

MORE, LESS, SAME = Direction.MORE, Direction.LESS, Direction.SAME
PATCH, MINOR, MAJOR = Weight.PATCH, Weight.MINOR, Weight.MAJOR


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a version says about one skill at one stage; `level` is the level as people say it."""

    cell: Cell | None
    level: str
    must: bool
    weight: int | None

    @property
    def required(self) -> int:
        """The level required; 0 where none is."""
        return self.cell.level if self.cell and self.cell.required else 0

    @property
    def welcome(self) -> int:
        return self.cell.level if self.cell and not self.cell.required else 0


def wanted(version: Side, stage: Stage, skill: str) -> Wanted:
    cell = version.cell(skill, stage.id)
    level = version.level(cell.level, skill) if cell else ""
    return Wanted(cell, level, skill in stage.must, stage.weights.get(skill))


def asked(both: Both, before: Stage, after: Stage) -> Iterator[Change]:
    """What changes in the levels, must-haves and weights of a stage that both versions have, skill by skill."""
    for skill in dict.fromkeys((*both.skill_order, *after.must, *before.must, *after.weights, *before.weights)):
        old, new = wanted(both.before, before, skill), wanted(both.after, after, skill)
        spot = Spot(("expects", skill, after.id), say("%(title)s", title=both.title("skills", skill)), Label(""))
        if old.cell != new.cell:
            yield _level(spot, old, new)
        came, went = new.required and not old.required, old.required and not new.required
        if old.must != new.must and not (came or went):
            yield _must(spot, new)
        if old.weight != new.weight:
            yield _weight(spot, old.weight, new.weight)
    if before.must != after.must and set(before.must) == set(after.must):
        yield moved(field_spot(Stage, "must", ("stages", after.id, "x-must")))


def _change(spot: Spot, text: str, weight: Weight, direction: Direction, **levels: str) -> Change:
    return Change(say(text, skill=spot.what, **levels), weight, spot.where, direction)


def _level(spot: Spot, old: Wanted, new: Wanted) -> Change:
    if old.required and new.required:
        text = _("%(skill)s is expected at %(level)s now, was %(before)s.")
        direction = MORE if new.required > old.required else LESS
        return _change(spot, text, MAJOR, direction, level=new.level, before=old.level)
    if new.required:
        return _came(spot, old, new)
    if old.required:
        return _went(spot, old, new)
    return _welcome(spot, old, new)


def _came(spot: Spot, old: Wanted, new: Wanted) -> Change:
    if old.welcome and new.must:
        text = _("%(skill)s is a must-have now, at %(level)s; it was only welcome at %(before)s.")
    elif old.welcome:
        text = _("%(skill)s is expected now, at %(level)s; it was only welcome at %(before)s.")
    elif new.must:
        text = _("%(skill)s is new here: a must-have at %(level)s.")
    else:
        text = _("%(skill)s is new here: expected at %(level)s.")
    return _change(spot, text, MAJOR, MORE, level=new.level, before=old.level)


def _went(spot: Spot, old: Wanted, new: Wanted) -> Change:
    if new.welcome:
        text = _("%(skill)s is only welcome now, at %(level)s; it was expected at %(before)s.")
    else:
        text = _("%(skill)s is no longer expected here; it was at %(before)s.")
    return _change(spot, text, MAJOR, LESS, level=new.level, before=old.level)


def _welcome(spot: Spot, old: Wanted, new: Wanted) -> Change:
    """Between levels that block nothing: it asks neither more nor less."""
    if old.welcome and new.welcome:
        text, weight = _("%(skill)s is welcome at %(level)s now, was %(before)s."), MINOR
    elif new.welcome:
        text, weight = _("%(skill)s is welcome here now, at %(level)s."), MINOR
    elif old.welcome:
        text, weight = _("%(skill)s is no longer welcome here by name; it was at %(before)s."), MINOR
    elif new.cell:
        text, weight = _("The ladder says now that nothing is expected of %(skill)s here."), PATCH
    else:
        text, weight = _("The ladder no longer says that nothing is expected of %(skill)s here."), PATCH
    return _change(spot, text, weight, SAME, level=new.level, before=old.level)


def _must(spot: Spot, new: Wanted) -> Change:
    if new.must:
        return _change(spot, _("%(skill)s is a must-have now."), MAJOR, MORE)
    return _change(spot, _("%(skill)s is no longer a must-have."), MAJOR, LESS)


def _weight(spot: Spot, old: int | None, new: int | None) -> Change:
    """A weight that is not given is 1."""
    if (old or 1) == (new or 1):
        return written(spot)
    text = _("%(skill)s counts with weight %(after)d now, was %(before)d.")
    return Change(say(text, skill=spot.what, after=new or 1, before=old or 1), MINOR, spot.where)


def texts(both: Both, stage: str) -> Iterator[Change]:
    """What changes in the texts for a stage, skill by skill; on a ladder of texts they are what it expects."""
    for slug in both.skill_order:
        sides = both.before.skills.get(slug), both.after.skills.get(slug)
        old, new = (skill.at.rows.get(stage) if skill else None for skill in sides)
        where = ("skills", slug, "at", stage)
        title = say("%(title)s", title=both.title("skills", slug))
        if old and new:
            yield from changed_fields(both, old, new, where, title)
        elif new and (both.after.is_text or sides[0]):
            yield _described(both, where, slug, gist(new))
        elif old and (both.before.is_text or sides[1]):
            yield _undescribed(both, where, slug, gist(old))


def _described(both: Both, where: Where, skill: str, words: str) -> Change:
    said, runs = {"skill": both.title("skills", skill)}, ((Kind.ADDED, words),) if words else ()
    if both.after.is_text:
        return Change(say(_("%(skill)s is new here, expected as:"), **said), MAJOR, where, MORE, runs)
    return Change(say(_("%(skill)s is described for this stage now:"), **said), MINOR, where, SAME, runs)


def _undescribed(both: Both, where: Where, skill: str, words: str) -> Change:
    said, runs = {"skill": both.title("skills", skill)}, ((Kind.REMOVED, words),) if words else ()
    if both.before.is_text:
        return Change(say(_("%(skill)s is no longer expected here; it was:"), **said), MAJOR, where, LESS, runs)
    return Change(say(_("%(skill)s is no longer described for this stage:"), **said), MINOR, where, SAME, runs)
