"""What colleagues said, from the reveal on."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.models import Appraisal
from feedback.models import Peer, PeerSummary
from ladders.chart import Chart
from people.models import Person, Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import PersonFactory
from tests.feedback.pages import text
from tests.feedback.peering import NAMED, SUMMARY, answers, asked, reveal, sent, settled
from tests.reviews.pairs import client_of

WORDS = {"ada": "Quick to answer", "eve": "Careful", "hal": "Hard to reach"}


def url_of(review: Appraisal) -> str:
    return f"/reviews/{review.pid}/peers/results/"


def summed(review: Appraisal, ladder: Chart, cast: Cast, *levels: int | None) -> Appraisal:
    """A revealed review in which Ada, Eve and Hal said these levels, without names."""
    circle = settled(review, ladder, SUMMARY)
    for (name, words), level in zip(WORDS.items(), levels, strict=False):
        sent(circle, getattr(cast, name), ladder, level, words)
    return reveal(review)


def test_before_the_reveal_nothing_shows(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    for one in (cast.di, cast.bo):
        shown = text(one, url_of(review))
        assert ("Hidden until both have submitted" in shown, "Words" in shown) == (True, False)


def test_with_names_both_read_who_said_what(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, NAMED)
    sent(circle, cast.ada, ladder, 3, "Words")
    sent(circle, cast.eve, ladder, None)
    asked(circle, cast.hal).save_answers(answers(ladder, {"delivery": 1}, "Draft"), seen=1, writer="w")
    done = reveal(review)
    for one in (cast.di, cast.bo):
        rows = [row.text for row in main(client_of(one).get(url_of(done))).all("li") if "Colleagues" not in row.text]
        assert sorted(row for row in rows if "said" not in row) == [
            "Ada Okafor 3 Owning Words on delivery",
            "Ada Okafor 3 Owning Words on vision",
            "Eve Mokoena cannot say",
            "Eve Mokoena cannot say",
        ]


def test_summarised_no_name_shows(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    done = summed(review, ladder, cast, 3, 2, 3)
    for one in (cast.di, cast.bo):
        page = client_of(one).get(url_of(done))
        for name in ("Ada", "Okafor", "Eve", "Mokoena", "Hal", "Nakamura"):
            assert name not in page.content.decode()
        for section in main(page).all("section"):
            assert [row.text for row in section.all("li")] == ["2 Contributing 1 colleague", "3 Owning 2 colleagues"]
            assert len(section.all("blockquote")) == 3


def test_fewer_than_three_are_hidden_for_good(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    done = summed(review, ladder, cast, 3, 2)
    shown = text(cast.di, url_of(done))
    assert ("Hidden to protect people" in shown, "Careful" in shown) == (True, False)
    assert PeerSummary.objects.get().body == {}


def test_what_all_say_is_hidden(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    done = summed(review, ladder, cast, 3, 3, 3)
    shown = text(cast.di, url_of(done))
    assert ("Levels: hidden to protect people" in shown, "3 Owning" in shown) == (True, False)


def test_it_never_changes_whoever_leaves_afterwards(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    done = summed(review, ladder, cast, 3, 2, 3)
    before = text(cast.di, url_of(done))
    Peer.objects.filter(peer=cast.eve).delete()
    assert text(cast.di, url_of(done)) == before


def test_a_colleague_reads_no_results(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    done = summed(review, ladder, cast, 3, 2, 3)
    for one in (cast.ada, cast.eve, cast.hal, cast.cy):
        is_not_there(one, url_of(done), post=False)


def test_a_colleague_who_rates_it_in_the_end_does_not_count(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    circle = settled(review, ladder, SUMMARY)
    for name, words in WORDS.items():
        sent(circle, getattr(cast, name), ladder, 3, words)
    review.hand_to(cast.eve)
    done = reveal(Appraisal.objects.get(pk=review.pk))
    assert "Hidden to protect people" in text(cast.di, url_of(done))


def test_called_off(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    review.end(by=cast.bo, reason="Moved")
    assert "The review was called off" in text(cast.di, url_of(review))


def test_whoever_manages_no_more_reads_nothing(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    done = reveal(review)
    cast.di.lines.all().delete()
    assert "You no longer manage Di Castellanos" in text(cast.bo, url_of(done))
    assert "Words on delivery" in text(cast.di, url_of(done))


def test_hidden_while_another_review_is_open(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    sent(settled(review, ladder), cast.ada, ladder, 3, "Words")
    done = reveal(review)
    Appraisal.begin(cast.di, assessor=cast.bo, by=cast.bo, version=done.version, stage=done.stage)
    for one in (cast.di, cast.bo):
        shown = text(one, url_of(done))
        assert ("Hidden while another review is open" in shown, "Words" in shown) == (True, False)


def test_reading_is_noted(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    done = summed(review, ladder, cast, 3, 2, 3)
    text(cast.bo, url_of(done))
    assert Reading.objects.filter(reader=cast.bo, person=cast.di, page="peer_results").count() == 1


def test_nobody_was_asked(review: Appraisal, ladder: Chart, cast: Cast) -> None:
    assert "Nobody said anything" in text(cast.di, url_of(reveal(review)))


def test_signed_out(review: Appraisal) -> None:
    leads_to_welcome(url_of(review))


def others(count: int) -> list[Person]:
    return [PersonFactory.create() for _one in range(count)]


@pytest.mark.parametrize("count", [1, 8])
def test_queries(
    review: Appraisal, ladder: Chart, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    circle = settled(review, ladder, NAMED)
    for one in others(count):
        sent(circle, one, ladder, 3, "Words")
    done = reveal(review)
    client = client_of(cast.di)
    with django_assert_num_queries(8):  # session, person, review, circle, may read, asked, answers, skills
        client.get(url_of(done))
