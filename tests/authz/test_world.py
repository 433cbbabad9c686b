"""The world has something to leak in every place where words can stand."""

from __future__ import annotations

import pytest

from tests.authz.sentinels import WITHOUT, missing, text_fields
from tests.authz.table import LINES
from tests.authz.world import CASTS, World

pytestmark = pytest.mark.django_db


def test_every_text_field_holds_a_sentinel(world: World) -> None:
    assert missing(world.secrets.values()) == set(), "build a row of it in world.py, or give a reason in WITHOUT"


def test_no_exception_is_stale() -> None:
    assert set(WITHOUT) - {f"{model._meta.label}.{field.name}" for model, field in text_fields()} == set()


def test_everybody_has_a_life(world: World) -> None:
    """About each person: their card, their answers, their evidence and their sign-in."""
    for name in CASTS:
        person = world.person(name)
        held = {secret.field for secret in world.secrets.values() if secret.about == person}
        assert held >= {
            "people.Person.name",
            "people.Person.email",
            "assessments.Assessment.pid",
            "assessments.Rating.situation",
            "assessments.Evidence.text",
        }


def test_every_thing_of_the_table_is_there(world: World) -> None:
    assert {line.thing for line in LINES if line.thing} - world.things.keys() == set()
