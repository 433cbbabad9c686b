"""A board that does not open: the page says so, keeps what was typed, and nothing is written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from mentors import keys
from mentors.desk import desk_of
from mentors.models import Board, Feed, Member, Seat, Touch
from mentors.models.private import Private
from tests.assessments.pages import page
from tests.authz.urls import patterns
from tests.cast import Cast
from tests.mentors.litany import client_of, form_on, talked

TABLES: tuple[type[Private], ...] = (Seat, Member, Touch)


def addresses(seat: str, ines: str, talk: str) -> list[str]:
    """Every address of a board, filled with what is there."""
    known = {"seat": seat, "member": ines, "touch": talk}
    found = []
    for pattern in patterns():
        route = str(pattern.pattern)
        if route.startswith("board/") and "token" not in route:
            for name, pid in known.items():
                route = route.replace(f"<pid:{name}>", pid)
            found.append(f"/{route}")
    return found


def everything() -> list[Any]:
    boards = [list(Board.objects.order_by("pk").values()), list(Feed.objects.values())]
    return [*boards, *(list(table._default_manager.order_by("pk").values()) for table in TABLES)]


@pytest.fixture
def lose(own_keys: Path) -> Callable[[], str]:
    def away() -> str:
        text = own_keys.read_text()
        own_keys.unlink()
        return text

    return away


def test_every_address_says_so(
    as_ada: Client, cast: Cast, seat: str, ines: str, own_keys: Path, lose: Callable[[], str]
) -> None:
    urls = addresses(seat, ines, talked(cast.ada, ines))
    assert len(urls) > 6
    before, key = everything(), lose()
    for url in urls:
        for method in (as_ada.get, as_ada.post):
            answer = method(url, {"once": "t" * 22, "need": "X", "per_week": "2"})
            # Who you are is asked before; how it was asked, too.
            assert answer.status_code in {503, 405} or "reauthenticate" in answer.headers["Location"], url
    assert page(as_ada.get("/board/")).one("h1").text == "Your board does not open"
    assert (everything(), own_keys.exists()) == (before, False)
    own_keys.write_text(key)
    assert len(desk_of(cast.ada).members) == 1


def test_what_was_typed_is_kept(as_ada: Client, cast: Cast, seat: str, lose: Callable[[], str]) -> None:
    form = form_on(as_ada, f"/board/seats/{seat}/") | {"why": "An hour of writing"}
    lose()
    answer = as_ada.post(f"/board/seats/{seat}/", form)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert "An hour of writing" in [area.text for area in page(answer).all("textarea")]


def test_a_key_made_anew_is_no_help(as_ada: Client, cast: Cast, ines: str, own_keys: Path) -> None:
    before = everything()
    own_keys.write_text(f"{keys.new_text()}\n")
    assert as_ada.get("/board/").status_code == 503
    # Nor does somebody without a board get one with a key that nobody keeps.
    eve = client_of(cast.eve)
    form = form_on(eve, "/board/seats/new/") | {"need": "Pricing"}
    assert eve.post("/board/seats/new/", form).status_code == 503
    assert everything() == before


def test_what_was_changed_in_the_database_does_not_open(as_ada: Client, cast: Cast, ines: str) -> None:
    Member.objects.visible_to(cast.ada).update(sealed=b"x" * 40)
    assert as_ada.get("/board/").status_code == 503


def test_the_log_names_nobody(
    as_ada: Client, cast: Cast, ines: str, lose: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    lose()
    as_ada.get(f"/board/people/{ines}/")
    assert "A board does not open: no key of this server opens it" in caplog.text
    assert not {"Ada", "Ines", cast.ada.email, cast.ada.pid} & set(caplog.text.split())


def test_other_pages_stay_open(as_ada: Client, cast: Cast, ines: str, lose: Callable[[], str]) -> None:
    lose()
    assert as_ada.get("/").status_code == 200
