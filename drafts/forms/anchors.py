"""Forms of the anchor test: choosing texts and people, and sorting."""

from __future__ import annotations

import secrets
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from drafts.desk import Desk
from drafts.models import AnchorTest, Draft, Sorter
from drafts.pieces import Kind
from drafts.retranslation import FEWEST, Put
from people.models import Person, normal_email

MOST_TEXTS = 40  # more than that nobody sorts with care
MOST_PEOPLE = 100
LISTED = 60  # managers shown as boxes to tick; the others are named by their address


class AnchorTestNewForm(forms.Form):
    """Whose texts, and who sorts them."""

    skills = forms.MultipleChoiceField(
        label=_("Texts of which skills?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("All their level texts are taken, up to 40. Three to eight skills make a good test."),
    )
    people = forms.MultipleChoiceField(
        label=_("Who sorts them?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    addresses = forms.CharField(
        label=_("Others, by work address"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea,
        help_text=_("One a line. Choose people who know the work and did not write the texts."),
    )

    def __init__(self, *args: Any, desk: Desk, by: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.desk = desk
        skills = [skill for skill in desk.rows(Kind.SKILL) if texts_of(skill.body)]
        cast("forms.ChoiceField", self.fields["skills"]).choices = [(skill.pid, skill.title) for skill in skills]
        leading = Person.objects.active().filter(lines_down__isnull=False, lines_down__until=None).distinct()
        managers = leading.exclude(pk=by.pk).order_by("name")[:LISTED]
        self.managers = {person.pid: person for person in managers}
        cast("forms.ChoiceField", self.fields["people"]).choices = [
            (person.pid, person.name) for person in self.managers.values()
        ]

    def clean_skills(self) -> list[dict[str, Any]]:
        """The texts of the chosen skills as the test keeps them."""
        chosen = [one for one in self.desk.rows(Kind.SKILL) if one.pid in self.cleaned_data["skills"]]
        found = [(one.key, level, text) for one in chosen for level, text in texts_of(one.body)]
        if len(found) > MOST_TEXTS:
            raise ValidationError(
                _("These skills have %(count)s texts; 40 is the most. Choose fewer."), params={"count": len(found)}
            )
        if len(found) < 4:
            raise ValidationError(_("With so few texts everybody guesses right. Choose more skills."))
        return [
            {"id": f"t{number}", "skill": skill, "level": level, "text": text}
            for number, (skill, level, text) in enumerate(found)
        ]

    def clean_addresses(self) -> list[Person]:
        """The people with these addresses; an error names those that nobody has."""
        wanted = {normal_email(line) for line in self.cleaned_data["addresses"].splitlines() if line.strip()}
        if len(wanted) > MOST_PEOPLE:
            raise ValidationError(_("These are more than a hundred people. Ask fewer."))
        found = {person.email: person for person in Person.objects.active().filter(email__in=wanted)}
        missing = sorted(wanted - found.keys())
        if missing:
            raise ValidationError(_("Nobody here has the address %(which)s."), params={"which": ", ".join(missing)})
        return list(found.values())

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if "people" in said and "addresses" in said:
            said["sorters"] = list({self.managers[pid] for pid in said["people"]} | set(said["addresses"]))
            if len(said["sorters"]) < FEWEST:
                self.add_error("people", ValidationError(_("Choose at least two people.")))
        return said


def texts_of(body: dict[str, Any]) -> list[tuple[int, str]]:
    """The level texts of a skill: number and words; statements count as words, one after the other."""
    found = []
    for level, words in body.get("levels", {}).items():
        if level.isdigit():
            text = words.get("text") or " · ".join(sign["text"] for sign in words.get("signs", ()))
            found += [(int(level), text)] if text else []
    return sorted(found)


class SortingForm(forms.Form):
    """For each text the skill and the level it seems to describe."""

    seen = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    writer = forms.CharField(max_length=32, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sorter: Sorter, puts: dict[str, Put], **options: Any) -> None:
        super().__init__(*args, **options)
        test = sorter.test
        self.initial["seen"], self.initial["writer"] = sorter.revision, secrets.token_urlsafe(16)
        skills = [("", "–"), *((key, title) for key, title in test.skills)]
        levels = [("", "–"), *((str(number), f"{number} {name}") for number, name in test.levels)]
        for text in test.texts:
            put = puts.get(text["id"], Put("", None))
            skill, level = f"skill-{text['id']}", f"level-{text['id']}"
            self.fields[skill] = forms.ChoiceField(label=_("Skill"), choices=skills, required=False)
            self.fields[level] = forms.ChoiceField(label=_("Level"), choices=levels, required=False)
            self.initial[skill], self.initial[level] = put.skill, "" if put.level is None else str(put.level)
        self.texts = [text["id"] for text in test.texts]

    def puts(self) -> dict[str, Put]:
        """Where each text was put; those left open are not in it."""
        found = {}
        for text in self.texts:
            skill, level = self.cleaned_data[f"skill-{text}"], self.cleaned_data[f"level-{text}"]
            if skill or level:
                found[text] = Put(skill, int(level) if level else None)
        return found


def choices_of(desk: Desk, texts: list[dict[str, Any]]) -> tuple[list[list[str]], list[list[Any]]]:
    """The skills and levels that a test offers: those its texts come from, and the whole scale."""
    wanted = {text["skill"] for text in texts}
    skills = [[skill.key, skill.title] for skill in desk.rows(Kind.SKILL) if skill.key in wanted]
    levels = [[int(level.key), level.title] for level in desk.rows(Kind.LEVEL)]
    return skills, levels


def begin(form: AnchorTestNewForm, desk: Desk, draft: Draft, by: Person) -> AnchorTest:
    """The test that the form describes, with its people invited."""
    texts = form.cleaned_data["skills"]
    skills, levels = choices_of(desk, texts)
    return AnchorTest.begin(
        draft,
        form.cleaned_data["sorters"],
        by=by,
        texts=texts,
        skills=skills,
        levels=levels,
        language=desk.head.body.get("language") or "en",
    )
