"""The style guide, for people who work on Careerpath."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from careerpath.forms import StyleguideForm

COLOURS = (
    "paper", "sheet", "wash", "rule", "edge", "ink", "soft", "primary", "tint", "met", "grow-mark", "beyond",
    "unknown", "error", "core", "people", "expert",
)  # fmt: skip


@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part in every state; reachable while DEBUG is on."""
    context = {
        "colours": COLOURS,
        "form": StyleguideForm(auto_id="new-%s"),
        "wrong": StyleguideForm({"goal": "", "until": "", "level": "9"}, auto_id="wrong-%s"),
        "typed": [("situation", "Ran the pricing test with Di.")],
    }
    return render(request, "careerpath/styleguide.html", context)
