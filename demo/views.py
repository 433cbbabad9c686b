"""The demo's doors. Each of them asks first whether this is a demo: with a real account here, none exists."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from demo.guests import FIRST_GUEST, GUESTS
from demo.opening import Refused, is_demo, open_demo
from people.models import Person

CUT = "<!-- cut -->"


@login_not_required
@require_POST
@never_cache
def demo_start(request: HttpRequest) -> HttpResponseBase:
    """Signs in as the first guest; fills the demo before that if it is not there, and shows how that goes."""
    if Person.objects.real().exists():
        raise Http404
    if not is_demo():
        page = render_to_string("demo/demo_start.html", {"cut": CUT}, request)
        return StreamingHttpResponse(filling(*page.split(CUT)))
    login(request, get_object_or_404(Person.objects.active(), demo=True, email=FIRST_GUEST))
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(resolve_url("home"))
    return redirect("home")


def filling(beginning: str, go_on: str, end: str) -> Iterator[str]:
    """The page in pieces: its beginning at once, a line after each step, and the way on when all is there."""
    yield beginning
    try:
        for written, whole in open_demo(timezone.localdate()):
            step = _("%(written)s of %(whole)s people are here") % {"written": written, "whole": whole}
            yield format_html("<li>{}</li>", step)
    except Refused as refused:
        yield format_html("<li>{}</li>", str(refused))
    else:
        yield go_on
    yield end


@login_not_required
@require_safe
@never_cache
def demo_choose(request: HttpRequest) -> HttpResponse:
    if not is_demo():
        raise Http404
    found = {person.email: person for person in Person.objects.active().filter(demo=True, email__in=GUESTS)}
    guests = [(found[email], words) for email, words in GUESTS.items() if email in found]
    return render(request, "demo/demo_choose.html", {"guests": guests})


@login_not_required
@require_POST
def demo_enter(request: HttpRequest, person: str) -> HttpResponse:
    """Signs a visitor in as a demo person, without a password: they have none."""
    if not is_demo():
        raise Http404
    login(request, get_object_or_404(Person.objects.active(), demo=True, pid=person))
    return redirect("home")
