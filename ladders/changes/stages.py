"""What changes at each stage."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ladders.changes.asked import asked, texts
from ladders.changes.both import Both, Side
from ladders.changes.change import Change, Group, Status, Weight
from ladders.changes.pairs import paired
from ladders.changes.parts import SPELLING, changed_fields
from ladders.changes.rules import rule_changed
from ladders.changes.said import say
from ladders.changes.spots import field_spot, moved, written
from ladders.changes.words import Kind
from ladders.exchange.schema import Rule, Stage

# What is said in sentences of its own.
TOLD = SPELLING | {"title", "next", "needs", "must", "weights"}


def stages(both: Both) -> Iterator[Group]:
    """Each stage that differs, in the order of now; those that went come last."""
    found = {**both.after.stages, **both.before.stages, **both.after.stages}
    for slug, stage in found.items():
        old, new = both.before.stages.get(slug), both.after.stages.get(slug)
        where = ("stages", slug)
        if old is None:
            yield Group(where, stage.title, Status.NEW, (_new(both, stage),))
        elif new is None:
            yield Group(where, stage.title, Status.RETIRED, (_retired(stage),))
        elif changes := tuple(_changed(both, old, new)):
            yield Group(where, stage.title, Status.CHANGED, changes)


def _new(both: Both, stage: Stage) -> Change:
    required = sum(1 for skill in both.skill_order if _requires(both.after, skill, stage.id))
    said = say(_("A new stage."))
    if required:
        text = ngettext("A new stage; %(n)d skill is required.", "A new stage; %(n)d skills are required.", required)
        said = say(text, n=required)
    return Change(said, Weight.MAJOR, ("stages", stage.id), runs=((Kind.ADDED, stage.text),) if stage.text else ())


def _requires(version: Side, skill: str, stage: str) -> bool:
    if version.is_text:
        return skill in version.skills and stage in version.skills[skill].at.rows
    cell = version.cell(skill, stage)
    return bool(cell and cell.required and cell.level)


def _retired(stage: Stage) -> Change:
    runs = ((Kind.REMOVED, stage.text),) if stage.text else ()
    return Change(say(_("The stage is no longer on the ladder.")), Weight.MAJOR, ("stages", stage.id), runs=runs)


def _changed(both: Both, old: Stage, new: Stage) -> Iterator[Change]:
    where = ("stages", new.id)
    if old.title != new.title:
        said = say(_("Renamed from %(before)s."), before=old.title)
        yield Change(said, Weight.PATCH, (*where, "title"))
    yield from asked(both, old, new)
    yield from texts(both, new.id)
    yield from _rule(both, old, new)
    yield from _ways(both, old, new)
    yield from changed_fields(both, old, new, where, skip=TOLD)


def _rule(both: Both, old: Stage, new: Stage) -> Iterator[Change]:
    """A rule of its own that came, went or changed; the rule of the whole ladder is a change of the ladder."""
    if old.needs == new.needs:
        return
    spot = field_spot(Stage, "needs", ("stages", new.id, "needs"))
    texts = (
        _("A rule of its own: “%(after)s” Before it was: “%(before)s”")
        if new.needs
        else _("No rule of its own any more, so: “%(after)s” Before it was: “%(before)s”")
    )
    ladder = both.before.file.needs or Rule(all=True), both.after.file.needs or Rule(all=True)
    yield rule_changed(spot, texts, old.needs or ladder[0], new.needs or ladder[1])


def _ways(both: Both, old: Stage, new: Stage) -> Iterator[Change]:
    """Where the stage leads, whether the file says so or leaves it to the order of the stages."""
    spot = field_spot(Stage, "next", ("stages", new.id, "next"))
    before, after = both.before.leads_on[new.id], both.after.leads_on[new.id]
    found = paired(before, after, str)
    for gone, come in found.rows:
        stage = say("%(title)s", title=both.title("stages", come or gone or ""))
        if gone is None:
            yield Change(say(_("It leads on to %(stage)s now."), stage=stage), Weight.MAJOR, spot.where)
        elif come is None:
            yield Change(say(_("It no longer leads on to %(stage)s."), stage=stage), Weight.MAJOR, spot.where)
    if found.moved:
        yield moved(spot)
    if before == after and old.next != new.next:
        yield written(spot)
