"""Answers that hold for every page: personal pages stay out of caches, conflicts are explained."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from safeguards.revisions import Stale
from safeguards.views import conflict

# Where no account is needed, and none is known.
PUBLIC = ("/public/", "/robots.txt")

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


class WithoutCookies:
    """At public addresses nobody is anybody: no cookie is read there and none is set, so any cache may keep them.

    What they answer depends on the address alone. Stands before all that reads cookies.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PUBLIC):
            return self.get_response(request)
        request.COOKIES = {}
        response = self.get_response(request)
        response.cookies.clear()
        del response.headers["Vary"]
        return response


class AnswerConflicts:
    """Turns Stale into the 409 page, which keeps what was typed."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return conflict(request) if isinstance(error, Stale) else None
