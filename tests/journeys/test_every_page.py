"""Every page, full and empty, in both themes, wide and narrow: axe finds nothing, the console stays silent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver, reverse
from playwright.sync_api import Page

from assessments.models import Assessment
from ladders import translations
from ladders.chart import Chart
from ladders.models import Version
from people.models import Person
from tests.factories import AssessmentFactory, EvidenceFactory, PathFactory, PersonFactory
from tests.journeys.announcing import announce
from tests.journeys.conftest import Open
from tests.journeys.keeping import ACTS, begin_keeping, keeper_pages
from tests.journeys.rooms import ROOM_ACTS, live_in_rooms, room_pages
from tests.journeys.steps import sign_in

WIDTHS = (1280, 390)
CONTRAST = {"runOnly": ["color-contrast"]}
LEVELS = [3, 4, 2, 0, None, 5]
LONG = "Extraordinarily long product organisation title with Donaudampfschifffahrtsgesellschaftskapitänsmütze in it"

# No page of their own: they act, lead on, or speak to machines.
NOT_PAGES = (
    {
        "health",
        "ladder_home",
        "gap_home",
        "demo_start",
        "demo_enter",
        "demo_choose",
        "ladder_language",
        "robots",
        "version_notice",
    }
    | ACTS
    | ROOM_ACTS
)


@pytest.fixture
def ann(ladder: Chart) -> Person:
    """Somebody with everything: a long name, a place, agreed levels, two check-ins, an open one, evidence."""
    manager = PersonFactory.create(name="ليلى حدّاد 🌱")
    person = PersonFactory.create(name=f"Ann {LONG}", title=LONG)
    PathFactory(person=person)
    levels = {skill.slug: LEVELS[place % len(LEVELS)] for place, skill in enumerate(ladder.skills)}
    moments = [datetime(2025, 6, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)]
    AssessmentFactory(person=person, levels=levels, submitted=moments[0])
    raised = {slug: (level or 0) and 1 for slug, level in levels.items()}
    AssessmentFactory(person=person, assessor=manager, kind="agreed", levels=raised, submitted=moments[1])
    AssessmentFactory(person=person, assessor=manager, kind="manager", levels=raised, submitted=moments[1])
    AssessmentFactory(person=person, levels=levels)
    EvidenceFactory.create_batch(3, person=person, title=LONG, skills=[ladder.skills[0].slug])
    version = Version.objects.get(pid=ladder.version)
    version.ladder.show_publicly(on=True, by=None)
    begin_keeping(person, ladder)
    translations.put(version, "ar", {("title",): "إدارة المنتجات"})
    announce(by=manager)
    live_in_rooms(person, ladder)
    return person


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page there is."""
    stage, goal, skill = chart.stages[3], chart.stages[4], chart.skills[0]
    done = Assessment.objects.submitted().filter(person=person, kind="self").get()
    draft = Assessment.objects.drafts().get(person=person)
    item = person.evidence.all()[0]
    return {
        "home": {},
        "assessment_home": {},
        "assessment_show": {"assessment": done.pid},
        "assessment_submit": {"assessment": draft.pid},
        "assessment_discard": {"assessment": draft.pid},
        "situations_edit": {"assessment": draft.pid},
        "rating_edit": {"assessment": draft.pid, "skill": skill.pid},
        "evidence_list": {},
        "evidence_new": {},
        "evidence_edit": {"evidence": item.pid},
        "evidence_delete": {"evidence": item.pid},
        "gap_show": {"stage": goal.pid},
        "gap_compare": {},
        "gap_formula": {},
        "public_ladder": {"slug": chart.slug},
        "public_stage": {"slug": chart.slug, "stage": stage.slug},
        "public_skill": {"slug": chart.slug, "skill": skill.slug},
        "profile_edit": {},
        "stored_show": {},
        **ladder_pages(chart),
        **keeper_pages(person, chart),
        **room_pages(person, chart),
    }


def ladder_pages(chart: Chart) -> dict[str, dict[str, Any]]:
    """The same for the pages of the ladder itself."""
    stage, goal, skill, way = chart.stages[3], chart.stages[4], chart.skills[0], chart.ways_in[0]
    announced = Version.objects.get(label="2.0")
    here: dict[str, Any] = {"ladder": chart.ladder}
    return {
        "ladder_show": here,
        "stage_show": {**here, "stage": stage.pid},
        "skill_show": {**here, "skill": skill.pid},
        "step_choose": here,
        "step_show": {**here, "start": stage.pid, "goal": goal.pid},
        "way_list": here,
        "way_show": {**here, "way": way.pid},
        "way_start": {**here, "way": way.pid},
        "beyond_show": here,
        "fork_show": {**here, "stage": goal.pid},
        "version_list": here,
        "version_show": {**here, "version": announced.pid},
        "version_read": {**here, "version": announced.pid},
        "place_edit": here,
    }


def test_no_page_is_forgotten(ann: Person, ladder: Chart) -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    ours = {name for name in names if not name.startswith("account_")} | {"account_switch"}
    assert ours - NOT_PAGES == pages(ann, ladder).keys() | {"welcome", "first_account"}


@pytest.mark.looks
@pytest.mark.parametrize("width", WIDTHS)
def test_with_everything_in_it(open_page: Open, ann: Person, ladder: Chart, width: int) -> None:
    page = open_page(width=width)
    sign_in(page, ann)
    found = {name: look(page, reverse(name, kwargs=kwargs), width) for name, kwargs in pages(ann, ladder).items()}
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.looks
@pytest.mark.parametrize("width", WIDTHS)
def test_on_the_first_day(open_page: Open, ladder: Chart, width: int) -> None:
    page = open_page(width=width, expects=("404",))
    found = {url: look(page, url, width) for url in ("/welcome/", "/welcome/account/", "/account/login/")}
    sign_in(page, PersonFactory.create(name="Bo"))
    urls = [reverse(name) for name in ("home", "assessment_home", "gap_home", "evidence_list", "account_email")]
    urls += [reverse("ladder_show", args=[ladder.ladder]), reverse("account_change_password"), "/nothing-here/"]
    found |= {url: look(page, url, width) for url in urls}
    assert {url: problems for url, problems in found.items() if problems} == {}


def look(page: Page, url: str, width: int) -> list[str]:
    """What is wrong with a page: axe's findings, and anything wider than the window. In the dark only the contrast is
    another one, and colours do not depend on the width: so that is looked at once more, on the wide page.
    """
    page.goto(url)
    found = findings(page, {})
    reached: int = page.evaluate("document.documentElement.scrollWidth")
    if width == WIDTHS[0]:
        page.emulate_media(color_scheme="dark")
        found += [f"in the dark: {finding}" for finding in findings(page, CONTRAST)]
        page.emulate_media(color_scheme="light")
    return found + ([f"{reached} wide"] if reached > width else [])


def findings(page: Page, more: dict[str, Any]) -> list[str]:
    """What axe finds on a page as it stands there; `more` goes into its options."""
    options = {"preload": False, "resultTypes": ["violations"], **more}
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in Axe().run(page, options=options).response["violations"]
        for node in violation["nodes"]
    ]
