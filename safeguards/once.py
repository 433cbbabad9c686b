"""One effect for each form, however often it is sent: double clicks, reloads, a retry after a lost answer."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from safeguards.models import Deed

FIELD = "once"
TOKEN = re.compile(r"[A-Za-z0-9_-]{16,32}")


def new_token() -> str:
    """A fresh token for one rendered form."""
    return secrets.token_urlsafe(16)


def token_of(request: HttpRequest) -> str:
    """The token that came with the form; empty for anything that we did not make."""
    token = request.POST.get(FIELD, "")
    return token if TOKEN.fullmatch(token) else ""


def done_before(request: HttpRequest) -> str:
    """The url a form led to when it was carried out before; empty for a form that is new or somebody else's.

    For acts that make away with what they are about: sent twice, they would no longer find it.
    """
    token = token_of(request)
    if not token or request.user.pk is None:
        return ""
    return Deed.objects.filter(token=token, person_id=request.user.pk).values_list("url", flat=True).first() or ""


def once(request: HttpRequest, act: Callable[[], str]) -> str:
    """Runs `act` unless this form was carried out before; gives the url that it led to, then and now.

    `act` changes the database and returns a url; its changes and the memory of the token are one transaction.
    Raises BadRequest if the form came without a token or with somebody else's.
    """
    token = token_of(request)
    if not token:
        raise BadRequest("The form came without its token.")
    person_id = request.user.pk
    try:
        with transaction.atomic():
            # The row comes first: a second sender waits here until the first is done.
            deed = Deed.objects.create(token=token, person_id=person_id, url="")
            deed.url = act()
            deed.save(update_fields=["url"])
    except IntegrityError:
        known = Deed.objects.filter(token=token).first()
        if known is None:
            raise
        if known.person_id != person_id:
            raise BadRequest("The form's token belongs to somebody else.") from None
        return known.url
    return deed.url
