"""The board: its table, who is due, and what it comes to."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ladders.reading import place_of
from mentors.board_page import BoardPage
from mentors.desk import desk_of
from mentors.gaps import open_gaps
from mentors.suggesting import open_templates, open_topics
from people.requests import SignedIn


@require_safe
def board_show(request: SignedIn) -> HttpResponse:
    place = place_of(request.user)
    desk, gaps = desk_of(request.user), open_gaps(request.user, place)
    context = {
        "board": BoardPage(desk, gaps, place, timezone.localdate()),
        "topics": open_topics(gaps, desk.needs.values()),
        "templates": open_templates(desk.needs.values()),
    }
    return render(request, "mentors/board_show.html", context)
