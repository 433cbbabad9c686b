"""Choosing the language that ladders are read in."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ladders.languages import COOKIE
from ladders.reading import open_chart
from ladders.translations import languages_of
from people.requests import SignedIn

A_YEAR = 365 * 24 * 60 * 60  # seconds


@require_POST
def ladder_language(request: SignedIn, ladder: str) -> HttpResponse:
    """Reads ladders in a language of this one from now on, in this browser."""
    chart, language = open_chart(request.user, ladder), request.POST.get("language", "")
    if language not in languages_of(chart):
        raise Http404
    response = redirect("ladder_show", ladder)
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, language, max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax")
    return response
