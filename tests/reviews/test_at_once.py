"""Both at the same moment, the same press many times, and somebody else beside them: one clear state each time."""

from __future__ import annotations

import pytest

from assessments.agreeing import StillOpen, fingerprint, say_yes
from assessments.models import Agreement, Appraisal, Assessment, Consent, Ended, Reopening, Standing
from assessments.models.assessment import Submitted
from assessments.reopening import answer, ask
from ladders.chart import Chart
from people.models import Notice, Person
from safeguards.revisions import Stale
from tests.assessments.pages import sent
from tests.cast import Cast
from tests.reviews.pairs import FAR, HERS, HIS, NEAR, ONE, agreed, client_of, opened, part_of, revealed, settle
from tests.safeguards.side_by_side import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("ladder")]
PRESSES = 20


def both_parts(person: Person, assessor: Person) -> tuple[Appraisal, list[Assessment]]:
    review = opened(person, assessor)
    return review, [part_of(review, person, HERS).assessment, part_of(review, assessor, HIS).assessment]


def is_revealed_once(review: Appraisal) -> None:
    review.refresh_from_db()
    assert review.revealed_at is not None
    parts = review.parts()
    assert all(part.submitted_at for part in parts.values())
    assert review.revealed_at == max(part.submitted_at for part in parts.values() if part.submitted_at)
    told = Notice.objects.filter(kind="review_revealed", url=f"/reviews/{review.pid}/")
    assert sorted(told.values_list("person", flat=True)) == sorted([review.person_id, review.assessor_id or 0])
    for kind in ("self", "manager"):
        assert Standing.objects.filter(person=review.person, basis=kind).count() == 24 - (kind == "self")


@pytest.mark.parametrize("names", ["ada bo", "di bo", "eve xena"])
def test_both_submit_at_the_same_moment(cast: Cast, names: str) -> None:
    person, assessor = (getattr(cast, name) for name in names.split())
    review, parts = both_parts(person, assessor)
    assert at_once(lambda number: parts[number].submit(), count=2) == [None, None]
    is_revealed_once(review)


def test_the_same_reveal_pressed_twenty_times(cast: Cast) -> None:
    review, (hers, his) = both_parts(cast.ada, cast.bo)
    hers.submit()
    clients = [client_of(cast.bo) for _press in range(PRESSES)]
    url = f"/assess/{his.pid}/submit/"
    form = sent(clients[0].get(url))
    answers = at_once(lambda number: clients[number].post(url, form), count=PRESSES)
    assert {response.status_code for response in answers} == {302}
    assert {response.headers["Location"] for response in answers} <= {
        f"/reviews/{review.pid}/",
        f"/assess/{his.pid}/",
    }
    is_revealed_once(review)


def test_twenty_presses_of_both(cast: Cast) -> None:
    review, parts = both_parts(cast.ada, cast.bo)

    def press(number: int) -> str:
        try:
            Assessment.objects.get(pk=parts[number % 2].pk).submit()
        except Submitted:
            return "submitted"
        return "done"

    assert sorted(at_once(press, count=PRESSES)) == ["done"] * 2 + ["submitted"] * (PRESSES - 2)
    is_revealed_once(review)


def test_called_off_or_revealed_and_never_both(cast: Cast) -> None:
    review, (hers, his) = both_parts(cast.ada, cast.bo)
    hers.submit()

    def act(number: int) -> str:
        try:
            if number:
                Appraisal.objects.get(pk=review.pk).end(by=cast.hal, reason="Reorganisation.")
            else:
                Assessment.objects.get(pk=his.pk).submit()
        except Ended:
            return "ended"
        return "done"

    assert sorted(at_once(act, count=2)) == ["done", "ended"]
    review.refresh_from_db()
    assert (review.revealed_at is None) != (review.ended_at is None)
    assert his.ratings.count() == 24


