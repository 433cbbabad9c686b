from __future__ import annotations

import re

from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from safeguards.ids import ALPHABET, LENGTH, PidConverter, PidField, new_pid


def test_are_random_and_of_one_length() -> None:
    made = {new_pid() for _ in range(2_000)}
    assert len(made) == 2_000
    assert {len(pid) for pid in made} == {LENGTH}
    assert set("".join(made)) == set(ALPHABET)


def test_leave_out_signs_that_look_alike() -> None:
    assert set("0O1Il") & set(ALPHABET) == set()
    assert len(ALPHABET) == len(set(ALPHABET)) == 57


@given(st.text(max_size=40))
def test_the_converter_takes_ids_and_nothing_else(text: str) -> None:
    could_be = len(text) == LENGTH and set(text) <= set(ALPHABET)
    assert bool(re.fullmatch(PidConverter.regex, text)) == could_be


def test_every_id_is_unique_in_its_table_or_in_its_version() -> None:
    """A stage and a way in keep their ids from version to version; everything else has one that nothing else has."""
    fields = [field for model in apps.get_models() for field in model._meta.fields if isinstance(field, PidField)]
    assert sorted(field.model.__name__ for field in fields if not field.unique) == ["Stage", "WayIn"]
    assert len(fields) == 33
