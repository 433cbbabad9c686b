"""Whether a board still fits: asked when its owner's stage or aim changed, and every half year. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

from ladders.reading import Place
from mentors.cadence import after
from mentors.contents import Settings
from mentors.desk import Desk

EVERY = timedelta(days=182)


class Choice(StrEnum):
    """What becomes of a seat or of somebody at a review."""

    KEEP = "keep"
    REST = "rest"
    BACK = "back"
    RETIRE = "retire"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the owner stands on the ladder: the public id of the ladder with the ids of stage and aim, or ""."""

    stage: str = ""
    aim: str = ""


def stand_of(place: Place | None) -> Stand:
    if place is None:
        return Stand()
    ladder, path = place.chart.ladder, place.path
    return Stand(f"{ladder}/{path.stage}" if path.stage else "", f"{ladder}/{path.aim}" if path.aim else "")


def question(desk: Desk, place: Place | None, today: date) -> str:
    """Why to look at the board again, as a sentence; "" if there is no reason, or nothing on it."""
    if not desk.open_seats and not desk.sitting:
        return ""
    known, now = desk.settings, stand_of(place)
    if known.reviewed_stage and now.stage and known.reviewed_stage != now.stage:
        return _("You are at another stage than when you last looked at your board as a whole.")
    if (known.reviewed_stage or known.reviewed_aim) and now.aim and known.reviewed_aim != now.aim:
        return _("You chose another aim since you last looked at your board as a whole.")
    due = next_review(desk)
    if due is None or due > today:
        return ""
    if known.reviewed_on:
        return _("It is half a year since you last looked at your board as a whole.")
    return _("Your board is half a year old. See if it is still the one you need.")


def next_review(desk: Desk) -> date | None:
    """Half a year after the last one, or after the first thing on the board; None for an empty board."""
    begun = [held.contents.opened_on for held in desk.open_seats.values()]
    begun += [held.contents.added_on for held in desk.sitting.values()]
    if not begun:
        return None
    return after(desk.settings.reviewed_on or min(begun), EVERY)


def begun(settings: Settings, stand: Stand) -> Settings:
    """The settings of a board that begins while its owner stands there; of one that has begun, the same."""
    if settings.reviewed_on or settings.reviewed_stage or settings.reviewed_aim:
        return settings
    return replace(settings, reviewed_stage=stand.stage, reviewed_aim=stand.aim)


def reviewed(settings: Settings, stand: Stand, today: date) -> Settings:
    """The settings of somebody who looked at the board today, standing there."""
    return replace(settings, reviewed_on=today, reviewed_stage=stand.stage, reviewed_aim=stand.aim)
