from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from people.accounts import add_address
from people.joining import password_path
from people.models import Duty, Person, normal_email


class Command(BaseCommand):
    help = "Makes an account for somebody and prints the link with which they choose their password. It works once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="their work address")
        parser.add_argument("name", help="their name")
        parser.add_argument("--title", default="", help="their job title")
        parser.add_argument("--reports-to", metavar="EMAIL", help="the work address of their manager")
        parser.add_argument("--duty", action="append", default=[], choices=Duty.Kind.values)
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where Careerpath is reached")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            person = self.add(options["email"], options["name"], options["title"])
            if options["reports_to"]:
                person.report_to(self.known(options["reports_to"]), since=timezone.localdate())
            for kind in options["duty"]:
                person.give(Duty.Kind(kind))
        path = password_path(person)
        self.stdout.write(f"{person.name} can choose a password at\n{options['address'].rstrip('/')}{path}")

    def add(self, email: str, name: str, title: str) -> Person:
        if not Person.objects.real().exists():
            raise CommandError("Make the first account in the browser; it holds every duty.")
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email}: {'; '.join(error.messages)}") from error
        if not name.strip():
            raise CommandError("Give their name, so that colleagues know who it is.")
        if Person.objects.filter(email=normal_email(email)).exists():
            raise CommandError(f"{email} has an account already.")
        person = Person.objects.create_user(email, name.strip(), title=title)
        add_address(person)
        return person

    def known(self, email: str) -> Person:
        person = Person.objects.active().filter(email=normal_email(email)).first()
        if person is None:
            raise CommandError(f"Nobody here has the address {email}.")
        return person
