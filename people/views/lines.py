"""Who reports to whom: the directory, one's own line, a change, and what was before."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from people.directory import A_PAGE, chosen, rows
from people.line_change import change_line, consequences, rehearse
from people.line_page import lines_of, own_line
from people.models import Act, Person, Reading
from people.policy import Ability, keeps_people, subjects
from people.requests import SignedIn
from people.team_forms import LineEditForm, PersonSearchForm
from safeguards.once import once
from safeguards.revisions import Stale


class Change(TypedDict):
    """Who manages from which day on; nobody, if `manager` is None."""

    manager: Person | None
    since: date


@require_safe
def person_list(request: SignedIn) -> HttpResponse:
    """Everyone at work; for the people team also to whom they report, and who is switched off."""
    keeps, form = keeps_people(request.user), PersonSearchForm(request.GET)
    found = chosen(request.user, form, keeps=keeps)
    page = Paginator(found.people, A_PAGE).get_page(request.GET.get("page"))
    shown = rows(page.object_list)
    if keeps:
        Reading.note(request.user, [row.person for row in shown], "person_list")
    context = {"keeps": keeps, "form": form, "found": found, "page": page, "rows": shown}
    return render(request, "people/person_list.html", context)


@require_safe
def my_line(request: SignedIn) -> HttpResponse:
    """Whom one reports to, who reports to oneself, and what each of them can read."""
    line = own_line(request.user)
    Reading.note(request.user, [below.person for below in line.below], "my_line")
    return render(request, "people/my_line.html", {"line": line, "keeps": keeps_people(request.user)})


@require_safe
def line_history(request: SignedIn, person: str) -> HttpResponse:
    """The lines of a person as dated facts, and every change with who made it."""
    found = get_object_or_404(subjects(request.user, Ability.READ_LINE), pid=person)
    Reading.note(request.user, [found], "line_history")
    may = subjects(request.user, Ability.WRITE_LINE).filter(pk=found.pk).exists()
    acts = found.acts.filter(kind=Act.Kind.LINE).latest_first().select_related("by", "manager")
    context = {"person": found, "may_change": may, "lines": lines_of(found), "acts": acts}
    return render(request, "people/line_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def line_edit(request: SignedIn, person: str) -> HttpResponse:
    """Asks for manager and day, says what that opens and closes, and writes it down."""
    found = get_object_or_404(subjects(request.user, Ability.WRITE_LINE), pid=person)
    if request.method != "POST":
        Reading.note(request.user, [found], "line_edit")
        form = LineEditForm(initial={"seen": found.line_revision}, viewer=request.user)
        return edit_page(request, found, form)
    form = LineEditForm(request.POST, viewer=request.user)
    if not form.is_valid():
        return edit_page(request, found, form, status=422)
    return edit_page(request, found, form) if "back" in request.POST else confirmed(request, found, form)


def confirmed(request: SignedIn, person: Person, form: LineEditForm) -> HttpResponse:
    """Carries it out if whoever sent it has read what follows from it; else the page that says so."""
    said: Change = {"manager": form.cleaned_data["manager"], "since": form.cleaned_data["since"]}
    seen = form.cleaned_data["seen"]
    try:
        if "sure" in request.POST:
            return redirect(once(request, lambda: changed(request, person, seen, said)))
        rehearse(person, by=request.user, seen=seen, **said)
    except Stale:
        person.refresh_from_db()
        return edit_page(request, person, form, status=409)
    except ValidationError as refused:
        form.refuse(refused)
        return edit_page(request, person, form, status=422)
    context = {"person": person, "form": form, "consequences": consequences(person, **said), **said}
    return render(request, "people/line_confirm.html", context)


def changed(request: SignedIn, person: Person, seen: int, said: Change) -> str:
    """Writes it down; gives the page of what there was and is."""
    change_line(person, by=request.user, seen=seen, **said)
    messages.success(request, _("It is written down, and everybody it concerns is told."))
    return reverse("line_history", args=[person.pid])


def edit_page(request: SignedIn, person: Person, form: LineEditForm, status: int = 200) -> HttpResponse:
    """The form beside what holds now. After a conflict it shows both, and can be sent again on purpose."""
    context = {"person": person, "form": form, "lines": lines_of(person), "suggestions": form.suggestions()}
    if status == 409:
        form.data = {**request.POST.dict(), "seen": str(person.line_revision)}
        context |= {"theirs": person.acts.filter(kind=Act.Kind.LINE).latest_first().select_related("by").first()}
    return render(request, "people/line_edit.html", context, status=status)
