"""Answers: no form overwrites what another one saved, and none is in conflict with itself."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection

from assessments.models import Assessment, Rating
from assessments.models.assessment import Submitted
from ladders.chart import Chart
from people.models import Person
from safeguards.revisions import Stale
from tests.assessments.litany import draft


@pytest.fixture
def open_one(ada: Person) -> Assessment:
    return draft(ada).assessment


@pytest.fixture
def skill(ladder: Chart) -> int:
    return ladder.skill["delivery"].pk


def saved(open_one: Assessment) -> tuple[int | None, int]:
    rating = open_one.ratings.get()
    return rating.level, rating.revision


def test_a_first_answer(open_one: Assessment, skill: int) -> None:
    Rating.answer(open_one, skill, seen=0, writer="a", level=3, same=False, ticked=["x"], energy="gives")
    rating = open_one.ratings.get()
    assert (rating.level, rating.same, rating.ticked, rating.energy, rating.revision, rating.writer) == (
        3,
        False,
        ["x"],
        "gives",
        1,
        "a",
    )


def test_the_same_form_is_never_in_conflict(open_one: Assessment, skill: int) -> None:
    for level in (1, 2, None, 4):
        Rating.answer(open_one, skill, seen=0, writer="a", level=level)
    assert saved(open_one) == (4, 4)


@pytest.mark.parametrize("seen", [0, 2, 9])
def test_another_form_that_saw_something_else_is_stale(open_one: Assessment, skill: int, seen: int) -> None:
    Rating.answer(open_one, skill, seen=0, writer="a", level=1)
    with pytest.raises(Stale):
        Rating.answer(open_one, skill, seen=seen, writer="b", level=5)
    assert saved(open_one) == (1, 1)


def test_once_another_form_has_written_the_first_one_is_stale(open_one: Assessment, skill: int) -> None:
    Rating.answer(open_one, skill, seen=0, writer="a", level=1)
    Rating.answer(open_one, skill, seen=1, writer="b", level=2)
    with pytest.raises(Stale):
        Rating.answer(open_one, skill, seen=0, writer="a", level=3)
    Rating.answer(open_one, skill, seen=1, writer="b", level=4)
    assert saved(open_one) == (4, 3)


def test_forms_without_a_name_have_only_what_they_saw(open_one: Assessment, skill: int) -> None:
    Rating.answer(open_one, skill, seen=0, writer="", level=1)
    with pytest.raises(Stale):
        Rating.answer(open_one, skill, seen=0, writer="", level=2)
    assert saved(open_one) == (1, 1)


def test_frozen_is_frozen(open_one: Assessment, skill: int) -> None:
    Rating.answer(open_one, skill, seen=0, writer="a", level=1)
    stale = Assessment.objects.get(pk=open_one.pk)
    open_one.submit()
    with pytest.raises(Submitted):
        Rating.answer(stale, skill, seen=0, writer="a", level=2)
    with pytest.raises(Submitted):
        Rating.tell(stale, skill, situation="Shipped.", none=False, seen=1, writer="a")
    assert saved(open_one) == (1, 1)


def test_a_situation_belongs_to_the_answer_that_was_seen(open_one: Assessment, skill: int) -> None:
    Rating.answer(open_one, skill, seen=0, writer="a", level=1)
    with pytest.raises(Stale):
        Rating.tell(open_one, skill, situation="Shipped.", none=False, seen=0, writer="b")
    Rating.tell(open_one, skill, situation="Shipped.", none=False, seen=1, writer="b")
    rating = open_one.ratings.get()
    assert (rating.situation, rating.no_situation, rating.level, rating.revision) == ("Shipped.", False, 1, 2)


def test_there_is_no_situation_without_an_answer(open_one: Assessment, skill: int) -> None:
    with pytest.raises(Stale):
        Rating.tell(open_one, skill, situation="Shipped.", none=False, seen=0, writer="a")
    assert not open_one.ratings.exists()


def test_answers_to_other_skills_stay(open_one: Assessment, skill: int, ladder: Chart) -> None:
    other = ladder.skill["vision"].pk
    Rating.answer(open_one, skill, seen=0, writer="a", level=1)
    Rating.answer(open_one, other, seen=0, writer="a", level=2)
    Rating.answer(open_one, other, seen=0, writer="a", level=3)
    assert dict(open_one.ratings.values_list("skill_id", "level")) == {skill: 1, other: 3}


@pytest.mark.django_db(transaction=True)
def test_of_two_forms_that_answer_first_one_is_stale(ada: Person, ladder: Chart) -> None:
    open_one, outcome = draft(ada).assessment, []
    skill = ladder.skill["delivery"].pk

    def answer(writer: str, level: int) -> None:
        try:
            Rating.answer(open_one, skill, seen=0, writer=writer, level=level)
            outcome.append(level)
        except Stale:
            outcome.append(0)
        finally:
            connection.close()

    threads = [Thread(target=answer, args=(writer, level)) for writer, level in (("a", 1), ("b", 2))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcome.count(0) == 1
    assert saved(open_one) == (max(outcome), 1)
