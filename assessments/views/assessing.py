"""Starting, reading, submitting and discarding an assessment."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.blind import being_rated, veil_of
from assessments.forms import AssessmentStartForm
from assessments.models import Assessment
from assessments.models.appraisal import Ended
from assessments.models.assessment import Submitted
from assessments.sheet import Sheet, answers, sheet_of
from assessments.views.opened import first_open, frozen, open_sheet
from assessments.views.veil import veil_page
from ladders.models import Version
from ladders.questions import Form
from ladders.reading import Place, place_of
from people.models import Person, Reading
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_home(request: SignedIn) -> HttpResponse:
    """Start a check-in, go on with the open one, read earlier ones."""
    place = place_of(request.user)
    form = AssessmentStartForm(request.POST if request.method == "POST" else None, place=place)
    if form.is_valid() and (veil := veil_of(request.user)):
        messages.info(request, _("A review of you is open. It comes first; a check-in of your own can begin after."))
        return redirect("appraisal_show", veil.pid)
    if place and form.is_valid():
        chosen = Form(form.cleaned_data["form"])
        return redirect(once(request, lambda: first_open(sheet_of(start(request.user, place, chosen)))))
    context = {"place": place, "form": form, **written(request.user)}
    return render(request, "assessments/assessment_home.html", context, status=422 if form.is_bound else 200)


def written(person: Person) -> dict[str, Any]:
    """The check-in that is open, and what is done; `veil` is the review that hides it, if one does."""
    own = Assessment.objects.visible_to(person).about(person)
    draft = own.filter(kind=Assessment.Kind.SELF, appraisal=None).drafts().first()
    done = own.submitted().exclude(being_rated()).select_related("version", "appraisal").latest_first()[:50]
    return {
        "draft": sheet_of(draft) if draft else None,
        "done": done,
        "veil": None if done else veil_of(person),
    }


def start(person: Person, place: Place, form: Form) -> Assessment:
    """A check-in for the person's stage and aim; the one that is open, if one is."""
    version = get_object_or_404(Version.objects.visible_to(person), pid=place.chart.version)
    target = place.aim.slug if place.aim else ""
    return Assessment.start(person, version=version, stage=place.path.stage, target=target, form=form)


@require_safe
def assessment_show(request: SignedIn, assessment: str) -> HttpResponse:
    """A submitted assessment against its own version; a draft goes on where it was left."""
    visible = Assessment.objects.visible_to(request.user).select_related("person", "version", "appraisal")
    found = visible.filter(pid=assessment).first()
    if found is None:
        return veiled(request, assessment)
    sheet = sheet_of(found)
    if found.is_draft:
        return redirect(first_open(sheet))
    Reading.note(request.user, [found.person], "assessment_show")
    return render(request, "assessments/assessment_show.html", shown(request.user, found, sheet))


def shown(viewer: Person, found: Assessment, sheet: Sheet) -> dict[str, Any]:
    """What the page of a submitted assessment says."""
    return {
        "sheet": sheet,
        "assessment": found,
        "answers": answers(sheet),
        "ability": found.ability().value,
        "person_name": "" if found.person == viewer else found.person.name,
        "alone": found.appraisal is not None and found.appraisal.is_open,
        "others": pair_of(found, viewer),
        **versions(found),
    }


def pair_of(found: Assessment, viewer: Person) -> list[Person]:
    """The two of a revealed review: whoever reads a part of it reads all of it, and nobody else does."""
    review = found.appraisal
    if review is None or review.revealed_at is None or found.kind == Assessment.Kind.AGREED:
        return []
    return [one for one in (review.person, review.assessor) if one and one != viewer]


def veiled(request: SignedIn, assessment: str) -> HttpResponse:
    """An earlier result that comes back when the review that is open is revealed. Raises Http404 for any other."""
    hidden = Assessment.objects.hidden_from(request.user).select_related("person")
    found = get_object_or_404(hidden, pid=assessment)
    return veil_page(request, veil_of(found.person), "assess")


def versions(assessment: Assessment) -> dict[str, str]:
    """If another version than the one the assessment is made against is in force today: what the two are called,
    `mine` and `newer`; else "".
    """
    latest = Version.objects.in_force(timezone.localdate())
    now = latest.filter(ladder=assessment.ladder_id).first()
    if now is None or now.pk == assessment.version_id:
        return {"mine": "", "newer": ""}
    return {"mine": label(assessment.version), "newer": label(now)}


def label(version: Version) -> str:
    return version.label or str(version.number)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_submit(request: SignedIn, assessment: str) -> HttpResponse:
    """The end of the form: what submitting does, and the button."""
    sheet = open_sheet(request, assessment)
    if sheet.assessment.is_stopped:
        return frozen(request, sheet)
    if request.method == "POST" and sheet.assessment.is_draft and sheet.ready:
        return submitted(request, sheet)
    if not sheet.assessment.is_draft:
        messages.info(request, already(sheet))
        return redirect("assessment_show", sheet.assessment.pid)
    status = 422 if request.method == "POST" else 200
    context = {"sheet": sheet, **versions(sheet.assessment)}
    return render(request, "assessments/assessment_submit.html", context, status=status)


def already(sheet: Sheet) -> str:
    if sheet.in_review:
        return _("Your part was submitted already. It was not changed.")
    return _("This check-in was submitted already. It was not changed.")


def submitted(request: SignedIn, sheet: Sheet) -> HttpResponse:
    """Submits, and leads to what it opened: the review, or what is left to the aim."""
    try:
        sheet.assessment.submit()
    except Submitted:
        messages.info(request, already(sheet))
    except Ended:  # called off or given to somebody else, a moment ago
        return frozen(request, open_sheet(request, sheet.assessment.pid))
    if sheet.assessment.appraisal:
        return redirect("appraisal_show", sheet.assessment.appraisal.pid)
    return redirect("gap_home") if sheet.target else redirect("gap_show", sheet.stage.pid)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_discard(request: SignedIn, assessment: str) -> HttpResponse:
    """Asks before a draft is thrown away; a part of a review is not, somebody waits for it."""
    if url := done_before(request):
        return redirect(url)
    sheet = open_sheet(request, assessment)
    if sheet.assessment.is_stopped:
        return frozen(request, sheet)
    if sheet.assessment.appraisal:
        return redirect("appraisal_show", sheet.assessment.appraisal.pid)
    try:
        if request.method == "POST":
            return redirect(once(request, lambda: discard(request, sheet.assessment)))
    except Submitted:
        pass  # by another window, a moment ago
    if not sheet.assessment.is_draft:
        messages.info(request, _("A submitted check-in stays. You can start a new one."))
        return redirect("assessment_show", sheet.assessment.pid)
    return render(request, "assessments/assessment_discard.html", {"sheet": sheet})


def discard(request: SignedIn, assessment: Assessment) -> str:
    assessment.discard()
    messages.success(request, _("The check-in is discarded. Nothing of it is kept."))
    return reverse("assessment_home")
