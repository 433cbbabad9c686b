"""What changes in each skill, wherever it is expected."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ladders.changes.both import Both
from ladders.changes.change import Change, Direction, Group, Status, Weight, Where
from ladders.changes.parts import SPELLING, changed_fields, gist, noticed, own_keys
from ladders.changes.said import Said, say
from ladders.changes.spots import field_spot
from ladders.changes.words import Kind
from ladders.exchange.schema import Skill
from ladders.exchange.wording import Descriptor

# What is said in sentences of its own.
TOLD = SPELLING | {"title", "core", "rated", "levels", "at"}


def skills(both: Both) -> Iterator[Group]:
    """Each skill that differs, in the order of now; those that went come last."""
    found = {**both.after.skills, **both.before.skills, **both.after.skills}
    for slug, skill in found.items():
        old, new = both.before.skills.get(slug), both.after.skills.get(slug)
        where = ("skills", slug)
        if old is None:
            yield Group(where, skill.title, Status.NEW, (_whole(say(_("A new skill.")), skill, Kind.ADDED),))
        elif new is None:
            said = say(_("The skill is no longer on the ladder."))
            yield Group(where, skill.title, Status.RETIRED, (_whole(said, skill, Kind.REMOVED),))
        elif changes := tuple(_changed(both, old, new)):
            yield Group(where, skill.title, Status.CHANGED, changes)


def _whole(said: Said, skill: Skill, kind: Kind) -> Change:
    runs = ((kind, skill.text),) if skill.text else ()
    return Change(said, Weight.MAJOR, ("skills", skill.id), runs=runs)


def _changed(both: Both, old: Skill, new: Skill) -> Iterator[Change]:
    where = ("skills", new.id)
    if old.title != new.title:
        yield Change(say(_("Renamed from %(before)s."), before=old.title), Weight.PATCH, (*where, "title"))
    yield from _switches(old, new, where)
    yield from _levels(both, old, new, (*where, "levels"))
    yield from changed_fields(both, old, new, where, skip=TOLD)
    yield from _loose_texts(both, old, new, (*where, "at"))
    yield from _loose_row(both, new.id)


def _switches(old: Skill, new: Skill, where: Where) -> Iterator[Change]:
    """Whether it is a must-have everywhere, and whether anybody is asked about it."""
    if new.core != old.core:
        yield _switch(
            new.core,
            _("It is a must-have now wherever a stage requires it."),
            _("It is no longer a must-have wherever a stage requires it."),
            (*where, "core"),
        )
    if new.rated != old.rated:
        yield _switch(
            new.rated,
            _("People are asked about it now; before it was there for reading."),
            _("It is there for reading now: nobody is asked about it any more."),
            (*where, "rated"),
        )


def _switch(on: bool, said_on: str, said_off: str, where: Where) -> Change:
    return Change(say(said_on if on else said_off), Weight.MAJOR, where, Direction.MORE if on else Direction.LESS)


def _levels(both: Both, old: Skill, new: Skill, where: Where) -> Iterator[Change]:
    """The texts of the levels, the lowest first."""
    for number in sorted({*old.levels.rows, *new.levels.rows}):
        before, after = old.levels.rows.get(number), new.levels.rows.get(number)
        place = (*where, str(number))
        if before and after:
            # Its name may be what changed, so here the level is called as on the scale.
            yield from changed_fields(both, before, after, place, say("%(level)s", level=both.after.level(number)))
        elif after:
            text = _("%(level)s is described now:")
            yield _described(text, both.after.level(number, new.id), after, Kind.ADDED, place)
        elif before:
            text = _("%(level)s is no longer described:")
            yield _described(text, both.before.level(number, new.id), before, Kind.REMOVED, place)
    yield from own_keys(both, old.levels.extra, new.levels.extra, where)


def _described(text: str, level: str, words: Descriptor, kind: Kind, where: Where) -> Change:
    runs = ((kind, said),) if (said := gist(words)) else ()
    return Change(say(text, level=level), Weight.MINOR, where, runs=runs)


def _loose_texts(both: Both, old: Skill, new: Skill, where: Where) -> Iterator[Change]:
    """What stands among the texts for single stages and belongs to no stage of the two versions."""
    known = both.before.stages.keys() | both.after.stages.keys()
    for stage in dict.fromkeys((*new.at.rows, *old.at.rows)):
        before, after = old.at.rows.get(stage), new.at.rows.get(stage)
        if stage not in known and before != after:
            yield from noticed(both, field_spot(Skill, "at", (*where, stage)), before, after)
    yield from own_keys(both, old.at.extra, new.at.extra, where)


def _loose_row(both: Both, skill: str) -> Iterator[Change]:
    """The keepers' own keys beside the levels that stages expect."""
    rows = [side.file.expects.rows.get(skill) for side in (both.before, both.after)]
    before, after = (row.extra if row else {} for row in rows)
    yield from own_keys(both, before, after, ("expects", skill))
