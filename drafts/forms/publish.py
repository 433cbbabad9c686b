"""The form that puts a draft into force."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.models import Draft
from drafts.publishing import earliest_day, latest
from ladders.models import Version

LONG = 10_000


class DraftPublishForm(forms.Form):
    """What the version is called, what people are told, and from when it applies. Cleans into the arguments of
    `publish`; `seen` is the revision of the draft that the page showed.
    """

    label = forms.CharField(label=gettext_lazy("Version"), max_length=100)
    note = forms.CharField(
        label=gettext_lazy("What people should know"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea,
        help_text=gettext_lazy("Why it changes. It stands above the list of changes; **bold** and lists are fine."),
    )
    effective_on = forms.DateField(
        label=gettext_lazy("In force from"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, draft: Draft, **options: Any) -> None:
        super().__init__(data, **options)
        self.draft, self.today = draft, timezone.localdate()
        self.earliest = earliest_day(draft, self.today)
        self.initial = {"effective_on": self.earliest, "seen": draft.revision, **self.initial}
        self.fields["effective_on"].help_text = self.when()

    def when(self) -> str:
        """What can be chosen as the first day."""
        if self.earliest == self.today:
            return _("Today or a later day. Until then the present version applies.")
        text = _("On %(day)s or later: the version announced for that day comes first; this one builds on it.")
        return text % {"day": date_format(self.earliest)}

    def clean_label(self) -> str:
        label: str = self.cleaned_data["label"]
        if Version.objects.published().filter(ladder=self.draft.ladder_id, label=label).exists():
            raise ValidationError(_("There is a version with this name already."))
        return label

    def clean_effective_on(self) -> date:
        day: date = self.cleaned_data["effective_on"]
        if day < self.earliest:
            raise ValidationError(_("Choose %(day)s or a later day."), params={"day": date_format(self.earliest)})
        return day

    def look_again(self, revision: int) -> None:
        """The page shows the draft at another revision now; everything typed stays."""
        sent = cast("QueryDict", self.data).copy()
        sent["seen"] = str(revision)
        self.data = sent


def suggestion(draft: Draft) -> tuple[str, int]:
    """The label of the version published last ("" for none), and the number of the next."""
    last = latest(draft)
    return (last.label, last.number + 1) if last else ("", 1)
