"""Who keeps a ladder, and by which rules: read by its keepers, changed by those whose duty ladders are."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from drafts.forms.keeping import KeeperAddForm, KeeperRemoveForm, LadderSettingsForm
from drafts.models import Keeper, SecondPerson
from drafts.models.keeper import DUTY, LastPublisher, appoint, dismiss, ladders_kept
from drafts.shelf import title_of
from ladders.models import Ladder, Retirement
from people.models import Duty, Person
from people.requests import SignedIn


def open_ladder(request: SignedIn, pid: str) -> Ladder:
    """A ladder that the viewer keeps. Raises Http404, and PermissionDenied for changes without the duty."""
    kept = ladders_kept(request.user).select_related("retirement__by", "second_person__by", "public_by")
    found = get_object_or_404(kept, pid=pid)
    if request.method == "POST" and not request.user.holds(Duty.Kind.LADDERS):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def ladder_settings(request: SignedIn, ladder: str) -> HttpResponse:
    """Who edits, who publishes, and the rules; each change counts alone, so that nobody undoes another's."""
    found = open_ladder(request, ladder)
    form = LadderSettingsForm(request.POST if request.method == "POST" else None, initial=rules_of(found))
    if form.is_bound and form.is_valid():
        for name in form.changed_data:
            decide(found, name, on=form.cleaned_data[name], by=request.user)
        messages.success(request, _("The rules are saved."))
        return redirect("ladder_settings", ladder)
    return shown(request, found, form, KeeperAddForm(viewer=request.user))


def rules_of(ladder: Ladder) -> dict[str, bool]:
    return {
        "second_person": hasattr(ladder, "second_person"),
        "public": ladder.public,
        "retired": hasattr(ladder, "retirement"),
    }


def decide(ladder: Ladder, rule: str, *, on: bool, by: Person) -> None:
    if rule == "second_person":
        SecondPerson.decide(ladder, needed=on, by=by)
    elif rule == "public":
        ladder.show_publicly(on=on, by=by)
    else:
        Retirement.decide(ladder, retired=on, by=by)


def shown(
    request: SignedIn, ladder: Ladder, form: LadderSettingsForm, ask: KeeperAddForm, status: int = 200
) -> HttpResponse:
    """The page with both of its forms."""
    title, language = title_of(ladder, request.user)
    rows = Keeper.objects.visible_to(request.user).filter(ladder=ladder, person__is_active=True)
    context: dict[str, Any] = {
        "ladder": ladder,
        "title": title,
        "language": language,
        "form": form,
        "ask": ask,
        "keepers": rows.select_related("person", "by").order_by("person__name", "kind"),
        "holders": holders(),
        "may_change": request.user.holds(Duty.Kind.LADDERS),
    }
    return render(request, "drafts/ladder_settings.html", context, status=status)


def holders() -> list[tuple[str, QuerySet[Person]]]:
    """Those who keep every ladder: a sentence that ends in a colon, and the people."""
    people = Person.objects.active().order_by("name")
    return [
        (_("These rewrite every ladder:"), people.filter(duties__kind=DUTY[Keeper.Kind.EDIT])),
        (_("These put every ladder into force:"), people.filter(duties__kind=DUTY[Keeper.Kind.PUBLISH])),
    ]


@require_POST
def keeper_add(request: SignedIn, ladder: str) -> HttpResponse:
    """Asks a colleague to keep the ladder."""
    found = open_ladder(request, ladder)
    ask = KeeperAddForm(request.POST, viewer=request.user)
    if not ask.is_valid():
        return shown(request, found, LadderSettingsForm(initial=rules_of(found)), ask, status=422)
    person = ask.cleaned_data["who"]
    appoint(found, person, Keeper.Kind(ask.cleaned_data["kind"]), by=request.user)
    messages.success(request, _("%(name)s keeps this ladder now.") % {"name": person.name})
    return redirect("ladder_settings", ladder)


@require_POST
def keeper_remove(request: SignedIn, ladder: str) -> HttpResponse:
    """Ends a task; sent twice, the second finds nothing left to end."""
    found = open_ladder(request, ladder)
    form = KeeperRemoveForm(request.POST)
    rows = Keeper.objects.visible_to(request.user).filter(ladder=found).select_related("person")
    said = form.cleaned_data if form.is_valid() else {}
    row = rows.filter(person__pid=said["person"], kind=said["kind"]).first() if said else None
    try:
        if row:
            dismiss(found, row.person, Keeper.Kind(row.kind))
            messages.success(request, _("%(name)s no longer has this task.") % {"name": row.person.name})
    except LastPublisher:
        messages.error(request, _("Somebody has to be able to publish this ladder. Ask another publisher first."))
    return redirect("ladder_settings", ladder)
