"""Whom a new version touches: how many people, where they are, and what it means for them, without their names.

Names are only those that the viewer may read anyway (`people.policy`); everybody else is counted, and small groups
stay hidden (`people.small_groups`). The number of queries is the same for ten people and for ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from drafts.differing import Difference
from drafts.impact_counts import BEGUN, At, Levels, affected, people_at, places_on
from drafts.impact_rules import Band, crossings
from ladders.changes.stage_view import for_stage
from ladders.chart import Chart
from ladders.models import Ladder, Path
from ladders.published import chart_of
from ladders.version_words import Case, case_of, own_sentence
from people.models import Person
from people.policy import Ability, subjects
from people.small_groups import answers, part, told

MOST_NAMES = 30
SHORT: dict[Case, str | Promise] = {
    Case.GONE: _("no longer there"),
    Case.NEW: _("new"),
    Case.BOTH: _("asks %(more)d more, %(less)d less"),
    Case.MORE: _("asks %(more)d more"),
    Case.LESS: _("asks %(less)d less"),
    Case.WORDS: _("other words"),
    Case.OTHER: _("asks the same"),
    Case.NOTHING: _("as before"),
}


@dataclass(frozen=True, slots=True)
class Turned:
    """Expectations that are met now and no longer then, or the other way round: whether there can be any, and how
    many at least (None: hidden).
    """

    possible: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """People at one stage with one aim (titles; "": no aim): how many at least (None: hidden), and what changes for
    them.
    """

    stage: str
    aim: str
    people: int | None
    stage_says: str
    aim_says: str
    lost: Turned
    gained: Turned
    touched: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whose place the viewer may read, and what changes for them, in sentences."""

    person: Person
    said: tuple[SafeString, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """A kind of thing that people have begun under an older version, and how many people at least (None: hidden)."""

    what: str | Promise
    count: int | None


@dataclass(frozen=True, slots=True)
class Impact:
    """Everybody on the ladder: `named`, and of all others how many `people` at least (None: hidden), in `groups`."""

    people: int | None
    groups: tuple[Group, ...]
    named: tuple[Named, ...]
    begun: tuple[Begun, ...]

    @property
    def touched(self) -> tuple[Group, ...]:
        """Those for whose stage or aim anything changes."""
        return tuple(group for group in self.groups if group.touched)

    @property
    def untouched(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if not group.touched)


def impact(found: Difference, after: Chart, viewer: Person) -> Impact:
    """Whom publishing touches; five queries."""
    ladder, before = found.before.ladder, chart_of(found.before.pk)
    places = places_on(ladder)
    readable = subjects(viewer, Ability.READ_PLACE).values("pk")
    others = places.exclude(person__in=readable)
    counts = people_at(others)
    own = list(places.filter(person__in=readable).select_related("person").order_by("person__name"))
    return Impact(
        people=told(counts).everybody,
        groups=tuple(groups(found, before, after, counts, others)),
        named=tuple(named(found, path) for path in own[:MOST_NAMES]),
        begun=tuple(begun(ladder, sum(counts.values()) + len(own))),
    )


def groups(
    found: Difference, before: Chart, after: Chart, counts: Mapping[At, int], others: QuerySet[Path]
) -> Iterator[Group]:
    """The people by stage and aim, in the order of the ladder."""
    crossed = {aim: crossings(before, after, aim) for _stage, aim in counts}
    lost = affected(others, {aim: one.lost for aim, one in crossed.items()})
    gained = affected(others, {aim: one.gained for aim, one in crossed.items()})
    shown, titles = told(counts).groups, titles_of(found)
    for stage, aim in in_order(counts, titles):
        at = (stage, aim)
        known = counts[at] if shown[at] else 0  # of a hidden group nothing is told
        yield Group(
            stage=titles.get(stage, stage),
            aim=titles.get(aim, aim),
            people=shown[at],
            stage_says=says(found, stage),
            aim_says=says(found, aim) if aim else "",
            lost=turned(crossed[aim].lost, lost, at, known),
            gained=turned(crossed[aim].gained, gained, at, known),
            touched={case(found, slug) for slug in at} != {Case.NOTHING},
        )


def titles_of(found: Difference) -> dict[str, str]:
    """What the stages of both versions are called, by id: as it will be, in that order, then what is gone."""
    titles = {stage.id: stage.title for stage in found.new.stages}
    return titles | {stage.id: stage.title for stage in found.old.stages if stage.id not in titles}


def in_order(found: Iterable[At], titles: Iterable[str]) -> list[At]:
    order = {slug: place for place, slug in enumerate(titles)}
    return sorted(found, key=lambda at: [(order.get(slug, len(order)), slug) for slug in at])


def case(found: Difference, stage: str) -> Case:
    """What becomes of a stage (id); nothing for one that neither version has, and for no stage at all."""
    there = for_stage(found.changes, found.old, found.new, stage)
    return case_of(there) if there else Case.NOTHING


def says(found: Difference, stage: str) -> str:
    """What changes at a stage (id), in a few words."""
    there = for_stage(found.changes, found.old, found.new, stage)
    if there is None:
        return ""
    return str(SHORT[case_of(there)]) % {"more": len(there.more), "less": len(there.less)}


def turned(bands: tuple[Band, ...], found: Mapping[At, Levels] | None, at: At, people: int) -> Turned:
    """What may be told of a group of `people`; of too few, or 0, nothing."""
    return Turned(bool(bands), answers((found or {}).get(at, {}), people))


def named(found: Difference, path: Path) -> Named:
    """Somebody with the sentences about their stage and their aim."""
    sentences = []
    for stage, aimed in ((path.stage, False), (path.aim, True)):
        there = for_stage(found.changes, found.old, found.new, stage) if stage else None
        if there:
            sentences.append(own_sentence(there, aimed=aimed).html(found.changes.language))
    return Named(path.person, tuple(sentences))


def begun(ladder: Ladder, people: int) -> Iterator[Begun]:
    """What is open under older versions; `people` are on the ladder. That nobody has begun anything can be told."""
    for what, count in BEGUN:
        number = count(ladder)
        yield Begun(what, number and part(number, max(number, people)))
