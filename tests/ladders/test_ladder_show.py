from __future__ import annotations

import re
from datetime import date

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from ladders.importing import take_in
from ladders.models import Ladder, Placement
from people.models import Person
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD
from tests.ladders.files import ladder as ladder_of
from tests.ladders.pages import NO_ID, POINTS, TEXTS, elements, load, main, page, rows, wide

BESIDE = "Everyone at work can read the ladder. Your marks on it are yours alone."


def settled(person: Person, chart: Chart) -> None:
    PathFactory.create(person=person)
    Placement.record(
        person, ladder=Ladder.objects.get(pid=chart.ladder), stage="product-manager", since=date(2021, 3, 1)
    )


def test_shows_the_ladder(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{ladder.ladder}/")
    assert elements(response, "h1") == ["Product management"]
    assert elements(response, "h2") == [
        "After Senior Product Manager , two lines of equal standing",
        "What each stage expects",
        "Coming from another job",
        "Beyond the ladder",
    ]
    assert BESIDE in page(response)
    assert response.context["map"].picture in main(response)
    assert len(response.context["map"].rows) == 10


def test_the_table_of_expectations(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    table = rows(client.get(f"/ladders/{ladder.ladder}/"), "matrix")
    assert [table[0][0], *table[0][1:]] == ["Skill", *(stage.title for stage in ladder.stages)]
    assert table[1] == ["Customer and market"]
    levels = {line[0]: line[1:] for line in table[1:] if len(line) > 1}
    assert list(levels) == [skill.title for skill in ladder.skills]
    assert levels["Company strategy"] == ["–", "–", "–", "1", "2", "2", "2", "3", "4", "5 must-have"]
    assert levels["Industry partnerships"] == ["–", "–", "–", "–", "(1)", "(1)", "2", "3", "4", "5"]


def test_the_fork_in_short(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{ladder.ladder}/")
    assert elements(response, "h3")[:2] == ["Group Product Manager", "Principal Product Manager"]
    assert "Asks more here: People management and hiring 3, Organisational leadership 2 Principal" in page(response)
    assert main(response).count(f'href="/ladders/{ladder.ladder}/forks/{ladder.stage["senior-pm"].pid}/"') == 1


def test_ways_in_and_beyond_in_short(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{ladder.ladder}/")
    for way in ladder.ways_in:
        assert f'href="/ladders/{ladder.ladder}/ways-in/{way.pid}/">{way.title}</a>' in main(response)
    for place in ladder.beyond:
        assert f'href="/ladders/{ladder.ladder}/beyond/#{place.slug}">{place.title}</a>' in main(response)


def test_somebody_on_it_sees_their_marks(client: Client, cast: Cast, ladder: Chart) -> None:
    settled(cast.ada, ladder)
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{ladder.ladder}/")
    assert rows(response, "matrix")[0][4:6] == ["Product Manager you", "Senior Product Manager your aim"]
    assert re.findall(r"<col(?: class=\"(\w+)\")?>", main(response)) == ["", *[""] * 3, "here", "aim", *[""] * 5]
    assert "Put yourself on the map" not in page(response)


def test_somebody_without_a_place_is_offered_one(client: Client, cast: Cast, ladder: Chart) -> None:
    client.force_login(cast.eve)
    response = client.get(f"/ladders/{ladder.ladder}/")
    assert f'<a class="button" href="/ladders/{ladder.ladder}/place/">Put yourself on the map</a>' in main(response)
    assert "you are here" not in page(response)


def test_nobody_sees_the_marks_of_another(client: Client, cast: Cast, ladder: Chart) -> None:
    settled(cast.ada, ladder)
    for viewer in (cast.bo, cast.hal):
        client.force_login(viewer)
        response = client.get(f"/ladders/{ladder.ladder}/")
        assert ("you are here" in main(response), 'class="here"' in main(response)) == (False, False)


def test_a_text_ladder_says_what_is_described(client: Client, cast: Cast) -> None:
    chart = load(TEXTS)
    client.force_login(cast.ada)
    table = rows(client.get(f"/ladders/{chart.ladder}/"), "matrix")
    assert table == [
        ["Skill", "One", "Two"], ["Users", "● described", "● described"], ["Leading", "–", "● described"],
    ]  # fmt: skip


def test_a_ladder_of_points_shows_its_rules_and_its_skills(client: Client, cast: Cast) -> None:
    chart = load(POINTS)
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{chart.ladder}/")
    assert rows(response, "short") == [
        ["Stage", "Rule"],
        ["One", "Met from the start, with every must-have."],
        ["Two", "Met with 4 points from any skills, and every must-have."],
    ]
    assert 'class="table matrix"' not in main(response)
    assert "1 Some (1 point) 2 Much (3 points) Alpha Beta About beta." in page(response)


def test_one_stage_alone(client: Client, cast: Cast) -> None:
    chart = load(f"{HEAD}stages: [{{id: a, title: A}}]\n")
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{chart.ladder}/")
    assert elements(response, "h2") == ["What each stage expects"]
    assert "/steps/" not in main(response)


def test_words_from_the_file_stay_words(client: Client, cast: Cast) -> None:
    chart = load(f'{HEAD}language: ar\nsummary: "<b>x</b>"\nstages: [{{id: a, title: "<i>A</i>"}}]\n')
    client.force_login(cast.ada)
    response = client.get(f"/ladders/{chart.ladder}/")
    assert ("<b>x</b>" in main(response), "<i>A</i>" in main(response)) == (False, False)
    assert '<h1 lang="ar" dir="auto">L</h1>' in main(response)


def test_asks_as_often_however_large_and_many_ladders_are(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    charts = [wide(1, "small"), wide(30), *(wide(1, f"more-{number}") for number in range(28))]
    for chart in charts[:2]:
        with django_assert_num_queries(7):  # session, person, ladder, place, languages, others, keepers
            client.get(f"/ladders/{chart.ladder}/")


def test_one_query_more_for_the_way_somebody_came(
    client: Client, cast: Cast, ladder: Chart, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settled(cast.ada, ladder)
    client.force_login(cast.ada)
    with django_assert_num_queries(8):  # and the stages reached
        client.get(f"/ladders/{ladder.ladder}/")


def test_an_unknown_ladder_is_not_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/ladders/{NO_ID}/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, ladder: Chart) -> None:
    url = f"/ladders/{ladder.ladder}/"
    response = client.get(url)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={url}")


def test_leads_to_what_changed_once_there_are_two_versions(client: Client, cast: Cast) -> None:
    chart = load(TEXTS)
    client.force_login(cast.ada)
    link = f'<a href="/ladders/{chart.ladder}/versions/">What changed</a>'
    assert link not in main(client.get(f"/ladders/{chart.ladder}/"))
    take_in(ladder_of(TEXTS.replace("Coaches.", "Coaches others.")), by=None, effective_on=date(2126, 1, 1))
    assert link in main(client.get(f"/ladders/{chart.ladder}/"))
