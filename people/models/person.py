"""Somebody at work here, and their account."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people import line
from people.models.duty import Duty
from people.models.reporting import ReportingLine
from safeguards.ids import PidField
from safeguards.revisions import Revised


def normal_email(email: str) -> str:
    """An address as it is kept: trimmed and in lower case, so that one person has one account."""
    return email.strip().lower()


class PersonQuerySet(models.QuerySet["Person"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def real(self) -> Self:
        """People who are not part of the demo organisation."""
        return self.filter(demo=False)

    def made_up(self) -> Self:
        """People of the demo organisation."""
        return self.filter(demo=True)

    def reporting_to(self, manager: Person, on: date | None = None) -> Self:
        """Direct reports of `manager` on a day (default today)."""
        lines = ReportingLine.objects.in_force(on or timezone.localdate()).filter(manager=manager)
        return self.filter(pk__in=lines.values("person"))

    def managing(self, person: Person, on: date | None = None) -> Self:
        """The manager of `person` on a day (default today); none or one."""
        lines = ReportingLine.objects.in_force(on or timezone.localdate()).filter(person=person)
        return self.filter(pk__in=lines.values("manager"))


class PersonManager(BaseUserManager["Person"]):
    """Makes people, and speaks the queryset's words."""

    def get_queryset(self) -> PersonQuerySet:
        return PersonQuerySet(self.model, using=self._db)

    def active(self) -> PersonQuerySet:
        return self.get_queryset().active()

    def real(self) -> PersonQuerySet:
        return self.get_queryset().real()

    def made_up(self) -> PersonQuerySet:
        return self.get_queryset().made_up()

    def reporting_to(self, manager: Person, on: date | None = None) -> PersonQuerySet:
        return self.get_queryset().reporting_to(manager, on)

    def managing(self, person: Person, on: date | None = None) -> PersonQuerySet:
        return self.get_queryset().managing(person, on)

    def create_user(self, email: str, name: str, password: str | None = None, **more: Any) -> Person:
        """A person with an account; without a password the account cannot be signed in to."""
        person = Person(email=normal_email(email), name=name, **more)
        person.set_password(password)
        person.save()
        return person

    def get_by_natural_key(self, email: str | None) -> Person:
        return Person.objects.get(email=normal_email(email or ""))


class Person(AbstractBaseUser, Revised):
    """Somebody at work here. The address is the account; `title` is free text and says nothing about rights."""

    pid = PidField(unique=True)
    email = models.EmailField(_("work address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    title = models.CharField(_("job title"), max_length=150, blank=True)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects: ClassVar[PersonManager] = PersonManager()

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """One or two letters for the round mark; the first letters of the first and the last name."""
        words = self.name.split() or ["?"]
        return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()

    @property
    def short_name(self) -> str:
        return (self.name.split() or [self.name])[0]

    def check_password(self, raw_password: str | None) -> bool:
        """No password opens the account of somebody made up, also not one that a visitor gave them."""
        return not self.demo and super().check_password(raw_password)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = normal_email(self.email)
        super().save(*args, **kwargs)

    def describe(self, *, name: str, title: str, seen: int) -> None:
        """Changes what colleagues read in the directory. Raises Stale."""
        self.revise(seen, name=name, title=title)

    def holds(self, kind: Duty.Kind) -> bool:
        return self.duties.filter(kind=kind).exists()

    def give(self, kind: Duty.Kind, *, by: Person | None = None) -> Duty:
        """Gives a duty; giving it twice changes nothing."""
        return Duty.objects.get_or_create(person=self, kind=kind, defaults={"by": by})[0]

    def report_to(self, manager: Person | None, *, since: date) -> None:
        """Ends the present reporting line the day before `since` and starts the next one.

        Raises ValidationError for a line to oneself, a loop, or a day before the present line began.
        """
        with transaction.atomic():
            # One change at a time, or two changes could close a loop together: the oldest account is the lock.
            Person.objects.select_for_update().order_by("pk").values_list("pk").first()
            lines = ReportingLine.objects.filter(until=None)
            managers = dict(lines.values_list("person_id", "manager_id"))
            if manager is not None:
                line.check(self.pk, manager.pk, managers)
            present = lines.filter(person=self).first()
            if present is not None:
                present.end(since)
            if manager is not None:
                ReportingLine.objects.create(person=self, manager=manager, since=since)
