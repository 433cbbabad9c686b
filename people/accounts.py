"""How accounts come to be: the first one, and the ones after it."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django import forms
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.models import Duty, Person, ReportingLine
from safeguards.models import Deed


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.SIGNUP == "open") and Person.objects.real().exists()


class NameForm(forms.Form):
    """What signing up asks besides the address and the password."""

    name = forms.CharField(label=_("Your name"), max_length=150)
    field_order = ["name", "email", "password1"]

    def signup(self, request: HttpRequest, person: Person) -> None:
        person.name = self.cleaned_data["name"]
        person.save(update_fields=["name"])


FIRST = "first-account"
AT_ONCE = 200


class AlreadyTaken(Exception):
    """Somebody made the first account a moment earlier."""


def make_first_account(*, email: str, name: str, password: str) -> Person:
    """The account of the person who sets Careerpath up; they hold every duty until they share them.

    Removes the demo organisation if it is there. Raises AlreadyTaken if a real account exists.
    """
    try:
        with transaction.atomic():
            # A unique row is the lock: a second visitor waits here, and then finds the place taken.
            first = Deed.objects.create(token=FIRST, url="")
            if Person.objects.real().exists():
                raise AlreadyTaken
            remove_demo()
            person = Person.objects.create_user(email, name, password)
            add_address(person)
            for kind in Duty.Kind:
                person.give(kind)
            first.person = person
            first.save(update_fields=["person"])
    except IntegrityError as taken:
        raise AlreadyTaken from taken
    return person


def add_address(person: Person) -> None:
    """Tells the sign-in parts that the person's address is theirs and confirmed."""
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)


def remove_demo() -> None:
    """Deletes the demo organisation and everything that belongs to it, some people at a time."""
    # A manager is protected by the lines to them, so the lines go first.
    ReportingLine.objects.filter(Q(person__demo=True) | Q(manager__demo=True)).delete()
    while some := list(Person.objects.filter(demo=True).values_list("pk", flat=True)[:AT_ONCE]):
        Person.objects.filter(pk__in=some).delete()
