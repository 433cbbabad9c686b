from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects, assertTemplateUsed

from people.models import Person
from tests.cast import Cast


@pytest.mark.django_db
def test_offers_two_ways_to_start(client: Client) -> None:
    response = client.get("/welcome/")
    assertTemplateUsed(response, "people/welcome.html")
    assert response.status_code == 200


@pytest.mark.django_db
def test_the_demo_does_not_count_as_somebody(client: Client) -> None:
    Person.objects.create_user("ada@example.org", "Ada Okafor", demo=True)
    assert client.get("/welcome/").status_code == 200


def test_leads_on_once_somebody_is_here(client: Client, cast: Cast) -> None:
    assertRedirects(client.get("/welcome/?next=/gaps/"), "/account/login/?next=%2Fgaps%2F")
