"""What people are told, and who read about them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.models import Notice, Reading
from people.notices import lines
from people.readings import by_day
from people.requests import SignedIn
from people.waiting import waiting_for

A_PAGE = 30
ROWS = 50


@require_safe
def notice_list(request: SignedIn) -> HttpResponse:
    """Everything one was told, latest first."""
    own = Notice.objects.visible_to(request.user).latest_first().select_related("by", "subject")
    page = Paginator(own, A_PAGE).get_page(request.GET.get("page"))
    told = lines(page.object_list)
    context = {"page": page, "lines": told, "unread": any(line.notice.read_at is None for line in told)}
    return render(request, "people/notice_list.html", context)


@require_safe
def notice_open(request: SignedIn, notice: str) -> HttpResponse:
    """Leads to where a notice goes on, and remembers that it was opened."""
    found = get_object_or_404(Notice.objects.visible_to(request.user), pid=notice)
    if request.method == "GET":
        found.open()
    inside = url_has_allowed_host_and_scheme(found.url, allowed_hosts=None) and found.url.startswith("/")
    return redirect(found.url if inside else "notice_list")


@require_safe
def waiting_list(request: SignedIn) -> HttpResponse:
    """Everything that others wait for, the oldest first."""
    return render(request, "people/waiting_list.html", {"waiting": waiting_for(request.user)})


@require_POST
def notice_read_all(request: SignedIn) -> HttpResponse:
    """Marks everything as read, what is on other pages included."""
    if Notice.objects.visible_to(request.user).open_all():
        messages.success(request, _("All notices are marked as read."))
    return redirect("notice_list")


@require_safe
def reading_list(request: SignedIn) -> HttpResponse:
    """Which accounts read which of one's pages, day by day."""
    own = Reading.objects.visible_to(request.user).latest_first().select_related("reader")
    page = Paginator(own, ROWS).get_page(request.GET.get("page"))
    return render(request, "people/reading_list.html", {"page": page, "days": by_day(page.object_list)})
