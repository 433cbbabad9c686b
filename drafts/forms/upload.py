"""The forms for a file that somebody brings along, and for what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from drafts.forms.picks import offer
from drafts.models import Upload
from drafts.uploading import COLUMNS, TABLES, Goal, Told, told
from ladders.exchange import Problem, read
from ladders.exchange.table_guess import guess
from safeguards.uploads import LARGEST

FIND_OUT = "find-out"
NAME = 200
YAML = (".yaml", ".yml")
FORMAT = re.compile(rb"^(?:\xef\xbb\xbf)?[\s{]*[\"']?format[\"']?\s*:", re.MULTILINE)
TRANSLATES = re.compile(rb"^[\"']?translates[\"']?\s*:", re.MULTILINE)
BEGINNING = 4_000  # bytes in which a ladder file says that it is one
KINDS = [
    (FIND_OUT, gettext_lazy("Find out by itself")),
    (Upload.Kind.LADDER, gettext_lazy("A ladder file (YAML)")),
    (Upload.Kind.WIDE, gettext_lazy("A table with a row for each skill and a column for each stage (CSV)")),
    (Upload.Kind.LONG, gettext_lazy("A table with a row for each stage and skill (CSV)")),
]


class ThisFile(forms.FileField):
    """A file, unless there is a text instead: neither is optional by itself."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        return super().clean(data, initial) if data else None


class ThisText(forms.CharField):
    """A text, unless there is a file instead."""

    def validate(self, value: Any) -> None:
        """The form says what is missing."""


class UploadNewForm(forms.Form):
    """A file or its text. `problems` say what keeps it from being read."""

    use_required_attribute = False

    file = ThisFile(
        label=gettext_lazy("File"),
        max_length=NAME,
        help_text=gettext_lazy("A ladder file (YAML), or a table saved as CSV. At most 5 MB."),
    )
    text = ThisText(
        label=gettext_lazy("Or its text"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=gettext_lazy("Paste it here instead of choosing a file."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=KINDS, initial=FIND_OUT, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, sent: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        self.sent = sent  # bytes of the request
        self.problems: list[Told] = []

    def clean(self) -> dict[str, Any]:
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text")
        if file and text:
            raise ValidationError(_("Choose a file or paste a text, one of them."))
        if self.errors:
            return self.cleaned_data
        if not file and not text:
            self.add_error("file", self.nothing())
            return self.cleaned_data
        body = file.read() if file else str(text).encode()
        name = file.name if file else _("Pasted text")
        kind = self.look(name, body)
        return {"name": name, "kind": kind, "body": body}

    def nothing(self) -> str:
        """What is said where no file came in; one that is too large does not."""
        if self.sent > LARGEST:
            return _("The file is larger than 5 MB.")
        return _("Choose a file, or paste its text.")

    def look(self, name: str, body: bytes) -> str:
        """What the file is. Adds an error if it cannot be read."""
        chosen = self.cleaned_data["kind"]
        if chosen == FIND_OUT and (name.lower().endswith(YAML) or FORMAT.search(body[:BEGINNING])):
            chosen = Upload.Kind.LADDER
        if chosen == Upload.Kind.LADDER:
            wrong = read(body, name).errors
            if wrong and TRANSLATES.search(body[:BEGINNING]):
                said = _("This is a translation: the command ladder_import puts it beside its ladder.")
                self.add_error("file", said)
            else:
                self.refuse(wrong, body)
            return str(chosen)
        found, problems = guess(body, TABLES.get(chosen))
        if found and len(found.meanings) > COLUMNS:
            problems = [Problem(1, "", f"more than {COLUMNS} columns: use the command ladder_import instead")]
        self.refuse(problems, body)
        return found.kind if found else ""

    def refuse(self, problems: Iterable[Problem], body: bytes) -> None:
        self.problems = told(problems, body)
        if self.problems:
            count = len(self.problems)
            said = ngettext("The file has %(n)d error.", "The file has %(n)d errors.", count) % {"n": count}
            self.add_error(None, said)


class UploadShowForm(forms.Form):
    """What the file becomes. `seen` is the state of the ladder that it was compared with."""

    into = forms.ChoiceField(label=gettext_lazy("What it becomes"))
    seen = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, goals: Iterable[Goal], **options: Any) -> None:
        super().__init__(data, **options)
        offer(self, "into", [(goal.key, goal.title) for goal in goals])
