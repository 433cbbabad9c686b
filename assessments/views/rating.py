"""Answering the questions of a draft: one skill at a time, then the situations for raised levels."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.beside import evidence_beside
from assessments.cells import progress_rail
from assessments.models import Rating
from assessments.models.assessment import Submitted
from assessments.quarters import Quarters
from assessments.question_cells import came_from, energies, hidden, levels, timeline
from assessments.rating_forms import RatingForm, SituationsForm
from assessments.sheet import Sheet, expected, sheet_of
from assessments.views.opened import first_open, frozen, open_sheet, takes_answers
from ladders.pictures.spark import quarters as quarters_picture
from ladders.questions import Question
from ladders.rows import is_must
from people.models import Reading
from people.requests import SignedIn
from safeguards.revisions import Stale

SHOWN = 4  # items of evidence beside the question


@require_http_methods(["GET", "HEAD", "POST"])
def rating_edit(request: SignedIn, assessment: str, skill: str) -> HttpResponse:
    """One question. Each change saves itself; the button saves too, and goes on."""
    if request.method == "POST":
        return answered(request, assessment, skill)
    sheet = open_sheet(request, assessment)
    question = asked(sheet, skill)
    if not takes_answers(sheet):
        return frozen(request, sheet)
    Reading.note(request.user, [sheet.assessment.person], "rating_edit")
    form = RatingForm(sheet=sheet, question=question, rating=sheet.answers.get(question.skill.pk))
    return question_page(request, sheet, question, form)


def asked(sheet: Sheet, skill: str) -> Question:
    """The question about a skill (public id). Raises Http404."""
    question = sheet.question(skill)
    if question is None:
        raise Http404
    return question


def answered(request: SignedIn, assessment: str, skill: str) -> HttpResponse:
    """Saves the answer: a note for the page that saved by itself, the next question for the button."""
    try:
        sheet, form, saved = save(request, assessment, skill)
    except Stale:
        if not request.htmx:
            raise
        # The page that saves by itself says that it is out of date; it keeps what was chosen.
        return HttpResponse(status=409)
    if not takes_answers(sheet):
        return frozen(request, sheet)
    question = form.question
    if not saved:
        return question_page(request, sheet, question, form)
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Trigger": "saved"})
    after = sheet.after(question)
    if after is None:
        return redirect(first_open(sheet_of(sheet.assessment)))
    return redirect("rating_edit", sheet.assessment.pid, after.skill.pid)


def save(request: SignedIn, assessment: str, skill: str) -> tuple[Sheet, RatingForm, bool]:
    """Reads, checks and saves under one lock; whether it is saved. Raises Http404 and Stale.

    What follows is shown after the lock is gone.
    """
    with transaction.atomic():
        sheet = open_sheet(request, assessment, lock=True)
        question = asked(sheet, skill)
        form = RatingForm(request.POST, sheet=sheet, question=question)
        saved = takes_answers(sheet) and form.is_valid()
        if saved:
            Rating.answer_locked(sheet.assessment, question.skill.pk, **form.answer())
    return sheet, form, saved


def question_page(request: SignedIn, sheet: Sheet, question: Question, form: RatingForm) -> HttpResponse:
    items = evidence_beside(request.user, sheet.assessment, question.skill.pk)
    quarters = Quarters.until(timezone.localdate())
    counts = quarters.counts(day for day, _title in items)
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
        "came_from": came_from(form),
        "hidden": hidden(form),
        "levels": levels(form),
        "energies": energies(form),
        "items": timeline(items[:SHOWN]),
        "spark": quarters_picture(counts, quarters.labels) if any(counts) else "",
    }
    return render(request, "assessments/rating_edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def situations_edit(request: SignedIn, assessment: str) -> HttpResponse:
    """After the last answer: one situation for each skill rated above the level last agreed."""
    sheet = open_sheet(request, assessment)
    if not takes_answers(sheet):
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
