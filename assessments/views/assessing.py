"""Starting, reading, submitting and discarding an assessment."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms import AssessmentStartForm
from assessments.models import Assessment
from assessments.models.assessment import Submitted
from assessments.sheet import Sheet, answers, sheet_of
from ladders.models import Version
from ladders.questions import Form
from ladders.reading import Place, place_of
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_home(request: SignedIn) -> HttpResponse:
    """Start a check-in, go on with the open one, read earlier ones."""
    place = place_of(request.user)
    form = AssessmentStartForm(request.POST if request.method == "POST" else None, place=place)
    if place and form.is_valid():
        chosen = Form(form.cleaned_data["form"])
        return redirect(once(request, lambda: first_open(sheet_of(start(request.user, place, chosen)))))
    own = Assessment.objects.visible_to(request.user).about(request.user)
    draft = own.filter(kind=Assessment.Kind.SELF).drafts().first()
    context = {
        "place": place,
        "form": form,
        "draft": sheet_of(draft) if draft else None,
        "done": own.submitted().select_related("version").latest_first()[:50],
    }
    return render(request, "assessments/assessment_home.html", context, status=422 if form.is_bound else 200)


def start(person: Person, place: Place, form: Form) -> Assessment:
    """A check-in for the person's stage and aim; the one that is open, if one is."""
    version = get_object_or_404(Version.objects.visible_to(person), pid=place.chart.version)
    target = place.aim.slug if place.aim else ""
    return Assessment.start(person, version=version, stage=place.path.stage, target=target, form=form)


def first_open(sheet: Sheet) -> str:
    """Where to go on: the first open question, else the situations, else the end."""
    pid = sheet.assessment.pid
    if sheet.open:
        return reverse("rating_edit", args=[pid, sheet.open[0].skill.pid])
    if not sheet.ready:
        return reverse("situations_edit", args=[pid])
    return reverse("assessment_submit", args=[pid])


@require_safe
def assessment_show(request: SignedIn, assessment: str) -> HttpResponse:
    """A submitted assessment against its own version; a draft goes on where it was left."""
    visible = Assessment.objects.visible_to(request.user).select_related("person", "version")
    found = get_object_or_404(visible, pid=assessment)
    sheet = sheet_of(found)
    if found.is_draft:
        return redirect(first_open(sheet))
    context = {
        "sheet": sheet,
        "assessment": found,
        "answers": answers(sheet),
        "ability": found.ability().value,
        "person_name": "" if found.person == request.user else found.person.name,
        **versions(found),
    }
    return render(request, "assessments/assessment_show.html", context)


def versions(assessment: Assessment) -> dict[str, str]:
    """What the version the assessment is made against is called (`mine`) and, if another one is in force today, what
    that one is called (`newer`).
    """
    mine, latest = assessment.version, Version.objects.in_force(timezone.localdate())
    now = latest.filter(ladder=assessment.ladder_id).first()
    return {"mine": label(mine), "newer": label(now) if now and now.pk != mine.pk else ""}


def label(version: Version) -> str:
    return version.label or str(version.number)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_submit(request: SignedIn, assessment: str) -> HttpResponse:
    """The end of the form: what submitting does, and the button."""
    own = Assessment.objects.visible_to(request.user, Assessment.Kind.SELF).writable_by(request.user)
    found = get_object_or_404(own.select_related("person", "version"), pid=assessment)
    sheet = sheet_of(found)
    if found.is_draft and request.method == "POST" and sheet.ready:
        try:
            found.submit()
        except Submitted:
            messages.info(request, _("This check-in was submitted already. It was not changed."))
        return redirect("gap_home") if sheet.target else redirect("gap_show", sheet.stage.pid)
    if not found.is_draft:
        messages.info(request, _("This check-in was submitted already. It was not changed."))
        return redirect("assessment_show", found.pid)
    status = 422 if request.method == "POST" else 200
    return render(request, "assessments/assessment_submit.html", {"sheet": sheet, **versions(found)}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_discard(request: SignedIn, assessment: str) -> HttpResponse:
    """Asks before a draft is thrown away."""
    if url := done_before(request):
        return redirect(url)
    found = get_object_or_404(
        Assessment.objects.visible_to(request.user, Assessment.Kind.SELF).writable_by(request.user), pid=assessment
    )
    try:
        if request.method == "POST":
            return redirect(once(request, lambda: discard(request, found)))
    except Submitted:
        pass  # by another window, a moment ago
    if not found.is_draft:
        messages.info(request, _("A submitted check-in stays. You can start a new one."))
        return redirect("assessment_show", found.pid)
    return render(request, "assessments/assessment_discard.html", {"sheet": sheet_of(found)})


def discard(request: SignedIn, assessment: Assessment) -> str:
    assessment.discard()
    messages.success(request, _("The check-in is discarded. Nothing of it is kept."))
    return reverse("assessment_home")
