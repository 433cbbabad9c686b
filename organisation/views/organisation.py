"""The organisation in numbers, for the people team."""

from __future__ import annotations

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisation.counting import WAIT
from organisation.models import Snapshot
from organisation.page import CUT_NAMES, WHOLE, Page, page_of, table_of
from organisation.quarters import code, decoded, end_of, name, quarter_of
from people.requests import SignedIn
from people.small_groups import LEAST

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for one at the start of a cell


@require_safe
def organisation_show(request: SignedIn) -> HttpResponse:
    """A snapshot by one cut: `?quarter=2026-Q3&cut=phase`; the latest one as a whole without them."""
    if not Snapshot.open_to(request.user):
        return closed(request)
    snapshots = list(Snapshot.objects.visible_to(request.user).latest_first())
    context: dict[str, object] = {"least": LEAST, "wait": WAIT}
    if not snapshots:
        ends = end_of(quarter_of(timezone.localdate()))
        return render(request, "organisation/organisation_show.html", context | {"ends": ends})
    page = chosen(request, snapshots)
    context |= {"page": page, "code": code(page.snapshot.quarter)}
    context["quarters"] = [(code(one.quarter), name(one.quarter)) for one in snapshots]
    context["cuts"] = list(CUT_NAMES.items())
    return render(request, "organisation/organisation_show.html", context)


@require_safe
def organisation_table(request: SignedIn) -> HttpResponse:
    """What the page says, as CSV."""
    if not Snapshot.open_to(request.user):
        return closed(request)
    page = chosen(request, list(Snapshot.objects.visible_to(request.user).latest_first()))
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    filename = f"organisation-{code(page.snapshot.quarter)}-{page.cut}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    csv.writer(response).writerows([as_text(cell) for cell in line] for line in table_of(page))
    return response


def closed(request: HttpRequest) -> HttpResponse:
    """One may know that there is such a page: it says what it is, and for whom."""
    return render(request, "organisation/closed.html", {"least": LEAST}, status=403)


def chosen(request: HttpRequest, snapshots: list[Snapshot]) -> Page:
    """The page that the address asks for. Raises Http404 for a quarter or a cut that there is not."""
    cut = request.GET.get("cut", WHOLE)
    asked = decoded(request.GET["quarter"]) if "quarter" in request.GET else None
    place = next((place for place, one in enumerate(snapshots) if asked in (None, one.quarter)), None)
    if place is None or cut not in CUT_NAMES or ("quarter" in request.GET and asked is None):
        raise Http404
    return page_of(snapshots, place, cut)


def as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
