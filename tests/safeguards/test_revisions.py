from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.safeguards.side_by_side import at_once

EDITS = 5


def test_writes_what_was_seen(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        cast.ada.revise(1, title="Principal")
    assert (cast.ada.title, cast.ada.revision) == ("Principal", 2)
    cast.ada.refresh_from_db()
    assert (cast.ada.title, cast.ada.revision) == ("Principal", 2)


@pytest.mark.parametrize("seen", [0, 2, 99])
def test_refuses_what_was_not_seen(cast: Cast, seen: int) -> None:
    with pytest.raises(Stale):
        cast.ada.revise(seen, title="Principal")
    assert (cast.ada.title, cast.ada.revision) == ("Product Manager", 1)
    cast.ada.refresh_from_db()
    assert (cast.ada.title, cast.ada.revision) == ("Product Manager", 1)


def test_leaves_other_rows_alone(cast: Cast) -> None:
    cast.ada.revise(1, title="Principal")
    cast.di.refresh_from_db()
    assert (cast.di.title, cast.di.revision) == ("Product Manager", 1)


def test_a_row_that_is_gone_is_stale(cast: Cast) -> None:
    Person.objects.filter(pk=cast.hal.pk).delete()
    with pytest.raises(Stale):
        cast.hal.revise(1, title="Partner")


@pytest.mark.django_db(transaction=True)
def test_no_edit_is_lost() -> None:
    """Eight people count up in one text, five times each; whoever comes too late is told, and tries again."""
    person = PersonFactory.create(title="0")

    def edit(_number: int) -> int:
        done = 0
        while done < EDITS:
            now = Person.objects.get(pk=person.pk)
            try:
                now.describe(name=now.name, called="", title=str(int(now.title) + 1), seen=now.revision)
            except Stale:
                continue
            done += 1
        return done

    assert at_once(edit) == [EDITS] * 8
    person.refresh_from_db()
    assert (person.title, person.revision) == (str(8 * EDITS), 1 + 8 * EDITS)
