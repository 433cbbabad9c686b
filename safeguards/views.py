"""Pages for when something is in the way. They need no database, and they keep what was typed."""

from __future__ import annotations

import re
import sys

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.template.loader import render_to_string

from safeguards.ids import PidConverter
from safeguards.once import FIELD

HIDDEN = {"csrfmiddlewaretoken", FIELD, "seen", "writer"}


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody wrote into the form, as (name, text): no passwords, tokens, ids or single choices."""
    if request.method != "POST":
        return []
    try:
        posted = request.POST
    except (SuspiciousOperation, UnreadablePostError):  # too large, too many fields, or the line broke
        return []
    return [
        (name.replace("_", " ").capitalize(), value)
        # A field that repeats for every skill is called `situation-<public id>`.
        for name, values in ((name.partition("-")[0], values) for name, values in posted.lists())
        for value in values
        if name not in HIDDEN
        and "password" not in name
        and len(value) > 2
        and not re.fullmatch(PidConverter.regex, value)
    ]


def trouble(request: HttpRequest, status: int, template: str) -> HttpResponse:
    """An error page without session or user, with the texts of the form that led to it."""
    context = {"typed": typed(request), "path": request.path}
    return HttpResponse(render_to_string(template, context), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return trouble(request, 400, "400.html")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return trouble(request, 403, "403.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same page, word for word, for what does not exist and for what is not yours."""
    return HttpResponse(render_to_string("404.html"), status=404)


def conflict(request: HttpRequest) -> HttpResponse:
    return trouble(request, 409, "409.html")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return trouble(request, 403, "403_csrf.html")


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is away: Django calls this inside its `except`, so the cause is at hand."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = trouble(request, 503, "503.html")
        response.headers["Retry-After"] = "5"
        return response
    return trouble(request, 500, "500.html")
