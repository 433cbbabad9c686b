"""The evidence that an invented person wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from demo.course import YEARS, Course
from demo.dice import choose
from demo.figures import Proof

MANY = 40
FEW = (5, 13)  # in three years


def proofs(course: Course) -> Iterator[Proof]:
    """Evidence spread over the time the person is here, three years at most; no line twice."""
    first = max(course.figure.steps[0][1], course.today - timedelta(days=365 * YEARS))
    days = (course.today - first).days - 2
    wanted = MANY if course.figure.by_hand else course.between(*FEW, "proofs") * days // (365 * YEARS) + 1
    told: set[str] = set()
    for item in range(wanted if days > 0 else 0):
        # More of the last months than of the first: people write down what is fresh.
        day = course.today - timedelta(days=2 + int(days * course.throw(item, "day") ** 1.7))
        found = proof(course, item, day)
        if found and found.title not in told:
            told.add(found.title)
            yield found


def proof(course: Course, item: int, day: date) -> Proof | None:
    """Item number `item`, about a skill that the stage asks for; None if there is nothing to tell of it."""
    stage, _target = course.stages(day)
    skills = [skill for skill in course.chart.skills if course.need(stage, skill.slug)]
    if not skills:
        return None
    skill = choose(skills, course.seed, course.figure.number, item, "skill")
    found = course.story(skill.slug, course.level(skill.slug, day), item, day)
    if found is None:
        return None
    strength, title = found
    beside = [other.slug for other in skills if other.category == skill.category and other is not skill]
    also = (choose(beside, course.seed, title),) if beside and course.throw(item, "also") < 0.25 else ()
    where = f"https://example.org/{course.figure.product.lower().replace(' ', '-')}/{skill.slug}-{item + 1}"
    return Proof(title, day, strength, (skill.slug, *also), where if strength == "artefact" else "")
