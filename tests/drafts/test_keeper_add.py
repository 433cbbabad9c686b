"""Asking a colleague to keep a ladder."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from drafts.models import Keeper
from ladders.chart import Chart
from tests.assessments.litany import NUL, leads_to_welcome
from tests.assessments.pages import errors, main
from tests.cast import Cast
from tests.drafts.conftest import client_of
from tests.factories import PersonFactory


def url_of(ladder: Chart) -> str:
    return f"/drafts/ladders/{ladder.ladder}/keepers/"


@pytest.mark.parametrize("who", ["eve@example.org", " EVE@example.org ", "Eve Mokoena", "eve mokoena", "moko"])
def test_by_address_or_by_name(as_lin: Client, ladder: Chart, cast: Cast, who: str) -> None:
    response = as_lin.post(url_of(ladder), {"who": who, "kind": "publish"})

    assertRedirects(response, f"/drafts/ladders/{ladder.ladder}/")
    found = Keeper.objects.get()
    assert (found.person, found.kind, found.by, found.ladder.pid) == (cast.eve, "publish", cast.lin, ladder.ladder)


def test_asked_twice_it_is_one_task(as_lin: Client, ladder: Chart) -> None:
    for _one in range(2):
        as_lin.post(url_of(ladder), {"who": "Eve Mokoena", "kind": "edit"})
    as_lin.post(url_of(ladder), {"who": "Eve Mokoena", "kind": "publish"})

    assert sorted(Keeper.objects.values_list("kind", flat=True)) == ["edit", "publish"]


def test_it_opens_the_draft_at_once(as_lin: Client, ladder: Chart, cast: Cast) -> None:
    client = client_of(cast.eve)
    draft = f"/ladders/{ladder.ladder}/draft/"
    assert client.post(draft).status_code == 404

    as_lin.post(url_of(ladder), {"who": "Eve Mokoena", "kind": "edit"})

    assert client.post(draft).status_code == 302


@pytest.mark.parametrize(
    ("who", "wrong"),
    [
        ("nobody@example.org", "Nobody here has this name or address."),
        ("Gone Petrov", "Nobody here has this name or address."),  # left
        ("an", "Several people match: Di Castellanos, Root Andersen. Write the whole name or the work address."),
        ("", "This field is required."),
        (NUL, "Null characters are not allowed."),
    ],
)
def test_who_is_meant_has_to_be_clear(as_lin: Client, ladder: Chart, who: str, wrong: str) -> None:
    response = as_lin.post(url_of(ladder), {"who": who, "kind": "edit"})

    assert (response.status_code, errors(response)["who"]) == (422, wrong)
    assert Keeper.objects.count() == 0
    if "\x00" not in who:
        assert main(response).one("input", name="who").attrs.get("value", "") == who


def test_of_several_with_one_name_the_address_decides(as_lin: Client, ladder: Chart) -> None:
    first, _second = PersonFactory.create_batch(2, name="Sam Park")

    assert as_lin.post(url_of(ladder), {"who": "Sam Park", "kind": "edit"}).status_code == 422
    as_lin.post(url_of(ladder), {"who": first.email, "kind": "edit"})

    assert Keeper.objects.get().person == first


def test_only_with_the_duty(as_cy: Client, as_ada: Client, ladder: Chart, cast: Cast) -> None:
    said = {"who": "Eve Mokoena", "kind": "edit"}
    assert as_cy.post(url_of(ladder), said).status_code == 403
    assert as_ada.post(url_of(ladder), said).status_code == 404
    assert Keeper.objects.count() == 0


def test_a_keeper_asks_nobody(ladder: Chart, cast: Cast, as_lin: Client) -> None:
    as_lin.post(url_of(ladder), {"who": "Eve Mokoena", "kind": "publish"})
    answer = client_of(cast.eve).post(url_of(ladder), {"who": "Ada Okafor", "kind": "publish"})

    assert (answer.status_code, Keeper.objects.count()) == (403, 1)


def test_signed_out(ladder: Chart) -> None:
    leads_to_welcome(url_of(ladder))
