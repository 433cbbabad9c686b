"""What a board answers when it does not open."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from mentors.keys import KeyLost
from mentors.sealing import Damaged
from safeguards.views import trouble

LOST, BROKEN = "no key of this server opens it", "what is stored was changed"

log = logging.getLogger(__name__)


class AnswerClosedBoards:
    """Turns KeyLost and Damaged into a page that says so and keeps what was typed. Nothing is written over."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The log tells the operator what is wrong, and not whose board it is."""
        if not isinstance(error, KeyLost | Damaged):
            return None
        log.error("A board does not open: %s", LOST if isinstance(error, KeyLost) else BROKEN)
        return trouble(request, 503, "mentors/key_lost.html")
