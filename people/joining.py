"""A new account, made by the people team, and the link with which its owner chooses a password."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from people import policy
from people.accounts import add_address
from people.line_change import check, tell_about
from people.mails import mail
from people.models import Act, Person


def join(*, name: str, email: str, title: str, manager: Person | None, by: Person) -> Person:
    """An account that nobody can open before its owner chose a password; made up if `by` is.

    Raises PermissionDenied, and ValidationError for an address that somebody has and for a manager who cannot be one.
    """
    today = timezone.localdate()
    try:
        with transaction.atomic():
            Person.hold_lines()
            by.refresh_from_db(fields=["is_active"])
            if not policy.keeps_people(by):
                raise PermissionDenied
            person = Person.objects.create_user(email, name, title=title, demo=by.demo)
            add_address(person)
            person.acts.create(kind=Act.Kind.ADDED, by=by)
            if manager is not None:
                check(manager, since=today, by=by)
                moved = person.report_to(manager, since=today, by=by)
                tell_about(moved, person, manager, since=today, by=by)
    except IntegrityError as taken:
        raise ValidationError({"email": _("Somebody here has this address already.")}) from taken
    return person


def is_waiting(person: Person) -> bool:
    """Whether nobody has ever opened the account: only then the people team may hand out its link."""
    return person.is_active and not person.demo and person.last_login is None and not person.has_usable_password()


def password_path(person: Person) -> str:
    """The address at which the owner of an account chooses a password; it works once, and for three days."""
    key = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return reverse("account_reset_password_from_key", kwargs=key)


def mail_link(person: Person, link: str) -> None:
    """Mails the link to the person's own address."""
    text = _("An account in Careerpath is ready for you. Choose a password here, within three days:\n\n%(link)s\n")
    mail(person, _("Your account in Careerpath"), text % {"link": link})
