"""What becomes of a part that was closed before its time: its writer decides, and nothing is destroyed silently."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertRedirects

from assessments.models import Appraisal, Assessment, Standing
from people.models import Reading
from reviews.ending import end_review
from reviews.handing import hand_over
from reviews.models import KeptPart
from reviews.models.handover import Occupied, Settled, Veiled
from tests.assessments.litany import draft, is_not_there, leads_to_welcome
from tests.assessments.pages import cells, errors, main, sent
from tests.cast import Cast
from tests.reviews.rounding import client_of, kept_by, opened, part_of, placed, review_of, submitted, told

pytestmark = pytest.mark.usefixtures("ladder")


@pytest.fixture
def review(cast: Cast) -> Appraisal:
    """Of Ada, by Bo, who has answered four questions; Ada has submitted."""
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    part_of(review_of(cast.ada), cast.bo, 2, only=4)
    submitted(review_of(cast.ada), cast.ada, 4)
    return review_of(cast.ada)


@pytest.fixture
def handed(cast: Cast, review: Appraisal) -> KeptPart:
    """The review is Xena's now."""
    hand_over(review, to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)
    return kept_by(cast.bo)


@pytest.fixture
def called_off(cast: Cast, review: Appraisal) -> Appraisal:
    end_review(review, by=cast.hal, reason="A new team")
    return review


def url_of(kept: KeptPart) -> str:
    return f"/kept-parts/{kept.pid}/"


def choose(kept: KeptPart, cast: Cast, name: str, choice: str) -> int:
    client = client_of(getattr(cast, name))
    return client.post(url_of(kept), sent(client.get(url_of(kept))) | {"choice": choice}).status_code


def test_its_writer_reads_it_for_thirty_days(cast: Cast, handed: KeptPart) -> None:
    page = main(client_of(cast.bo).get(url_of(handed)))

    assert len(cells(page)) == 4
    assert [one.attrs["value"] for one in page.all("input", type="radio")] == ["given", "discarded"]
    assert Reading.objects.get().person == cast.ada


def test_given_the_person_reads_it_after_the_reveal_and_nobody_else(cast: Cast, handed: KeptPart) -> None:
    assert choose(handed, cast, "bo", "given") == 302
    assert told(cast.ada)[-1] == "part_given"
    for person in (cast.ada, cast.bo, cast.xena, cast.hal):
        is_not_there(person, url_of(handed))

    submitted(review_of(cast.ada), cast.xena)

    page = main(client_of(cast.ada).get(url_of(handed)))
    assert (len(cells(page)), page.all("form")) == (4, [])
    for person in (cast.bo, cast.xena, cast.hal, cast.cy):
        is_not_there(person, url_of(handed))


def test_given_it_counts_nowhere(cast: Cast, handed: KeptPart) -> None:
    handed.give()
    submitted(review_of(cast.ada), cast.xena, 3)

    assert set(Standing.objects.filter(person=cast.ada, basis="manager").values_list("level", flat=True)) == {3}


def test_while_another_review_is_open_what_was_given_stays_closed(cast: Cast, handed: KeptPart) -> None:
    handed.give()
    submitted(review_of(cast.ada), cast.xena)
    assert client_of(cast.ada).get(url_of(handed)).status_code == 200

    opened(cast.bo, [cast.ada])

    is_not_there(cast.ada, url_of(handed))


def test_discarded_nothing_of_it_is_kept(cast: Cast, handed: KeptPart) -> None:
    assert choose(handed, cast, "bo", "discarded") == 302

    handed.refresh_from_db()
    assert (handed.choice, handed.assessment) == ("discarded", None)
    assert list(Assessment.objects.values_list("kind", flat=True)) == ["self"]
    is_not_there(cast.bo, url_of(handed))


def test_a_part_that_was_submitted_and_not_revealed_is_kept_likewise(cast: Cast) -> None:
    placed(cast.ada)
    opened(cast.hal, [cast.ada])
    submitted(review_of(cast.ada), cast.bo)
    hand_over(review_of(cast.ada), to=cast.xena, by=cast.hal, reason="Away", seen=cast.bo.pid)

    assert len(cells(main(client_of(cast.bo).get(url_of(kept_by(cast.bo)))))) > 10
    kept_by(cast.bo).discard()
    assert Assessment.objects.count() == 0


