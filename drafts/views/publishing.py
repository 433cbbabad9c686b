"""Putting a draft into force: one page that says what happens, and one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from drafts.doors import draft_to_publish
from drafts.forms.publish import DraftPublishForm
from drafts.frame import frame, open_desk
from drafts.models import Closed, Draft
from drafts.publish_page import first_shown, publish_page
from drafts.publishing import AnotherPerson, NothingNew, NotSound, TooEarly, publish
from ladders.models import Ladder, Version
from people.requests import SignedIn
from safeguards.once import done_before, once
from safeguards.revisions import Stale


@require_http_methods(["GET", "HEAD", "POST"])
def draft_publish(request: SignedIn, draft: str) -> HttpResponse:
    """What publishing does, and the form for it. `preview` only shows the note as people will read it."""
    if url := done_before(request):
        return redirect(url)
    found, desk = open_desk(request.user, draft_to_publish(request.user, draft).pid)
    bound = request.method == "POST" and "preview" not in request.POST
    first = first_shown(found, desk) | ({} if bound else typed(request))
    form, status = DraftPublishForm(request.POST if bound else None, draft=found, initial=first), 200
    if bound:
        try:
            return redirect(once(request, lambda: put_into_force(request, form)))
        except Refused as refused:
            status = refused.status
            found, desk = open_desk(request.user, draft)
    context = frame(found, desk, request.user) | publish_page(found, desk, request.user, form)
    return render(request, "drafts/draft_publish.html", context, status=status)


class Refused(Exception):
    """The form says why it was not published; `status` is that of the page which shows it."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


def typed(request: SignedIn) -> dict[str, Any]:
    """What stood in the form when only a preview of the note was asked for."""
    return {name: request.POST[name] for name in ("label", "note", "effective_on") if name in request.POST}


def put_into_force(request: SignedIn, form: DraftPublishForm) -> str:
    """Publishes and says where to go. Raises Refused, PermissionDenied, Closed."""
    if not form.is_valid():
        raise Refused(422)
    draft = draft_to_publish(request.user, form.draft.pid)
    try:
        version = publish(draft, by=request.user, **form.cleaned_data)
    except AnotherPerson:
        raise PermissionDenied from None
    except (NothingNew, NotSound):
        form.add_error(None, _("There is nothing that could be published: see above."))
        raise Refused(422) from None
    except TooEarly as reason:
        form.add_error("effective_on", _("Choose %(day)s or a later day.") % {"day": date_format(reason.earliest)})
        raise Refused(422) from None
    except Closed:
        raise
    except Stale:
        raise Refused(409) from None
    messages.success(request, done(version))
    return then(request, draft, version)


def done(version: Version) -> str:
    label, day = version.label, version.publication.effective_on
    if day > timezone.localdate():
        words = {"label": label, "day": date_format(day)}
        return _("Version %(label)s is announced and applies from %(day)s.") % words
    return _("Version %(label)s is in force.") % {"label": label}


def then(request: SignedIn, draft: Draft, version: Version) -> str:
    """The release notes, as soon as somebody can read the ladder; else the list of ladders."""
    if Ladder.objects.visible_to(request.user).filter(pk=draft.ladder_id).exists():
        return reverse("version_show", args=[draft.ladder.pid, version.pid])
    return reverse("draft_list")
