"""What the tests about teams build again and again, and how they read a heatmap."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from assessments.models import Appraisal
from ladders.chart import Chart
from ladders.models import Ladder, Version
from people.models import Person
from teams.models import Promise, Talk
from tests.assessments.pages import Node
from tests.cast import JOINED
from tests.factories import PathFactory, PersonFactory


def under_review(person: Person, assessor: Person) -> Appraisal:
    """A review of the person that is open."""
    version = Version.objects.published().get(ladder__slug="product-management", number=1)
    return Appraisal.begin(person, assessor=assessor, by=assessor, version=version, stage="product-manager")


def promise(person: Person, manager: Person, words: str = "Introduce you to finance", **more: Any) -> Promise:
    said: dict[str, Any] = {"by": manager, "side": "manager", "words": words} | more
    days = said.pop("days", 0)
    made = Promise.make(person, manager, **said)
    if days:
        Promise.objects.filter(pk=made.pk).update(at=timezone.now() - timedelta(days=days))
        made.refresh_from_db()
    return made


def talk(person: Person, manager: Person, day: date, about: str = "The next stage") -> Talk:
    return Talk.note(person, manager, by=manager, day=day, kind="path", about=about)


def reports(manager: Person, count: int, chart: Chart) -> list[Person]:
    """So many more reports on a ladder."""
    here = Ladder.objects.get(pid=chart.ladder)
    found = PersonFactory.create_batch(count)
    for person in found:
        person.report_to(manager, since=JOINED)
        PathFactory(person=person, ladder=here)
    return found


def heat(main: Node) -> dict[str, dict[str, str]]:
    """The wide table: person → column → what the cell says, with its look; a hidden line has one cell, ""."""
    table = main.one("div", "heat-wide").one("table")
    columns = [cell.text for cell in table.one("thead").all("tr")[1].all("th")][1:]
    found: dict[str, dict[str, str]] = {}
    for row in table.one("tbody").all("tr"):
        name = row.one("th").one("bdi").text
        cells = row.all("td")
        if "private" in cells[0].attrs["class"]:
            found[name] = {"": cells[0].text}
        else:
            said = [f"{cell.one('b').text} {look(cell)}".strip() for cell in cells]
            found[name] = dict(zip(columns, said, strict=True))
    return found


def look(cell: Node) -> str:
    return cell.attrs["class"].replace(" first", "")


def meeting(main: Node) -> dict[str, str]:
    """The last line of the wide table: column → how many meet it, of how many."""
    table = main.one("div", "heat-wide").one("table")
    columns = [cell.text for cell in table.one("thead").all("tr")[1].all("th")][1:]
    return dict(zip(columns, [cell.text for cell in table.one("tfoot").all("td")], strict=True))
