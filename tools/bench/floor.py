"""The floor: what any signed-in page of a Django application costs. Session, user and one small template."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

PAGE = '<!DOCTYPE html><html lang="en"><title>Floor</title><p>{{ user.name }}</p></html>'


@cache
def page() -> Any:
    return engines["django"].from_string(PAGE)


def floor(request: HttpRequest) -> HttpResponse:
    return HttpResponse(page().render({}, request))


urlpatterns = [path("", floor, name="home")]
