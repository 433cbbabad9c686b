"""Answers that hold for every page: pages stay out of caches, conflicts are explained."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from safeguards.revisions import Stale
from safeguards.views import conflict

Answer = Callable[[HttpRequest], HttpResponse]


class KeepPrivate:
    """Pages are never stored by the browser or a proxy, and none may use devices or be embedded.

    Also pages without a name on them: asking who looks would need the database, which may be away.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class AnswerConflicts:
    """Turns Stale into the 409 page, which keeps what was typed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return conflict(request) if isinstance(error, Stale) else None
