"""What the page of a session shows, to whoever facilitates it and to each manager in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from assessments.models import Assessment
from calibration.models import Chair, Entry, RatingChange, Session
from calibration.picture import strip
from calibration.spread import Spread
from calibration.wording import Words, own_tendency, tendency_of
from ladders.chart import Skill
from ladders.translations import read_chart
from people.models import Person


@dataclass(frozen=True, slots=True)
class Own:
    """The reader's rating of one of their people: as it was given, and as it was changed ("" if it was not)."""

    person: Person
    rating: str
    given: str
    now: str


@dataclass(frozen=True, slots=True)
class Row:
    """One skill."""

    skill: Skill
    told: Spread
    words: str
    picture: SafeString
    own: tuple[Own, ...]


@dataclass(frozen=True, slots=True)
class Manager:
    """A manager in the session, and in words how they rate; "" where the reader is not to know."""

    person: Person
    me: bool
    rates: str


class SessionPage:
    """A session as `viewer` sees it."""

    def __init__(self, session: Session, viewer: Person) -> None:
        self.session, self.viewer = session, viewer
        self.chart = read_chart(session.version_id)
        self.words = Words(self.chart)

    @property
    def facilitates(self) -> bool:
        return self.session.facilitator_id == self.viewer.pk

    @cached_property
    def chairs(self) -> list[Chair]:
        """What the reader is told about how managers rate: about all as the facilitator, else about themselves."""
        found = Chair.objects.visible_to(self.viewer).filter(session=self.session)
        return list(found.select_related("manager").order_by("manager__name", "pk"))

    @cached_property
    def is_manager(self) -> bool:
        return any(chair.manager_id == self.viewer.pk for chair in self.chairs)

    @property
    def managers(self) -> list[Manager]:
        """Everybody in it, by name."""
        known = {chair.manager_id: tendency_of(chair.steps) for chair in self.chairs if self.facilitates}
        chairs = self.session.chairs.select_related("manager").order_by("manager__name", "pk")
        people = [chair.manager for chair in chairs]
        return [Manager(person, person.pk == self.viewer.pk, known.get(person.pk, "")) for person in people]

    @property
    def tendency(self) -> str:
        """How the reader rates, in words; "" for somebody who rates nobody here."""
        mine = next((chair for chair in self.chairs if chair.manager_id == self.viewer.pk), None)
        return own_tendency(mine.steps) if mine else ""

    @cached_property
    def own(self) -> list[Assessment]:
        """The reader's own ratings of those they may read about still."""
        if not self.is_manager:
            return []
        entries = Entry.objects.visible_to(self.viewer).filter(session=self.session)
        rows = entries.select_related("assessment__person").order_by("assessment__person__name", "pk")
        return [entry.assessment for entry in rows]

    @property
    def kept_back(self) -> int:
        """How many reviews of the reader's are in it that they may not read any more, or not now."""
        return self.session.entries.filter(assessment__assessor=self.viewer).count() - len(self.own)

    @cached_property
    def changed(self) -> dict[tuple[int, int], int | None]:
        """Assessment and skill (primary keys) → the level of the last change."""
        if not self.own:
            return {}
        rows = RatingChange.objects.visible_to(self.viewer).filter(entry__session=self.session).order_by("number")
        named = ("entry__assessment", "skill", "after")
        return {(rating, skill): after for rating, skill, after in rows.values_list(*named)}

    @cached_property
    def rows(self) -> list[Row]:
        """Every skill that was rated, in the ladder's order; the words say what the picture shows."""
        given: defaultdict[int, list[tuple[Assessment, int | None]]] = defaultdict(list)
        for rating in self.own:
            for skill, level in (rating.levels or {}).items():
                given[int(skill)].append((rating, level))
        skills = [skill for skill in self.chart.skills if str(skill.pk) in self.session.told or skill.pk in given]
        return [self.row(skill, given.get(skill.pk, [])) for skill in skills]

    def row(self, skill: Skill, given: list[tuple[Assessment, int | None]]) -> Row:
        kept = self.session.told.get(str(skill.pk))
        told = Spread.from_json(kept) if kept else Spread()
        place = {level: number for number, level in enumerate(self.words.levels)}
        marks = {
            place[level]
            for level in (self.changed.get((rating.pk, skill.pk), level) for rating, level in given)
            if level in place
        }
        return Row(
            skill=skill,
            told=told,
            words=self.words.spread(told),
            picture=strip(told, len(place), marks),
            own=tuple(self.own_rows(skill, given)),
        )

    def own_rows(self, skill: Skill, given: list[tuple[Assessment, int | None]]) -> Iterator[Own]:
        for rating, level in given:
            key = (rating.pk, skill.pk)
            now = self.words.level(self.changed[key]) if key in self.changed else ""
            yield Own(rating.person, rating.pid, self.words.level(level), now)

    @property
    def told(self) -> list[Row]:
        """The skills of which something is told."""
        return [row for row in self.rows if not row.told.is_hidden]

    @property
    def hidden(self) -> list[Row]:
        return [row for row in self.rows if row.told.is_hidden]

    @property
    def tells_middle(self) -> bool:
        return any(row.told.middle for row in self.told)

    @property
    def tells_counts(self) -> bool:
        return any(row.told.cells for row in self.told)

    @property
    def scale(self) -> str:
        """From which level to which a strip goes, in words."""
        ends = {"low": self.words.place(0), "high": self.words.place(len(self.words.levels) - 1)}
        return _("Each strip goes from %(low)s on the left to %(high)s on the right.") % ends

    @property
    def people(self) -> list[Person]:
        """Whom the page tells the reader something about."""
        rated = [rating.person for rating in self.own]
        return [*rated, *(chair.manager for chair in self.chairs)]
