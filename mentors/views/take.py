"""The board to take away."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mentors.desk import desk_of
from mentors.taking import archive
from people.requests import SignedIn


@reauthentication_required(enabled=lambda request: request.method == "POST")  # type: ignore[untyped-decorator]  # without types
@require_http_methods(["GET", "HEAD", "POST"])
def board_export(request: SignedIn) -> HttpResponse:
    """What is in the archive; and the archive, after the password. Nothing of it is kept on the server."""
    desk = desk_of(request.user)
    if request.method != "POST":
        return render(request, "mentors/board_export.html", {"desk": desk})
    name = f"board-{timezone.localdate():%Y-%m-%d}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(archive(desk), content_type="application/zip", headers=headers)
