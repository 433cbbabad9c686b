"""An invented person and what the demo knows about them, as plain values: nothing here knows the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Steps = tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A reporting line to the person with the number `manager`, from `since` up to but not including `until`."""

    manager: int
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A rating of one skill (slug). `level` None: cannot say."""

    skill: str
    level: int | None
    same: bool = False
    energy: str = ""
    situation: str = ""
    no_situation: bool = False


@dataclass(frozen=True, slots=True)
class CheckIn:
    """An assessment of a kind (`self`, `manager`, `agreed`) by a person (number), made on one day.

    `form` is `full` or `quick`; a draft when `submitted` is False.
    """

    kind: str
    by: int
    on: date
    stage: str
    target: str
    form: str
    answers: tuple[Answer, ...]
    submitted: bool = True


@dataclass(frozen=True, slots=True)
class Proof:
    """An item of evidence for skills (slugs)."""

    title: str
    on: date
    strength: str
    skills: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels written by hand: `said` at the last check-ins, oldest first, and what the last talk brought."""

    said: tuple[int | None, ...]
    manager: int | None
    agreed: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A person before anything is told about them.

    `number` counts people from 0; managers have lower numbers than the people who report to them. `steps` are the
    stages (slugs) with the day each was reached, `lines` the reporting lines, oldest first.
    """

    number: int
    address: str
    name: str
    title: str
    joined: date
    steps: Steps = ()
    aim: str = ""
    lines: tuple[Line, ...] = ()
    duties: tuple[str, ...] = ()
    product: str = ""
    # `regular`: checks in every half-year; `draft`: and has one half done; `idle`: has not begun.
    habit: str = "regular"
    called: str = ""
    by_hand: Mapping[str, Levels] | None = None

    def manager_on(self, day: date) -> int | None:
        """The number of the manager on a day."""
        return next((x.manager for x in self.lines if x.since <= day and (x.until is None or day < x.until)), None)

    def stage_on(self, day: date) -> int:
        """The place in `steps` of the stage held on a day (the first one before that)."""
        return max((place for place, (_stage, since) in enumerate(self.steps) if since <= day), default=0)


@dataclass(frozen=True, slots=True)
class Told:
    """A person with everything that happened."""

    figure: Figure
    check_ins: tuple[CheckIn, ...] = ()
    proofs: tuple[Proof, ...] = ()
