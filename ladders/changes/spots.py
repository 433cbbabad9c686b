"""A place in a ladder file, and the sentences that say what became of what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ladders.changes.change import Change, Direction, Weight, Where
from ladders.changes.labels import RENAMED, Label, label
from ladders.changes.said import Said, say
from ladders.changes.words import Kind, Runs, diff
from ladders.exchange.fields import Part

IN_A_SENTENCE = 80  # characters; what is longer stands by itself
SIDE_BY_SIDE = 40  # characters; of longer texts the words that changed are shown


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands, what it is called, and how a change of it weighs; `part` is what it is a field of."""

    where: Where
    what: Said
    label: Label
    part: Said | None = None

    def row(self, key: str, title: Said | str, *, came_or_went: bool) -> Spot:
        """A row of the list that stands here."""
        what = say(str(self.label.row), title=title, part=self.part or "")
        return Spot(
            (*self.where, key), what, Label("", weight=self.label.rows if came_or_went else self.label.weight)
        )


def field_spot(owner: type[Part], name: str, where: Where, part: Said | None = None) -> Spot:
    """The spot of a field; `where` ends with its key in the file, `part` is what it is a field of, inside another."""
    called = label(owner, name, inside=part is not None)
    return Spot(where, say(str(called.text), part=part or "", key=where[-1]), called, part)


def told(
    spot: Spot,
    text: str,
    runs: Runs = (),
    *,
    weight: Weight | None = None,
    direction: Direction = Direction.SAME,
    **words: Said | str | int,
) -> Change:
    """A change in a sentence; in it `%(what)s` is what the spot is called."""
    return Change(say(text, what=spot.what, **words), weight or spot.label.weight, spot.where, direction, runs)


def written(spot: Spot) -> Change:
    """Something that means the same and is written differently, so that nothing goes by unnoticed."""
    return told(spot, _("%(what)s: the same, written in another way."), weight=Weight.PATCH)


def moved(spot: Spot) -> Change:
    return told(spot, _("%(what)s: in another order."), weight=spot.label.rows)


def became(
    spot: Spot, before: Said | str | None, after: Said | str | None, *, text: bool = False
) -> Iterator[Change]:
    """What became of a value: new (it was None), gone (it is None) or another; a `text` is compared word by word.

    Nothing where both read the same.
    """
    old, new = ("" if value is None else str(value) for value in (before, after))
    if before is not None and after is not None:
        if old != new:
            text = text or spot.label.prose or max(len(old), len(new)) > SIDE_BY_SIDE
            yield _changed(spot, before, after, text=text)
    elif after is not None:
        yield _came(spot, after)
    elif before is not None:
        yield _went(spot, before)


def _changed(spot: Spot, before: Said | str, after: Said | str, *, text: bool) -> Change:
    if spot.label is RENAMED:
        return told(spot, _("%(what)s, renamed from %(before)s"), before=before)
    if text:
        return told(spot, _("%(what)s, reworded:"), diff(str(before), str(after)))
    return told(spot, _("%(what)s: %(after)s, was %(before)s"), before=before, after=after)


def _came(spot: Spot, after: Said | str) -> Change:
    if not str(after):
        return told(spot, _("%(what)s, new"))
    if _fits(str(after)):
        return told(spot, _("%(what)s, new: %(after)s"), after=after)
    return told(spot, _("%(what)s, new:"), ((Kind.ADDED, str(after)),))


def _went(spot: Spot, before: Said | str) -> Change:
    if not str(before):
        return told(spot, _("%(what)s, no longer there"))
    if _fits(str(before)):
        return told(spot, _("%(what)s, no longer there: %(before)s"), before=before)
    return told(spot, _("%(what)s, no longer there:"), ((Kind.REMOVED, str(before)),))


def _fits(text: str) -> bool:
    return len(text) <= IN_A_SENTENCE and "\n" not in text
