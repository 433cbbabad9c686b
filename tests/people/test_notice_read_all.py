"""All of one's notices marked as read, on other pages, too; those of others stay as they are."""

from __future__ import annotations

from django.test import Client
from pytest_django.asserts import assertRedirects

from people.models import Notice
from tests.assessments.litany import leads_to_welcome
from tests.cast import Cast
from tests.people.test_notice_list import put

URL = "/notices/seen/"


def test_all_of_ones_own(as_ada: Client, cast: Cast) -> None:
    put(cast.ada, 35)
    put(cast.bo)
    assertRedirects(as_ada.post(URL), "/notices/")
    assert list(Notice.objects.unread().values_list("person__name", flat=True)) == ["Bo Lindqvist"]
    assertRedirects(as_ada.post(URL), "/notices/")


def test_a_link_does_not_do_it(as_ada: Client, cast: Cast) -> None:
    put(cast.ada)
    assert (as_ada.get(URL).status_code, Notice.objects.unread().count()) == (405, 1)


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    leads_to_welcome(URL)
