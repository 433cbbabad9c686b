"""When a board asks to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from mentors import contents
from mentors.desk import Desk, Held
from mentors.fitting import Stand, begun, next_review, question, reviewed, stand_of

TODAY = date(2026, 6, 15)


@dataclass(frozen=True)
class Row:
    pid: str = "p"


def place(stage: str = "pm", aim: str = "senior") -> Any:
    return SimpleNamespace(chart=SimpleNamespace(ladder="L"), path=SimpleNamespace(stage=stage, aim=aim))


def desk(opened: int = 0, *, settings: contents.Settings | None = None, members: int = 1) -> Desk:
    """A board whose first thing was put there so many days ago."""
    day = TODAY - timedelta(days=opened)
    rows: Any = {str(n): Held(Row(), contents.Member("M", day)) for n in range(members)}  # type: ignore[arg-type]  # no row needed
    return Desk(owner=None, settings=settings or contents.Settings(), members=rows)  # type: ignore[arg-type]  # likewise


def known(days: int = 0) -> contents.Settings:
    """Looked at so many days ago, by somebody at `place()`."""
    return reviewed(contents.Settings(per_week=3), stand_of(place()), TODAY - timedelta(days=days))


@pytest.mark.parametrize(
    ("board", "at", "words"),
    [
        (desk(members=0), place(), ""),
        (desk(181), place(), ""),
        (desk(182), place(), "Your board is half a year old."),
        (desk(999, settings=known(181)), place(), ""),
        (desk(999, settings=known(182)), place(), "It is half a year since"),
        (desk(settings=known()), place("senior", "group"), "You are at another stage"),
        (desk(settings=known()), place("pm", "group"), "You chose another aim"),
        (desk(settings=known()), place("pm", ""), ""),
        (desk(settings=known()), None, ""),
        (desk(settings=known(200)), place("pm", "group"), "You chose another aim"),
    ],
)
def test_the_question(board: Desk, at: Any, words: str) -> None:
    found = question(board, at, TODAY)
    assert found.startswith(words)
    assert bool(found) == bool(words)


def test_a_board_remembers_where_it_began() -> None:
    first = begun(contents.Settings(), stand_of(place()))
    assert first == contents.Settings(reviewed_stage="L/pm", reviewed_aim="L/senior")
    assert begun(first, stand_of(place("senior", "group"))) == first
    assert question(desk(settings=first), place(), TODAY) == ""
    assert question(desk(settings=first), place("senior", "group"), TODAY).startswith("You are at another stage")
    assert question(desk(settings=first), place("pm", "group"), TODAY).startswith("You chose another aim")
    assert next_review(desk(2, settings=first)) == TODAY + timedelta(days=180)


def test_what_is_remembered() -> None:
    assert known() == contents.Settings(per_week=3, reviewed_on=TODAY, reviewed_stage="L/pm", reviewed_aim="L/senior")
    assert stand_of(None) == Stand()
    assert stand_of(place(aim="")) == Stand("L/pm", "")


def test_the_next_time() -> None:
    assert next_review(desk(members=0)) is None
    assert next_review(desk(2)) == TODAY + timedelta(days=180)
    assert next_review(desk(999, settings=known(2))) == TODAY + timedelta(days=180)
    assert next_review(desk(settings=replace(known(), reviewed_on=date.max))) == date.max
