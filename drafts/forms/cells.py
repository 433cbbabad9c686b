"""Cells of the grid as they are sent: by the form of a page without scripts, and by one that saves itself."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from drafts.cells import BETWEEN

LATEST = 2_000_000_000


class PageForm(forms.Form):
    """What a page of the grid says about itself: `seen` is the revision that it showed, `writer` its token."""

    seen = forms.IntegerField(min_value=0, max_value=LATEST, required=False)
    writer = forms.RegexField(r"[A-Za-z0-9_-]{1,32}", required=False)

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0


class CellsForm(PageForm):
    """The same with cells: every field with a name like theirs."""

    seen = forms.IntegerField(min_value=0, max_value=LATEST)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.cells: Mapping[str, str] = {name: str(value) for name, value in data.items() if BETWEEN in name}
