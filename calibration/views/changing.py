"""What a manager sees differently after a session, and the page on which the person reads it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from calibration.change_page import RatingPage, in_words
from calibration.forms import ChangeForm
from calibration.models import RatingChange
from calibration.models.session import Closed
from calibration.wording import Words
from ladders.translations import read_chart
from people.models import Reading
from people.requests import SignedIn
from reviews.pairs import in_its_place, read_pair
from safeguards.once import once
from safeguards.revisions import Stale


@require_http_methods(["GET", "HEAD", "POST"])
def calibration_change(request: SignedIn, session: str, rating: str, skill: str) -> HttpResponse:
    """One skill of one of one's own people: the level as it was given, and the form to change it."""
    page = RatingPage(request.user, session, rating, skill)
    form = ChangeForm(request.POST or None, words=page.words, changes=page.changes)
    if request.method == "POST":
        return changed(request, page, form)
    Reading.note(request.user, [page.person], "calibration_change")
    return change_page(request, page, form)


def change_page(
    request: SignedIn, page: RatingPage, form: ChangeForm, status: int = 200, told: str = ""
) -> HttpResponse:
    context = {"page": page, "session": page.session, "form": form, "told": told}
    return render(request, "calibration/calibration_change.html", context, status=status)


def changed(request: SignedIn, page: RatingPage, form: ChangeForm) -> HttpResponse:
    """Keeps the change; with errors, or if it came too late, the same page with what was typed."""
    if not form.is_valid():
        return change_page(request, page, form, 422)
    try:
        return redirect(once(request, lambda: keep(request, page, form)))
    except ValidationError as same:
        form.add_error("level", same)
        return change_page(request, page, form, 422)
    except Closed:
        page.session.refresh_from_db()
        told = _("The session was closed meanwhile, so nothing was changed. What you typed is below, to copy.")
        return change_page(request, page, form, 409, told)
    except Stale:
        return again(request, page)


def keep(request: SignedIn, page: RatingPage, form: ChangeForm) -> str:
    RatingChange.make(page.rating.entry, page.skill.pk, by=request.user, **form.said())
    messages.success(request, _("The change is kept. %(name)s was told.") % {"name": page.person.name})
    return reverse("session_show", args=[page.session.pid]) + f"#{page.skill.slug}"


def again(request: SignedIn, page: RatingPage) -> HttpResponse:
    """What was kept meanwhile stands above; what was typed stays in the form, which now knows it."""
    now = RatingPage(request.user, page.session.pid, page.rating.pid, page.skill.pid)
    fresh = ChangeForm({**request.POST.dict(), "seen": str(len(now.changes))}, words=now.words, changes=now.changes)
    told = _(
        "This rating was changed meanwhile. What is kept stands above the form, what you typed is in it. Save again "
        "to add it."
    )
    return change_page(request, now, fresh, 409, told)


@require_safe
def calibration_changes(request: SignedIn, review: str) -> HttpResponse:
    """What was changed about one review, for the two it concerns."""
    found = read_pair(request.user, review)
    if found is None:
        return in_its_place(request, review)
    Reading.note(request.user, [found.person], "calibration_changes")
    chart = read_chart(found.version_id)
    titles = {skill.pk: skill.title for skill in chart.skills}
    rows = RatingChange.objects.visible_to(request.user).filter(entry__assessment__appraisal=found)
    context = {
        "review": found,
        "mine": found.person == request.user,
        "other": found.assessor if found.person == request.user else found.person,
        "changes": [
            in_words(Words(chart), row, titles.get(row.skill_id, ""))
            for row in rows.select_related("by").oldest_first()
        ],
    }
    return render(request, "calibration/calibration_changes.html", context)
