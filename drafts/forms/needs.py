"""The rule that says when a stage is met."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from drafts.desk import Desk
from drafts.forms.inside import Inside
from drafts.pieces import Kind
from ladders.exchange.fields import HIGHEST
from ladders.needs import read
from ladders.rule import rule

AS_LADDER, ALL, SHARE, POINTS, MISS = "", "all", "share", "points", "miss"
INPUTS = {SHARE: ("share",), POINTS: ("points",), MISS: ("skills", "by", "above")}
NEEDED = {"share", "points", "skills", "by"}


def number(label: Any, least: int, most: int = HIGHEST) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=least, max_value=most)


class NeedsForm(Inside):
    """Cleans into the value of `needs`: None as the ladder, "all", or a mapping as the file has it."""

    template = "drafts/_needs.html"

    kind = forms.ChoiceField(label=gettext_lazy("Rule"), required=False, widget=forms.RadioSelect)
    share = number(gettext_lazy("Per cent"), 1, 100)
    points = number(gettext_lazy("Points"), 0)
    skills = number(gettext_lazy("How many skills may be missed"), 1)
    by = number(gettext_lazy("By how many levels each"), 1)
    above = number(gettext_lazy("How many others have to be exceeded then"), 0)

    def __init__(self, data: Any = None, *, own: bool = True, ladder: str = "", **options: Any) -> None:
        """`own`: the rule of a stage, which may leave it to the ladder; `ladder` is that rule in words."""
        self.own, self.ladder = own, ladder
        super().__init__(data, **options)

    def lay_out(self) -> None:
        found = [
            (ALL, _("Everything that is required")),
            (SHARE, _("A share of what is required")),
            (POINTS, _("Points of the levels people hold, from any skills")),
            (MISS, _("Everything that is required, but some may be missed")),
        ]
        cast("forms.ChoiceField", self.fields["kind"]).choices = (
            [(AS_LADDER, _("As the whole ladder")), *found] if self.own else found
        )

    def shown(self) -> dict[str, Any]:
        now = self.before
        if not isinstance(now, dict) or now.get("all"):
            return {"kind": ALL if now or not self.own else AS_LADDER}
        kind = next((kind for kind in (SHARE, POINTS, MISS) if kind in now), ALL)
        missed = now.get(MISS)
        return {**now, **(missed if isinstance(missed, dict) else {}), "kind": kind}

    def clean(self) -> dict[str, Any]:
        kind = self.cleaned_data.get("kind", "")
        for name in {name for names in INPUTS.values() for name in names} - {*INPUTS.get(kind, ())}:
            self.errors.pop(name, None)  # what belongs to another rule does not matter
        for name in INPUTS.get(kind, ()):
            if name in NEEDED and name not in self.errors and self.cleaned_data.get(name) is None:
                self.add_error(name, _("Write a number."))
        if kind == POINTS and not has_points(self.desk):
            self.add_error("points", _("No level of the scale is worth points yet. Say there what each is worth."))
        return self.cleaned_data

    def value(self) -> Any:
        new = self.new()
        now = self.before
        if not self.own and new == ALL and (not now or now == ALL):
            return now
        kept = {key: item for key, item in now.items() if key.startswith("x-")} if isinstance(now, dict) else {}
        if new is None or not kept:
            return new
        return ({"all": True} if new == ALL else new) | kept

    def said(self) -> str:
        return rule(read(self.before)) if self.before or not self.own else _("As the whole ladder")

    def new(self) -> Any:
        given = self.cleaned_data
        kind = given.get("kind", "")
        if kind in (AS_LADDER, ALL):
            return ALL if kind or not self.own else None
        if kind != MISS:
            return {kind: given[kind]}
        above = {} if given.get("above") is None else {"above": given["above"]}
        return {MISS: {"skills": given["skills"], "by": given["by"]}} | above


def has_points(desk: Desk) -> bool:
    """Whether a level is worth points; of the scale of a library that is not known here."""
    levels = desk.rows(Kind.LEVEL)
    return any(level.body.get("points") is not None for level in levels) or not levels
