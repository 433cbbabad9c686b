"""A remark of a keeper."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 5_000  # characters; a talk is for more


class RemarkNewForm(forms.Form):
    """What somebody wants the other keepers to know; `path` is the place of the row that it is about, "" for all."""

    text = forms.CharField(
        label=_("A remark for the other keepers"),
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
        error_messages={"required": _("Write what you want to say.")},
    )
    path = forms.CharField(required=False, max_length=700, widget=forms.HiddenInput)
