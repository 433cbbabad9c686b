"""The part of the matrix about personal boards, their seats and settings: see the package's own words.

Four people have a board with everything on it, in words that stand nowhere else; they are sealed in the database, so
they are found by opening it. Nobody reads any of it but its owner.

For each of NAMES there are in `things`: "<name>.board", ".seat" (held by member), ".seat_retired", ".member" (on the
board, with a touchpoint), ".member_resting", ".member_retired" and ".touch" (with member: two follow-ups, the first
of them open, and advice of which nobody told what became).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model

from mentors import contents
from mentors.contents import Cadence, FollowUp, Mark, Milestone, Topic, Viewpoint
from mentors.desk import pen
from mentors.keeping import add_member
from mentors.models import Board, Feed, Member, Seat, Touch
from mentors.models.private import Private
from mentors.seating import name_need
from mentors.talking import note_touch
from people.models import Person

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# The board: everybody's own, and an id of somebody else's is one that nobody has
board_show           own                                               200 405 405 405 405  + + + + + + + + > + >
board_settings       own                                               200 302 405 405 405  + + + + + + + + > + >
seat_new             own                                               200 302 405 405 405  + + + + + + + + > + >
seat_reword          read_board seat=ada.seat|seat_retired             200 302 405 405 405  + - - - - - - - > - >
seat_reword          read_board seat=bo.seat                           200 302 405 405 405  - + - - - - - - > - >
seat_reword          read_board seat=eve.seat                          200 302 405 405 405  - - - - + - - - > - >
seat_reword          read_board seat=gone.seat                         200 302 405 405 405  - - - - - - - - > - >
seat_move            read_board seat=ada.seat                          405 302 405 405 405  + - - - - - - - > - >
seat_move            read_board seat=gone.seat                         405 302 405 405 405  - - - - - - - - > - >
seat_retire          read_board seat=ada.seat|seat_retired             200 302 405 405 405  + - - - - - - - > - >
seat_retire          read_board seat=gone.seat                         200 302 405 405 405  - - - - - - - - > - >
seat_back            read_board seat=ada.seat_retired                  405 302 405 405 405  + - - - - - - - > - >
seat_back            read_board seat=gone.seat_retired                 405 302 405 405 405  - - - - - - - - > - >
seat_people          read_board seat=ada.seat                          200 302 405 405 405  + - - - - - - - > - >
seat_people          read_board seat=gone.seat                         200 302 405 405 405  - - - - - - - - > - >
"""
NAMES = ("ada", "bo", "eve", "gone")
DAY, LATER = date(2022, 5, 4), date(2022, 8, 1)
KINDS: tuple[type[Private], ...] = (Seat, Member, Touch)
WITHOUT = {
    "mentors.Board.key_name": "the name of a server key, which tells nothing",
    "mentors.ServerKey.name": "likewise",
    "mentors.Feed.digest": "the SHA-256 of a secret that is nowhere kept",
}
Kind = TypeVar("Kind")


def fill(cast: Cast, things: Things) -> None:
    cast.gone.is_active = True  # as long as the board is filled
    for name in NAMES:
        fill_board(name, getattr(cast, name), things)
    cast.gone.is_active = False


