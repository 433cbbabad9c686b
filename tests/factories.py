"""Builds what the cast does not have. Every factory saves; days are parameters with a fixed default."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path as File
from typing import Any

from factory.declarations import LazyFunction, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory
from factory.helpers import post_generation

from assessments.models import Assessment, Evidence, Rating
from ladders.exchange import LadderFile, read
from ladders.importing import take_in
from ladders.models import Path, Version
from ladders.questions import Form
from people.models import Person

DEFAULT_LADDER = File(__file__).parent.parent / "ladders/data/product-management.yaml"


def load_default_ladder() -> Version:
    """The default ladder for product managers, in force from today; the same version if it is there already."""
    there = Version.objects.filter(ladder__slug=default_file().id).order_by("-number").first()
    return there or take_in(default_file(), by=None).version


@cache
def default_file() -> LadderFile:
    """The file of the default ladder, read once."""
    file = read(DEFAULT_LADDER.read_bytes(), DEFAULT_LADDER.name).ladder
    assert file is not None
    return file


class PersonFactory(DjangoModelFactory[Person]):
    """Somebody whom nobody knows: active, without password, line, duty or place."""

    class Meta:
        model = Person

    name = Sequence(lambda number: f"Person {number}")
    email = Sequence(lambda number: f"person{number}@example.org")
    title = "Product Manager"
    password = "!"


class PathFactory(DjangoModelFactory[Path]):
    """A product manager who aims for senior; loads the default ladder unless `ladder` is given."""

    class Meta:
        model = Path

    person = SubFactory(PersonFactory)
    ladder = LazyFunction(lambda: load_default_ladder().ladder)
    stage = "product-manager"
    aim = "senior-pm"


class AssessmentFactory(DjangoModelFactory[Assessment]):
    """A draft against the default ladder: a self-assessment unless `kind` and `assessor` say otherwise.

    `levels={"delivery": 3, "vision": None}` (skill slug → level, None: cannot say) adds the ratings, and
    `submitted=datetime` submits it at that moment with all that follows.
    """

    class Meta:
        model = Assessment
        skip_postgeneration_save = True

    person = SubFactory(PersonFactory)
    assessor = SelfAttribute("person")
    kind = Assessment.Kind.SELF
    version = LazyFunction(load_default_ladder)
    ladder = SelfAttribute("version.ladder")
    stage = "product-manager"
    target = "senior-pm"
    form = Form.FULL
    started_at = datetime(2022, 6, 1, 9, tzinfo=UTC)

    @post_generation
    def levels(self: Any, create: bool, extracted: dict[str, int | None] | None, **kwargs: Any) -> None:
        skills = self.version.ladder.library.skills
        for slug, level in (extracted or {}).items():
            Rating._default_manager.create(assessment=self, skill=skills.get(slug=slug), level=level)

    @post_generation
    def submitted(self: Any, create: bool, extracted: datetime | None, **kwargs: Any) -> None:
        if extracted:
            self.submit(at=extracted)


class EvidenceFactory(DjangoModelFactory[Evidence]):
    """One item that somebody saw; `skills=["delivery"]` (slugs of the default ladder) says what it shows."""

    class Meta:
        model = Evidence
        skip_postgeneration_save = True

    person = SubFactory(PersonFactory)
    title = Sequence(lambda number: f"Something that happened, number {number}")
    happened_on = date(2022, 5, 4)
    strength = Evidence.Strength.SEEN

    @post_generation
    def skills(self: Any, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        if extracted:
            library = load_default_ladder().ladder.library
            self.skills.set(library.skills.filter(slug__in=extracted))
