"""The style guide, for people who work on Careerpath."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from careerpath.forms import StyleguideForm
from ladders.pictures.radar import radar
from ladders.pictures.rail import rail, rail_key
from ladders.pictures.readiness import scalebar
from ladders.pictures.spark import Trend, quarters, quarters_small, trend_lines

COLOURS = (
    "paper", "sheet", "wash", "rule", "edge", "ink", "soft", "primary", "tint", "met", "grow-mark", "beyond",
    "unknown", "error", "core", "people", "expert",
)  # fmt: skip


MONTHS = ("Feb", "May", "Aug", "Nov")


def pictures() -> dict[str, object]:
    """The pictures as pages draw them, one of each kind."""
    return {
        "rail_key": rail_key(ghosts=True),
        "rails": [
            (rail(4, 4), "met: needs 4, now 4"),
            (
                rail(4, 3, ghost_self=4, ghost_manager=2),
                "to grow: needs 4, now 3; said by the person 4, the manager 2",
            ),
            (rail(3, 4), "beyond: needs 3, now 4"),
            (rail(3, None), "needs 3, not rated"),
            (rail(1, 0, required=False), "welcome 1, now 0"),
            (rail(None, 3), "nothing expected, now 3"),
        ],
        "scalebar": scalebar(2, 3, 1),
        "quarters": quarters((0, 1, 3, 2), MONTHS),
        "quarters_small": quarters_small((0, 1, 3, 2), MONTHS),
        "trend": trend_lines([Trend("Customer and market", (0, 1, 2), 3), Trend("Data and evidence", (2,), 2)]),
        "radar": radar([("Customer", 4, 3), ("Data", 4, 4), ("Craft", 3, None), ("Strategy", 4, 2)]),
    }


@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part in every state; reachable while DEBUG is on."""
    context = {
        **pictures(),
        "colours": COLOURS,
        "form": StyleguideForm(auto_id="new-%s"),
        "wrong": StyleguideForm({"goal": "", "until": "", "level": "9"}, auto_id="wrong-%s"),
        "typed": [("situation", "Ran the pricing test with Di.")],
    }
    return render(request, "careerpath/styleguide.html", context)
