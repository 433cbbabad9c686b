"""Answering the questions of a draft: one skill at a time, then the situations for raised levels."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.cells import progress_rail
from assessments.forms import RatingForm, SituationsForm
from assessments.models import Assessment, Evidence, Rating
from assessments.models.assessment import Submitted
from assessments.quarters import Quarters
from assessments.sheet import Sheet, expected, sheet_of
from assessments.views.assessing import first_open
from ladders.pictures.spark import quarters as quarters_picture
from ladders.questions import Question
from ladders.rows import is_must
from people.requests import SignedIn
from safeguards.revisions import Stale
from safeguards.views import typed


@require_http_methods(["GET", "HEAD", "POST"])
def rating_edit(request: SignedIn, assessment: str, skill: str) -> HttpResponse:
    """One question. Each change saves itself; the button saves too, and goes on."""
    sheet = open_sheet(request, assessment)
    question = sheet.question(skill)
    if question is None:
        raise Http404
    if not sheet.assessment.is_draft:
        return frozen(request, sheet)
    data = request.POST if request.method == "POST" else None
    # What is sent stands for itself; only a form to fill in shows the answer so far.
    rating = sheet.answers.get(question.skill.pk) if data is None else None
    form = RatingForm(data, sheet=sheet, question=question, rating=rating)
    if form.is_valid():
        return answered(request, sheet, question, form)
    return question_page(request, sheet, question, form)


def open_sheet(request: SignedIn, assessment: str) -> Sheet:
    own = Assessment.objects.visible_to(request.user, Assessment.Kind.SELF).writable_by(request.user)
    return sheet_of(get_object_or_404(own.select_related("person"), pid=assessment))


def answered(request: SignedIn, sheet: Sheet, question: Question, form: RatingForm) -> HttpResponse:
    """Saves the answer: a note for the page that saved by itself, the next question for the button."""
    try:
        Rating.answer(sheet.assessment, question.skill.pk, **form.answer())
    except Submitted:
        return frozen(request, sheet)
    except Stale:
        if not request.htmx:
            raise
        # The page that saves by itself says that it is out of date; it keeps what was chosen.
        return HttpResponse(status=409)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Trigger": "saved"})
    after = sheet.after(question)
    if after is None:
        return redirect(first_open(sheet_of(sheet.assessment)))
    return redirect("rating_edit", sheet.assessment.pid, after.skill.pid)


def frozen(request: SignedIn, sheet: Sheet) -> HttpResponse:
    """The answer to a save that comes after submitting; it keeps what was typed."""
    context = {"assessment": sheet.assessment, "lost": request.method == "POST", "typed": typed(request)}
    return render(request, "assessments/frozen.html", context, status=409)


def question_page(request: SignedIn, sheet: Sheet, question: Question, form: RatingForm) -> HttpResponse:
    items = Evidence.objects.visible_to(request.user).about(request.user).for_skill(question.skill.pk)
    quarters = Quarters.until(timezone.localdate())
    days = list(items.recent(quarters).values_list("happened_on", flat=True))
    before, after = sheet.neighbours(question)
    category = next((c for c in sheet.chart.categories if c.slug == question.skill.category), None)
    context = {
        "sheet": sheet,
        "question": question,
        "form": form,
        "before": before,
        "after": after,
        "category": category.title if category else "",
        "must": question.target is not None and is_must(question.skill, question.target),
        "may_repeat": question.skill.pk in sheet.last_time,
        "rail": progress_rail(sheet, question),
        "expected": expected(sheet, question),
        "items": items.latest_first()[:4],
        "spark": quarters_picture(quarters.counts(days), quarters.labels) if days else "",
    }
    return render(request, "assessments/rating_edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def situations_edit(request: SignedIn, assessment: str) -> HttpResponse:
    """After the last answer: one situation for each skill rated above the level last agreed."""
    sheet = open_sheet(request, assessment)
    if not sheet.assessment.is_draft:
        return frozen(request, sheet)
    raised = sheet.raised()
    if not raised:
        return redirect(first_open(sheet))
    form = SituationsForm(request.POST if request.method == "POST" else None, raised=raised)
    if form.is_valid():
        try:
            form.save(sheet.assessment)
        except Submitted:
            return frozen(request, sheet)
        return redirect("assessment_submit", sheet.assessment.pid)
    status = 422 if form.is_bound else 200
    return render(request, "assessments/situations_edit.html", {"sheet": sheet, "form": form}, status=status)
