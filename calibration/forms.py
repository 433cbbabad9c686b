"""Forms of calibration; they clean into what the verbs take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from calibration.gathering import Group, Source, gather
from calibration.models import RatingChange
from calibration.opening import enough
from calibration.wording import Words
from ladders.models import Version
from people.models import Person
from reviews.models import Round
from safeguards.ids import LENGTH

LONG = 4_000  # characters
BACK = timedelta(days=90)
NONE = "none"  # "cannot say"
SINCE = "since"  # instead of a round


class SessionNewForm(forms.Form):
    """Which reviews a session takes, and whose. The managers can be chosen once it is known who has some."""

    title = forms.CharField(label=_("Name of the session"), max_length=120)
    version = forms.ChoiceField(
        label=_("Reviews on which version of the ladder?"),
        help_text=_("Only ratings on the same version can be laid beside each other."),
    )
    round = forms.ChoiceField(label=_("Which reviews?"))
    since = forms.DateField(
        label=_("Revealed since"),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Without a round: all reviews revealed on this day or later."),
    )
    managers = forms.MultipleChoiceField(
        label=_("Which managers?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    # That the managers were there to be chosen: without it, all are.
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        self.groups: list[Group] = []
        versions = Version.objects.visible_to(by).filter(library=False).select_related("publication")
        named = [
            (version.pid, f"{version.title} {version.label or version.number}")
            for version in versions.order_by("-publication__effective_on", "ladder", "-number")
            if version.publication.effective_on <= timezone.localdate()
        ]
        rounds = Round.objects.visible_to(by).exclude(opened_at=None).latest_first()
        begun = [(round_.pid, round_.title) for round_ in rounds[:100]]
        self._offer("version", named)
        self._offer("round", [(SINCE, _("All that were revealed since a day")), *begun])
        self.initial.update({"since": timezone.localdate() - BACK, "version": named[0][0] if named else ""})

    def _offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def full_clean(self) -> None:
        """The managers to choose from are those whose reviews fit the rest of the form."""
        if self.is_bound and not self.groups:
            source = self.source_typed()
            self.groups = gather(self.by, source) if source else []
            self._offer("managers", [(group.manager.pid, label(group)) for group in self.groups])
        super().full_clean()

    def source_typed(self) -> Source | None:
        """Which reviews, as far as it can be read; None if something is to fix first."""
        # What came with the form is not checked yet, and PostgreSQL takes no NUL.
        chosen, named = (str(self.data.get(name, ""))[:LENGTH].replace("\0", "") for name in ("version", "round"))
        version = Version.objects.visible_to(self.by).filter(pid=chosen).first()
        round_ = Round.objects.visible_to(self.by).exclude(opened_at=None).filter(pid=named).first()
        try:
            since = cast("forms.DateField", self.fields["since"]).clean(self.data.get("since", ""))
        except forms.ValidationError:
            return None
        if version is None or not (round_ or (named == SINCE and since)):
            return None
        return Source(version, round_, None if round_ else since)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("round") == SINCE and not said.get("since") and "since" not in self.errors:
            self.add_error("since", _("Choose a day, or a round above."))
        return said

    @property
    def chosen(self) -> list[Group]:
        """The managers in it: those that were ticked, all before they could be."""
        if not self.cleaned_data.get("asked"):
            return self.groups
        ticked = set(self.cleaned_data.get("managers", ()))
        return [group for group in self.groups if group.manager.pid in ticked]

    @property
    def reviews(self) -> int:
        return sum(group.count for group in self.chosen)

    @property
    def is_enough(self) -> bool:
        return enough(groups_count=len(self.chosen), reviews=self.reviews)


def label(group: Group) -> str:
    """ "Bo Lindqvist, 4 reviews"."""
    words = ngettext("%(name)s, %(n)d review", "%(name)s, %(n)d reviews", group.count)
    return words % {"name": group.manager.name, "n": group.count}


class ChangeForm(forms.Form):
    """A level in place of the one that holds, and why. `seen` is how many changes the form showed."""

    level = forms.ChoiceField(label=_("How you see it now"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONG,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What you saw, or what you compared it with. The person reads it, nobody else."),
    )
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, words: Words, changes: Sequence[RatingChange], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(level), words.level(level)) for level in words.levels]
        cast("forms.ChoiceField", self.fields["level"]).choices = [*choices, (NONE, words.level(None))]
        self.initial.setdefault("seen", len(changes))

    def said(self) -> dict[str, Any]:
        """The keyword arguments of `RatingChange.make`."""
        level = self.cleaned_data["level"]
        return {
            "after": None if level == NONE else int(level),
            "reason": self.cleaned_data["reason"],
            "seen": self.cleaned_data["seen"],
        }
