"""All published versions of a ladder."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from ladders.models import Version
from tests.cast import Cast
from tests.ladders.editions import publish
from tests.ladders.pages import NO_ID, elements, load, main, page, wide

WAYS = "What it changes Read it"
SOON = timezone.localdate() + timedelta(days=40)


def url(version: Version) -> str:
    return f"/ladders/{version.ladder.pid}/versions/"


def said(day: date) -> str:
    return date_format(day, "j F Y")


def test_says_from_when_each_applies_and_who_decided(client: Client, cast: Cast) -> None:
    today = timezone.localdate()
    publish(by=cast.gone, on=date(2020, 1, 6))
    publish('version: "1.0" → version: "1.1"', by=cast.lin, note="Small **corrections**")
    newest = publish('version: "1.0" → version: "2.0"', on=SOON)
    client.force_login(cast.ada)
    response = client.get(url(newest))
    assert elements(response, "h2") == ["Version 2.0", "Version 1.1", "Version 1.0"]
    assert elements(response, "li")[-3:] == [
        f"Version 2.0 Announced: it applies from {said(SOON)}. {WAYS}",
        f"Version 1.1 In force since {said(today)}. Decided by Lin Mei-Hua. Small corrections {WAYS}",
        f"Version 1.0 In force from 6 January 2020 until {said(today)}. Read it",
    ]
    assert re.findall(r'<li class="(\w+)">', main(response)) == ["later", "now", "done"]
    assert "Small <strong>corrections</strong>" in main(response)
    assert "Everyone at work can read this." in page(response)


def test_leads_to_what_changed_and_to_the_ladder_as_it_was(client: Client, cast: Cast) -> None:
    version = publish()
    later = publish('version: "1.0" → version: "2.0"', on=SOON)
    client.force_login(cast.ada)
    found = main(client.get(url(version)))
    assert re.findall(r'href="([^"]*/versions/[^"]+)"', found) == [
        f"{url(later)}{later.pid}/",
        f"{url(later)}{later.pid}/",
        f"{url(later)}{later.pid}/read/",
        # The first one changes nothing: it leads to the ladder as it was.
        f"{url(version)}{version.pid}/read/",
        f"{url(version)}{version.pid}/read/",
    ]
    assert f'aria-label="Read version {version.label}"' in found


def test_a_version_that_was_replaced_on_its_day(client: Client, cast: Cast) -> None:
    publish()
    newest = publish('version: "1.0" → version: "1.1"')
    client.force_login(cast.ada)
    words = page(client.get(url(newest)))
    assert f"Version 1.0 Replaced on the day it was put into force, {said(timezone.localdate())}." in words


def test_asks_as_often_for_one_version_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.ada)
    newest = publish(by=cast.lin)
    for size in (1, 30):
        while Version.objects.filter(ladder=newest.ladder).count() < size:
            publish(f'version: "1.0" → version: "1.{Version.objects.count()}"', by=cast.lin)
        client.get(url(newest))  # the chart of the version in force is read once
        with django_assert_num_queries(3):  # session, person, versions
            assert len(elements(client.get(url(newest)), "h2")) == size


def test_a_ladder_that_is_only_announced_has_no_versions_yet(client: Client, cast: Cast) -> None:
    version = publish(on=SOON)
    client.force_login(cast.ada)
    assert client.get(url(version)).status_code == 404


def test_versions_of_another_ladder_stay_there(client: Client, cast: Cast) -> None:
    publish()
    other = wide(2)
    client.force_login(cast.ada)
    assert elements(client.get(f"/ladders/{other.ladder}/versions/"), "h2") == ["Version 1"]


def test_words_from_the_file_stay_words(client: Client, cast: Cast) -> None:
    chart = load('format: ladder/1\nid: x\ntitle: "<i>X</i>"\nversion: "<b>1</b>"\nstages: [{id: a, title: A}]\n')
    client.force_login(cast.ada)
    found = main(client.get(f"/ladders/{chart.ladder}/versions/"))
    assert ("<b>1</b>" in found, "<i>X</i>" in found, "&lt;b&gt;1&lt;/b&gt;" in found) == (False, False, True)


def test_an_unknown_ladder_is_not_there(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    assert client.get(f"/ladders/{NO_ID}/versions/").status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    target = url(publish())
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
