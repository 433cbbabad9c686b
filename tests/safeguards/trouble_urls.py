"""The application's addresses and two that fail, for the tests of the error pages."""

from __future__ import annotations

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path

from careerpath.urls import handler400, handler403, handler404, handler500
from careerpath.urls import urlpatterns as ours

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("secret of the house")


def database_away(request: HttpRequest) -> HttpResponse:
    raise OperationalError("host=10.0.0.7 user=careerpath")


urlpatterns: list[URLPattern | URLResolver] = [
    *ours,
    path("broken/", broken),
    path("away/", database_away),
]
