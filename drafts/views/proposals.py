"""Proposing a change of a ladder, and answering."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.forms.proposals import ProposalAnswerForm, ProposalNewForm
from drafts.models import Draft, Proposal, Sorter
from drafts.proposing import (
    Gone,
    Meeting,
    about,
    accept,
    answer,
    kind_of,
    piece_of,
    shown,
    spots_of_skill,
    spots_of_stage,
)
from ladders.chart import Chart, Skill, Stage
from ladders.models import Ladder
from ladders.reading import open_chart, open_skill
from people.models import Person
from people.requests import SignedIn
from safeguards.once import done_before, once

A_PAGE = 30
DONE = 200


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_new(request: SignedIn, ladder: str, part: str) -> HttpResponse:
    """A change of a stage or a skill, proposed by anybody who reads the ladder; `?path=` chooses the text."""
    chart = open_chart(request.user, ladder)
    found = part_of(chart, part)
    spots = spots_of_stage(found) if isinstance(found, Stage) else spots_of_skill(chart, found)
    data = request.POST if request.method == "POST" else None
    form = ProposalNewForm(data, spots=spots, initial={"path": request.GET.get("path", "")})
    if form.is_bound and form.is_valid():
        url = once(request, lambda: propose(request.user, chart, found, form))
        messages.success(request, _("The keepers of the ladder read it next. You see their answer here."))
        return redirect(url)
    up = reverse("stage_show" if isinstance(found, Stage) else "skill_show", args=[ladder, part])
    context = {"form": form, "chart": chart, "part": found, "spots": [one for one in spots if one.text], "up": up}
    return render(request, "drafts/proposal_new.html", context, status=422 if form.is_bound else 200)


def part_of(chart: Chart, part: str) -> Stage | Skill:
    """The stage or the skill with this public id. Raises Http404."""
    return chart.stage_by_pid.get(part) or open_skill(chart, part)


def propose(person: Person, chart: Chart, part: Stage | Skill, form: ProposalNewForm) -> str:
    ladder = Ladder.objects.visible_to(person).get(pid=chart.ladder)
    Proposal.propose(ladder, by=person, kind=kind_of(part), key=part.slug, title=part.title, **form.proposal())
    return reverse("proposal_list")


@require_safe
def proposal_list(request: SignedIn) -> HttpResponse:
    """What waits for an answer of the viewer, and what the viewer proposed, the latest first."""
    there = Proposal.objects.visible_to(request.user).select_related("ladder", "by", "answer__by").latest_first()
    waiting = there.answerable_by(request.user).waiting()
    own = Paginator(there.made_by(request.user), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "waiting": waiting[:A_PAGE],
        "page": own,
        "sorts": Sorter.objects.visible_to(request.user).waiting().select_related("test__by"),
    }
    return render(request, "drafts/proposal_list.html", context)


def open_proposal(request: SignedIn, proposal: str) -> Proposal:
    """A proposal that the viewer may read. Raises Http404."""
    there = Proposal.objects.visible_to(request.user).select_related("ladder__library", "by", "answer__by")
    return get_object_or_404(there, pid=proposal)


@require_safe
def proposal_show(request: SignedIn, proposal: str) -> HttpResponse:
    """A proposal beside what the draft says now; its answer, or for keepers the form for one."""
    found = open_proposal(request, proposal)
    return render(request, "drafts/proposal_show.html", beside(request, found, ProposalAnswerForm))


@require_POST
def proposal_answer(request: SignedIn, proposal: str) -> HttpResponse:
    """Takes a proposal over into the draft, or says why not."""
    found = open_proposal(request, proposal)
    if not may_answer(request, found):
        raise PermissionDenied
    form = ProposalAnswerForm(request.POST)
    status = answered(request, found, form)
    if status == DONE:
        return redirect("proposal_show", found.pid)
    context = beside(request, found, lambda **_first: form)
    return render(request, "drafts/proposal_answer.html", context, status=status)


def may_answer(request: SignedIn, proposal: Proposal) -> bool:
    return Proposal.objects.visible_to(request.user).answerable_by(request.user).filter(pk=proposal.pk).exists()


def beside(request: SignedIn, proposal: Proposal, form: Callable[..., ProposalAnswerForm]) -> dict[str, Any]:
    """A proposal with what the draft says; `form` makes the form from its first values."""
    draft = Draft.objects.visible_to(request.user).open().filter(ladder=proposal.ladder).first()
    piece = piece_of(proposal, draft) if draft else None
    return {
        "proposal": proposal,
        "form": form(initial={"seen": draft.revision if draft else None}),
        "draft": draft,
        "about": about(proposal.kind, proposal.path),
        "now": shown(piece, proposal.path) if piece else proposal.before,
        "may_answer": may_answer(request, proposal),
    }


def answered(request: SignedIn, proposal: Proposal, form: ProposalAnswerForm) -> int:
    """Carries the answer out; DONE, or the status of the page that says what stands in the way. Raises Stale."""
    if not form.is_valid():
        return 422
    words, seen = form.cleaned_data["words"].strip(), form.cleaned_data["seen"]
    try:
        if form.cleaned_data["accept"]:
            accept(proposal, by=request.user, words=words, seen=seen)
        else:
            answer(proposal, by=request.user, accepted=False, words=words)
    except Gone:
        form.add_error(None, _("The draft no longer has this. Answer in words, or bring it back first."))
        return 409
    except Meeting as meeting:
        who = meeting.met.by.name if meeting.met.by else _("Somebody")
        form.add_error(None, _("%(who)s changed this text since you opened the page. Look again.") % {"who": who})
        return 409
    return DONE


@require_POST
def proposal_withdraw(request: SignedIn, proposal: str) -> HttpResponse:
    """Takes one's own proposal back, as long as nobody answered it."""
    if url := done_before(request):
        return redirect(url)
    found = open_proposal(request, proposal)
    if found.by != request.user:
        raise Http404

    def act() -> str:
        found.withdraw()
        return reverse("proposal_list")

    url = once(request, act)
    messages.success(request, _("Taken back."))
    return redirect(url)
