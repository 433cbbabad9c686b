"""The verbs of an assessment: start, submit, discard; frozen is frozen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from assessments.models import Assessment, Rating, Standing
from assessments.models.assessment import Submitted
from assessments.sealing import digest
from ladders.chart import Chart
from ladders.models import Version
from ladders.questions import Form
from people.models import Person
from people.policy import Ability
from safeguards.revisions import Stale
from tests.assessments.litany import SUBMITTED, agreed, answer, answer_all, draft, new_version, rated
from tests.cast import Cast


def at_once(*acts: Callable[[], object]) -> list[BaseException | None]:
    """What each act raised, all of them begun at the same moment on connections of their own."""
    start, raised = Barrier(len(acts)), dict[int, BaseException | None]()

    def run(number: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
            raised[number] = None
        except (Submitted, Stale) as error:
            raised[number] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [raised[number] for number in range(len(acts))]


def again(assessment: Assessment) -> Assessment:
    """The same row as another request has it in its hands."""
    return Assessment.objects.get(pk=assessment.pk)


def test_there_is_one_draft(ada: Person) -> None:
    first = draft(ada).assessment
    second = draft(ada, form=Form.QUICK, stage="vp", target="").assessment
    assert (second.pk, second.form, second.stage) == (first.pk, Form.FULL, "product-manager")
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(
            person=ada, assessor=ada, kind="self", ladder=first.ladder, version=first.version, stage="vp", form="full"
        )


def test_after_submitting_or_discarding_a_new_one_is_started(ada: Person) -> None:
    first = draft(ada).assessment
    first.submit()
    draft(ada).assessment.discard()
    third = draft(ada).assessment
    assert list(Assessment.objects.order_by("pk")) == [first, third]


def test_submitting_freezes_what_was_answered(ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"delivery": 4, "vision": None})
    sheet.assessment.submit(at=SUBMITTED)
    done = again(sheet.assessment)
    delivery, vision = (ladder.skill[slug].pk for slug in ("delivery", "vision"))
    assert (done.submitted_at, done.submitted_day, done.is_draft) == (SUBMITTED, date(2024, 3, 8), False)
    assert done.levels == {str(delivery): 4, str(vision): None}
    assert done.digest == digest(
        Version.objects.get().digest, sorted([(delivery, 4, "", False), (vision, None, "", False)])
    )
    assert Standing.rebuild([done])[0].said == (ada.pk, delivery, "self", 4, date(2024, 3, 8))


def test_submitted_twice_it_is_refused_and_nothing_moves(ada: Person) -> None:
    sheet = answer(draft(ada), {"delivery": 4})
    other = again(sheet.assessment)
    sheet.assessment.submit(at=SUBMITTED)
    with pytest.raises(Submitted):
        other.submit()
    with pytest.raises(Submitted):
        sheet.assessment.submit()
    with pytest.raises(Submitted):
        other.discard()
    assert again(other).submitted_at == SUBMITTED


def test_a_draft_that_was_discarded_meanwhile_is_stale(ada: Person, ladder: Chart) -> None:
    sheet = answer(draft(ada), {"delivery": 4})
    mine = again(sheet.assessment)
    sheet.assessment.discard()
    for act in (mine.submit, mine.discard):
        with pytest.raises(Stale):
            act()
    with pytest.raises(Stale):
        Rating.answer(mine, ladder.skill["delivery"].pk, seen=1, writer="w", level=1)
    assert not Assessment.objects.exists()


def test_a_draft_has_no_day(ada: Person) -> None:
    with pytest.raises(ValueError, match="no day"):
        _ = draft(ada).assessment.submitted_day


def test_frozen_and_levels_go_together(ada: Person) -> None:
    sheet = draft(ada)
    halves: list[dict[str, object]] = [{"submitted_at": SUBMITTED}, {"levels": {}}]
    for values in halves:
        with pytest.raises(IntegrityError), transaction.atomic():
            Assessment.objects.filter(pk=sheet.assessment.pk).update(**values)


@pytest.mark.parametrize(
    "change",
    [
        {"level": 3},
        {"level": None},
        {"situation": "Shipped it."},
        {"same": True},
    ],
)
def test_the_digest_changes_with_any_answer(ada: Person, change: dict[str, object]) -> None:
    digests = []
    for values in ({}, change, {}):
        sheet = answer(draft(ada), {"delivery": 4, "vision": 2})
        if values:
            sheet.assessment.ratings.filter(skill__slug="delivery").update(**values)
        sheet.assessment.submit()
        digests.append(sheet.assessment.digest)
    assert (digests[0] == digests[2], digests[0] == digests[1]) == (True, False)


def test_the_digest_changes_with_the_skills_and_with_the_version(ada: Person) -> None:
    made = [rated(ada, levels) for levels in ({"delivery": 4}, {"vision": 4}, {"delivery": 4, "vision": 4}, {})]
    new = new_version(delivery="title: Execution and delivery → title: Delivering")
    later = Assessment.start(ada, version=new, stage="product-manager", target="", form=Form.FULL)
    answers = made[0].ratings.get()
    later.ratings.create(skill=answers.skill, level=4)
    later.submit()
    assert len({done.digest for done in [*made, later]}) == 5


def test_the_digest_is_the_same_for_the_same_answers_in_any_order(ada: Person) -> None:
    one = rated(ada, {"delivery": 4, "vision": 2})
    other = rated(ada, {"vision": 2, "delivery": 4})
    assert one.digest == other.digest


@pytest.mark.django_db(transaction=True)
def test_submitted_in_two_windows_at_once_it_freezes_once(ada: Person) -> None:
    sheet = answer_all(draft(ada))
    raised = at_once(*(again(sheet.assessment).submit for _ in range(2)))
    assert sorted(map(type, raised), key=str) == sorted([type(None), Submitted], key=str)
    assert Standing.objects.count() == 24


@pytest.mark.django_db(transaction=True)
def test_what_is_frozen_is_what_was_saved_last(ada: Person, ladder: Chart) -> None:
    delivery = ladder.skill["delivery"].pk
    for _ in range(5):
        sheet = answer_all(draft(ada))
        mine = again(sheet.assessment)

        def change(level: int, mine: Assessment = mine) -> None:
            Rating.answer(mine, delivery, seen=1, writer="one form", level=level)

        raised = at_once(
            lambda: change(1), lambda: change(2), again(mine).submit, lambda: change(4), lambda: change(5)
        )
        assert {type(error) for error in raised} <= {type(None), Submitted}
        assert raised[2] is None
        done = again(mine)
        assert done.levels == {str(skill): level for skill, level in done.ratings.values_list("skill_id", "level")}
        assert Standing.objects.get(skill=delivery).level == done.ratings.get(skill=delivery).level


@pytest.mark.django_db(transaction=True)
def test_started_in_two_windows_at_once_there_is_one(ada: Person) -> None:
    assert at_once(*(lambda: draft(ada) for _ in range(3))) == [None] * 3
    assert Assessment.objects.count() == 1


def test_who_reads_which(cast: Cast, ada: Person) -> None:
    own = rated(ada, {"delivery": 4})
    result = agreed(ada, {"delivery": 3}, cast.bo)
    managers = rated(ada, {"delivery": 2}, kind=Assessment.Kind.MANAGER, assessor=cast.bo)
    open_one = draft(ada).assessment

    def seen_by(person: Person, *kinds: Assessment.Kind) -> set[Assessment]:
        return set(Assessment.objects.visible_to(person, *kinds))

    assert seen_by(ada) == {own, open_one, result}
    assert seen_by(ada, Assessment.Kind.SELF) == {own, open_one}
    assert seen_by(ada, Assessment.Kind.MANAGER) == set()
    assert seen_by(cast.bo) == {result}
    assert seen_by(cast.bo, Assessment.Kind.SELF) == set()
    assert [seen_by(other) for other in (cast.cy, cast.di, cast.eve, cast.hal, cast.lin, cast.root)] == [set()] * 6
    assert Assessment.objects.filter(pk=managers.pk).exists()


def test_a_new_manager_reads_what_is_agreed_in_their_own_time(cast: Cast, ada: Person) -> None:
    before = agreed(ada, {"delivery": 3}, cast.xena, at=datetime(2021, 2, 1, 9, tzinfo=UTC))
    since = agreed(ada, {"delivery": 4}, cast.bo, at=datetime(2021, 4, 1, 9, tzinfo=UTC))
    assert set(Assessment.objects.visible_to(cast.bo)) == {since}
    assert set(Assessment.objects.visible_to(cast.xena)) == set()
    assert (before.ability(), since.ability()) == (Ability.READ_SELF_ASSESSMENT, Ability.READ_AGREED)


def test_the_latest_come_first(ada: Person) -> None:
    days = [datetime(2024, month, 1, tzinfo=UTC) for month in (3, 1, 2)]
    made = [rated(ada, {}, at=day) for day in days]
    assert list(Assessment.objects.submitted().latest_first()) == [made[0], made[2], made[1]]
