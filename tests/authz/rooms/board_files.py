"""The part of the matrix about personal boards, continued: see tests/authz/rooms/board.py for what is there.

Ada and Gone have a calendar each: "feed" and "feed_gone" in `things`, whose `pid` is the token of their address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentors.models import Feed
from mentors.subscribing import issue_feed, keep_feed

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TABLE = """
# What comes in and goes out. The address of a calendar is a secret: it shows days, and no word of the board
feed_edit            own                                               200 302 405 405 405  + + + + + + + + > + >
feed_show            public    token=feed                              200 405 405 405 405  + + + + + + + + + + +
feed_show            public    token=feed_gone|cp_unknown              200 405 405 405 405  - - - - - - - - - - -
# Sent, it asks for the password first
board_export         own                                               200 302 405 405 405  + + + + + + + + > + >
board_import         own                                               200 302 405 405 405  + + + + + + + + > + >
board_review         own                                               200 302 405 405 405  + + + + + + + + > + >
event_list           own                                               200 405 405 405 405  + + + + + + + + > + >
"""


def fill(cast: Cast, things: Things) -> None:
    cast.gone.is_active = True  # as long as the calendar is made
    for thing, owner in (("feed", cast.ada), ("feed_gone", cast.gone)):
        keep_feed(owner, ("due", "follow_ups", "review"), names=False)
        token = issue_feed(owner)
        feed = Feed.objects.get(board__owner=owner)
        feed.pid = token  # type: ignore[attr-defined]  # what the address of its calendar says
        things[thing] = feed
    cast.gone.is_active = False


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    token = "t" * 22
    return {
        "feed_edit": {"act": "revoke", "once": token},
        "board_import": {"people": '[[2,{"name":"Somebody"}]]', "ring": "wider", "once": token},
        "board_review": {"once": token},
    }
