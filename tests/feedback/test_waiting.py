"""What waits for a colleague, and for the manager who confirms them."""

from __future__ import annotations

from feedback.models import Peer
from ladders.chart import Chart
from people.models import Person
from people.waiting import waiting_for
from tests.cast import Cast
from tests.feedback.peering import settled
from tests.reviews.pairs import opened

NAMED = "Ada Okafor named a colleague for their review. Confirm or strike the name."


def words(person: Person) -> list[str]:
    return [one.words for one in waiting_for(person)]


def test_the_manager_confirms_and_then_the_colleague_answers(cast: Cast, ladder: Chart) -> None:
    row = Peer.name(settled(opened(cast.ada, cast.bo), ladder), cast.di)
    assert (NAMED in words(cast.bo), words(cast.di)) == (True, [])
    row.confirm(by=cast.bo, keep=True, note="")
    assert (NAMED in words(cast.bo), words(cast.di)) == (
        False,
        ["Ada Okafor would like to hear from you in a review."],
    )


def test_a_name_that_was_struck_waits_for_nobody(cast: Cast, ladder: Chart) -> None:
    Peer.name(settled(opened(cast.ada, cast.bo), ladder), cast.di).confirm(by=cast.bo, keep=False, note="Too far.")
    assert (NAMED in words(cast.bo), words(cast.di)) == (False, [])
