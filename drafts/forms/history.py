"""Which part of the history to show."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.models import Draft
from drafts.models.change import ChangeQuerySet
from drafts.telling import names_of

HIGHEST = 2_000_000_000


class HistoryForm(forms.Form):
    """The changes of one piece, of one person, before a number; what nobody has counts as not asked for."""

    piece = forms.ChoiceField(label=gettext_lazy("Where"), required=False)
    by = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    before = forms.IntegerField(required=False, min_value=1, max_value=HIGHEST, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, draft: Draft, desk: Desk) -> None:
        super().__init__(data)
        pieces = draft.pieces.filter(pk__in=draft.changes.values("piece")).order_by("kind", "position", "pk")
        people = draft.changes.exclude(by=None).order_by("by__name").values_list("by__pid", "by__name").distinct()
        names = names_of(desk)
        self.offer("piece", [("", _("Everywhere")), *((piece.pid, names.piece(piece)) for piece in pieces)])
        self.offer("by", [("", _("Everybody")), *people])
        self.full_clean()

    def offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def asked(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if value}

    def only(self, changes: ChangeQuerySet) -> ChangeQuerySet:
        """The changes that were asked for."""
        names = {"piece": "piece__pid", "by": "by__pid", "before": "number__lt"}
        return changes.filter(**{names[name]: value for name, value in self.asked().items()})

    def older(self, number: int) -> str:
        """The query of the page that goes on before a change."""
        return urlencode(self.asked() | {"before": number})
