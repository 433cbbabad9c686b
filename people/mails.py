"""Mails to somebody's own work address, where the operator named a mail server."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from people.models import Person


def can_mail() -> bool:
    return bool(settings.EMAIL_HOST)


def mail(person: Person, subject: str, text: str) -> None:
    """Sends a mail once the transaction is through. Nobody made up gets one, and none is sent without a server."""
    if can_mail() and not person.demo:
        send = partial(send_mail, subject, text, settings.DEFAULT_FROM_EMAIL, [person.email], fail_silently=True)
        transaction.on_commit(send)
