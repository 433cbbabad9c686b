"""How the owner wants their board."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mentors.acting import done, made, posted, seen_by
from mentors.desk import desk_of
from mentors.forms.settings import BoardSettingsForm, first_values
from mentors.seating import settle
from people.requests import SignedIn


@require_http_methods(["GET", "HEAD", "POST"])
def board_settings(request: SignedIn) -> HttpResponse:
    """How many people may be due in a week, and the day of the mail."""
    desk = desk_of(request.user)
    seen = desk.board.revision if desk.board else 1
    form = BoardSettingsForm(posted(request), initial=first_values(desk.settings) | {"seen": seen})
    url = made(
        request,
        form,
        lambda: done(lambda: settle(request.user, **form.facts(), seen=seen_by(form)), reverse("board_show")),
    )
    if url:
        messages.success(request, _("Saved."))
        return redirect(url)
    return render(request, "mentors/board_settings.html", {"form": form}, status=422 if form.is_bound else 200)
