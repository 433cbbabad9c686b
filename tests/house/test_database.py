"""The tables: constraints and indexes with names that people gave, and migrations that match the models."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from tests.house.source import APPS

OWN = [model for model in apps.get_models() if model._meta.app_label in APPS]


def test_constraints_and_indexes_have_names() -> None:
    """Names that say the rule; a generated one ends in six hexadecimal digits and a kind."""
    named = [part.name for model in OWN for part in [*model._meta.constraints, *model._meta.indexes]]
    assert [name for name in named if not name or re.search(r"_[0-9a-f]{6,8}(_idx|_uniq)?$", name)] == []
    assert sorted(named) == sorted(set(named))
    assert max(len(name) for name in named) <= 30


def test_rules_over_several_columns_are_constraints() -> None:
    assert [model.__name__ for model in OWN if model._meta.unique_together] == []


def test_choices_are_short() -> None:
    """Every value that a choice can take fits its column."""
    fields = [
        f for model in OWN for f in model._meta.concrete_fields if isinstance(f, models.CharField) and f.choices
    ]
    long = [f for f in fields if max(len(str(value)) for value, _label in f.flatchoices) > (f.max_length or 0)]
    assert (long, bool(fields)) == ([], True)


def test_no_text_is_null() -> None:
    """One way to say that there is no text."""
    texts = [
        f for model in OWN for f in model._meta.concrete_fields if isinstance(f, models.CharField | models.TextField)
    ]
    assert [str(field) for field in texts if field.null] == []


@pytest.mark.django_db
def test_migrations_match_the_models() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
