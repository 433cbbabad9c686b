"""One form for each section of a packet. `first` fills it from the saved body, `body` gives back what is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ladders.rungs import level_titles
from packets.gathering import Gathered
from packets.items import Item, showing
from packets.pieces import (
    BLOCK,
    BLOCK_TEXTS,
    CASE,
    CRITERIA,
    MEASURE_TEXTS,
    MEASURES,
    OPEN,
    VOICES,
    levels_in,
    list_in,
    rows_in,
    text_in,
    texts_in,
)
from packets.sentences import too_many

LONG = 5_000  # characters; more would not fit on the two to four pages
MOST_ITEMS = 60  # items to choose from; the latest ones, and those chosen before
SIGNALS = 4  # skills that one case block shows
MORE_VOICES = 2  # empty rows at the end

Body = Mapping[str, Any]
Choices = list[tuple[str, str]]


def area(label: Any, help_text: Any = "", rows: int = 3, *, required: bool = False) -> forms.CharField:
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=help_text, max_length=LONG, required=required, widget=widget)


def item_choices(items: Sequence[Item], chosen: Sequence[str] = ()) -> Choices:
    """The latest items, and those chosen before, however old."""
    shown = [*items[:MOST_ITEMS], *(item for item in items[MOST_ITEMS:] if item.pid in chosen)]
    return [(item.pid, f"{item.title}, {date_format(item.day, 'j F Y')}") for item in shown]


class SectionForm(forms.Form):
    """What all sections have: the revision that was seen, and the packet they are part of."""

    seen = forms.IntegerField(required=False, min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: Gathered, saved: Body, seen: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found, self.saved = found, saved
        self.build()
        self.initial = {**self.first(saved), "seen": seen}

    def build(self) -> None:
        """Adds the fields that depend on the packet."""

    def first(self, body: Body) -> dict[str, Any]:
        """Field → value, as a body has it."""
        raise NotImplementedError

    def body(self) -> dict[str, Any]:
        """What is saved."""
        raise NotImplementedError

    def said(self, name: str) -> str:
        value: str = self.cleaned_data.get(name) or ""
        return value.strip()

    def against(self, body: Body) -> list[tuple[str, str]]:
        """Label and text of each field that says something else in `body`, as it stands there now."""
        there = self.first(body)
        return [
            (str(field.label), self._words(field, there.get(name)))
            for name, field in self.fields.items()
            if name != "seen" and (there.get(name) or "") != (self.cleaned_data.get(name) or "")
        ]

    def _words(self, field: forms.Field, value: Any) -> str:
        if isinstance(field, forms.ChoiceField):
            words = dict(cast("Choices", field.choices))
            chosen = value if isinstance(value, list) else [value or ""]
            return "\n".join(str(words.get(one, "")) for one in chosen)
        return (_("yes") if value else _("no")) if isinstance(field, forms.BooleanField) else str(value or "")


class CaseForm(SectionForm):
    text = area(
        gettext_lazy("The case in three sentences"),
        gettext_lazy("What you answer for, what you led beyond it, and what of the next stage you do already."),
        rows=6,
        required=True,
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        more = too_many(text)
        if more:
            raise ValidationError(
                ngettext(
                    "This is one sentence more than three. Keep the three that carry the case; what is left has its"
                    " place in the case blocks.",
                    "These are %(n)d sentences more than three. Keep the three that carry the case; what is left has"
                    " its place in the case blocks.",
                    more,
                )
                % {"n": more}
            )
        return text

    def first(self, body: Body) -> dict[str, Any]:
        return {"text": text_in(body, "text")}

    def body(self) -> dict[str, Any]:
        return {"text": self.said("text")}


class BlockForm(SectionForm):
    """One thing that was done."""

    title = forms.CharField(label=gettext_lazy("What it was"), max_length=200)
    scope = area(gettext_lazy("Scope"), gettext_lazy("How far it reached: teams, customers, money, risk."), 2)
    problem = area(gettext_lazy("Problem"), gettext_lazy("What was at stake, with a figure if there is one."))
    decisions = area(gettext_lazy("Decisions"), gettext_lazy("What was decided, and against what."))
    part = area(gettext_lazy("Your own part"), gettext_lazy("What you did yourself, apart from the team."))
    outcome = area(gettext_lazy("Outcome"), gettext_lazy("What changed, and how it is known."))
    items = forms.MultipleChoiceField(
        label=gettext_lazy("Evidence for it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def build(self) -> None:
        chosen = list_in(self.saved, "items")
        cast("forms.ChoiceField", self.fields["items"]).choices = item_choices(self.found.items, chosen)
        skills: Choices = [("", "–"), *((row.skill.pid, row.skill.title) for row in self.found.rows)]
        titles = level_titles(self.found.chart, self.found.packet.target)
        levels: Choices = [("", "–"), *((str(n), f"{n} {title}") for n, title in sorted(titles.items()) if n)]
        for n in range(1, SIGNALS + 1):
            words = {"n": n}
            label, level = _("Skill %(n)s that it shows") % words, _("At which level, skill %(n)s") % words
            self.fields[f"skill_{n}"] = forms.ChoiceField(label=label, choices=skills, required=False)
            self.fields[f"level_{n}"] = forms.ChoiceField(label=level, choices=levels, required=False)

    def clean(self) -> dict[str, Any]:
        taken: set[str] = set()
        for n in range(1, SIGNALS + 1):
            skill, level = self.cleaned_data.get(f"skill_{n}", ""), self.cleaned_data.get(f"level_{n}", "")
            if skill and not level:
                self.add_error(f"level_{n}", _("Choose the level that it shows."))
            if level and not skill:
                self.add_error(f"skill_{n}", _("Choose the skill that it shows."))
            if skill and skill in taken:
                self.add_error(f"skill_{n}", _("This skill is chosen above."))
            taken.add(skill)
        return self.cleaned_data

    def first(self, body: Body) -> dict[str, Any]:
        shows = levels_in(body, "shows")
        pairs = [(skill.pid, shows[skill.pid]) for skill in self.found.chart.skills if skill.pid in shows]
        signals = {f"skill_{n}": pid for n, (pid, _level) in enumerate(pairs, 1)}
        signals |= {f"level_{n}": str(level) for n, (_pid, level) in enumerate(pairs, 1)}
        texts = {name: text_in(body, name) for name in BLOCK_TEXTS}
        return {**texts, **signals, "items": list_in(body, "items")}

    def body(self) -> dict[str, Any]:
        pairs = [(self.said(f"skill_{n}"), self.said(f"level_{n}")) for n in range(1, SIGNALS + 1)]
        shows = {pid: int(level) for pid, level in pairs if pid}
        return {
            **{name: self.said(name) for name in BLOCK_TEXTS},
            "items": self.cleaned_data["items"],
            "shows": shows,
        }


class CriteriaForm(SectionForm):
    """Which item stands for a criterion; the strongest one by itself."""

    def build(self) -> None:
        for row in self.found.rows:
            fits = showing(self.found.items, row.skill.pk)
            if len(fits) > 1:
                itself = (f"{_('the strongest by itself')}: {fits[0].title}") if fits else ""
                choices: Choices = [("", itself), *item_choices(fits, [row.item.pid] if row.item else [])]
                self.fields[row.skill.pid] = forms.ChoiceField(label=row.skill.title, choices=choices, required=False)

    def first(self, body: Body) -> dict[str, Any]:
        return {pid: one for pid, one in texts_in(body, "picks").items() if pid in self.fields}

    def body(self) -> dict[str, Any]:
        return {"picks": {pid: self.said(pid) for pid in self.fields if pid != "seen" and self.said(pid)}}


class MeasuresForm(SectionForm):
    """What changed for the product, by the success measures of the target stage."""

    def build(self) -> None:
        stage = self.found.chart.stage.get(self.found.packet.target)
        self.measures = stage.success if stage else ()
        chosen = [row.get("item", "") for row in rows_in(self.saved, "rows")]
        items: Choices = [("", "–"), *item_choices(self.found.items, chosen)]
        for n, measure in enumerate(self.measures, 1):
            parts = {"before": _("before"), "after": _("after"), "part": _("your part")}
            for name, words in parts.items():
                self.fields[f"{name}_{n}"] = forms.CharField(
                    label=f"{measure} – {words}", max_length=300, required=False
                )
            label = f"{measure} – {_('evidence')}"
            self.fields[f"item_{n}"] = forms.ChoiceField(label=label, choices=items, required=False)

    def first(self, body: Body) -> dict[str, Any]:
        rows = rows_in(body, "rows")
        return {f"{name}_{n}": text for n, row in enumerate(rows, 1) for name, text in row.items()}

    def body(self) -> dict[str, Any]:
        names = MEASURE_TEXTS
        return {
            "rows": [{name: self.said(f"{name}_{n}") for name in names} for n in range(1, len(self.measures) + 1)]
        }


class VoicesForm(SectionForm):
    """What others say, in their words, each with a name and their consent."""

    def build(self) -> None:
        self.count = len(rows_in(self.saved, "quotes")) + MORE_VOICES
        for n in range(1, self.count + 1):
            words = {"n": n}
            self.fields[f"words_{n}"] = area(_("Quote %(n)s") % words, rows=2)
            self.fields[f"source_{n}"] = forms.CharField(
                label=_("Who said quote %(n)s") % words, max_length=200, required=False
            )
            self.fields[f"agreed_{n}"] = forms.BooleanField(
                label=_("They agreed to be quoted (%(n)s)") % words, required=False
            )

    def clean(self) -> dict[str, Any]:
        for n in range(1, self.count + 1):
            if not (self.cleaned_data.get(f"words_{n}") or "").strip():
                continue
            if not (self.cleaned_data.get(f"source_{n}") or "").strip():
                self.add_error(f"source_{n}", _("Say who it was: words without a name say little here."))
            if not self.cleaned_data.get(f"agreed_{n}"):
                self.add_error(f"agreed_{n}", _("Ask them first, then tick this."))
        return self.cleaned_data

    def first(self, body: Body) -> dict[str, Any]:
        rows = enumerate(rows_in(body, "quotes"), 1)
        return {
            key: value
            for n, row in rows
            for key, value in (
                (f"words_{n}", row.get("words", "")),
                (f"source_{n}", row.get("source", "")),
                (f"agreed_{n}", True),
            )
        }

    def body(self) -> dict[str, Any]:
        rows = [(self.said(f"words_{n}"), self.said(f"source_{n}")) for n in range(1, self.count + 1)]
        return {"quotes": [{"words": words, "source": source} for words, source in rows if words]}


class OpenForm(SectionForm):
    """How each expectation that is not met yet will be handled."""

    def build(self) -> None:
        for row in () if self.found.veil else self.found.rows:
            if row.open:
                now = _("nothing agreed") if row.agreed is None else _("now %(n)s") % {"n": row.agreed}
                words = _("%(skill)s: needs %(need)s, %(now)s")
                label = words % {"skill": row.skill.title, "need": row.need, "now": now}
                self.fields[row.skill.pid] = area(label, rows=2)

    def first(self, body: Body) -> dict[str, Any]:
        return {pid: one for pid, one in texts_in(body, "plans").items() if pid in self.fields}

    def body(self) -> dict[str, Any]:
        """Plans for what is not open now stay: a later review may open it again."""
        kept = {pid: one for pid, one in texts_in(self.saved, "plans").items() if pid not in self.fields}
        return {"plans": kept | {pid: self.said(pid) for pid in self.fields if pid != "seen" and self.said(pid)}}


FORMS: Mapping[str, type[SectionForm]] = {
    CASE: CaseForm,
    BLOCK: BlockForm,
    CRITERIA: CriteriaForm,
    MEASURES: MeasuresForm,
    VOICES: VoicesForm,
    OPEN: OpenForm,
}
