"""Forms over one piece of a draft: each field is one place, saved on its own, and met by others on its own."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from drafts.fields import PairsField
from drafts.models import Draft, Edit, Met, Piece, Saved
from drafts.values import tidy
from drafts.writing import write
from people.requests import SignedIn

OWN = ("seen", "writer", "later")  # fields of every sheet that are no places
LATER = re.compile(r"\S{1,100}:\d{1,9}")


class LaterWidget(forms.CheckboxSelectMultiple):
    """Shows up where two have met. It stands with the findings and not among the fields of the piece."""

    is_hidden = True

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        return render_to_string("drafts/_later.html", {"name": name, "choices": self.choices})


class LaterField(forms.MultipleChoiceField):
    """Somebody else's changes that the page replaces knowingly: "title:12" is the title as revision 12 left it."""

    widget = LaterWidget

    def __init__(self) -> None:
        super().__init__(required=False)

    def valid_value(self, value: str) -> bool:
        return bool(LATER.fullmatch(value))


class SheetForm(forms.Form):
    """The fields of a piece. `places` maps a field to the path of its value where the two names differ.

    Forms with fields made at run time fill `places` in `lay_out`.
    """

    places: ClassVar[Mapping[str, str]] = {}

    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    writer = forms.CharField(max_length=32, required=False, widget=forms.HiddenInput)
    later = LaterField()

    def __init__(self, data: Any = None, *, draft: Draft, piece: Piece, **options: Any) -> None:
        self.draft, self.piece = draft, piece
        super().__init__(data, **options)
        self.paths = {name: self.places.get(name, name) for name in self.fields if name not in OWN}
        self.lay_out()
        for name, path in self.paths.items():
            value = piece.read(path)
            self.initial.setdefault(name, value)
            field = self.fields[name]
            if isinstance(field, PairsField):
                field.entries = value
        self.initial["seen"], self.initial["writer"] = draft.revision, secrets.token_urlsafe(16)
        self.met: tuple[Met, ...] = ()

    def lay_out(self) -> None:
        """For forms whose fields depend on the piece: adds fields, choices and their `paths`."""

    def value_of(self, name: str) -> Any:
        """What a field says, as it is kept."""
        return tidy(self.cleaned_data.get(name))

    def edits(self) -> list[Edit]:
        """The new values of all fields that were sent."""
        later = self.seen_later()
        return [
            Edit(self.piece.pid, path, self.value_of(name), later.get(name, 0))
            for name, path in self.paths.items()
            if self.was_sent(name)
        ]

    def was_sent(self, name: str) -> bool:
        """Whether a field came with the form; one that is missing says nothing about its place."""
        return not self.fields[name].widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name))

    def seen_later(self) -> dict[str, int]:
        """Fields whose present value the page has shown and is told to replace: the revision of each."""
        pairs = (value.rpartition(":") for value in self.cleaned_data["later"])
        return {name: int(revision) for name, _colon, revision in pairs}

    def save(self, request: SignedIn) -> Saved:
        """Writes what was changed; what met somebody else's change stays in the form, with theirs beside it.

        Raises Closed.
        """
        found = write(
            self.draft,
            self.edits(),
            seen=self.cleaned_data["seen"],
            by=request.user,
            writer=self.cleaned_data["writer"],
        )
        self.met = found.met
        names = {path: name for name, path in self.paths.items()}
        for met in found.met:
            self.add_error(names[met.edit.path], self.words(names[met.edit.path], met))
        later = cast("forms.MultipleChoiceField", self.fields["later"])
        later.choices = [
            (f"{name}:{found.revision}", self.fields[name].label or name)
            for name in (names[met.edit.path] for met in found.met)
        ]
        return found

    def words(self, name: str, met: Met) -> str:
        """What stands beside a field that met somebody else's change."""
        theirs = self.fields[name].prepare_value(met.theirs) if met.theirs is not None else _("(nothing)")
        who = met.by.name if met.by else _("Somebody")
        return _("%(who)s changed this meanwhile to: %(theirs)s – Yours stands on this page and is not saved.") % {
            "who": who,
            "theirs": theirs,
        }


def saved() -> HttpResponse:
    """The answer that <save-state> takes for saved."""
    return HttpResponse(status=204, headers={"HX-Trigger": "saved"})


def answer(request: SignedIn, form: SheetForm, template: str, context: dict[str, Any], then: str) -> HttpResponse:
    """The answer of a sheet: the page, or after a save the page at the url `then`; for a page that saves by itself
    204, or 409 and 422 with what is to say beside the fields (`drafts/_findings.html`).
    """
    status = 200
    if form.is_bound:
        if form.is_valid() and not form.save(request).met:
            return saved() if request.htmx else redirect(then)
        status = 409 if form.met else 422
    if request.htmx and form.is_bound:
        page = render(request, "drafts/_findings.html", {"form": form}, status=status)
        page["HX-Retarget"], page["HX-Reswap"] = "#findings", "innerHTML"
        return page
    return render(request, template, context | {"form": form}, status=status)
