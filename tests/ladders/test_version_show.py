"""The release notes of a version."""

from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from ladders.importing import take_in
from ladders.models import Noticed, Version
from tests.cast import Cast
from tests.ladders.editions import SCALED, on_ladder, publish
from tests.ladders.files import ladder
from tests.ladders.pages import NO_ID, elements, main, page

SOON = timezone.localdate() + timedelta(days=40)
EDITS = ("users: {pm: 2, → users: {pm: 3,", "(1), senior: 2} → (1), senior: (2)}", "    x-must: [users]\n → ")


def url(version: Version) -> str:
    return f"/ladders/{version.ladder.pid}/versions/{version.pid}/"


def test_tells_the_note_the_day_and_the_difference(client: Client, cast: Cast) -> None:
    publish()
    version = publish(
        'version: "1.0" → version: "2.0"', *EDITS, by=cast.lin, note="We ask for more research.", on=SOON
    )
    client.force_login(cast.eve)
    response = client.get(url(version))
    assert elements(response, "h1") == ["What version 2.0 changes"]
    assert elements(response, "h2") == ["Stage by stage"]
    assert elements(response, "h3") == ["Product Manager", "Senior"]
    words = page(response)
    assert "Decided by Lin Mei-Hua. We ask for more research. Everyone at work can read this. Read" in words
    assert "Compared with version 1.0 . 3 changes: 1 asks more, 2 ask less." in words
    assert "User research is expected at 3 Owning now, was 2 Doing . asks more" in words


def test_titles_lead_to_their_words_in_that_version(client: Client, cast: Cast) -> None:
    publish("title: Senior, next: [], moves: [pm], → title: Senior, next: [],")
    gone = "  - {id: people, title: Hiring, category: people, levels: {1: Sits in interviews.}}\n → "
    version = publish(gone, "  people: {senior: (1)}\n → ")
    client.force_login(cast.ada)
    found = main(client.get(url(version)))
    assert re.findall(r'<h3>\s*<a [^>]*href="([^"]+)"', found) == [f"{url(version)}read/#stages-senior"]
    assert re.findall(r"<h3>\s*<bdi[^>]*>([^<]+)", found) == ["Hiring"]  # retired: there is nothing to lead to


def test_begins_with_what_it_means_for_the_reader(client: Client, cast: Cast) -> None:
    publish()
    on_ladder(cast.ada, "pm", "senior")
    version = publish(*EDITS)
    client.force_login(cast.ada)
    response = client.get(url(version))
    assert elements(response, "h2")[0] == "For you"
    assert re.findall(r'<p class="told">(.*?)</p>', main(response)) == [
        'For your stage, <bdi lang="en">Product Manager</bdi>, it asks 1 more and 1 less.',
        'For your aim, <bdi lang="en">Senior</bdi>, it asks 1 less.',
    ]
    assert "What stands here about your stage and your aim, only you can see." in page(response)


def test_what_it_means_for_one_reader_no_other_sees(client: Client, cast: Cast) -> None:
    publish()
    on_ladder(cast.ada, "pm", "senior")
    version = publish(*EDITS)
    for viewer in (cast.bo, cast.hal):
        client.force_login(viewer)
        response = client.get(url(version))
        assert ("For you" in page(response), Noticed._default_manager.count()) == (False, 0)


def test_a_stage_that_goes_is_told_to_those_who_are_there(client: Client, cast: Cast) -> None:
    publish()
    on_ladder(cast.ada, "pm", "senior")
    version = take_in(ladder(SCALED.replace("id: pm\n", "id: lead\n").replace("pm", "lead")), by=None).version
    client.force_login(cast.ada)
    assert re.findall(r'<p class="told">(.*?)</p>', main(client.get(url(version))))[0] == (
        'Your stage, <bdi lang="en">Product Manager</bdi>, is no longer on the ladder. What you submitted stays.'
    )


def test_reading_it_is_remembered_once(client: Client, cast: Cast) -> None:
    publish()
    on_ladder(cast.ada, "pm")
    version = publish(*EDITS)
    client.force_login(cast.ada)
    client.head(url(version))
    assert Noticed._default_manager.count() == 0
    for _ in range(2):
        client.get(url(version))
    assert Noticed._default_manager.values_list("person", "version").get() == (cast.ada.pk, version.pk)


def test_compares_with_any_earlier_version(client: Client, cast: Cast) -> None:
    first = publish()
    publish('version: "1.0" → version: "1.1"', EDITS[0])
    version = publish('version: "1.0" → version: "2.0"', *EDITS)
    client.force_login(cast.ada)
    assert "Compared with version 1.1 . 2 changes: 2 ask less." in page(client.get(url(version)))
    response = client.get(url(version), {"since": first.pid})
    assert "Compared with version 1.0 . 3 changes" in page(response)
    assert f'<a href="?since={first.pid}" aria-current="true">1.0</a>' in main(response)
    for since in (version.pid, NO_ID, "", "x\x00"):  # itself, nobody's, nothing, no id at all
        assert client.get(url(version), {"since": since}).status_code == 404


def test_the_first_version_has_nothing_to_be_compared_with(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    assert "This is the first version; there is nothing to compare it with." in page(client.get(url(version)))


def test_asks_as_often_for_one_change_as_for_thirty(
    client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish()
    on_ladder(cast.ada, "pm", "senior")
    small = publish(EDITS[0])
    lines = ", ".join(f"Line {number}" for number in range(30))
    large = publish("does: [Frames the problem and shares it, → does: [Frames, " + lines + ",")
    client.force_login(cast.ada)
    for version in (small, large):
        client.get(url(version))  # all versions are read once, and there is no news for the reader any more
    for version in (small, large):
        with django_assert_num_queries(4):  # session, person, versions, place
            client.get(url(version))


def test_what_is_unknown_is_not_there(client: Client, cast: Cast) -> None:
    version = publish()
    client.force_login(cast.ada)
    for target in (f"/ladders/{NO_ID}/versions/{version.pid}/", f"/ladders/{version.ladder.pid}/versions/{NO_ID}/"):
        assert client.get(target).status_code == 404


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    target = url(publish())
    response = client.get(target)
    assert (response.status_code, response.headers["Location"]) == (302, f"/welcome/?next={target}")
