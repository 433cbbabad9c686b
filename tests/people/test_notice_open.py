"""A notice leads to where it goes on, and counts as read from then on."""

from __future__ import annotations

import pytest
from django.test import Client

from people.models import Notice
from tests.assessments.litany import is_not_there, leads_to_welcome
from tests.cast import Cast
from tests.people.test_notice_list import put


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("/profile/line/", "/profile/line/"),
        ("", "/notices/"),
        ("https://elsewhere.example/", "/notices/"),
        ("//elsewhere.example/", "/notices/"),
        ("javascript:alert(1)", "/notices/"),
    ],
)
def test_leads_on_inside_and_is_read(as_ada: Client, cast: Cast, url: str, leads: str) -> None:
    (notice,) = put(cast.ada)
    Notice.objects.update(url=url)
    response = as_ada.get(f"/notices/{notice.pid}/")
    assert (response.status_code, response.headers["Location"]) == (302, leads)
    assert not Notice.objects.unread().exists()


def test_opening_it_again_keeps_the_first_time(as_ada: Client, cast: Cast) -> None:
    (notice,) = put(cast.ada)
    times = []
    for _time in range(2):
        as_ada.get(f"/notices/{notice.pid}/")
        times.append(Notice.objects.get().read_at)
    assert times[0] == times[1]


def test_a_look_at_its_head_changes_nothing(as_ada: Client, cast: Cast) -> None:
    (notice,) = put(cast.ada)
    as_ada.head(f"/notices/{notice.pid}/")
    assert Notice.objects.unread().count() == 1


def test_it_is_not_there_for_anybody_else(cast: Cast) -> None:
    (notice,) = put(cast.ada)
    for stranger in (cast.bo, cast.hal, cast.root):
        is_not_there(stranger, f"/notices/{notice.pid}/", post=False)
    assert Notice.objects.unread().count() == 1


def test_is_for_those_who_are_signed_in(client: Client, cast: Cast) -> None:
    (notice,) = put(cast.ada)
    leads_to_welcome(f"/notices/{notice.pid}/")
