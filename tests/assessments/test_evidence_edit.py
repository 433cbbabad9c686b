"""Changing an item of evidence."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from assessments.models import Evidence
from ladders.chart import Chart
from ladders.importing import take_in
from people.models import Person
from skills.models import Skill
from tests.assessments.litany import NUL, ago, is_not_there, leads_to_welcome, noted
from tests.assessments.pages import errors, page, sent
from tests.cast import Cast
from tests.ladders.files import FOLDER
from tests.ladders.files import ladder as ladder_file


@pytest.fixture
def item(ada: Person, ladder: Chart) -> Evidence:
    return noted(
        ada, ladder, ["delivery", "vision"], ago(30), title="Launch", text="Long", link="https://example.org/a"
    )


def url_of(item: Evidence) -> str:
    return f"/evidence/{item.pid}/"


def test_shows_what_was_noted(as_ada: Client, item: Evidence, ladder: Chart) -> None:
    shown = sent(as_ada.get(url_of(item)))
    assert shown.pop("once")[0]
    assert shown == {
        "title": ["Launch"],
        "happened_on": [f"{ago(30):%Y-%m-%d}"],
        "text": ["Long"],
        "link": ["https://example.org/a"],
        "strength": ["seen"],
        "skills": [ladder.skill[slug].pid for slug in ("delivery", "vision")],
        "seen": ["1"],
    }


def test_changes_it(as_ada: Client, item: Evidence, ladder: Chart) -> None:
    form = sent(as_ada.get(url_of(item))) | {"title": "Relaunch", "text": "", "skills": [ladder.skill["design"].pid]}
    assertRedirects(as_ada.post(url_of(item), form), "/evidence/")
    item.refresh_from_db()
    assert (item.title, item.text, item.link, item.revision) == ("Relaunch", "", "https://example.org/a", 2)
    assert list(item.skills.values_list("slug", flat=True)) == ["design"]


def test_skills_of_another_ladder_stay(as_ada: Client, item: Evidence) -> None:
    take_in(ladder_file((FOLDER / "points.yaml").read_text()), by=None)
    item.skills.add(Skill._default_manager.get(slug="servers"))
    form = sent(as_ada.get(url_of(item)))
    del form["skills"]
    as_ada.post(url_of(item), form)
    assert list(item.skills.values_list("slug", flat=True)) == ["servers"]


def test_sent_twice_it_is_changed_once(as_ada: Client, item: Evidence) -> None:
    form = sent(as_ada.get(url_of(item))) | {"title": "Relaunch"}
    for _ in range(2):
        assertRedirects(as_ada.post(url_of(item), form), "/evidence/")
    item.refresh_from_db()
    assert (item.title, item.revision) == ("Relaunch", 2)


@pytest.mark.parametrize("seen", ["1", "", "7"])
def test_a_change_in_another_tab_is_not_overwritten(as_ada: Client, item: Evidence, seen: str) -> None:
    form = sent(as_ada.get(url_of(item))) | {"title": "From the old tab", "seen": seen}
    item.rewrite(seen=1, skills=[], title="From the new tab")
    response = as_ada.post(url_of(item), form)
    assert (response.status_code, page(response).one("h1").text) == (409, "Somebody changed this meanwhile")
    assert page(response).all("textarea")[0].text == "From the old tab"
    item.refresh_from_db()
    assert (item.title, item.revision, item.skills.count()) == ("From the new tab", 2, 0)


@pytest.mark.parametrize(("field", "value"), [("title", ""), ("text", NUL), ("happened_on", f"{ago(-2):%Y-%m-%d}")])
def test_says_what_to_fix_and_keeps_the_rest(as_ada: Client, item: Evidence, field: str, value: str) -> None:
    before = sent(as_ada.get(url_of(item))) | {"link": ["https://example.org/changed"]}
    response = as_ada.post(url_of(item), before | {field: value})
    assert (response.status_code, set(errors(response))) == (422, {field})
    assert sent(response) | {field: []} == before | {field: []}
    item.refresh_from_db()
    assert (item.title, item.link, item.revision) == ("Launch", "https://example.org/a", 1)


def test_to_others_it_is_not_there(item: Evidence, cast: Cast) -> None:
    for stranger in (cast.bo, cast.eve, cast.hal, cast.root):
        is_not_there(stranger, url_of(item))


def test_signed_out(item: Evidence) -> None:
    leads_to_welcome(url_of(item))


@pytest.mark.parametrize("count", [1, 24])
def test_queries(
    as_ada: Client,
    item: Evidence,
    ladder: Chart,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    item.skills.set([skill.pk for skill in ladder.skills[:count]])
    with django_assert_num_queries(
        8
    ):  # session, person, item, who saw it, its skills, place, manager, what is shared
        as_ada.get(url_of(item))
