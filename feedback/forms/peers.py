"""Forms about the colleagues in a review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessments.forms import offer
from assessments.models import Appraisal
from assessments.sharing_forms import A_FEW_WORDS, ColleagueForm
from feedback.asking import Asked, questions_of
from feedback.models import Circle, Peer
from feedback.models.circle import MOST_SKILLS
from feedback.models.peer import Said
from people.models import Person
from safeguards.once import new_token

CANNOT = "none"


def revision() -> forms.IntegerField:
    """The hidden field that says which revision a form shows (0: none yet)."""
    return forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)


class PeerSettingForm(forms.Form):
    """Named or summarised, and which skills colleagues are asked about."""

    manner = forms.ChoiceField(
        label=_("How do you two read what colleagues say?"),
        choices=[
            (
                Circle.Manner.NAMED.value,
                _("With names: you both read who said what, and every colleague is told so before they answer"),
            ),
            (
                Circle.Manner.SUMMARY.value,
                _("Summarised: you both read how many said which level, and the words without names, from three on"),
            ),
        ],
        widget=forms.RadioSelect,
    )
    skills = forms.MultipleChoiceField(
        label=_("Which skills are they asked about?"),
        help_text=_("One to six. Fewer questions get fuller answers."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one skill.")},
    )
    seen = revision()

    def __init__(self, *args: Any, review: Appraisal, circle: Circle | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pks = {one.skill.pid: one.skill.pk for one in questions_of(review)}
        offer(self, "skills", [(one.skill.pid, one.skill.title) for one in questions_of(review)])
        self.initial = {"seen": 0}
        if circle:
            chosen = set(circle.skills.values_list("pk", flat=True))
            skills = [pid for pid, pk in self.pks.items() if pk in chosen]
            self.initial = {"manner": circle.manner, "skills": skills, "seen": circle.revision}
        if circle and circle.manner_fixed:
            self.fields["manner"].disabled = True

    def clean_skills(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["skills"]
        if len(chosen) > MOST_SKILLS:
            raise ValidationError(_("Choose six skills at most."))
        return chosen

    def choice(self) -> dict[str, Any]:
        """The keyword arguments of `Circle.settle`."""
        data = self.cleaned_data
        return {"manner": data["manner"], "skills": [self.pks[pid] for pid in data["skills"]], "seen": data["seen"]}


class PeerNominateForm(ColleagueForm):
    """The name of a colleague for one's review."""

    field_order = ("who", "pick")

    def __init__(self, *args: Any, review: Appraisal, **options: Any) -> None:
        super().__init__(*args, **options)
        self.review = review

    def check(self, person: Person) -> None:
        super().check(person)
        if person.pk == self.review.assessor_id:
            name = {"name": person.name}
            raise ValidationError(_("%(name)s rates this review already. Name somebody else."), params=name)


class PeerConfirmForm(forms.Form):
    """Confirms a name or strikes it; a name is never struck without a word."""

    KEEP, STRIKE = "keep", "strike"
    choice = forms.ChoiceField(label=_("What do you decide?"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("A word about it"),
        required=False,
        max_length=A_FEW_WORDS,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, peer: Peer, **options: Any) -> None:
        super().__init__(*args, **options)
        names = {"peer": peer.peer.name if peer.peer else "", "person": peer.review.person.short_name}
        offer(
            self,
            "choice",
            [
                (self.KEEP, _("Ask %(peer)s") % names),
                (self.STRIKE, _("Strike the name")),
            ],
        )
        self.fields["note"].help_text = (
            _("%(person)s reads it, %(peer)s does not. Needed when you strike the name.") % names
        )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("choice") == self.STRIKE and not said.get("note"):
            self.add_error("note", _("Say in a word why, so that somebody else can be named."))
        return said

    def decision(self) -> dict[str, Any]:
        """The keyword arguments of `Peer.confirm`."""
        return {"keep": self.cleaned_data["choice"] == self.KEEP, "note": self.cleaned_data["note"]}


class DeclineForm(forms.Form):
    """That one would rather not, with a word or without."""

    reason = forms.CharField(
        label=_("A word about it"),
        required=False,
        max_length=A_FEW_WORDS,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("“I have not seen enough of your work this year” is a good answer."),
    )


class PeerAnswerForm(forms.Form):
    """A level or "I cannot say" for each skill, and words. What is saved may have holes, what is sent may not."""

    seen = revision()
    writer = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(self, *args: Any, peer: Peer, asked: list[Asked], send: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked, self.send = asked, send
        self.initial = {"seen": peer.revision, "writer": new_token()}
        given = {row.skill_id: row for row in peer.answers.all()}
        for one in asked:
            row, pid = given.get(one.skill.pk), one.skill.pid
            choices = [*((level.value, level.name) for level in one.levels), (CANNOT, "")]
            self.fields[f"level-{pid}"] = forms.ChoiceField(required=False, choices=choices)
            self.fields[f"words-{pid}"] = forms.CharField(required=False, max_length=A_FEW_WORDS)
            if row:
                level = CANNOT if row.cannot else "" if row.level is None else str(row.level)
                self.initial |= {f"level-{pid}": level, f"words-{pid}": row.words}

    def clean(self) -> dict[str, Any]:
        for one in self.asked if self.send else ():
            name = f"level-{one.skill.pid}"
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, _("Choose a level, or “I cannot say”."))
        return self.cleaned_data

    def said(self) -> dict[int, Said]:
        """What is said by skill, as `Peer.save_answers` takes it; an answer that is wrong counts as none."""
        found = {}
        for one in self.asked:
            level = self.cleaned_data.get(f"level-{one.skill.pid}") or ""
            number = int(level) if level and level != CANNOT else None
            words = self.cleaned_data.get(f"words-{one.skill.pid}") or ""
            found[one.skill.pk] = Said(number, level == CANNOT, words)
        return found

    def parts(self) -> list[dict[str, Any]]:
        """For the page: each skill with its fields and what they hold."""
        return [
            {
                "asked": one,
                "level": self[f"level-{one.skill.pid}"],
                "chosen": str(self[f"level-{one.skill.pid}"].value() or ""),
                "words": self[f"words-{one.skill.pid}"],
            }
            for one in self.asked
        ]
