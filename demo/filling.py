"""Writes invented people and what happened to them: many rows at a time, the same rows that the verbs would write."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from assessments.models import Assessment, Evidence, Rating, Standing
from assessments.sealing import digest
from demo.figures import CheckIn, Figure, Told
from ladders.chart import Chart
from ladders.models import Path, Placement, Version
from people.models import Duty, Person, ReportingLine

HOST = "demo.example"
POURED_AT_ONCE = 90  # rows; SQLite takes 999 values in one statement everywhere
STARTED, SUBMITTED = time(11, 20), time(12, 5)


Values = dict[str, int | str | datetime | None]


def moment(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def pour(model: type[Model], rows: Iterable[Values]) -> None:
    """Inserts rows of column values, without making models of them: the one table that is large is ratings."""
    name, rest = connection.ops.quote_name, iter(rows)
    while some := list(islice(rest, POURED_AT_ONCE)):
        columns = ", ".join(map(name, some[0]))
        marks = ", ".join([f"({', '.join(['%s'] * len(some[0]))})"] * len(some))
        insert = " ".join(["INSERT INTO", name(model._meta.db_table), f"({columns})", "VALUES", marks])
        with connection.cursor() as cursor:
            cursor.execute(insert, [value for row in some for value in row.values()])


@dataclass
class Writer:
    """Writes against one ladder version. `keys` holds the primary key of each figure by its number."""

    version: Version
    chart: Chart
    keys: array[int] = field(default_factory=lambda: array("q"))

    def write(self, told: Iterable[Told], *, at_once: int) -> Iterator[int]:
        """Writes everyone, `at_once` people in one transaction, and gives the number written so far after each."""
        rest = iter(told)
        while group := list(islice(rest, at_once)):
            with transaction.atomic():
                self.people([one.figure for one in group])
                self.places([one.figure for one in group])
                self.assessments(group)
                self.evidence(group)
            yield len(self.keys)

    def people(self, figures: Sequence[Figure]) -> None:
        made = Person.objects.bulk_create(
            Person(
                email=f"{figure.address}@{HOST}",
                name=figure.name,
                called=figure.called,
                title=figure.title,
                password=make_password(None),
                demo=True,
                joined_at=moment(figure.joined, STARTED),
            )
            for figure in figures
        )
        self.keys.extend(person.pk for person in made)
        EmailAddress.objects.bulk_create(
            EmailAddress(user=person, email=person.email, primary=True, verified=True) for person in made
        )
        Duty._default_manager.bulk_create(
            Duty(person_id=self.key(figure), kind=kind, at=moment(figure.joined, STARTED))
            for figure in figures
            for kind in figure.duties
        )
        ReportingLine.objects.bulk_create(
            ReportingLine(
                person_id=self.key(figure), manager_id=self.keys[line.manager], since=line.since, until=line.until
            )
            for figure in figures
            for line in figure.lines
        )

    def key(self, figure: Figure) -> int:
        return self.keys[figure.number]

    def places(self, figures: Sequence[Figure]) -> None:
        ladder = self.version.ladder_id
        Path.objects.bulk_create(
            Path(person_id=self.key(figure), ladder_id=ladder, stage=figure.steps[-1][0], aim=figure.aim)
            for figure in figures
            if figure.steps
        )
        Placement._default_manager.bulk_create(
            Placement(person_id=self.key(figure), ladder_id=ladder, stage=stage, since=since)
            for figure in figures
            for stage, since in figure.steps
        )

    def assessments(self, group: Sequence[Told]) -> None:
        check_ins = [(one.figure, check_in) for one in group for check_in in one.check_ins]
        rows = Assessment.objects.bulk_create(self.assessment(*check_in) for check_in in check_ins)
        pour(
            Rating,
            (
                rating
                for row, (_figure, check_in) in zip(rows, check_ins, strict=True)
                for rating in self.ratings(row, check_in)
            ),
        )
        Standing.objects.bulk_create(Standing.rebuild(row for row in rows if not row.is_draft))

    def assessment(self, figure: Figure, check_in: CheckIn) -> Assessment:
        """The assessment as `Assessment.submit` leaves it behind."""
        skill = self.chart.skill
        rated = sorted((skill[a.skill].pk, a.level, a.situation, a.same) for a in check_in.answers)
        done = check_in.submitted
        return Assessment(
            person_id=self.key(figure),
            assessor_id=self.keys[check_in.by],
            kind=check_in.kind,
            ladder_id=self.version.ladder_id,
            version=self.version,
            stage=check_in.stage,
            target=check_in.target,
            form=check_in.form,
            started_at=moment(check_in.on, STARTED),
            submitted_at=moment(check_in.on, SUBMITTED) if done else None,
            levels={str(pk): level for pk, level, *_rest in rated} if done else None,
            digest=digest(self.version.digest, rated) if done else "",
        )

    def ratings(self, row: Assessment, check_in: CheckIn) -> Iterator[Values]:
        for minute, answer in enumerate(check_in.answers):
            yield {
                "assessment_id": row.pk,
                "skill_id": self.chart.skill[answer.skill].pk,
                "level": answer.level,
                "same": answer.same,
                "ticked": "[]",
                "energy": answer.energy,
                "situation": answer.situation,
                "no_situation": answer.no_situation,
                "rated_at": connection.ops.adapt_datetimefield_value(row.started_at + timedelta(minutes=minute)),
                "revision": 1,
                "writer": "",
            }

    def evidence(self, group: Sequence[Told]) -> None:
        proofs = [(one.figure, proof) for one in group for proof in one.proofs]
        rows = Evidence.objects.bulk_create(
            Evidence(
                person_id=self.key(figure),
                title=proof.title,
                happened_on=proof.on,
                strength=proof.strength,
                link=proof.link,
                created_at=moment(proof.on, SUBMITTED),
            )
            for figure, proof in proofs
        )
        shows = Evidence.skills.through
        shows._default_manager.bulk_create(
            shows(evidence_id=row.pk, skill_id=self.chart.skill[slug].pk)
            for row, (_figure, proof) in zip(rows, proofs, strict=True)
            for slug in proof.skills
        )
