"""After the reveal: what both said side by side, settling a skill, and saying yes to all of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.agreeing import StillOpen, fingerprint, say_yes
from assessments.models import Agreement, Appraisal
from assessments.models.appraisal import Ended
from people.models import Reading
from people.requests import SignedIn
from reviews.compare_page import Comparison, Talk
from reviews.forms import AgreementForm
from reviews.pairs import in_its_place, read_pair
from safeguards.revisions import Stale


@require_safe
def appraisal_compare(request: SignedIn, review: str) -> HttpResponse:
    """First what differs most. Agreed, it stays to be read as it was, against its own version."""
    found = read_pair(request.user, review)
    if found is None:
        return in_its_place(request, review)
    Reading.note(request.user, [found.person], "appraisal_compare")
    page = Comparison(found, request.user)
    said_yes = set(found.consents.values_list("person_id", flat=True))
    context = {
        "review": found,
        "page": page,
        "groups": page.groups,
        "mine": found.person == request.user,
        "apart": len(page.pairs) - len(page.groups["same"]),
        "alike": page.steps.count(0),
        "i_said_yes": request.user.pk in said_yes,
        "other_said_yes": bool(said_yes - {request.user.pk}),
        "result": found.assessments.filter(kind="agreed").first() if found.agreed_at else None,
    }
    return render(request, "reviews/appraisal_compare.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_edit(request: SignedIn, review: str, skill: str) -> HttpResponse:
    """One skill: both answers, and the form that settles it."""
    found = read_pair(request.user, review)
    if found is None:
        return in_its_place(request, review)
    page = Comparison(found, request.user)
    talk = talk_about(page, skill)
    if request.method == "POST":
        return settled(request, page, talk)
    Reading.note(request.user, [found.person], "agreement_edit")
    return skill_page(request, page, talk)


def talk_about(page: Comparison, skill: str) -> Talk:
    """The talk about a skill (public id) that both rated. Raises Http404."""
    found = page.chart.skill_by_pid.get(skill)
    pair = next((pair for pair in page.pairs if found and pair.skill == found.pk), None)
    if pair is None:
        raise Http404
    return page.talk(pair)


def skill_page(request: SignedIn, page: Comparison, talk: Talk, status: int = 200, told: str = "") -> HttpResponse:
    context = {"page": page, "review": page.review, "talk": talk, "told": told}
    return render(request, "reviews/agreement_edit.html", {**context, "mine": is_mine(request, page)}, status=status)


def is_mine(request: SignedIn, page: Comparison) -> bool:
    return page.review.person == request.user


def settled(request: SignedIn, page: Comparison, talk: Talk) -> HttpResponse:
    """Settles a skill; with errors, or if the other one wrote meanwhile, the same page with what was typed."""
    form = page.form(talk.skill, request.POST.dict())
    if not form.is_valid():
        return skill_page(request, page, page.talk(talk.pair, form), 422)
    try:
        Agreement.settle(page.review, talk.skill.pk, by=request.user, **form.said())
    except Ended:
        return too_late(request, page, talk, form)
    except Stale:
        return both_texts(request, page.review, talk, form)
    messages.success(request, _("%(skill)s is settled.") % {"skill": talk.skill.title})
    return redirect(reverse("appraisal_compare", args=[page.review.pid]) + f"#{talk.skill.slug}")


def too_late(request: SignedIn, page: Comparison, talk: Talk, form: AgreementForm) -> HttpResponse:
    """The review was agreed meanwhile; what was typed stays to be copied."""
    told = _("You both said yes meanwhile, so nothing changes any more. What you typed is below, to copy.")
    return skill_page(request, page, page.talk(talk.pair, form), 409, told)


def both_texts(request: SignedIn, review: Appraisal, talk: Talk, form: AgreementForm) -> HttpResponse:
    """What the other one saved stands above; what was typed stays in the form, which now knows what is saved."""
    fresh = Comparison(review, request.user)
    row = fresh.settled.get(talk.skill.pk)
    again = fresh.form(talk.skill, {**form.data, "seen": str(row.revision if row else 0)})
    told = _(
        "This was changed meanwhile. What is saved stands above the form, what you typed is in it. Save again to "
        "replace it."
    )
    pair = next(pair for pair in fresh.pairs if pair.skill == talk.skill.pk)
    return skill_page(request, fresh, fresh.talk(pair, again), 409, told)


@require_http_methods(["GET", "HEAD", "POST"])
def consent_give(request: SignedIn, review: str) -> HttpResponse:
    """Everything that is to be agreed on one page, and one's yes to it."""
    found = read_pair(request.user, review)
    if found is None:
        return in_its_place(request, review)
    if request.method == "POST":
        return said_yes(request, found)
    Reading.note(request.user, [found.person], "consent_give")
    return consent_page(request, found)


def said_yes(request: SignedIn, review: Appraisal) -> HttpResponse:
    """Takes the yes, or says what is in its way."""
    told, status = "", 422
    try:
        agreed = say_yes(review, by=request.user, seen=request.POST.get("seen", ""))
    except StillOpen:
        return consent_page(request, review, status)
    except Stale:
        told = _("Something was changed since you opened this page, so your yes was not taken. Look at it again.")
        return consent_page(request, review, 409, told)
    except Ended:  # agreed already, by the same press or the other one's
        agreed = True
    messages.success(request, _("You have agreed.") if agreed else _("You said yes. The other one has still to."))
    return redirect("appraisal_compare", review.pid)


def consent_page(request: SignedIn, review: Appraisal, status: int = 200, told: str = "") -> HttpResponse:
    if review.agreed_at:
        return redirect("appraisal_compare", review.pid)
    page = Comparison(review, request.user)
    context = {
        "review": review,
        "page": page,
        "mine": is_mine(request, page),
        "seen": fingerprint(review),
        "still": page.still_open,
        "outcomes": page.outcomes,
        "told": told,
    }
    return render(request, "reviews/consent_give.html", context, status=status)
