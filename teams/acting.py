"""What a form between the two does: the verb, and the other one is told. Gives the page to go on to.

Each is run inside `once`, so both happen or neither.
"""

from __future__ import annotations

from datetime import date

from teams.forms import ChallengeEditForm, PromiseNewForm, SeatEditForm, TalkNewForm
from teams.models import Challenge, Promise, Seat, Talk
from teams.pairs import Pair


def noted(pair: Pair, form: TalkNewForm) -> str:
    Talk.note(pair.person, pair.manager, by=pair.viewer, **form.cleaned_data)
    return pair.told("talk_noted")


def promised(pair: Pair, form: PromiseNewForm) -> str:
    Promise.make(pair.person, pair.manager, by=pair.viewer, **form.said())
    return pair.told("promise_made")


def kept(promise: Promise, pair: Pair) -> str:
    """Tells the other one only the first time."""
    return pair.told("promise_kept") if promise.keep(by=pair.viewer) else pair.back


def dropped(promise: Promise, pair: Pair, reason: str) -> str:
    promise.drop(by=pair.viewer, reason=reason)
    return pair.told("promise_dropped")


def challenged(pair: Pair, form: ChallengeEditForm, quarter: date) -> str:
    said = form.cleaned_data
    Challenge.agree(
        pair.person, pair.manager, by=pair.viewer, quarter=quarter, words=said["words"], seen=said["seen"]
    )
    return pair.told("challenge_set")


def seated(pair: Pair, form: SeatEditForm) -> str:
    Seat.say(pair.person, pair.manager, by=pair.viewer, seen=form.cleaned_data["seen"], **form.said())
    return pair.told("seat_said")
