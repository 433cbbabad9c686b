"""The ladder as it was in a version."""

from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ladders.importing import take_in
from ladders.models import Version
from tests.cast import Cast
from tests.ladders.editions import SCALED, WORDED, publish
from tests.ladders.files import ladder
from tests.ladders.pages import NO_ID, POINTS, elements, main, page, rows

SOON = timezone.localdate() + timedelta(days=40)


def url(version: Version) -> str:
    return f"/ladders/{version.ladder.pid}/versions/{version.pid}/read/"


def published(text: str) -> Version:
    return take_in(ladder(text), by=None).version


def test_shows_the_ladder_as_it_was(client: Client, cast: Cast) -> None:
    old = publish()
    publish("title: User research → title: Research", "users: {pm: 2, → users: {pm: 3,", "1: Watches → 1: Sees")
    client.force_login(cast.ada)
    response = client.get(url(old))
    assert elements(response, "h1") == ["L in version 1.0"]
    assert elements(response, "h2") == ["What each stage expects", "Stages", "Skills"]
    assert elements(response, "h3") == ["Product Manager", "Senior", "User research", "Data analysis", "Hiring"]
    assert rows(response, "matrix")[:3] == [
        ["Skill", "Product Manager", "Senior"],
        ["Craft"],
        ["User research", "2 must-have", "3"],
    ]
    assert "1 Learning Watches interviews. 2 Doing Plans a study. 3 Owning Runs a panel. The panel of spring" in page(
        response
    )
    assert "Frames the problem and shares it Talks to users" in page(response)


def test_names_lead_to_their_words_on_the_same_page(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    found = main(client.get(url(version)))
    aims = re.findall(r'href="#([^"]+)"', found)
    assert aims == ["stages-pm", "stages-senior", "skills-users", "skills-data", "skills-people"]
    assert [name for name in aims if f'id="{name}"' not in found] == []


def test_a_version_that_is_announced_can_be_read(client: Client, cast: Cast) -> None:
    publish()
    version = publish("title: L\n → title: Later\n", on=SOON)
    client.force_login(cast.ada)
    assert elements(client.get(url(version)), "h1") == ["Later in version 1.0"]


def test_a_text_ladder(client: Client, cast: Cast) -> None:
    version = published(WORDED)
    client.force_login(cast.ada)
    response = client.get(url(version))
    assert elements(response, "h4") == ["One", "Two", "Two"]
    assert "Users One Listens. Two Runs tests. Leading Two Coaches." in page(response)


def test_a_ladder_of_points_has_no_table(client: Client, cast: Cast) -> None:
    version = published(POINTS)
    client.force_login(cast.ada)
    response = client.get(url(version))
    assert 'class="table matrix"' not in main(response)
    assert "Two Met with 4 points from any skills, and every must-have." in page(response)


def test_words_from_the_file_stay_words(client: Client, cast: Cast) -> None:
    version = published(SCALED.replace("Learns from users.", "'<b>x</b>'").replace("language: en", "language: ar"))
    client.force_login(cast.ada)
    found = main(client.get(url(version)))
    assert "<b>x</b>" not in found
    assert '<h3 lang="ar" dir="auto">User research</h3>' in found


def test_asks_as_often_for_a_small_version_as_for_a_large_one(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    more = "".join(f"  - {{id: more-{n}, title: More {n}, levels: {{1: Does {n}.}}}}\n" for n in range(30))
    versions = (publish(), publish("expects:\n → " + more + "expects:\n"))
    client.force_login(cast.ada)
    for version in versions:
        client.get(url(version))
        with django_assert_num_queries(3):  # session, person, versions
            client.get(url(version))


def test_what_is_unknown_is_not_there(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    for target in (
        f"/ladders/{NO_ID}/versions/{version.pid}/read/",
        f"/ladders/{version.ladder.pid}/versions/{NO_ID}/read/",
    ):
        assert client.get(target).status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    target = url(publish())
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
