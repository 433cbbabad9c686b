"""The line on the first page about a new version of the ladder, and when it is there."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from ladders.models import Ladder, Noticed, Path, Publication, Version
from people.models import Person
from tests.assessments.litany import draft, new_version, rated
from tests.assessments.pages import Node, main, sent
from tests.cast import Cast
from tests.ladders.editions import on_ladder, publish
from tests.ladders.pages import wide

SOON = timezone.localdate() + timedelta(days=40)
HIGHER = "users: {pm: 2, → users: {pm: 3,"


def line(page: Node) -> str:
    """What the line says; "" where there is none."""
    found = page.all("div", "news")
    return found[0].one("p").text if found else ""


@pytest.fixture
def reader(client: Client, cast: Cast) -> Client:
    """Ada is a product manager on the small ladder."""
    publish()
    on_ladder(cast.ada, "pm", "senior")
    client.force_login(cast.ada)
    return client


def test_a_version_that_came_before_is_no_news(reader: Client) -> None:
    assert line(main(reader.get("/"))) == ""


def test_a_version_in_force_is_told_with_what_it_asks(reader: Client) -> None:
    publish('version: "1.0" → version: "1.1"', HIGHER)
    today = date_format(timezone.localdate(), "j F Y")
    assert line(main(reader.get("/"))) == (
        f"Version 1.1 of the ladder applies since {today}. For your stage, Product Manager , it asks 1 more. "
        "Read what changes"
    )


def test_a_version_that_is_announced_is_told_beforehand(reader: Client) -> None:
    publish('version: "1.0" → version: "2.0"', "(1), senior: 2} → (1)}", on=SOON)
    said = line(main(reader.get("/")))
    assert said.startswith(f"Version 2.0 of the ladder applies from {date_format(SOON, 'j F Y')}. For your stage,")
    assert said.endswith("nothing changes. Read what changes")


def test_reading_it_ends_it(reader: Client) -> None:
    version = publish(HIGHER)
    notes = main(reader.get("/")).one("div", "news").one("a")
    assert notes.attrs["href"] == f"/ladders/{version.ladder.pid}/versions/{version.pid}/"
    reader.get(notes.attrs["href"])
    assert line(main(reader.get("/"))) == ""


def test_hiding_it_ends_it(reader: Client) -> None:
    publish(HIGHER)
    response = reader.get("/")
    form = main(response).one("div", "news").one("form")
    after = reader.post(form.attrs["action"], sent(response), follow=True)
    assert line(main(after)) == ""


def test_the_next_version_is_news_again(reader: Client) -> None:
    version = publish('version: "1.0" → version: "1.1"')
    reader.get(f"/ladders/{version.ladder.pid}/versions/{version.pid}/")
    publish('version: "1.0" → version: "1.2"')
    assert line(main(reader.get("/"))).startswith("Version 1.2 of the ladder")


def test_somebody_on_another_ladder_is_told_nothing(client: Client, cast: Cast) -> None:
    other = Ladder.objects.get(pid=wide(2).ladder)
    Path.objects.create(person=cast.bo, ladder=other, stage="stage-0")
    publish()
    publish(HIGHER)
    client.force_login(cast.bo)
    assert line(main(client.get("/"))) == ""


def test_whoever_comes_to_the_ladder_later_is_told_nothing(client: Client, cast: Cast) -> None:
    """Settling on a ladder begins anew; settling again on the same one does not."""
    first, _second = publish(), publish(HIGHER)
    other = Ladder.objects.get(pid=wide(2).ladder)
    path = Path.objects.create(person=cast.ada, ladder=other, stage="stage-0")
    Path.objects.filter(pk=path.pk).update(
        on_ladder_since=datetime(2020, 1, 6, tzinfo=timezone.get_current_timezone())
    )
    day = date(2026, 6, 1)
    Path.settle(cast.ada, ladder=first.ladder, stage="pm", aim="", since=day, seen=1)
    client.force_login(cast.ada)
    assert line(main(client.get("/"))) == ""
    publish('version: "1.0" → version: "3.0"')
    Path.settle(cast.ada, ladder=first.ladder, stage="senior", aim="", since=day, seen=2)
    assert line(main(client.get("/"))).startswith("Version 3.0 of the ladder")


# Of three versions: when each was published (days after the person came; None: a draft), and whether they know it.
@pytest.mark.parametrize("days", list(product((None, -1, 1, 2), repeat=3)))
def test_news_is_the_latest_version_since_they_came_that_they_know_nothing_of(
    cast: Cast, days: tuple[int | None, ...]
) -> None:
    first = publish()
    ladder, came = first.ladder, timezone.now() - timedelta(days=10)
    Publication._default_manager.filter(version=first).update(at=came - timedelta(days=5))
    Path.objects.create(person=cast.ada, ladder=ladder, stage="pm", on_ladder_since=came)
    versions = []
    for number, day in enumerate(days, 2):
        version = Version.objects.create(ladder=ladder, number=number, title="L", digest="")
        if day is not None:
            made = version.publish(by=None)
            Publication._default_manager.filter(pk=made.pk).update(at=came + timedelta(days=day, minutes=number))
        versions.append((day, number, version))
    published = [(day, number, version) for day, number, version in versions if day is not None and day > 0]
    for known in (None, *[entry for entry in versions if entry[0] is not None]):
        Noticed._default_manager.all().delete()
        if known:
            Noticed.note(cast.ada, known[2])
        fresh = [entry for entry in published if known is None or entry[:2] > (known[0] or 0, known[1])]
        path = Path.own(cast.ada, timezone.localdate())
        assert path is not None
        assert path.news_id == (max(fresh, key=lambda entry: entry[:2])[2].pk if fresh else None)


def test_what_others_know_changes_nothing(cast: Cast) -> None:
    first = publish()
    for person in (cast.ada, cast.bo):
        on_ladder(person, "pm")
    second = publish(HIGHER)
    Noticed.note(cast.bo, second)
    Noticed.note(cast.ada, first)
    news = {person.pk: Path.own(person, timezone.localdate()) for person in (cast.ada, cast.bo)}
    assert {pk: path.news_id if path else 0 for pk, path in news.items()} == {
        cast.ada.pk: second.pk,
        cast.bo.pk: None,
    }


def test_queries(as_ada: Client, ada: Person, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Without news it costs nothing (`test_home`); with news one query, for the versions of the ladder."""
    rated(ada, {"delivery": 3})
    draft(ada)
    new_version(higher="delivery:          {product-associate: 1, → delivery:          {product-associate: 2,")
    as_ada.get("/")
    with django_assert_num_queries(11):
        assert line(main(as_ada.get("/"))).startswith("Version 1.1 of the ladder applies since")


def test_a_stage_is_called_as_it_is_called_today(reader: Client) -> None:
    publish("title: Product Manager → title: Product Lead", HIGHER, on=SOON)
    assert "For your stage, Product Manager , it asks 1 more." in line(main(reader.get("/")))
