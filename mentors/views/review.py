"""A look at the whole board, and where its owner met the people on it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ladders.reading import place_of
from mentors.desk import desk_of
from mentors.fitting import next_review, question, stand_of
from mentors.forms.review import BoardReviewForm
from mentors.meeting import occasions
from mentors.reviewing import review_board
from people.models import Person
from people.requests import SignedIn
from safeguards.once import once

A_PAGE = 20  # occasions


@require_http_methods(["GET", "HEAD", "POST"])
def board_review(request: SignedIn) -> HttpResponse:
    """Each seat and each person once: stay, rest, or thank and let go."""
    desk, today = desk_of(request.user), timezone.localdate()
    form = BoardReviewForm(request.POST if request.method == "POST" else None, desk=desk)
    if form.is_valid():
        url = once(request, lambda: settle(request.user, form))
        messages.success(request, _("Your board is looked through."))
        return redirect(url)
    context = {
        "form": form,
        "desk": desk,
        "question": question(desk, place_of(request.user), today),
        "next": next_review(desk),
    }
    return render(request, "mentors/board_review.html", context, status=422 if form.is_bound else 200)


def settle(owner: Person, form: BoardReviewForm) -> str:
    review_board(owner, form.choices(), stand_of(place_of(owner)), on=timezone.localdate())
    return reverse("board_show")


@require_safe
def event_list(request: SignedIn) -> HttpResponse:
    """People by where and when their owner met them, the latest first."""
    found = occasions(desk_of(request.user))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "mentors/event_list.html", {"page": page})
