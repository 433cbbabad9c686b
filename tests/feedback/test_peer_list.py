"""The colleagues in a review, as the two of it see them."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.models import Appraisal
from feedback.models import Peer
from ladders.chart import Chart
from people.models import Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.feedback.pages import text
from tests.feedback.peering import NAMED, SUMMARY, asked, reveal, sent, settled
from tests.reviews.pairs import client_of


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/peers/"


def lines(review: Appraisal, viewer: object) -> list[str]:
    rows = main(client_of(viewer).get(url_of(review))).all("li", "peer-line")  # type: ignore[arg-type]  # a person
    return [row.one("div").text for row in rows]


def test_nothing_is_chosen_yet(review: Appraisal, cast: Cast) -> None:
    for one in (cast.di, cast.bo):
        assert "No colleagues in this review so far" in text(one, url_of(review))


def test_every_state_with_names(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, NAMED)
    Peer.name(circle, cast.hal)
    Peer.name(circle, cast.cy).confirm(by=cast.bo, keep=False, note="Think of support.")
    asked(circle, cast.eve)
    asked(circle, cast.lin).decline(reason="Too little seen.")
    assert lines(review, cast.di) == [
        "Hal Nakamura to be confirmed by the manager",
        "Cy Haddad struck by the manager Think of support.",
        "Eve Mokoena asked",
        "Lin Mei-Hua would rather not Too little seen.",
    ]
    assert lines(review, cast.bo) == lines(review, cast.di)


def test_in_a_summary_nobody_learns_who_answered(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, SUMMARY)
    sent(circle, cast.ada, ladder, 3)
    asked(circle, cast.eve)
    assert lines(review, cast.di) == ["Ada Okafor asked", "Eve Mokoena asked"]
    reveal(review)
    assert lines(review, cast.di) == ["Ada Okafor asked", "Eve Mokoena asked"]


def test_with_names_it_says_who_has_not_answered(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, NAMED)
    asked(circle, cast.eve)
    Peer.name(circle, cast.hal)
    reveal(review)
    assert lines(review, cast.di) == ["Eve Mokoena has not answered", "Hal Nakamura was not asked in time"]


def test_only_the_manager_decides(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    row = Peer.name(settled(review, ladder), cast.hal)
    decide = f"/peers/{row.pid}/confirm/"
    for one, shown in ((cast.bo, True), (cast.di, False)):
        links = [link.attrs["href"] for link in main(client_of(one).get(url_of(review))).all("a")]
        assert (decide in links) == shown


def test_called_off(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    asked(settled(review, ladder), cast.eve)
    review.end(by=cast.bo, reason="Moved")
    assert "read by nobody but themselves" in text(cast.di, url_of(review))


def test_reading_is_noted(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    text(cast.di, url_of(review))
    text(cast.bo, url_of(review))
    assert list(Reading.objects.values_list("reader", "person", "page")) == [(cast.bo.pk, cast.di.pk, "peer_list")]


def test_to_others_it_is_not_there(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    asked(settled(review, ladder), cast.eve)
    for stranger in (cast.eve, cast.cy, cast.hal, cast.root):
        is_not_there(stranger, url_of(review), post=False)


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))


@pytest.mark.parametrize("more", [0, 7])
def test_queries(
    review: Appraisal, ladder: Chart, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    circle = settled(review, ladder)
    for _one in range(1 + more):
        Peer.name(circle, PersonFactory.create())
    client = client_of(cast.di)
    with django_assert_num_queries(6):  # session, person, review, circle, its skills, colleagues
        client.get(url_of(review))
