"""Somebody at work here, and their account."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people import line
from people.models.act import Act
from people.models.duty import Duty
from people.models.reporting import Moved, ReportingLine
from safeguards.ids import PidField
from safeguards.revisions import Revised, Stale


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

    def without_manager(self, on: date) -> Self:
        """Those who report to nobody on a day."""
        return self.exclude(pk__in=ReportingLine.objects.in_force(on).values("person"))

    def matching(self, words: str) -> Self:
        """Those with each of the words in their name or job title."""
        found = self
        for word in words.split():
            found = found.filter(Q(name__icontains=word) | Q(title__icontains=word))
        return found

    def with_lines(self, on: date) -> Self:
        """With `lines_from` on each: the lines that hold on a day or later, oldest first, with their managers."""
        lines = ReportingLine.objects.from_then_on(on).select_related("manager").order_by("since")
        return self.prefetch_related(Prefetch("lines", lines, to_attr="lines_from"))


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
    # How the person wants to be addressed; "" where they did not say.
    called = models.CharField(_("what you are called"), max_length=60, blank=True)
    title = models.CharField(_("job title"), max_length=150, blank=True)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    # How often somebody changed to whom the person reports, and 1: no change is lost to another one.
    line_revision = models.PositiveIntegerField(default=1)
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
        """What the person is called, as they said; else the first of two words, and a longer name as it is."""
        words = self.name.split()
        return self.called or (words[0] if len(words) == 2 else self.name)

    def check_password(self, raw_password: str | None) -> bool:
        """No password opens the account of somebody made up, also not one that a visitor gave them."""
        return not self.demo and super().check_password(raw_password)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = normal_email(self.email)
        super().save(*args, **kwargs)

    def describe(self, *, name: str, called: str, title: str, seen: int) -> None:
        """Changes what colleagues read in the directory. Raises Stale."""
        self.revise(seen, name=name, called=called, title=title)

    def switch(self, *, on: bool, by: Person | None) -> bool:
        """Switches the account on or off and ends its sessions; False if it was like that already."""
        if not Person.objects.filter(pk=self.pk, is_active=not on).update(is_active=on):
            return False
        self.is_active = on
        self.end_sessions()
        Act.objects.create(person=self, kind=Act.Kind.ON if on else Act.Kind.OFF, by=by)
        return True

    def end_sessions(self) -> None:
        """Signs the person out everywhere, so that no old session opens an account that is switched on again."""
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
            if session.get_decoded().get(SESSION_KEY) == str(self.pk):
                session.delete()

    def holds(self, kind: Duty.Kind) -> bool:
        return self.duties.filter(kind=kind).exists()

    def give(self, kind: Duty.Kind, *, by: Person | None = None) -> Duty:
        """Gives a duty; giving it twice changes nothing."""
        return Duty.objects.get_or_create(person=self, kind=kind, defaults={"by": by})[0]

    @classmethod
    def hold_lines(cls) -> None:
        """Until the transaction ends, nobody else changes who reports to whom or switches an account: two changes
        could close a loop together, or leave nobody who can switch. The oldest account is the lock.
        """
        cls.objects.all().select_for_update().order_by("pk").values_list("pk").first()

    @classmethod
    def is_taken(cls, email: str) -> bool:
        """Whether somebody has this work address."""
        return cls.objects.filter(email=normal_email(email)).exists()

    def report_to(
        self, manager: Person | None, *, since: date, by: Person | None = None, seen: int | None = None
    ) -> Moved:
        """Who manages this person from `since` on; None: nobody. Ends the line that holds then and takes back what
        was planned for later. `seen`: the `line_revision` that `by` had before them.

        Raises Stale, and ValidationError for a line to oneself, a loop on any day from then on, a manager whose
        account is switched off, a day before the present line began, and a change that changes nothing.
        """
        with transaction.atomic():
            Person.hold_lines()
            self._count_line(seen)
            lines = list(ReportingLine.objects.from_then_on(since).select_related("manager").order_by("since"))
            if manager is not None:
                self._check(manager, since, [one for one in lines if one.person_id != self.pk])
            moved = ReportingLine.move([one for one in lines if one.person_id == self.pk], manager, since=since)
            if manager is not None and not moved.stays:
                ReportingLine.objects.create(person=self, manager=manager, since=since, by=by, at=timezone.now())
            Act.objects.create(person=self, kind=Act.Kind.LINE, manager=manager, since=since, by=by)
        return moved

    def _count_line(self, seen: int | None) -> None:
        """One more change of this person's line. Raises Stale if somebody changed it since revision `seen`."""
        there = Person.objects.filter(pk=self.pk, **({} if seen is None else {"line_revision": seen}))
        if not there.update(line_revision=F("line_revision") + 1):
            raise Stale

    def _check(self, manager: Person, since: date, others: Iterable[ReportingLine]) -> None:
        if not Person.objects.active().filter(pk=manager.pk).exists():
            raise ValidationError(_("The account of %(name)s is switched off."), params={"name": manager.name})
        spans = [line.Span(one.person_id, one.manager_id, one.since, one.until) for one in others]
        line.check_from(self.pk, manager.pk, since, spans)
