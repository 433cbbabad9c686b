from __future__ import annotations

from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from people.accounts import make_first_account
from people.models import Duty, Person

pytestmark = pytest.mark.django_db
WORDS = "lantern gravel oboe thursday"


@pytest.fixture
def first() -> Person:
    return make_first_account(email="ann@example.org", name="Ann Berg", password=WORDS)


def added(*arguments: str) -> str:
    out = StringIO()
    call_command("person_add", *arguments, stdout=out)
    return out.getvalue()


def chosen(link: str, password: str) -> Client:
    """A browser that followed the link and chose a password."""
    client = Client()
    form = client.get(urlsplit(link).path, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})
    return client


def test_a_link_to_choose_a_password_that_works_once(first: Person) -> None:
    said = added("Cleo@Example.org", "Cleo Dahl", "--address", "https://paths.example.org/")
    link = said.splitlines()[1]
    assert said.splitlines()[0] == "Cleo Dahl can choose a password at"
    assert link.startswith("https://paths.example.org/account/password/reset/key/")
    chosen(link, WORDS)
    cleo = Person.objects.get(email="cleo@example.org")
    assert cleo.check_password(WORDS)
    chosen(link, "another sentence of five words")
    cleo.refresh_from_db()
    assert cleo.check_password(WORDS)
    assert Client().post("/account/login/", {"login": cleo.email, "password": WORDS}).headers["Location"] == "/"


def test_manager_title_and_duties(first: Person) -> None:
    added("cleo@example.org", "Cleo Dahl", "--reports-to", "ANN@example.org", "--title", "PM", "--duty", "ladders")
    cleo = Person.objects.get(email="cleo@example.org")
    assert list(Person.objects.managing(cleo)) == [first]
    assert cleo.title == "PM"
    assert list(cleo.duties.values_list("kind", flat=True)) == [Duty.Kind.LADDERS]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("nonsense", "Cleo"), "nonsense: Enter a valid email address."),
        (("cleo@example.org", " "), "Give their name, so that colleagues know who it is."),
        (("ann@example.org", "Ann again"), "ann@example.org has an account already."),
        (
            ("cleo@example.org", "Cleo", "--reports-to", "who@example.org"),
            "Nobody here has the address who@example.org.",
        ),
    ],
)
def test_bad_input_adds_nobody(first: Person, arguments: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(CommandError, match="^" + complaint.replace(".", r"\.")):
        added(*arguments)
    assert list(Person.objects.values_list("email", flat=True)) == ["ann@example.org"]


def test_the_first_account_is_made_in_the_browser() -> None:
    with pytest.raises(CommandError, match="first account in the browser"):
        added("cleo@example.org", "Cleo Dahl")
