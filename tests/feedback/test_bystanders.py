"""Colleagues who were asked are told when the review is called off."""

from __future__ import annotations

from assessments.models import Appraisal
from feedback.models import Peer
from ladders.chart import Chart
from people.notices import news_for
from reviews.ending import close_round, end_review
from tests.cast import Cast
from tests.feedback.pages import text
from tests.feedback.peering import asked, sent, settled
from tests.reviews.rounding import opened, placed, review_of, told

OFF = "peer_called_off"


def test_those_who_have_not_answered_are_told(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder)
    waiting = asked(circle, cast.ada)
    sent(circle, cast.eve, ladder, 3)
    asked(circle, cast.lin).decline(reason="")
    Peer.name(circle, cast.hal)

    end_review(review, by=cast.bo, reason="Secret reason")

    assert {one.name for one in (cast.ada, cast.eve, cast.lin, cast.hal) if OFF in told(one)} == {cast.ada.name}
    line = news_for(cast.ada)[0]
    assert line.words == f"The review of {cast.di.name} was called off. There is nothing left for you to answer."
    assert (line.notice.url, line.notice.detail) == (f"/peers/{waiting.pid}/", "")
    assert "The review was called off." in text(cast.ada, line.notice.url)


def test_nobody_is_told_whose_account_is_off_or_who_rates_it_by_now(
    review: Appraisal, ladder: Chart, cast: Cast
) -> None:
    circle = settled(review, ladder)
    asked(circle, cast.ada)
    asked(circle, cast.xena)
    cast.ada.switch(on=False, by=None)
    review.hand_to(cast.xena)

    end_review(Appraisal.objects.get(pk=review.pk), by=cast.hal, reason="X")

    assert OFF not in told(cast.ada) + told(cast.xena)


def test_also_with_a_round(ladder: Chart, cast: Cast) -> None:
    placed(cast.ada, cast.di)
    made = opened(cast.bo, [cast.ada, cast.di])
    for person in (cast.ada, cast.di):
        asked(settled(review_of(person), ladder), cast.eve)

    assert close_round(made, by=cast.bo, end_open=True, reason="X") == 2

    about = cast.eve.notices.filter(kind=OFF).values_list("subject__name", flat=True)
    assert set(about) == {cast.ada.name, cast.di.name}
