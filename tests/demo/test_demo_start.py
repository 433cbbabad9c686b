from __future__ import annotations

import pytest
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from pytest_django.asserts import assertRedirects

from people.models import Person
from safeguards.models import Deed
from tests.cast import Cast


def pieces(response: HttpResponseBase) -> list[str]:
    """The page as it arrives, piece by piece."""
    assert isinstance(response, StreamingHttpResponse)
    return [bytes(piece).decode() for piece in response]


@pytest.mark.django_db
def test_fills_the_demo_while_the_page_arrives(client: Client) -> None:
    beginning, *steps, go_on, end = pieces(client.post("/demo/start/"))
    assert "The demo is being filled" in beginning
    assert steps == [f"<li>{written} of 41 people are here</li>" for written in (10, 20, 30, 40, 41)]
    assert 'action="/demo/start/"' in go_on
    assert end.rstrip().endswith("</html>")
    assert Person.objects.filter(demo=True).count() == 41
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("guests")
def test_signs_in_as_ada(client: Client) -> None:
    assertRedirects(client.post("/demo/start/"), "/", fetch_redirect_response=False)
    assert client.session["_auth_user_id"] == str(Person.objects.get(email="ada@demo.example").pk)


@pytest.mark.usefixtures("guests")
def test_goes_on_by_itself_where_scripts_run(client: Client) -> None:
    response = client.post("/demo/start/", headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"] == "/"
    assert client.session["_auth_user_id"] == str(Person.objects.get(email="ada@demo.example").pk)


@pytest.mark.django_db
def test_the_form_that_goes_on_carries_a_token_that_is_accepted() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/demo/start/").status_code == 403
    token = strict.get("/welcome/account/").context["csrf_token"]
    go_on = pieces(strict.post("/demo/start/", {"csrfmiddlewaretoken": token}))[-2]
    given = go_on.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    assertRedirects(strict.post("/demo/start/", {"csrfmiddlewaretoken": given}), "/", fetch_redirect_response=False)


@pytest.mark.django_db
def test_who_presses_second_finds_it_filled(client: Client) -> None:
    first, second = client.post("/demo/start/"), client.post("/demo/start/")
    assert len(pieces(first)) == 8
    assert len(pieces(second)) == 3
    assert Person.objects.count() == 41


@pytest.mark.django_db
def test_stops_where_somebody_makes_the_first_account_meanwhile(client: Client) -> None:
    response = client.post("/demo/start/")
    Deed.objects.create(token="first-account", url="")
    _beginning, said, _end = pieces(response)
    assert said == "<li>Somebody has a real account here, so there is no demo any more.</li>"
    assert not Person.objects.exists()


def test_is_gone_once_there_is_a_real_account(client: Client, cast: Cast) -> None:
    before = Person.objects.count()
    assert client.post("/demo/start/").status_code == 404
    assert Person.objects.count() == before
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_look_starts_nothing(client: Client) -> None:
    assert client.get("/demo/start/").status_code == 405
    assert not Person.objects.exists()
