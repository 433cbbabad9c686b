"""Under the heading of every page about a person stands who can read it; a download has no heading."""

from __future__ import annotations

import pytest

from tests.authz.table import LINES, Line
from tests.authz.walk import ask
from tests.authz.world import World

pytestmark = pytest.mark.django_db

# Where a password is asked or changed nothing about the person is shown; a frozen form says only that it is frozen.
SHOWN = [line for line in LINES if line.kind not in {"public", "everyone"} and not line.url.startswith("account_")]


@pytest.mark.parametrize("line", SHOWN, ids=str)
@pytest.mark.parametrize("actor", ["ada", "eve"])
def test_every_page_about_a_person_says_who_can_read_it(world: World, actor: str, line: Line) -> None:
    answer = ask(world, actor, line, "GET")
    if answer.status == 200 and "html" in answer.response.headers["Content-Type"]:
        assert '<p class="audience">' in answer.response.content.decode()
