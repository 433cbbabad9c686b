"""The shape of a `ladder/1` file. The models say what may stand where; `check` says what fits together.

Every model takes the mapping of the file (`LadderFile.model_validate(dict)`; ints and bools are welcome too), keeps
the order of the file and is frozen. What is not given is "", (), an empty table or None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from ladders.exchange.fields import (
    Count,
    Expected,
    Id,
    Ids,
    Number,
    Part,
    Scalar,
    Switch,
    Table,
    Text,
    Texts,
    Title,
)
from ladders.exchange.ways import leads_on
from ladders.exchange.ways_in import WayIn
from ladders.exchange.wording import Descriptor, Entries
from ladders.needs import All, Miss, Needs, Points, Share

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
RULES = "must be all, {share: 80}, {points: 36} or {miss: {skills: 1, by: 1}}"
LANGUAGE_LENGTH = 35
HIGHEST_LEVEL = 10_000
LIMITS = {
    "scale": 100,
    "phases": 300,
    "tracks": 300,
    "stages": 300,
    "beyond": 300,
    "categories": 300,
    "skills": 2000,
    "x-steps": 1000,
    "x-ways-in": 300,
}


def _format(value: str) -> str:
    if value != "ladder/1":
        raise ValueError("must be ladder/1, the only format there is")
    return value


def _language(value: str) -> str:
    if len(value) > LANGUAGE_LENGTH or not LANGUAGE.fullmatch(value):
        raise ValueError("must be a language code such as en or pt-BR")
    return value


def _weight(value: int) -> int:
    if value not in (1, 2, 3):
        raise ValueError("a weight is 1, 2 or 3")
    return value


def _percent(value: int) -> int:
    if not 1 <= value <= 100:
        raise ValueError("a share is 1 to 100 percent")
    return value


Weight = Annotated[Number, AfterValidator(_weight)]
Percent = Annotated[Number, AfterValidator(_percent)]


def _level(value: int) -> int:
    if value > HIGHEST_LEVEL:
        raise ValueError(f"{value} is out of range: a level is 0 to {HIGHEST_LEVEL:,}")
    return value


class Level(Part):
    """One level of the scale. `partial` is kept as it stands."""

    level: Annotated[Number, AfterValidator(_level)]
    name: Title
    text: Text = ""
    points: Number | None = None
    partial: Scalar = None


def _ascending(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """The lowest level first, however the file has them."""
    return tuple(sorted(levels, key=lambda level: level.level))


class Allowance(Part):
    """Up to `skills` expectations may be missed, by `by` levels each."""

    skills: Count
    by: Count


class Rule(Part):
    """The key `needs`: exactly one of `all`, `share`, `points` and `miss` (with `above`)."""

    all: Switch = False
    share: Percent | None = None
    points: Number | None = None
    miss: Allowance | None = None
    above: Number | None = None

    @classmethod
    def expand(cls, value: Any) -> Any:
        """The word `all` as a mapping."""
        if isinstance(value, str) and value != "all":
            raise ValueError(RULES)
        return {"all": True} if value == "all" else value

    @model_validator(mode="after")
    def _exactly_one(self) -> Rule:
        given = (self.all, self.share is not None, self.points is not None, self.miss is not None)
        if sum(given) != 1:
            raise ValueError(RULES)
        if self.above is not None and self.miss is None:
            raise ValueError("above goes with miss: {miss: {skills: 1, by: 1}, above: 1}")
        return self

    @property
    def needs(self) -> Needs:
        """The rule as the gap rules know it."""
        if self.share is not None:
            return Share(self.share)
        if self.points is not None:
            return Points(self.points)
        if self.miss is not None:
            return Miss(self.miss.skills, self.miss.by, self.above or 0)
        return All()


class Role(Part):
    """Another title held at a stage or in a phase; `focus` are skill ids."""

    title: Title
    text: Text = ""
    focus: Ids = ()


class Phase(Part):
    """A part of a career, such as early, middle and late."""

    id: Id
    title: Title
    text: Text = ""
    roles: tuple[Role, ...] = ()


class Track(Part):
    """One of the ways after a fork."""

    id: Id
    title: Title
    text: Text = ""


class Category(Part):
    """A group of skills."""

    id: Id
    title: Title
    text: Text = ""
    rated: Switch = True


class Stage(Part):
    """One stage. `next` is None where the file leaves it to the default; see `LadderFile.leads_on`.

    `must` (key `x-must`) are the skills that no rule lets anyone miss here; `weights` (key `x-weights`) say how
    much a skill counts here: 1, 2 or 3. `tries` (key `x-try`) are ways to try the work before choosing it.
    """

    id: Id
    title: Title
    phase: Id = ""
    track: Id = ""
    rank: Title = ""
    next: Ids | None = None
    moves: Ids = ()
    needs: Rule | None = None
    must: Ids = Field(default=(), alias="x-must")
    weights: Mapping[Id, Weight] = Field(default_factory=dict, alias="x-weights")
    facts: Entries = ()
    roles: tuple[Role, ...] = ()
    text: Text = ""
    does: Texts = ()
    success: Texts = ()
    tries: Texts = Field(default=(), alias="x-try")

    NEVER_BLANK = frozenset({"next"})  # an end is `next: []`; nothing at all could mean the default as well


class Beyond(Part):
    """A place to go after the ladder; `from_` (key `from`) are the stages people leave from.

    `focus` (key `x-focus`) are the skills it leans on, `tries` (key `x-try`) ways to try it before leaving.
    """

    id: Id
    title: Title
    from_: Ids = Field(default=(), alias="from")
    text: Text = ""
    focus: Ids = Field(default=(), alias="x-focus")
    tries: Texts = Field(default=(), alias="x-try")


class Skill(Part):
    """A skill. `category` is an id where the file lists its categories, otherwise any name."""

    id: Id
    title: Title
    category: Title = ""
    text: Text = ""
    core: Switch = False
    rated: Switch = True
    ref: Text = ""
    also: Texts = ()
    measures: Texts = ()
    links: Entries = ()
    levels: Table[Number, Descriptor] = Field(default_factory=Table[Number, Descriptor])
    at: Table[Id, Descriptor] = Field(default_factory=Table[Id, Descriptor])


class Step(Part):
    """How the job changes between two stages (top-level key `x-steps`): what to stop, start and keep doing."""

    from_: Id = Field(alias="from")
    to: Id
    stop: Texts = ()
    start: Texts = ()
    keep: Texts = ()

    @model_validator(mode="after")
    def _says_something(self) -> Step:
        if not (self.stop or self.start or self.keep):
            raise ValueError("is empty: list what to stop, start or keep, or leave the step out")
        return self


Row = Table[Id, Expected]


class LadderFile(Part):
    """A whole file: a ladder, or a library of skills if it has no stages.

    `expects.rows[skill].rows[stage]` is a Cell; a Cell of level 0 says "nothing", as does a missing one. Ids
    that belong to the library named in `uses` are not checked here.
    """

    format: Annotated[str, AfterValidator(_format)]
    id: Id
    title: Title
    category: Title = ""
    version: Title = ""
    status: Literal["", "draft", "current", "legacy"] = ""
    language: Annotated[str, AfterValidator(_language)] = ""
    license: Title = ""
    source: Text = ""
    summary: Text = ""
    uses: Id = ""
    scale: Annotated[tuple[Level, ...], AfterValidator(_ascending)] = Field(default=(), max_length=LIMITS["scale"])
    needs: Rule | None = None
    assess: Literal["levels", "statements"] = "levels"
    phases: tuple[Phase, ...] = Field(default=(), max_length=LIMITS["phases"])
    tracks: tuple[Track, ...] = Field(default=(), max_length=LIMITS["tracks"])
    stages: tuple[Stage, ...] = Field(default=(), max_length=LIMITS["stages"])
    steps: tuple[Step, ...] = Field(default=(), alias="x-steps", max_length=LIMITS["x-steps"])
    ways_in: tuple[WayIn, ...] = Field(default=(), alias="x-ways-in", max_length=LIMITS["x-ways-in"])
    beyond: tuple[Beyond, ...] = Field(default=(), max_length=LIMITS["beyond"])
    categories: tuple[Category, ...] = Field(default=(), max_length=LIMITS["categories"])
    skills: tuple[Skill, ...] = Field(default=(), max_length=LIMITS["skills"])
    expects: Table[Id, Row] = Field(default_factory=Table[Id, Row])

    @property
    def is_library(self) -> bool:
        """True for skills and scale without stages, for other files to use."""
        return not self.stages

    def leads_on(self) -> dict[str, tuple[str, ...]]:
        """Stage id to the ids of the stages it leads on to, with the default of `next` filled in."""
        return leads_on((stage.id, stage.track, stage.next) for stage in self.stages)
