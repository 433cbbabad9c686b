"""The form for a new ladder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.beginnings import BLANK, Beginning
from ladders.exchange.fields import TITLE_LENGTH


class LadderNewForm(forms.Form):
    """What to begin with, and what the ladder is called; without a name it keeps that of what it begins with."""

    source = forms.ChoiceField(label=gettext_lazy("What to begin with"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=gettext_lazy("What it is called"),
        max_length=TITLE_LENGTH,
        required=False,
        help_text=gettext_lazy("As people will read it. Left empty, a template keeps its own, and a copy says so."),
    )

    def __init__(self, *args: Any, beginnings: Iterable[Beginning], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(BLANK, _("Empty")), *((one.key, one.title) for one in beginnings)]
        cast("forms.ChoiceField", self.fields["source"]).choices = choices

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("source") == BLANK and not said.get("title"):
            self.add_error("title", _("Give it a name."))
        return said
