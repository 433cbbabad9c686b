"""Titles, texts and lists as fields, as long as the ladder file allows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from drafts.desk import Desk
from drafts.fields import LONGEST, TITLE, LinesField
from drafts.values import tidy


class TitleField(forms.CharField):
    """One line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": TITLE, **options})

    def to_python(self, value: Any) -> Any:
        title = tidy(super().to_python(value)) or ""
        if "\n" in title:
            raise ValidationError(_("Write it on one line."))
        return title


class TextField(forms.CharField):
    """A text of several lines, in Markdown."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": LONGEST, "required": False, **options})


def lines(label: Any, help_text: Any = "") -> LinesField:
    """A list with one item a line."""
    return LinesField(label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": 4}))


def speak(form: forms.Form, desk: Desk) -> None:
    """Says in which language the words of a ladder are typed, and lets them run in their own direction."""
    for field in form.fields.values():
        words = isinstance(field, forms.CharField) or getattr(field.widget, "in_words_of_the_ladder", False)
        if words and not field.widget.is_hidden:
            field.widget.attrs |= {"lang": desk.head.body.get("language") or "en", "dir": "auto"}
