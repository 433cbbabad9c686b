"""The ladders beside the default: they read clean, survive the database, and every page opens for people on them."""

from __future__ import annotations

from itertools import chain

import pytest
from django.core.management import call_command
from django.test import Client

from ladders.chart import Chart
from ladders.exchange import read
from ladders.exporting import file_of
from ladders.importing import take_in
from ladders.linter import advise
from ladders.models import Ladder, Version
from ladders.published import chart_of
from tests.assessments.pages import errors, main, sent
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import DEFAULT, ladder

TEMPLATES = sorted(set(DEFAULT.parent.glob("*.yaml")) - {DEFAULT})
NAMES = ["design-points", "product-five-rungs", "product-in-words"]
each_template = pytest.mark.parametrize("name", NAMES)


def load(name: str) -> Chart:
    return chart_of(take_in(ladder((DEFAULT.parent / f"{name}.yaml").read_bytes()), by=None).version.pk)


def test_these_are_all() -> None:
    assert [path.stem for path in TEMPLATES] == NAMES


@each_template
def test_reads_without_a_word(name: str) -> None:
    reading = read((DEFAULT.parent / f"{name}.yaml").read_bytes())
    assert (reading.errors, reading.warnings) == ((), ())
    assert reading.ladder
    assert (reading.ladder.id, advise(reading.ladder)) == (name, ())


@each_template
def test_every_expectation_has_words_of_its_own(name: str) -> None:
    file = ladder((DEFAULT.parent / f"{name}.yaml").read_bytes())
    levels = [level.level for level in file.scale if level.level]
    assert [skill.id for skill in file.skills if file.scale and sorted(skill.levels.rows) != levels] == []
    bare = [stage.id for stage in file.stages if not (stage.text and stage.does and stage.success)]
    assert bare == []
    ways = {(start, to) for start, targets in file.leads_on().items() for to in targets}
    assert ways - {(step.from_, step.to) for step in file.steps} == set()


@each_template
@pytest.mark.django_db
def test_what_went_in_comes_out(name: str) -> None:
    path = DEFAULT.parent / f"{name}.yaml"
    call_command("ladder_import", str(path), verbosity=0)
    assert file_of(Version.objects.get(ladder__slug=name)) == ladder(path.read_bytes())


@each_template
def test_the_pages_of_the_ladder_open(client: Client, cast: Cast, name: str) -> None:
    chart = load(name)
    client.force_login(cast.ada)
    home = f"/ladders/{chart.ladder}/"
    steps = [f"{chart.stage[start].pid}/{chart.stage[goal].pid}" for start, goal in chart.steps]
    urls = [
        home,
        f"{home}steps/",
        f"{home}place/",
        *(f"{home}stages/{stage.pid}/" for stage in chart.stages),
        *(f"{home}skills/{skill.pid}/" for skill in chart.skills),
        *(f"{home}steps/{step}/" for step in steps),
    ]
    assert [url for url in urls if client.get(url).status_code != 200] == []
    titles = [main(client.get(f"{home}stages/{stage.pid}/")).one("h1").text for stage in chart.stages]
    assert titles == [stage.title for stage in chart.stages]


def walks(name: str) -> list[tuple[str, str, str]]:
    """Name, stage and aim: each stage with those it leads on to, and each last stage without an aim."""
    ways = ladder((DEFAULT.parent / f"{name}.yaml").read_bytes()).leads_on()
    return [(name, stage, aim) for stage, targets in ways.items() for aim in targets or ("",)]


@pytest.mark.parametrize(("name", "stage", "aim"), chain.from_iterable(map(walks, NAMES)))
def test_a_person_on_it_gets_from_home_to_the_gap(
    client: Client, cast: Cast, name: str, stage: str, aim: str
) -> None:
    chart = load(name)
    PathFactory(person=cast.ada, ladder=Ladder.objects.get(slug=name), stage=stage, aim=aim)
    client.force_login(cast.ada)
    assert client.get("/").status_code == 200
    assert client.get(f"/ladders/{chart.ladder}/stages/{chart.stage[aim or stage].pid}/").status_code == 200
    expected = {*chart.expects.get(stage, ()), *chart.expects.get(aim, ())} or chart.asked
    assert check_in(client) == [skill.pid for skill in chart.skills if skill.slug in expected]
    for goal in chart.stages:
        page = main(client.get(f"/gaps/{goal.pid}/"))
        assert len(page.all("section", "readiness")) == 1, goal.slug
    assert client.get("/").status_code == 200


def check_in(client: Client) -> list[str]:
    """Gives the lowest answer to every question of a full check-in, submits; the public ids of the skills asked."""
    asked = []
    onward = client.post("/assess/", sent(client.get("/assess/")) | {"form": "full"}).headers["Location"]
    while "/skills/" in onward:
        question = client.get(onward)
        asked.append(onward.split("/")[-2])
        choices = main(question).one("fieldset", id="level").all("input")
        first = next(choice for choice in choices if choice.attrs["type"] in ("radio", "checkbox"))
        saved = client.post(onward, sent(question) | {first.attrs["name"]: first.attrs["value"]})
        assert saved.status_code == 302, errors(saved)
        onward = saved.headers["Location"]
    assert client.post(onward, sent(client.get(onward))).headers["Location"].startswith("/gaps/")
    return asked
