"""The people whose pages are measured, and what they ask for. Runs inside Django."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Count, Q
from django.middleware.csrf import CSRF_SECRET_LENGTH
from django.test import Client
from django.urls import reverse
from django.utils.crypto import get_random_string

from assessments.models import Assessment, Evidence, Rating
from assessments.sheet import Sheet, sheet_of
from drafts.models import Draft, Keeper, Piece
from drafts.opening import open_draft, start_from_file
from drafts.pieces import Kind
from ladders.chart import Chart
from ladders.exporting import file_of
from ladders.models import Ladder, Version
from ladders.questions import Form
from ladders.reading import Place, place_of
from people.models import Person
from tools.bench.visits import FLOOR, SEEN, Visit

PEOPLE = 8  # as many as there are connections at most: nobody shares a row that is written
CHECK_INS, ITEMS = 3, 3
WRITER = "bench-bench-bench"


class TooFew(Exception):
    """The organisation is too small to find the people in it."""


def subjects() -> list[Person]:
    """The first people with a place, an aim, several check-ins and evidence. They count as real: no demo banner."""
    done = Count("assessments", filter=Q(assessments__submitted_at__isnull=False), distinct=True)
    found = Person.objects.active().exclude(path=None).exclude(path__aim="")
    rich = found.annotate(done=done, items=Count("evidence", distinct=True)).filter(
        done__gte=CHECK_INS, items__gte=ITEMS
    )
    people = list(rich.order_by("pk")[:PEOPLE])
    if len(people) < PEOPLE:
        raise TooFew(
            f"Only {len(people)} people have check-ins and evidence; {PEOPLE} are needed: give more --people."
        )
    Person.objects.filter(pk__in=[person.pk for person in people]).update(demo=False)
    return people


def draft_of(person: Person, place: Place) -> Sheet:
    """An open check-in of the person, half answered."""
    version = Version.objects.published().get(pid=place.chart.version)
    aim = place.aim.slug if place.aim else ""
    draft = Assessment.start(person, version=version, stage=place.path.stage, target=aim, form=Form.FULL)
    asked = sheet_of(draft).questions
    for question in asked[: len(asked) // 2 + 1]:
        answer = {"level": 2, "same": False, "ticked": [], "energy": ""}
        Rating.answer(draft, question.skill.pk, seen=0, writer=WRITER, **answer)
    return sheet_of(draft)


def visits(person: Person) -> dict[str, Visit]:
    """What one person asks for, by page."""
    client, secret = Client(), get_random_string(CSRF_SECRET_LENGTH)
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={secret}"
    gets = {name: Visit(path, cookie) for name, path in addresses(person).items()}
    saving = {"autosave": autosave(person, cookie, secret), "cell": cell(person, cookie, secret)}
    return {FLOOR: Visit("/", cookie), **gets, **saving}


def addresses(person: Person) -> dict[str, str]:
    place = place_of(person)
    if place is None or place.stage is None or place.aim is None:
        raise TooFew(f"{person.email} has no place.")
    chart, sheet = place.chart, draft_of(person, place)
    last = Assessment.objects.visible_to(person, Assessment.Kind.SELF).submitted().latest_first()[0]
    item = Evidence.objects.visible_to(person).about(person).latest_first()[0]
    return {
        "home": reverse("home"),
        "ladder": reverse("ladder_show", args=[chart.ladder]),
        "stage": reverse("stage_show", args=[chart.ladder, place.aim.pid]),
        "skill": reverse("skill_show", args=[chart.ladder, chart.skills[0].pid]),
        "step": reverse("step_show", args=[chart.ladder, place.stage.pid, place.aim.pid]),
        "gap": reverse("gap_show", args=[place.aim.pid]),
        "compare": reverse("gap_compare"),
        "form": question_url(sheet, len(sheet.questions) // 2),
        "assess": reverse("assessment_home"),
        "assessment": reverse("assessment_show", args=[last.pid]),
        "evidence": reverse("evidence_list"),
        "evidence form": reverse("evidence_edit", args=[item.pid]),
        "profile": reverse("profile_edit"),
        "grid": reverse("draft_show", args=[kept_by_all(person, chart).pid]),
    }


def kept_by_all(person: Person, chart: Chart) -> Draft:
    """The draft of the ladder, which the person edits too."""
    ladder = Ladder.objects.get(pid=chart.ladder)
    Keeper.objects.create(ladder=ladder, person=person, kind=Keeper.Kind.EDIT, by=None)
    return open_draft(ladder, by=person)


def question_url(sheet: Sheet, number: int) -> str:
    return reverse("rating_edit", args=[sheet.assessment.pid, sheet.questions[number].skill.pid])


def autosave(person: Person, cookie: str, secret: str) -> Visit:
    """The same question answered with one level and another, as the open form sends it."""
    draft = Assessment.objects.visible_to(person, Assessment.Kind.SELF).about(person).drafts()[0]
    path = question_url(sheet_of(draft), 0)
    bodies = tuple(
        urlencode({"csrfmiddlewaretoken": secret, "seen": 1, "writer": WRITER, "level": level, "energy": "neutral"})
        for level in (2, 3)
    )
    return Visit(path, cookie, bodies, status=204)


def cell(person: Person, cookie: str, secret: str) -> Visit:
    """Cells of a ladder of one's own with one level and another, as the open grid sends them, one by one."""
    place = place_of(person)
    if place is None:
        raise TooFew(f"{person.email} has no place.")
    version = Version.objects.published().select_related("ladder").get(pid=place.chart.version)
    draft = start_from_file(file_of(version), by=person, title=f"Bench {person.pk}")
    stage = Piece.objects.filter(draft=draft, kind=Kind.STAGE)[0].key
    rows = Piece.objects.filter(draft=draft, kind=Kind.ROW).values_list("key", flat=True)
    page = {"csrfmiddlewaretoken": secret, "seen": SEEN, "writer": WRITER}
    bodies = tuple(urlencode({**page, f"{row}/{stage}": level}) for level in (2, 3) for row in rows)
    return Visit(reverse("cell_save", args=[draft.pid]), cookie, bodies, status=204, seen=draft.revision)