def test_handed_over_or_submitted_and_the_part_counts_or_stands_still(cast: Cast) -> None:
    review, (_hers, his) = both_parts(cast.ada, cast.bo)

    def act(number: int) -> str:
        try:
            if number:
                Appraisal.objects.get(pk=review.pk).hand_to(cast.cy)
            else:
                Assessment.objects.get(pk=his.pk).submit()
        except Ended:
            return "ended"
        return "done"

    answers = at_once(act, count=2)
    assert answers[1] == "done"
    his.refresh_from_db()
    review.refresh_from_db()
    assert (review.assessor, his.is_draft, review.revealed_at) == (cast.cy, answers[0] == "ended", None)
    assert Assessment.objects.visible_to(cast.cy).count() == 0


def test_a_part_is_begun_once(cast: Cast) -> None:
    review = opened(cast.ada, cast.bo)
    begun = at_once(lambda number: Appraisal.objects.get(pk=review.pk).start_part(cast.bo).pk, count=8)
    assert len(set(begun)) == 1


def test_a_review_is_opened_once(cast: Cast) -> None:
    found = at_once(lambda number: opened(cast.ada, cast.bo).pk, count=8)
    assert (len(set(found)), Appraisal.objects.count()) == (1, 1)


def test_both_say_yes_at_the_same_moment(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, {FAR: 3, NEAR: 3, ONE: "both"})
    people, seen = [cast.ada, cast.bo], fingerprint(review)

    def yes(number: int) -> str:
        try:
            return str(say_yes(Appraisal.objects.get(pk=review.pk), by=people[number % 2], seen=seen))
        except Ended:
            return "agreed before"

    answers = at_once(yes, count=PRESSES)
    assert answers.count("True") == 1
    assert Assessment.objects.filter(kind="agreed").count() == 1
    assert Notice.objects.filter(kind="review_agreed").count() == 2
    assert Standing.objects.filter(person=cast.ada, basis="agreed").count() == 23


def test_a_yes_beside_a_change_never_agrees_to_what_nobody_saw(cast: Cast, ladder: Chart) -> None:
    review = revealed(cast.ada, cast.bo)
    settle(review, ladder, cast.bo, {FAR: 3, NEAR: 3, ONE: "both"})
    seen = fingerprint(review)
    say_yes(review, by=cast.ada, seen=seen)

    def act(number: int) -> str:
        try:
            if number:
                settle(Appraisal.objects.get(pk=review.pk), ladder, cast.ada, {FAR: 5})
            else:
                say_yes(Appraisal.objects.get(pk=review.pk), by=cast.bo, seen=seen)
        except (Ended, Stale, StillOpen) as error:
            return type(error).__name__
        return "done"

    answers = at_once(act, count=2)
    level = Agreement.objects.get(skill=ladder.skill[FAR].pk).level
    if Appraisal.objects.get().agreed_at:
        assert (answers, level) == (["done", "Ended"], 3)
    else:
        assert (answers, level, Consent.objects.count()) == (["Stale", "done"], 5, 0)


def test_two_settle_the_same_skill(cast: Cast, ladder: Chart) -> None:
    review, skill = revealed(cast.ada, cast.bo), ladder.skill[FAR].pk
    people: list[Person] = [cast.ada, cast.bo]

    def act(number: int) -> str:
        try:
            Agreement.settle(review, skill, by=people[number], seen=0, level=number)
        except Stale:
            return "stale"
        return "done"

    assert sorted(at_once(act, count=2)) == ["done", "stale"]
    assert Agreement.objects.count() == 1


def test_opened_again_once(cast: Cast, ladder: Chart) -> None:
    review = agreed(cast.ada, cast.bo, ladder)
    asked = at_once(lambda number: ask(review, by=(cast.ada, cast.bo)[number % 2], reason="Again.").pk, count=6)
    assert len(set(asked)) == 1

    def act(number: int) -> str:
        try:
            new = answer(Reopening.objects.get(), by=cast.hal, accept=number % 2 == 0)
        except Ended:
            return "answered"
        return "opened" if new else "left"

    answers = at_once(act, count=6)
    assert answers.count("answered") == 5
    assert Appraisal.objects.count() == 1 + answers.count("opened")
