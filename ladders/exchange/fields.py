"""The building blocks of the schema: ids, texts, numbers, switches, and parts that keep their `x-` keys.

A validator here takes what stands in a file (always a string, list or dict) and also plain Python values, so that
the same models can be built from a dict of ints and bools. It raises ValueError with the words the keeper reads.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ladders.exchange.problems import quoted
from ladders.exchange.yaml_guard import Plain

ID_LENGTH = 100
TITLE_LENGTH = 200
TEXT_LENGTH = 100_000
HIGHEST = 100_000  # any number in a file: levels, points, percent

ID = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
WELCOME = re.compile(r"\(([^()]*)\)")
SWITCH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
CONSTANT = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Unknown:
    """Stands in for the value of a key that the part does not know; `known` are the keys it does know."""

    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a stage expects of a skill: a level of 0 (nothing) or more; `required` is False for `(2)`, welcome."""

    level: int
    required: bool = True


def parse_id(value: str) -> str:
    """The id itself, or ValueError."""
    if len(value) > ID_LENGTH:
        raise ValueError(f"an id has at most {ID_LENGTH} characters")
    if not ID.fullmatch(value) or value.startswith("x-"):
        raise ValueError(f'{quoted(value)} is not an id: use letters, digits, "-" and "_", not starting with "x-"')
    if not unicodedata.is_normalized("NFC", value):
        raise ValueError(f"{quoted(value)} is not an id: its letters are not composed (Unicode NFC)")
    return value


def parse_number(value: object) -> int:
    """A whole number of 0 or more as written without leading zeros, or ValueError."""
    shown = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not INTEGER.fullmatch(shown):
        raise ValueError(f"{quoted(shown)} is not a whole number" if shown else "must be a whole number")
    number = int(shown)
    if not 0 <= number <= HIGHEST:
        raise ValueError(f"{number} is out of range: use 0 to {HIGHEST:,}")
    return number


def parse_switch(value: object) -> bool:
    """True or False, or ValueError."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in SWITCH:
        return SWITCH[value.lower()]
    raise ValueError("must be true or false")


def parse_cell(value: object) -> Cell:
    """`3` (required), `(2)` (welcome) or `0` (nothing expected) as a Cell, or ValueError."""
    if isinstance(value, Cell):
        return value
    return _cell(str(value)) if isinstance(value, str) else _cell_of(value)


def _cell_of(value: object) -> Cell:
    welcome = WELCOME.fullmatch(value) if isinstance(value, str) else None
    try:
        level = parse_number(welcome[1] if welcome else value)
    except ValueError as error:
        raise ValueError(f"{error}; write a level such as 3, or (2) if it is only welcome") from None
    if welcome and level == 0:
        raise ValueError("(0) says nothing: a welcome level starts at 1")
    return Cell(level, not welcome)


_cell = lru_cache(maxsize=1000)(_cell_of)  # a ladder has thousands of cells and a few levels


def parse_scalar(value: object) -> object:
    """Any single value: canonical numbers, true, false and null without quotes get their type."""
    single = not isinstance(value, dict | list | tuple)
    if single:
        return thaw(value)
    raise ValueError("must be a single value")


def thaw(value: object) -> object:
    """The value of an `x-` key: as in the file, with canonical ints, bools and null typed where unquoted."""
    if isinstance(value, Plain):
        return int(value) if INTEGER.fullmatch(value) else CONSTANT.get(value, str(value))
    if isinstance(value, dict):
        # Keys stay words: in the database they are JSON, which knows no other keys.
        return {str(key): thaw(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(thaw(item) for item in value)
    return value


def _title(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    if len(value) > TITLE_LENGTH or "\n" in value:
        raise ValueError(f"must be one line of at most {TITLE_LENGTH} characters")
    return value


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty")
    if len(value) > TEXT_LENGTH:
        raise ValueError(f"is longer than {TEXT_LENGTH:,} characters")
    return value


def _count(value: int) -> int:
    if value < 1:
        raise ValueError("must be 1 or more")
    return value


Id = Annotated[str, AfterValidator(parse_id)]
Title = Annotated[str, AfterValidator(_title)]
Text = Annotated[str, AfterValidator(_text)]
Number = Annotated[int, BeforeValidator(parse_number)]
Count = Annotated[Number, AfterValidator(_count)]
Switch = Annotated[bool, BeforeValidator(parse_switch)]
Expected = Annotated[Cell, BeforeValidator(parse_cell)]
Scalar = Annotated[object, BeforeValidator(parse_scalar)]
Ids = tuple[Id, ...]
Texts = tuple[Text, ...]


class Part(BaseModel):
    """A mapping of the file. Its `x-` keys are in `extra`; a key without a value counts as not given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    extra: Mapping[str, object] = Field(default_factory=dict, alias="x-")

    NEVER_BLANK: ClassVar[frozenset[str]] = frozenset()  # keys whose missing value must not count as not given

    @classmethod
    def expand(cls, value: Any) -> Any:
        """The long form of a value that may be written shorter."""
        return value

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys of the part as they stand in a file, in writing order."""
        return tuple(field.alias or name for name, field in cls.model_fields.items() if name != "extra")

    @model_validator(mode="before")
    @classmethod
    def _sort(cls, value: Any) -> Any:
        value = cls.expand(value)
        if not isinstance(value, dict):
            return value
        known = cls.keys()
        blank = {key for key, item in value.items() if item in ("", None)} - cls.NEVER_BLANK
        given = {key: item for key, item in value.items() if key in known and key not in blank}
        extra, unknown = {}, {}
        for key, item in value.items():
            if key in known:
                continue
            if isinstance(key, str) and key.startswith("x-"):
                extra[str(key)] = thaw(item)
            else:
                unknown[key] = Unknown(known)
        return {**given, **unknown, "x-": extra}


KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


class Table(Part, Generic[KeyT, ValueT]):
    """A mapping whose keys are ids or levels: `rows` in the order of the file, `extra` with the `x-` keys."""

    rows: Mapping[KeyT, ValueT] = Field(default_factory=dict, alias="=rows")

    @classmethod
    def expand(cls, value: Any) -> Any:
        """`{a: 1, x-b: 2}` as `{=rows: {a: 1}, x-b: 2}`."""
        if not isinstance(value, dict):
            return value
        extra = {key: item for key, item in value.items() if isinstance(key, str) and key.startswith("x-")}
        return {"=rows": {key: item for key, item in value.items() if key not in extra}, **extra}

    def __bool__(self) -> bool:
        return bool(self.rows or self.extra)
