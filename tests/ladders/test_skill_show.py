from __future__ import annotations

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.pages import NO_ID, TEXTS, elements, load, page, wide

BOTH = f"""{HEAD}scale: [{{level: 1, name: Some, text: In general.}}, {{level: 2, name: Much}}]
stages: [{{id: one, title: One}}, {{id: two, title: Two}}]
skills:
  - {{id: a, title: Alpha, core: true, levels: {{2: {{name: Plenty, text: Does a lot.}}}}, at: {{one: At one.}}}}
  - {{id: b, title: Beta, rated: false}}
expects: {{a: {{one: (1), two: 2}}}}
"""


def url(chart: Chart, slug: str) -> str:
    return f"/ladders/{chart.ladder}/skills/{chart.skill[slug].pid}/"


def test_every_level_in_words(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(url(ladder, "product-strategy"))
    assert (elements(response, "h1"), elements(response, "h2")) == (
        ["Product strategy"],
        ["Level by level", "What each stage expects"],
    )
    assert elements(response, "h3") == [
        "0 Not yet", "1 Learning", "2 Contributing", "3 Owning", "4 Leading", "5 Shaping",
    ]  # fmt: skip
    assert "0 Not yet Has not done this so far. 1 Learning Can state the product's goals" in page(response)


def test_which_stage_expects_which(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    assert elements(client.get(url(ladder, "partnerships")), "dd") == [
        "–", "–", "–", "–", "(1) welcome", "(1) welcome", "2", "3", "4", "5",
    ]  # fmt: skip


def test_somebody_on_the_ladder_sees_their_marks(client: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory.create(person=cast.ada)
    client.force_login(cast.ada)
    response = client.get(url(ladder, "product-strategy"))
    assert elements(response, "dd")[3:5] == ["3 you are here", "4 must-have your aim"]
    assert "measures and things not to do. You are here 4 Leading" in page(response)


def test_nobody_sees_the_marks_of_another(client: Client, cast: Cast, ladder: Chart) -> None:
    PathFactory.create(person=cast.ada)
    client.force_login(cast.bo)
    assert elements(client.get(url(ladder, "product-strategy")), "dd")[3:5] == ["3", "4 must-have"]


def test_a_skill_before_and_a_skill_after(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    first, last = (client.get(url(ladder, slug)).context for slug in ("user-research", "adaptability"))
    assert (first["before"], first["after"].slug) == (None, "customer-empathy")
    assert (last["before"].slug, last["after"]) == ("partnerships", None)


def test_levels_and_stages_both_in_words(client: Client, cast: Cast) -> None:
    chart = load(BOTH)
    client.force_login(cast.ada)
    shown = page(client.get(url(chart, "a")))
    assert "must-have wherever a stage requires it Level by level 1 Some In general. 2 Plenty Does a lot." in shown
    assert "At single stages One At one. What each stage expects One (1) welcome Two 2 must-have" in shown


def test_a_skill_for_reading_only(client: Client, cast: Cast) -> None:
    chart = load(BOTH)
    client.force_login(cast.ada)
    shown = page(client.get(url(chart, "b")))
    assert "This is for reading: nobody is asked about it. Level by level 1 Some In general. 2 Much –" in shown


def test_a_text_ladder_goes_stage_by_stage(client: Client, cast: Cast) -> None:
    chart = load(TEXTS)
    client.force_login(cast.ada)
    response = client.get(url(chart, "users"))
    assert elements(response, "h2") == ["Stage by stage"]
    assert "One Listens Asks Two Runs tests. Examples A test with five people" in page(response)


def test_asks_as_often_for_one_stage_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    for chart in (wide(1, "small"), wide(30)):
        with django_assert_num_queries(5):  # session, person, ladder, place, whether one keeps it
            assert len(elements(client.get(url(chart, "skill-0")), "dd")) == len(chart.stages)


def test_what_is_unknown_is_not_there(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    skill = ladder.skills[0].pid
    for path in (f"{NO_ID}/skills/{skill}", f"{ladder.ladder}/skills/{NO_ID}", f"{ladder.ladder}/skills/delivery"):
        assert client.get(f"/ladders/{path}/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    target = url(ladder, "delivery")
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
