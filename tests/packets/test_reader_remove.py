"""Closing the frozen copy to somebody whom one named."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from packets.handing_in import name_reader, unname_reader
from packets.models import Closed, Packet, Reader
from people.models import Notice, Person, Reading
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.assessments.pages import main, sent
from tests.cast import Cast
from tests.packets.conftest import client_of, open_review


def url_of(packet: Packet, reader: Person) -> str:
    return f"/packets/{packet.pid}/readers/{reader.pid}/remove/"


def test_the_reader_is_told_and_can_no_longer_open_it(
    handed: Packet, as_ada: Client, as_eve: Client, cast: Cast
) -> None:
    here, url = f"/packets/{handed.pid}/", url_of(handed, cast.eve)
    assert as_eve.get(here).status_code == 200
    Notice.objects.all().delete()
    form = sent(as_ada.get(url))

    assertRedirects(as_ada.post(url, form), f"/packets/{handed.pid}/readers/")
    assert as_ada.post(url, form).status_code == 302  # a double click

    assert as_eve.get(here).status_code == 404
    told = list(Notice.objects.values_list("person__name", "kind", "url"))
    assert told == [("Eve Mokoena", "packet_reader_off", "/packets/")]
    assert Reading.objects.filter(reader=cast.eve, person=cast.ada, page="packet_show").exists()


def test_the_manager_takes_back_whom_they_named_and_nobody_else(
    handed: Packet, as_ada: Client, as_bo: Client, cast: Cast
) -> None:
    name_reader(handed.hand_in, cast.cy, by=cast.bo)
    Notice.objects.all().delete()
    is_not_there(cast.bo, url_of(handed, cast.eve))
    is_not_there(cast.ada, url_of(handed, cast.cy))

    as_bo.post(url_of(handed, cast.cy), sent(as_bo.get(url_of(handed, cast.cy))))

    told = sorted(Notice.objects.values_list("person__name", "kind"))
    assert told == [("Ada Okafor", "packet_reader_unnamed"), ("Cy Haddad", "packet_reader_off")]
    assert list(Reader.objects.values_list("reader__name", flat=True)) == ["Eve Mokoena"]


def test_the_list_leads_there_for_whoever_named_them(
    handed: Packet, as_ada: Client, as_bo: Client, cast: Cast
) -> None:
    def leads(client: Client) -> bool:
        links = main(client.get(f"/packets/{handed.pid}/readers/")).all("a")
        return url_of(handed, cast.eve) in {link.attrs.get("href") for link in links}

    assert (leads(as_ada), leads(as_bo)) == (True, False)


def test_they_can_be_named_again(handed: Packet, as_eve: Client, cast: Cast) -> None:
    unname_reader(Reader.objects.get(), by=cast.ada)
    name_reader(handed.hand_in, cast.eve, by=cast.ada)
    assert as_eve.get(f"/packets/{handed.pid}/").status_code == 200


def test_not_once_it_is_decided(decided: Packet, as_ada: Client, cast: Cast) -> None:
    url = url_of(decided, cast.eve)
    page = main(as_ada.get(url))
    assert (page.all("form"), "stays as it is" in page.text) == ([], True)
    assert as_ada.post(url, {"once": "t" * 22}).status_code == 409
    with pytest.raises(Closed):
        unname_reader(Reader.objects.get(), by=cast.ada)
    assert Reader.objects.count() == 1


def test_the_verb_takes_only_whom_one_named_and_only_once(handed: Packet, cast: Cast) -> None:
    row = Reader.objects.get()
    with pytest.raises(Closed):
        unname_reader(row, by=cast.bo)
    unname_reader(row, by=cast.ada)
    with pytest.raises(Closed):
        unname_reader(row, by=cast.ada)


def test_hidden_from_the_manager_while_a_review_is_open(handed: Packet, placed: object, cast: Cast) -> None:
    name_reader(handed.hand_in, cast.cy, by=cast.bo)
    open_review(cast, placed)  # type: ignore[arg-type]  # a place, as the fixture makes it
    page = main(client_of(cast.bo).get(url_of(handed, cast.cy)))
    assert (page.one("h1").text, cast.cy.name in page.text) == ("Hidden for now", False)


def test_not_for_others(handed: Packet, cast: Cast) -> None:
    for person in (cast.bo, cast.eve, cast.hal, cast.di):
        is_not_there(person, url_of(handed, cast.eve))


def test_signed_out(handed: Packet, cast: Cast) -> None:
    leads_to_welcome(url_of(handed, cast.eve))


def test_queries(handed: Packet, as_ada: Client, cast: Cast, django_assert_max_num_queries: object) -> None:
    as_ada.get(url_of(handed, cast.eve))
    with django_assert_max_num_queries(14):  # type: ignore[operator]  # pytest-django's fixture
        as_ada.get(url_of(handed, cast.eve))
