"""Several people at the same moment: a clear state each time, nothing lost, and nobody sees early."""

from __future__ import annotations

import pytest

from assessments.models import Appraisal, Assessment, Ended, Standing
from people.models import Duty
from people.policy import Ability, allows
from reviews.daily import run
from reviews.ending import close_round, end_review
from reviews.handing import hand_over
from reviews.models import Handover, KeptPart, Reminder, Round, RoundPlace
from reviews.models.handover import Settled
from reviews.opening import add_person, open_round
from safeguards.revisions import Stale
from tests.assessments.pages import sent
from tests.cast import Cast
from tests.reviews.rounding import (
    client_of,
    day,
    kept_by,
    opened,
    part_of,
    placed,
    planned,
    review_of,
    submitted,
    told,
)
from tests.safeguards.side_by_side import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("ladder")]


def test_two_of_the_people_team_open_the_same_round(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    cast.root.give(Duty.Kind.PEOPLE)
    made = planned(cast.hal, [cast.ada, cast.di])
    both = [cast.hal, cast.root, cast.hal, cast.root]

    answers = at_once(lambda number: open_round(Round.objects.get(), by=both[number]), count=4)

    assert sorted(answers, key=str) == [2, None, None, None]
    assert (Appraisal.objects.count(), made.places.count()) == (2, 2)
    assert (told(cast.ada), told(cast.bo)) == (["round_opened"], ["round_given"])


def test_two_rounds_that_want_the_same_people_begin_one_review_for_each(cast: Cast) -> None:
    placed(cast.ada, cast.di, cast.eve)
    everybody = [cast.ada, cast.di, cast.eve]
    rounds = [planned(cast.hal, everybody) for _number in range(3)]

    answers = at_once(lambda number: open_round(rounds[number], by=cast.hal), count=3)

    assert sum(number or 0 for number in answers) == 3
    assert Appraisal.objects.open().count() == RoundPlace.objects.count() == 3


def test_somebody_is_added_twice_at_once(cast: Cast) -> None:
    placed(cast.ada)
    made = opened(cast.hal, [])

    answers = at_once(lambda number: add_person(made, cast.ada, by=cast.hal, assessor=None), count=3)

    assert sorted(map(str, answers)) == ["None", "open", "open"]
    assert made.places.count() == 1


def test_both_submit_while_the_round_is_closed(cast: Cast) -> None:
    """Either both parts are revealed, or the review is called off and both keep theirs."""
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada])
    parts = [part_of(review_of(cast.ada), rater) for rater in (cast.ada, cast.bo)]

    def one(number: int) -> str:
        if number == 2:
            return str(close_round(Round.objects.get(), by=cast.hal, end_open=True, reason="Enough"))
        try:
            Assessment.objects.get(pk=parts[number].pk).submit()
        except Ended:
            return "ended"
        return "submitted"

    answers = at_once(one, count=3)

    review = review_of(cast.ada)
    made.refresh_from_db()
    assert made.is_over
    if review.revealed_at:
        assert (answers, review.ended_at) == (["submitted", "submitted", "0"], None)
        assert (KeptPart._default_manager.count(), Standing.objects.count() > 0) == (0, True)
    else:
        assert (answers[2], "ended" in answers[:2], review.state) == ("1", True, "ended")
        assert (KeptPart._default_manager.count(), Standing.objects.count()) == (2, 0)


def test_handed_over_while_the_old_assessor_submits(cast: Cast) -> None:
    """Ada is done. Either Bo's part reveals the review, or it is frozen and Xena begins with an empty list."""
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    submitted(review_of(cast.ada), cast.ada)
    part = part_of(review_of(cast.ada), cast.bo)

    def one(number: int) -> str:
        try:
            if number:
                review = Appraisal.objects.get()
                hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)
            else:
                Assessment.objects.get(pk=part.pk).submit()
        except Ended:
            return "ended"
        return "done"

    answers = at_once(one, count=2)

    review = review_of(cast.ada)
    if answers == ["done", "ended"]:
        assert (review.assessor, review.state, Handover.objects.count()) == (cast.bo, "agreeing", 0)
    else:
        assert answers == ["ended", "done"]
        assert (review.assessor, review.revealed_at, set(review.parts())) == (cast.xena, None, {"self"})
        assert (kept_by(cast.bo).assessment, kept_by(cast.bo).choice) == (part, "")


