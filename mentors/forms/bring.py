"""The form for people whom somebody brings along in a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentors.bringing import Brought, checked, members, packed, twice, unpacked
from mentors.contents import RINGS, Member, Ring
from mentors.tables import read_table
from mentors.vcards import is_card, read_cards
from safeguards.uploads import LARGEST

NAME = 200


class BoardImportForm(forms.Form):
    """A file or its text, or `people`: what the page before showed. `brought` is what was read."""

    use_required_attribute = False

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        max_length=NAME,
        allow_empty_file=True,
        help_text=gettext_lazy("Address cards (vCard, .vcf) or a table (CSV). At most 5 MB."),
    )
    text = forms.CharField(
        label=gettext_lazy("Or its text"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 5, "spellcheck": "false", "dir": "auto"}),
    )
    ring = forms.ChoiceField(
        label=gettext_lazy("Where they stand, if the file does not say it"),
        choices=list(RINGS.items()),
        initial=Ring.WIDER.value,
        widget=forms.RadioSelect,
    )
    people = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, sent: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today, self.sent = today, sent  # bytes of the request
        self.brought = Brought()

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            found = self.read()
            if found is None:
                self.add_error("file", self.nothing())
            else:
                self.brought = checked(found, self.today)
                self.refuse(len(self.brought.problems))
        return self.cleaned_data

    def read(self) -> Brought | None:
        """What came in, one of the three; None for nothing."""
        file, text = self.cleaned_data.get("file"), self.cleaned_data.get("text")
        if self.cleaned_data.get("people"):
            return unpacked(self.cleaned_data["people"])
        if file and text:
            raise ValidationError(_("Choose a file or paste a text, one of them."))
        if file:
            try:
                text = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", _("The file is not in UTF-8. Save it as UTF-8 and choose it again."))
                return Brought()
        if not text:
            return None
        return read_cards(text) if is_card(text) else read_table(text)

    def nothing(self) -> str:
        """What is said where no file came in; one that is too large does not."""
        if self.sent > LARGEST:
            return _("The file is larger than 5 MB.")
        return _("Choose a file, or paste its text.")

    def refuse(self, count: int) -> None:
        if count and not self.errors:
            said = ngettext(
                "Nothing was taken in: %(n)d thing has to be mended first.",
                "Nothing was taken in: %(n)d things have to be mended first.",
                count,
            )
            self.add_error(None, said % {"n": count})

    def agreed(self) -> bool:
        """Whether its sender has seen what it does."""
        return bool(self.cleaned_data.get("people"))

    def members(self) -> list[Member]:
        return members(self.brought.rows, Ring(self.cleaned_data["ring"]), self.today)

    def shown(self) -> str:
        """What was read, for the hidden field."""
        return packed(self.brought.rows)

    def twice(self, known: Iterable[str]) -> list[str]:
        return twice(self.brought.rows, known)
