"""Small charts for tests, written the way people draw them: one line for each skill."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ladders.chart import Category, Chart, Descriptor, Expectation, Level, Skill, Stage, Statement
from ladders.gaps import Gap
from ladders.needs import All, Needs
from ladders.rows import Row
from ladders.rungs import text_expects
from ladders.standing import Basis, Held

NAMES = ("Not yet", "Learning", "Contributing", "Owning", "Leading", "Shaping")
SCALE = tuple(Level(number, name, f"scale {number}") for number, name in enumerate(NAMES))
DAY = date(2026, 6, 4)


def stages_of(ways: Mapping[str, str], **more: Mapping[str, Any]) -> tuple[Stage, ...]:
    """`{"pm": "senior", "senior": ""}`: each stage with those it leads on to; `more` is what else a stage has."""
    return tuple(
        Stage(slug, f"pid-{slug}", slug.title(), **({"next": tuple(onward.split())} | dict(more.get(slug, {}))))
        for slug, onward in ways.items()
    )


def expected(written: str) -> Expectation:
    """`4`: required, `(2)`: welcome, `4!`: must-have, `4x3`: weight 3, `4!x3`: both."""
    level, _, weight = written.partition("x")
    return Expectation(
        level=int(level.strip("()!")),
        required=not level.startswith("("),
        must=level.endswith("!"),
        weight=int(weight or 1),
    )


def skill(slug: str, **more: Any) -> Skill:
    """A skill with an anchor for levels 1 to 5, unless told otherwise."""
    levels = {number: Descriptor(f"{slug} {number}") for number in range(1, 6)}
    return Skill(pk=1, pid=f"pid-{slug}", slug=slug, title=slug.title(), **({"levels": levels} | more))


def scaled(
    ways: Mapping[str, str],
    matrix: Mapping[str, Mapping[str, str]],
    *,
    needs: Needs | None = None,
    skills: Iterable[Skill] = (),
    stages: tuple[Stage, ...] = (),
    **more: Any,
) -> Chart:
    """A ladder with a scale from 0 to 5; `matrix` says what each stage expects of a skill (see `expected`)."""
    given = {one.slug: one for one in skills}
    slugs = list(dict.fromkeys([*matrix, *given]))
    expects: dict[str, dict[str, Expectation]] = {}
    for slug, row in matrix.items():
        for stage, written in row.items():
            expects.setdefault(stage, {})[slug] = expected(written)
    settings: dict[str, Any] = {"scale": SCALE} | more
    return Chart(
        version="v1",
        ladder="l1",
        slug="ladder",
        title="Ladder",
        label="1.0",
        needs=needs or All(),
        stages=stages or stages_of(ways),
        skills=tuple(given.get(slug) or skill(slug) for slug in slugs),
        expects=expects,
        **settings,
    )


def texts(ways: Mapping[str, str], at: Mapping[str, Mapping[str, str | Descriptor]], **more: Any) -> Chart:
    """A text ladder; `at` gives the words of each skill by stage."""
    stages = stages_of(ways)
    skills = tuple(
        skill(
            slug,
            levels={},
            at={stage: words if isinstance(words, Descriptor) else Descriptor(words) for stage, words in row.items()},
        )
        for slug, row in at.items()
    )
    settings: dict[str, Any] = {"needs": All()} | more
    return Chart(
        version="v1",
        ladder="l1",
        slug="texts",
        title="Texts",
        label="1.0",
        stages=stages,
        skills=skills,
        expects=text_expects(stages, skills),
        **settings,
    )


def ticks(*keys: str) -> Descriptor:
    """A text made of statements, whose words are their keys."""
    return Descriptor(statements=tuple(Statement(key, f"does {key}") for key in keys))


def agreed(**levels: int) -> dict[str, dict[Basis, Held]]:
    """Levels agreed on one day, by skill."""
    return {slug: {Basis.AGREED: Held(level, DAY)} for slug, level in levels.items()}


def said(own: int | None = None, manager: int | None = None, both: int | None = None) -> dict[Basis, Held]:
    """The ratings of one skill: own on 1 June, the manager's on 2 June, agreed on 4 June."""
    given = {
        Basis.SELF: (own, date(2026, 6, 1)),
        Basis.MANAGER: (manager, date(2026, 6, 2)),
        Basis.AGREED: (both, DAY),
    }
    return {basis: Held(level, day) for basis, (level, day) in given.items() if level is not None}


def slugs(rows: Iterable[Row]) -> list[str]:
    """The skills of some rows."""
    return [row.skill.slug for row in rows]


def by_slug(found: Gap) -> dict[str, Row]:
    """The rows of a gap by skill."""
    return {row.skill.slug: row for row in found.rows}


FORK = {"pm": "senior", "senior": "group principal", "group": "director", "principal": "", "director": ""}
CATEGORIES = (Category("craft", "Craft"), Category("people", "People"), Category("facts", "Facts", rated=False))