def fill_board(name: str, owner: Person, things: Things) -> None:
    topic = Topic("t" * 12, word(f"{name}.topic"))
    seat = contents.Seat("", opened_on=DAY, topic=topic, cadence=Cadence(30, 45))
    held = name_need(owner, worded(seat, f"{name}.seat", but="retired_words"))
    gone = name_need(owner, worded(replace(seat, retired_on=LATER), f"{name}.seat_retired"))
    member = contents.Member(
        "",
        added_on=DAY,
        seats=(held.pid,),
        strengths=(topic,),
        met_on=DAY,
        view=Viewpoint("outside", "same", "other", "ahead", "author"),
        milestones=(Milestone(DAY, word(f"{name}.milestone")),),
    )
    kept = add_member(owner, worded(member, f"{name}.member", but="retired_words"))
    resting = replace(member, seats=(), resting_since=LATER)
    things[f"{name}.member_resting"] = add_member(
        owner, worded(resting, f"{name}.member_resting", but="retired_words")
    )
    left = worded(replace(member, seats=(), retired_on=LATER), f"{name}.member_retired")
    things[f"{name}.member_retired"] = add_member(owner, left)
    items = (FollowUp(word(f"{name}.open"), LATER), FollowUp(word(f"{name}.done"), LATER, done_on=LATER))
    touch = contents.Touch(DAY, marks=tuple(Mark), topic=topic, follow_ups=items)
    pid, _new = note_touch(owner, kept.pid, worded(touch, f"{name}.touch"))
    with pen(owner) as hand:
        hand.board.set(hand.box, contents.Settings(reviewed_on=DAY, reviewed_stage="product-manager"))
    things |= {f"{name}.seat": held, f"{name}.seat_retired": gone, f"{name}.member": kept}
    things |= {f"{name}.touch": Touch.objects.get(pid=pid), f"{name}.board": Board.objects.get(owner=owner)}


def word(where: str) -> str:
    """A word that stands nowhere else."""
    return f"s{hashlib.sha256(f'board:{where}'.encode()).hexdigest()[:11]}"


def worded(value: Kind, where: str, *, but: str = "") -> Kind:
    """The same with a word in every text that is empty, except in the field `but`."""
    dress = {"email": "{}@example.org", "link": "https://example.org/{}"}
    new = {
        name: dress.get(name, "{}").format(word(f"{where}.{name}"))
        for name in names_of(value)
        if getattr(value, name) == "" and name != but
    }
    return replace(value, **new)  # type: ignore[type-var]  # a dataclass


def names_of(value: Any) -> list[str]:
    return [field.name for field in fields(value)]


def plant() -> dict[str, tuple[str, Model, Person]]:
    """Every word that is sealed on a board: the field, its row, and whose it is."""
    found: dict[str, tuple[str, Model, Person]] = {}
    for board in Board.objects.select_related("owner"):
        box = board.box()
        for kind in KINDS:
            for row in kind._default_manager.filter(board=board).select_related("board__owner"):
                for place, text in texts(row.read(box)):
                    for one in re.findall(r"\bs[0-9a-f]{11}\b", text):
                        found.setdefault(one, (f"mentors.{kind.__name__}.{place}", row, board.owner))
    return found


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value of `mentors/contents.py`, with the name of its field."""
    if isinstance(value, str):
        yield place, value
    elif is_dataclass(value):
        for name in names_of(value):
            yield from texts(getattr(value, name), f"{place}.{name}".strip("."))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, place)


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    token = {"once": "t" * 22}
    seat = {"need": "Pricing", "rhythm": "monthly", "seen": 1, **token}
    held = hashlib.sha256(world.pid("ada.member").encode()).hexdigest()[:16]
    return {
        "board_settings": {"per_week": 3, "digest": "0", "seen": 1, **token},
        "seat_new": seat,
        "seat_reword": seat,
        "seat_move": {"to": "up", **token},
        "seat_retire": {"words": "Met.", **token},
        "seat_back": token,
        "seat_people": {"members": [world.pid("ada.member_resting")], "seen": held, **token},
    }


def about(row: Model) -> Person | None:
    if isinstance(row, Board):
        return row.owner
    return row.board.owner if isinstance(row, Feed | Private) else None


def readers(row: Model, world: World) -> frozenset[str] | None:
    """The owner, if still at work, and nobody else."""
    owner = about(row)
    return None if owner is None else frozenset({world.name_of(owner)}) - {"gone"}


def theirs(world: World, name: str, row: Model) -> bool:
    owner = about(row)
    return owner is not None and world.name_of(owner) == name != "gone"


DOORS = dict.fromkeys((Board, *KINDS), theirs)
