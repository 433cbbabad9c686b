from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from careerpath.views import styleguide


def test_shows_every_part() -> None:
    request = RequestFactory().get("/styleguide/")
    request.user = AnonymousUser()
    response = styleguide(request)
    assert response.status_code == 200
    assert b"Every part, in every state" in response.content


def test_is_not_there_in_production(client: Client, db: None) -> None:
    assert client.get("/styleguide/").status_code == 404
