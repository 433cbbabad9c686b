"""The verbs about colleagues in a review: naming, deciding, answering, declining."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from assessments.models import Appraisal, Ended
from feedback.models import Circle, Decided, Fixed, Peer, PeerAnswer
from ladders.chart import Chart
from people.models import Notice, Person
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.feedback.peering import NAMED, SKILLS, SUMMARY, answers, asked, reveal, said, sent, settled

pytestmark = pytest.mark.django_db


def told(person: Person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_the_manner_can_be_chosen_until_the_first_is_named(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, NAMED)
    one = [ladder.skill["delivery"].pk]
    circle = Circle.settle(review, by=cast.bo, seen=1, manner=SUMMARY, skills=one)
    assert (circle.manner, circle.skills.count(), circle.revision) == (SUMMARY, 1, 2)
    Peer.name(circle, cast.ada)
    with pytest.raises(Fixed):
        Circle.settle(review, by=cast.bo, seen=2, manner=NAMED, skills=one)
    two = [ladder.skill[slug].pk for slug in SKILLS]
    assert Circle.settle(review, by=cast.bo, seen=2, manner=SUMMARY, skills=two).skills.count() == 2


def test_the_skills_are_fixed_once_somebody_is_asked(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder)
    asked(circle, cast.ada)
    with pytest.raises(Fixed):
        Circle.settle(review, by=cast.bo, seen=1, manner=NAMED, skills=[ladder.skill["delivery"].pk])
    assert circle.skills.count() == 2


def test_two_who_choose_at_once_learn_of_each_other(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    settled(review, ladder)
    with pytest.raises(Stale):
        Circle.settle(review, by=cast.bo, seen=7, manner=NAMED, skills=[])


def test_nobody_is_told_before_the_manager_confirms(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = Peer.name(settled(review, ladder), cast.ada)
    assert (told(cast.bo), told(cast.ada)) == (["peer_named"], [])
    assert list(Peer.objects.visible_to(cast.ada)) == []
    row.confirm(by=cast.bo, keep=True, note="")
    assert (told(cast.ada), told(cast.di)) == (["peer_asked_named"], ["peer_kept"])
    assert list(Peer.objects.visible_to(cast.ada)) == [row]


def test_the_notice_says_how_it_is_read(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    asked(settled(review, ladder, SUMMARY), cast.ada)
    assert told(cast.ada) == ["peer_asked_summary"]


def test_a_struck_colleague_never_learns_of_it(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = Peer.name(settled(review, ladder), cast.ada)
    row.confirm(by=cast.bo, keep=False, note="Think of support.")
    assert (told(cast.di), told(cast.ada)) == (["peer_struck"], [])
    assert list(Peer.objects.visible_to(cast.ada)) == []
    with pytest.raises(Decided):
        row.confirm(by=cast.bo, keep=True, note="")


@pytest.mark.parametrize("who", ["di", "bo", "gone"])
def test_who_cannot_be_named(review: Appraisal, ladder: Chart, cast: Cast, who: str) -> None:
    with pytest.raises(ValidationError):
        Peer.name(settled(review, ladder), getattr(cast, who))


def test_nobody_is_named_twice(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder)
    Peer.name(circle, cast.ada)
    with pytest.raises(ValidationError):
        Peer.name(circle, cast.ada)


def test_eight_at_most_and_who_declined_makes_room(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder)
    rows = [asked(circle, PersonFactory.create()) for _one in range(8)]
    with pytest.raises(ValidationError):
        Peer.name(circle, cast.ada)
    rows[0].decline(reason="")
    assert Peer.name(circle, cast.ada).state is Peer.State.NAMED


def test_only_whoever_rates_now_decides(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = Peer.name(settled(review, ladder), cast.ada)
    review.hand_to(cast.xena)
    with pytest.raises(Ended):
        row.confirm(by=cast.bo, keep=True, note="")
    row.confirm(by=cast.xena, keep=True, note="")
    assert Peer.objects.get().confirmed_by == cast.xena


def test_declining_tells_both_and_deletes_what_was_written(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = asked(settled(review, ladder), cast.ada)
    row.save_answers(answers(ladder, {"delivery": 2}, "Words"), seen=1, writer="w")
    row.decline(reason="Too little seen.")
    found = Peer.objects.get()
    assert (found.state, found.reason, PeerAnswer.objects.count()) == (Peer.State.DECLINED, "Too little seen.", 0)
    assert (told(cast.di)[-1], told(cast.bo)[-1]) == ("peer_declined", "peer_declined")
    with pytest.raises(Decided):
        row.save_answers({}, seen=2, writer="w")


def test_what_is_sent_stays(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    for act in (lambda: row.save_answers({}, seen=row.revision, writer="w"), lambda: row.decline(reason="")):
        with pytest.raises(Decided):
            act()
    assert said(row) == {slug: (3, False, f"Words on {slug}") for slug in SKILLS}


def test_another_tab_is_not_overwritten(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = asked(settled(review, ladder), cast.ada)
    row.save_answers(answers(ladder, {"delivery": 2}, ""), seen=1, writer="one")
    row.save_answers(answers(ladder, {"delivery": 3}, ""), seen=1, writer="one")
    with pytest.raises(Stale):
        row.save_answers(answers(ladder, {"delivery": 1}, ""), seen=1, writer="two")
    assert said(row) == {"delivery": (3, False, "")}


def test_nothing_is_taken_after_the_end(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder)
    row, named = asked(circle, cast.ada), Peer.name(circle, cast.hal)
    reveal(review)
    acts = (
        lambda: row.save_answers(answers(ladder, {"delivery": 2}, ""), seen=1, writer="w", send=True),
        lambda: row.decline(reason=""),
        lambda: named.confirm(by=cast.bo, keep=True, note=""),
        lambda: Peer.name(circle, cast.lin),
        lambda: Circle.settle(review, by=cast.di, seen=1, manner=NAMED, skills=[]),
    )
    for act in acts:
        with pytest.raises(Ended):
            act()
    assert PeerAnswer.objects.count() == 0


def test_whoever_rates_the_review_by_now_says_nothing_as_a_colleague(
    review: Appraisal, ladder: Chart, cast: Cast
) -> None:
    row = asked(settled(review, ladder), cast.xena)
    review.hand_to(cast.xena)
    with pytest.raises(Ended):
        row.save_answers(answers(ladder, {"delivery": 2}, ""), seen=1, writer="w")
    assert not Peer.objects.select_related("circle__appraisal").get().takes_answers


def readers(cast: Cast) -> set[str]:
    """Who reads an answer: the colleague always; the two from the reveal on, if it is with names; nobody else."""
    names = ("ada", "bo", "cy", "di", "eve", "hal", "lin", "root", "gone", "xena")
    return {name for name in names if PeerAnswer.objects.visible_to(getattr(cast, name)).exists()}


def test_who_reads_before_the_reveal(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    assert readers(cast) == {"ada"}


def test_who_reads_after_the_reveal(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    reveal(review)
    assert readers(cast) == {"ada", "bo", "di"}


def test_who_reads_a_draft_after_the_reveal(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = asked(settled(review, ladder), cast.ada)
    row.save_answers(answers(ladder, {"delivery": 2}, "Words"), seen=1, writer="w")
    reveal(review)
    assert readers(cast) == {"ada"}


def test_who_reads_summarised(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder, SUMMARY), cast.ada, ladder, 3, "Words")
    reveal(review)
    assert readers(cast) == {"ada"}


def test_who_reads_called_off(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    review.end(by=cast.bo, reason="Moved")
    assert readers(cast) == {"ada"}


def test_who_reads_a_manager_who_manages_no_more(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    reveal(review)
    review.person.lines.all().delete()
    assert readers(cast) == {"ada", "di"}


def test_who_reads_while_another_review_is_open(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    done = reveal(review)
    Appraisal.begin(cast.di, assessor=cast.bo, by=cast.bo, version=done.version, stage=done.stage)
    assert readers(cast) == {"ada"}


def test_who_reads_who_answered_as_a_colleague_and_rated_it_in_the_end(
    review: Appraisal, ladder: Chart, cast: Cast
) -> None:
    sent(settled(review, ladder), cast.xena, ladder, 3, "Words")
    review.hand_to(cast.xena)
    reveal(Appraisal.objects.get(pk=review.pk))
    assert readers(cast) == {"xena"}
