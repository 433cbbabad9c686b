"""Who reads an item of evidence: its owner decides, item by item."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Evidence, Share
from people.models import Notice, Person
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import CHANGED, Cast
from tests.factories import EvidenceFactory


@pytest.fixture
def item(ada: Person) -> Evidence:
    return EvidenceFactory.create(person=ada, title="The launch")


def url_of(item: Evidence) -> str:
    return f"/evidence/{item.pid}/share/"


def readers(cast: Cast, item: Evidence) -> set[str]:
    names = ("bo", "cy", "di", "eve", "hal", "lin", "root", "gone", "xena")
    found = [(name, Evidence.objects.shared_with(getattr(cast, name))) for name in names]
    return {name for name, rows in found if rows.filter(pk=item.pk).exists()}


def test_nobody_reads_it_at_first(as_ada: Client, item: Evidence, cast: Cast) -> None:
    assert readers(cast, item) == set()
    assert "Only you can read this." in main(as_ada.get(url_of(item))).text


def test_shares_with_the_manager_and_stops(as_ada: Client, item: Evidence, cast: Cast) -> None:
    form = sent(as_ada.get(url_of(item)))
    assert form["reader"] == [cast.bo.pid]
    assertRedirects(as_ada.post(url_of(item), form | {"act": "share"}), "/evidence/")
    assert readers(cast, item) == {"bo"}
    assert list(Notice.objects.values_list("person", "kind")) == [(cast.bo.pk, "evidence_shared")]
    assert "You and Bo Lindqvist can read this item" in main(as_ada.get(url_of(item))).text
    as_ada.post(url_of(item), sent(as_ada.get(url_of(item))) | {"act": "stop"})
    assert (readers(cast, item), Share.objects.count()) == (set(), 0)


def test_a_successor_reads_nothing_of_it(item: Evidence, cast: Cast) -> None:
    Share.give(item, cast.bo)
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    assert readers(cast, item) == set()
    Share.give(item, cast.xena)
    assert readers(cast, item) == {"xena"}


def test_a_manager_who_comes_back_reads_it_when_it_is_shared_again(item: Evidence, cast: Cast) -> None:
    """A line gives access forward only: what was shared under an earlier one stays closed."""
    Share.give(item, cast.bo)
    Share.objects.update(at=timezone.now() - timedelta(days=5000))
    assert readers(cast, item) == set()
    Share.give(item, cast.bo)
    assert (readers(cast, item), Share.objects.count()) == ({"bo"}, 1)


def test_what_was_shared_on_the_first_day_counts(item: Evidence, cast: Cast) -> None:
    Share.give(item, cast.bo)
    Share.objects.update(at=timezone.make_aware(datetime.combine(CHANGED, time(12))))
    assert readers(cast, item) == {"bo"}


def test_the_manager_changed_while_the_page_was_open(as_ada: Client, item: Evidence, cast: Cast) -> None:
    form = sent(as_ada.get(url_of(item))) | {"act": "share"}
    cast.ada.report_to(cast.xena, since=timezone.localdate())
    response = as_ada.post(url_of(item), form)
    assert (response.status_code, readers(cast, item)) == (422, set())
    assert "Your manager is Xena Papadopoulou by now" in main(response).text


def test_without_a_manager_there_is_nobody(as_ada: Client, item: Evidence, cast: Cast) -> None:
    form = sent(as_ada.get(url_of(item))) | {"act": "share"}
    cast.ada.lines.all().delete()
    assert as_ada.post(url_of(item), form).status_code == 422
    page = main(as_ada.get(url_of(item)))
    assert ("You have no manager here" in page.text, page.all("button")) == (True, [])


@pytest.mark.parametrize("act", ["", "nonsense"])
def test_wrong_input(as_ada: Client, item: Evidence, cast: Cast, act: str) -> None:
    response = as_ada.post(url_of(item), sent(as_ada.get(url_of(item))) | {"act": act})
    assert (response.status_code, readers(cast, item)) == (422, set())


def test_to_others_it_is_not_there(item: Evidence, cast: Cast) -> None:
    Share.give(item, cast.bo)
    for stranger in (cast.bo, cast.eve, cast.hal):
        is_not_there(stranger, url_of(item))


def test_signed_out(item: Evidence) -> None:
    leads_to_welcome(url_of(item))


def test_queries(as_ada: Client, item: Evidence, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(5):  # session, person, item, manager, whether it is open
        as_ada.get(url_of(item))