def test_decided_in_another_window_it_is_said(cast: Cast, handed: KeptPart) -> None:
    client = client_of(cast.bo)
    form = sent(client.get(url_of(handed))) | {"choice": "discarded"}
    handed.give()

    assert client.post(url_of(handed), form).status_code == 404
    with pytest.raises(Settled):
        KeptPart._default_manager.get(pk=handed.pk).discard()


def test_a_double_click_decides_once(cast: Cast, handed: KeptPart) -> None:
    client = client_of(cast.bo)
    form = sent(client.get(url_of(handed))) | {"choice": "discarded"}

    assert [client.post(url_of(handed), form).status_code for _ in range(2)] == [302, 302]


@pytest.mark.parametrize("choice", ["", "check_in", "lapsed", "x"])
def test_other_choices_there_are_none(cast: Cast, handed: KeptPart, choice: str) -> None:
    client = client_of(cast.bo)

    response = client.post(url_of(handed), sent(client.get(url_of(handed))) | {"choice": choice})

    assert (response.status_code, set(errors(response))) == (422, {"choice"})


def test_after_a_review_was_called_off_each_reads_the_own_part(cast: Cast, called_off: Appraisal) -> None:
    mine, theirs = kept_by(cast.ada), kept_by(cast.bo)

    assert [client_of(cast.ada).get(url_of(one)).status_code for one in (mine, theirs)] == [200, 404]
    assert [client_of(cast.bo).get(url_of(one)).status_code for one in (mine, theirs)] == [404, 200]
    radios = main(client_of(cast.ada).get(url_of(mine))).all("input", type="radio")
    assert [one.attrs["value"] for one in radios] == ["check_in", "discarded"]


def test_the_person_keeps_the_own_part_as_a_check_in(cast: Cast, called_off: Appraisal) -> None:
    """It was submitted, so it counts from then on, for the person alone."""
    part = kept_by(cast.ada).assessment
    assert part is not None
    assert not Standing.objects.exists()

    client = client_of(cast.ada)
    form = sent(client.get(url_of(kept_by(cast.ada)))) | {"choice": "check_in"}
    assertRedirects(client.post(url_of(kept_by(cast.ada)), form), "/assess/")

    part.refresh_from_db()
    assert (part.appraisal, kept_by(cast.ada).choice) == (None, "check_in")
    assert set(Standing.objects.filter(person=cast.ada).values_list("basis", "level")) == {("self", 4)}
    assert list(Assessment.objects.visible_to(cast.bo).filter(pk=part.pk)) == []


def test_a_draft_becomes_the_open_check_in_unless_there_is_one(cast: Cast) -> None:
    placed(cast.di)
    opened(cast.bo, [cast.di])
    part_of(review_of(cast.di), cast.di, only=2)
    end_review(review_of(cast.di), by=cast.bo, reason="X")
    kept = kept_by(cast.di)
    other = draft(cast.di)

    with pytest.raises(Occupied):
        kept.to_check_in()
    assert choose(kept, cast, "di", "check_in") == 422
    kept.refresh_from_db()
    assert kept.choice == ""
    other.assessment.discard()
    assert choose(kept, cast, "di", "check_in") == 302
    assert Assessment.objects.drafts().get(person=cast.di, appraisal=None).ratings.count() == 2


def test_while_a_review_is_open_nothing_from_before_is_shown_or_used(cast: Cast, called_off: Appraisal) -> None:
    """To neither of the two who rate again."""
    opened(cast.bo, [cast.ada])

    for person in (cast.ada, cast.bo):
        page = main(client_of(person).get(url_of(kept_by(person))))
        assert page.all("table") == []
        assert "opens again when it is revealed" in page.text
    with pytest.raises(Veiled):
        kept_by(cast.ada).to_check_in()
    assert choose(kept_by(cast.ada), cast, "ada", "check_in") == 422


def test_somebody_who_rates_no_more_reads_the_own_part_during_the_review(cast: Cast, handed: KeptPart) -> None:
    assert len(cells(main(client_of(cast.bo).get(url_of(handed))))) == 4


def test_what_one_wrote_of_oneself_is_given_to_nobody(cast: Cast, called_off: Appraisal) -> None:
    with pytest.raises(ValueError, match="already"):
        kept_by(cast.ada).give()
    with pytest.raises(ValueError, match="no check-in"):
        kept_by(cast.bo).to_check_in()


def test_signed_out(handed: KeptPart) -> None:
    leads_to_welcome(url_of(handed))
