"""The part of the matrix about the people on personal boards: see tests/authz/rooms/board.py for what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import World

TABLE = """
# Everybody's own people; somebody on another board is nobody
member_list          own                                               200 405 405 405 405  + + + + + + + + > + >
member_new           own                                               200 302 405 405 405  + + + + + + + + > + >
member_show          read_board member=ada.member|member_resting       200 405 405 405 405  + - - - - - - - > - >
member_show          read_board member=ada.member_retired              200 405 405 405 405  + - - - - - - - > - >
member_show          read_board member=gone.member                     200 405 405 405 405  - - - - - - - - > - >
member_edit          read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_edit          read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_snooze        read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_snooze        read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_rest          read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_rest          read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_back          read_board member=ada.member|member_resting       200 302 405 405 405  + - - - - - - - > - >
member_back          read_board member=ada.member_retired              200 302 405 405 405  + - - - - - - - > - >
member_back          read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_retire        read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_retire        read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_forget        read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_forget        read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_prepare       read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_prepare       read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_ask           read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
member_ask           read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
touch_new            read_board member=ada.member                      200 302 405 405 405  + - - - - - - - > - >
touch_new            read_board member=gone.member                     200 302 405 405 405  - - - - - - - - > - >
member_show          read_board member=bo.member                       200 405 405 405 405  - + - - - - - - > - >
member_edit          read_board member=eve.member                      200 302 405 405 405  - - - - + - - - > - >
touch_edit           read_board member=ada.member touch=ada.touch      200 302 405 405 405  + - - - - - - - > - >
touch_edit           read_board member=gone.member touch=gone.touch    200 302 405 405 405  - - - - - - - - > - >
touch_delete         read_board member=ada.member touch=ada.touch      200 302 405 405 405  + - - - - - - - > - >
touch_delete         read_board member=gone.member touch=gone.touch    200 302 405 405 405  - - - - - - - - > - >
touch_told           read_board member=ada.member touch=ada.touch      200 302 405 405 405  + - - - - - - - > - >
touch_told           read_board member=gone.member touch=gone.touch    200 302 405 405 405  - - - - - - - - > - >
follow_up_done       read_board member=ada.member touch=ada.touch      405 302 405 405 405  + - - - - - - - > - >
follow_up_done       read_board member=gone.member touch=gone.touch    405 302 405 405 405  - - - - - - - - > - >
touch_edit           read_board member=bo.member touch=bo.touch        200 302 405 405 405  - + - - - - - - > - >
"""


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    token = {"once": "t" * 22}
    member = {"name": "Nour", "ring": "board", "way": "reader", "rhythm": "monthly", "seen": 1, **token}
    touch = {"words": "A chat", "on": "2022-05-05", "marks": ["asked"], "seen": 1, **token}
    return {
        "member_new": member,
        "member_edit": member,
        "member_snooze": {"weeks": "2", **token},
        "member_rest": token,
        "member_back": token,
        "member_retire": {"words": "Thank you", **token},
        "member_forget": token,
        "member_prepare": {"questions": "Which first?", "gift": "A book", "seen": 1, **token},
        "member_ask": {"ask": "Which of the two plans would you keep?", "seen": 1, **token},
        "touch_new": touch,
        "touch_edit": touch,
        "touch_delete": token,
        "touch_told": token,
        "follow_up_done": {"number": 0, **token},
    }