def test_two_hand_the_same_review_over(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    successors = [cast.xena, cast.cy, cast.eve]

    def one(number: int) -> str:
        try:
            hand_over(Appraisal.objects.get(), to=successors[number], by=cast.hal, reason="X", seen=cast.bo.pid)
        except Stale:
            return "stale"
        return "done"

    answers = at_once(one, count=3)

    assert sorted(answers) == ["done", "stale", "stale"]
    assert review_of(cast.ada).assessor == successors[answers.index("done")]
    assert Handover.objects.count() == 1


def test_handed_over_while_it_is_called_off(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    part_of(review_of(cast.ada), cast.bo, only=3)

    def one(number: int) -> str:
        try:
            if number:
                hand_over(Appraisal.objects.get(), to=cast.xena, by=cast.hal, reason="X", seen=cast.bo.pid)
            else:
                end_review(Appraisal.objects.select_related("person").get(), by=cast.hal, reason="X")
        except Ended:
            return "ended"
        return "done"

    answers = at_once(one, count=2)

    assert answers in (["done", "ended"], ["done", "done"])
    assert review_of(cast.ada).state == "ended"
    assert kept_by(cast.bo).choice == ""  # kept once, for Bo alone, whichever came first


def test_a_reorganisation_in_the_middle_of_a_round(cast: Cast) -> None:
    """Ada changes to Eve while both submit: the assessor stays, and the new manager sees nothing of it."""
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    parts = [part_of(review_of(cast.ada), rater) for rater in (cast.ada, cast.bo)]

    def one(number: int) -> None:
        if number == 2:
            cast.ada.report_to(cast.eve, since=day(0))
        else:
            Assessment.objects.get(pk=parts[number].pk).submit()

    at_once(one, count=3)

    review = review_of(cast.ada)
    assert (review.assessor, review.state) == (cast.bo, "agreeing")
    assert allows(cast.eve, Ability.READ_AGREED, cast.ada)
    assert not Assessment.objects.visible_to(cast.eve).filter(person=cast.ada).exists()
    assert not Appraisal.objects.visible_to(cast.eve).exists()


def test_the_daily_command_runs_twice_at_once(cast: Cast) -> None:
    placed(cast.ada, cast.di)
    opened(cast.hal, [cast.ada], closes_on=day(5), remind_days=[5])
    planned(cast.hal, [cast.di], closes_on=day(5), remind_days=[5])

    done = at_once(lambda number: run(day(0)), count=3)

    assert sum(one.opened for one in done) == 1
    assert Reminder.objects.count() == 3  # Ada, Di and Bo
    assert sum(one.reminded for one in done) == 3
    assert [told(one).count("round_reminder") for one in (cast.ada, cast.di, cast.bo)] == [1, 1, 1]


def test_closed_while_people_are_reminded(cast: Cast) -> None:
    """Whoever was reminded was reminded of a round that was open at that moment."""
    placed(cast.ada)
    made = opened(cast.hal, [cast.ada], closes_on=day(5), remind_days=[5])

    at_once(
        lambda number: run(day(0)) if number else close_round(made, by=cast.hal, end_open=False, reason=""), count=2
    )

    made.refresh_from_db()
    assert made.is_over
    assert told(cast.ada).count("round_reminder") == Reminder.objects.filter(person=cast.ada).count() <= 1
    assert run(day(0)).reminded == 0


def test_given_and_discarded_at_once_one_of_them_counts(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    part_of(review_of(cast.ada), cast.bo, only=3)
    hand_over(review_of(cast.ada), to=cast.xena, by=cast.hal, reason="X", seen=cast.bo.pid)

    def one(number: int) -> str:
        kept = kept_by(cast.bo)
        try:
            kept.give() if number else kept.discard()
        except Settled:
            return "settled"
        return "done"

    answers = at_once(one, count=2)

    assert sorted(answers) == ["done", "settled"]
    given = answers[1] == "done"
    assert Assessment.objects.filter(kind="manager").exists() == given
    assert kept_by(cast.bo).choice == ("given" if given else "discarded")


def test_a_double_click_hands_over_once(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    url = f"/reviews/{review_of(cast.ada).pid}/hand-over/"
    form = sent(client_of(cast.hal).get(url)) | {"to": cast.xena.email, "reason": "Away"}

    answers = at_once(lambda number: client_of(cast.hal).post(url, form).status_code, count=3)

    assert (set(answers) <= {302}, Handover.objects.count()) == (True, 1)
