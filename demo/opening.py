"""Opens and closes the demo. There is one only while nobody has a real account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from demo.asking import ask_around
from demo.boarding import fill_boards
from demo.calibrating import fill_calibration
from demo.crowd import crowd
from demo.drafting import begin_draft
from demo.feedbacking import fill_feedback
from demo.filling import Writer
from demo.lines_told import fill_lines
from demo.organisation import LADDER, fits, organisation
from demo.organising import fill_organisation
from demo.packeting import fill_packets
from demo.reviewing import fill_reviews
from demo.rounding import fill_rounds
from demo.teaming import fill_teams
from demo.telling import tell
from ladders.chart import Chart
from ladders.exchange import read
from ladders.importing import take_in
from ladders.models import Version
from ladders.published import load
from people.accounts import FIRST
from people.models import Person
from safeguards.models import Deed

FILE = Path(settings.BASE_DIR) / "ladders/data" / f"{LADDER}.yaml"
SEED = "demo"
STEP = 10  # people written between two signs of progress
CROWD_STEP = 500
TAKEN = _("Somebody has a real account here, so there is no demo any more.")
CHANGED = _("The ladder for product managers was changed here, and the demo people no longer fit it.")


class Refused(Exception):
    """There can be no demo; the words say why."""


def is_demo() -> bool:
    """Whether demo people may be entered: some are there, and nobody has a real account."""
    return Person.objects.filter(demo=True).exists() and not Person.objects.real().exists()


@contextmanager
def alone() -> Iterator[None]:
    """One transaction in which nobody else opens the demo or makes the first account.

    Both take the same unique row, so whoever comes second waits here. Raises Refused if a real account exists.
    """
    with transaction.atomic():
        try:
            with transaction.atomic():
                lock = Deed.objects.create(token=FIRST, url="")
        except IntegrityError as taken:
            raise Refused(TAKEN) from taken
        if Person.objects.real().exists():
            raise Refused(TAKEN)
        yield
        lock.delete()


def open_chart() -> tuple[Version, Chart]:
    """The default ladder's version in force; loads it if the ladder is not there yet.

    Raises Refused if the ladder was changed so much that the invented people do not fit it.
    """
    version = Version.objects.in_force(timezone.localdate()).filter(ladder__slug=LADDER).first()
    if version is None:
        file = read(FILE.read_bytes(), FILE.name).ladder
        if file is None:
            raise ValueError(f"{FILE.name} has errors: run ladder_check on it.")
        version = take_in(file, by=None).version
    # Not chart_of: should this transaction be taken back, its keys are given again to something else.
    chart = load(version)
    if not fits(chart):
        raise Refused(CHANGED)
    return version, chart


def open_demo(today: date, seed: str = SEED) -> Iterator[tuple[int, int]]:
    """Fills the demo if it is not there; gives (people written, people in all) as it goes. Raises Refused.

    All or nothing: what was written goes away again if this is not run to its end.
    """
    with alone():
        if Person.objects.filter(demo=True).exists():
            return
        version, chart = open_chart()
        figures = organisation(chart, today)
        told = (tell(figure, chart, today, seed) for figure in figures)
        for written in Writer(version, chart).write(told, at_once=STEP):
            yield written, len(figures)
        fill_lines(today)
        begin_draft(version.ladder, today)
        fill_reviews(chart, today)
        fill_calibration(chart, today)
        fill_teams(chart, today)
        fill_feedback(chart, today)
        fill_packets(version, chart, today)
        ask_around(version.ladder, today)
        fill_organisation(chart, today)
        fill_rounds(today)
        fill_boards(chart, today)


def open_crowd(people: int, today: date, seed: str = SEED) -> Iterator[int]:
    """Fills an organisation of `people` for measurements, a group at a time; gives the number written so far.

    Raises Refused.
    """
    with alone():
        version, chart = open_chart()
    told = (tell(figure, chart, today, seed) for figure in crowd(chart, today, seed, people))
    yield from Writer(version, chart).write(told, at_once=CROWD_STEP)
