"""Several people at the same moment: threads on both databases, and processes on the one that is a file."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from people.line_change import change_line
from people.models import Act, Duty, Person, ReportingLine
from people.switching import switch
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.house.source import ROOT
from tests.people.conftest import day
from tests.safeguards.side_by_side import at_once

pytestmark = pytest.mark.django_db(transaction=True)

IN_A_PROCESS = """
import django
django.setup()
from datetime import timedelta
from django.core.exceptions import ValidationError
from django.utils import timezone
from people.models import Person
person, manager = Person.objects.get(pk={person}), Person.objects.get(pk={manager})
print("ready", flush=True)
input()
try:
    person.report_to(manager, since=timezone.localdate() + timedelta(days={number}))
    print("done")
except ValidationError as refused:
    print(refused.messages[0])
"""


def test_two_changes_that_would_close_a_loop_do_not_both_pass(cast: Cast) -> None:
    """Eve begins to report to Ada while Ada begins to report to Eve: whoever comes second is refused."""
    pairs = [(cast.eve, cast.ada), (cast.ada, cast.eve)]

    def one(number: int) -> str:
        person, manager = (Person.objects.get(pk=one.pk) for one in pairs[number])
        try:
            person.report_to(manager, since=day(number))
        except ValidationError as refused:
            return str(refused.messages[0])
        return "done"

    assert sorted(at_once(one, count=2)) == ["That would make a loop in the reporting line.", "done"]
    assert ReportingLine.objects.filter(until=None, person__in=[cast.ada, cast.eve]).count() == 2


def test_a_ring_of_eight_is_never_closed(cast: Cast) -> None:
    ring = [Person.objects.create_user(f"ring{number}@example.org", f"Ring {number}") for number in range(8)]

    def one(number: int) -> bool:
        try:
            ring[number].report_to(ring[(number + 1) % 8], since=day(0))
        except ValidationError:
            return False
        return True

    assert sorted(at_once(one, count=8)) == [False, *[True] * 7]


def test_two_admins_at_once_write_one_change(cast: Cast) -> None:
    cast.lin.give(Duty.Kind.PEOPLE)
    seen = Person.objects.get(pk=cast.ada.pk).line_revision
    admins, managers = [cast.hal.pk, cast.lin.pk], [cast.cy, cast.xena]

    def one(number: int) -> str:
        by, ada = Person.objects.get(pk=admins[number]), Person.objects.get(pk=cast.ada.pk)
        try:
            change_line(ada, managers[number], since=day(0), by=by, seen=seen)
        except Stale:
            return "stale"
        return "done"

    assert sorted(at_once(one, count=2)) == ["done", "stale"]
    assert Act.objects.filter(person=cast.ada, since=day(0)).count() == 1


def test_two_admins_who_switch_each_other_off_leave_one(cast: Cast) -> None:
    cast.lin.give(Duty.Kind.PEOPLE)
    pairs = [(cast.hal.pk, cast.lin.pk), (cast.lin.pk, cast.hal.pk)]

    def one(number: int) -> str:
        by, person = (Person.objects.get(pk=pk) for pk in pairs[number])
        try:
            switch(person, on=False, by=by)
        except PermissionDenied:
            return "refused"
        return "done"

    assert sorted(at_once(one, count=2)) == ["done", "refused"]
    assert Person.objects.active().filter(duties__kind=Duty.Kind.PEOPLE).count() == 1


def test_a_manager_switched_off_at_the_same_moment(cast: Cast) -> None:
    """Either the line comes first and the switch says who is left, or the line is refused."""
    by = cast.hal.pk

    def one(number: int) -> str:
        if number:
            switch(Person.objects.get(pk=cast.cy.pk), on=False, by=Person.objects.get(pk=by))
            return "off"
        try:
            Person.objects.get(pk=cast.ada.pk).report_to(Person.objects.get(pk=cast.cy.pk), since=day(0))
        except ValidationError as refused:
            return str(refused.messages[0])
        return "done"

    said = at_once(one, count=2)
    holds = ReportingLine.objects.filter(person=cast.ada, manager=cast.cy).exists()
    assert said == (["done", "off"] if holds else ["The account of Cy Haddad is switched off.", "off"])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a database in a file, shared by processes")
def test_two_processes_do_not_close_a_loop(cast: Cast, tmp_path: os.PathLike[str]) -> None:
    """The write lock of the file is what keeps them apart."""
    name = f"{tmp_path}/copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [name])
    pairs = [(cast.eve, cast.ada), (cast.ada, cast.eve)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "careerpath.settings", "DATABASE_URL": f"sqlite:///{name}"}
    started = [
        subprocess.Popen(  # noqa: S603 - our own words, run by this very Python
            [
                sys.executable,
                "-c",
                IN_A_PROCESS.format(person=person.pk, manager=manager.pk, number=number),
            ],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, (person, manager) in enumerate(pairs)
    ]
    for one in started:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    for one in started:
        assert one.stdin
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate(timeout=60)[0].strip() for one in started]
    assert sorted(said) == ["That would make a loop in the reporting line.", "done"]
