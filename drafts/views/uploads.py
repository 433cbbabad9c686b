"""A file that somebody brings becomes a draft: choose it, explain its columns, see what it would do, put it in."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drafts.downloads import yaml_file
from drafts.forms.upload import UploadNewForm
from drafts.forms.upload_map import UploadMapForm
from drafts.models import Draft, Upload
from drafts.upload_map import write_map
from drafts.upload_page import Look, map_form, map_page
from drafts.uploading import may_upload, put, reading_of, told
from people.requests import SignedIn
from safeguards.once import done_before, once


@require_http_methods(["GET", "HEAD", "POST"])
def upload_new(request: SignedIn) -> HttpResponse:
    """A file, or its text; what can be read is kept for its owner."""
    if not may_upload(request.user):
        raise PermissionDenied
    sent = int(request.headers.get("Content-Length") or 0)
    bound = request.method == "POST"
    form = UploadNewForm(request.POST, request.FILES, sent=sent) if bound else UploadNewForm()
    if form.is_bound and form.is_valid():
        return redirect(once(request, lambda: keep(request, form)))
    context = {"form": form, "uploads": Upload.objects.visible_to(request.user).latest_first()}
    return render(request, "drafts/upload_new.html", context, status=422 if form.is_bound else 200)


def keep(request: SignedIn, form: UploadNewForm) -> str:
    """Keeps the file and leads to what comes next."""
    upload = Upload.keep(by=request.user, **form.cleaned_data)
    return next_page(upload)


def next_page(upload: Upload) -> str:
    explained = upload.kind == Upload.Kind.LADDER or upload.given
    return reverse("upload_show" if explained else "upload_map", args=[upload.pid])


def open_upload(request: SignedIn, upload: str) -> Upload:
    """One's own upload. Raises Http404."""
    return get_object_or_404(Upload.objects.visible_to(request.user), pid=upload)


@require_http_methods(["GET", "HEAD", "POST"])
def upload_map(request: SignedIn, upload: str) -> HttpResponse:
    """What is what in a table."""
    found = open_upload(request, upload)
    if found.kind == Upload.Kind.LADDER:
        return redirect("upload_show", found.pid)
    form, problems = map_form(found, request.POST if request.method == "POST" else None)
    if form and form.is_bound and form.is_valid():
        explain(found, form)
        errors = reading_of(found).errors
        if not errors:
            return redirect("upload_show", found.pid)
        problems = told(errors, found.data, form.table.encoding)
    status = 422 if request.method == "POST" else 200
    return render(request, "drafts/upload_map.html", map_page(found, form, problems), status=status)


def explain(upload: Upload, form: UploadMapForm) -> None:
    """Writes down what was said, also if it does not fit yet: the page remembers it."""
    upload.explain(Upload.Kind(form.table.kind), write_map(form.table, form.chosen()))


@require_safe
def upload_map_file(request: SignedIn, upload: str) -> HttpResponse:
    """The map of a table, for the command line."""
    found = get_object_or_404(Upload.objects.visible_to(request.user).exclude(given=""), pid=upload)
    return yaml_file(found.given, f"{found.name}-map")


@require_http_methods(["GET", "HEAD", "POST"])
def upload_show(request: SignedIn, upload: str) -> HttpResponse:
    """What the file would do, error by error or change by change; sent, it goes into the draft."""
    if url := done_before(request):
        return redirect(url)
    found = open_upload(request, upload)
    if found.kind != Upload.Kind.LADDER and not found.given:
        return redirect("upload_map", found.pid)
    sent = request.POST if request.method == "POST" else None
    look = Look(found, request.user, (sent or request.GET).get("into", ""))
    form = look.form(sent)
    if form.is_bound and form.is_valid() and look.goal and look.file:
        goal, file, seen = look.goal, look.file, form.cleaned_data["seen"]
        return redirect(once(request, lambda: put_in(request, put(found, goal, file, by=request.user, seen=seen))))
    return render(request, "drafts/upload_show.html", look.page(form), status=422 if form.is_bound else 200)


def put_in(request: SignedIn, draft: Draft) -> str:
    """Leads to the draft that has the file in it."""
    messages.success(request, _("The file is in the draft. Nothing is published."))
    return reverse("draft_show", args=[draft.pid])


@require_POST
def upload_delete(request: SignedIn, upload: str) -> HttpResponse:
    """Deletes a file before its week is over; sent twice, the second finds nothing left."""
    Upload.objects.visible_to(request.user).filter(pid=upload).delete()
    return redirect("upload_new")
