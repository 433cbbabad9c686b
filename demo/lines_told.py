"""How the demo's lines came to be: who wrote each down, one change that is coming, what people were told of it, and
who has read about Ada.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from demo.filling import HOST, moment
from people.line_change import tell_about
from people.models import Act, Notice, Person

KEEPER = f"hal@{HOST}"
ABOUT = f"ada@{HOST}"
# Moves to another manager at the beginning of the month after next.
MOVES, FROM, TO = f"oskar@{HOST}", f"bo@{HOST}", f"rajeswari@{HOST}"
TOLD_BEFORE = 5  # days between writing a change down and today
# Who opened which of Ada's pages, how many days ago, and how often.
READ = (
    (f"bo@{HOST}", "assessment_show", 2, 1),
    (f"bo@{HOST}", "line_history", 9, 1),
    (KEEPER, "person_list", 9, 3),
    (f"cy@{HOST}", "line_history", 23, 1),
    (f"bo@{HOST}", "assessment_show", 41, 2),
)


def fill_lines(today: date) -> None:
    """Writes all this down, in the days before `today`; nothing where the people are not there."""
    found = {person.email: person for person in Person.objects.made_up()}
    if {KEEPER, ABOUT, MOVES, FROM, TO} - found.keys():
        return
    for person in found.values():
        written_down(person, by=found[KEEPER])
    moving(found[MOVES], found[TO], by=found[KEEPER], today=today)
    told_long_ago(found[ABOUT], by=found[KEEPER])
    for reader, page, ago, times in READ:
        at = moment(today - timedelta(days=ago), time(10, 5 + ago))
        about = {"reader": found[reader], "page": page, "times": times, "first_at": at, "last_at": at}
        found[ABOUT].readings.create(day=today - timedelta(days=ago), **about)


def written_down(person: Person, *, by: Person) -> None:
    """Each line was written down three days before it began, by somebody else than the person."""
    for line in person.lines.order_by("since"):
        at = moment(line.since - timedelta(days=3), time(16, 40))
        person.lines.filter(pk=line.pk).update(by=by, at=at)
        person.acts.create(kind=Act.Kind.LINE, manager_id=line.manager_id, since=line.since, by=by, at=at)


def moving(person: Person, manager: Person, *, by: Person, today: date) -> None:
    """The change that is coming, and what everybody was told of it."""
    since = (today.replace(day=1) + timedelta(days=62)).replace(day=1)
    at = moment(today - timedelta(days=TOLD_BEFORE), time(15, 10))
    moved = person.report_to(manager, since=since, by=by)
    tell_about(moved, person, manager, since=since, by=by)
    person.lines.filter(until=None).update(at=at)
    person.acts.filter(since=since).update(at=at)
    for one in (person, manager, moved.ended):
        if one is not None:
            one.notices.update(at=at)


def told_long_ago(person: Person, *, by: Person) -> None:
    """What somebody was told when they got the manager they have; they have read it."""
    line = person.lines.filter(until=None).select_related("manager").first()
    if line is not None and line.at is not None:
        said = {"kind": "line_changed", "by": by, "subject": line.manager, "detail": line.since.isoformat()}
        Notice.put([Notice(person=person, url="/profile/line/", at=line.at, read_at=line.at, **said)])
