"""The request of somebody who is signed in, as views are handed it (the sign-in check stands before them)."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from people.models import Person


class SignedIn(HttpRequest):
    user: Person
    htmx: HtmxDetails
