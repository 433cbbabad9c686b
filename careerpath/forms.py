"""A form with every kind of field, for the style guide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Field, Fieldset, Layout, Row, Submit
from django import forms


@dataclass(frozen=True, slots=True)
class Level:
    """The label of a level card."""

    name: str
    text: str


LEVELS = [
    ("0", Level("Not yet", "Have not done this so far.")),
    ("2", Level("Contributing", "Adds ideas and evidence to the vision and keeps decisions consistent with it.")),
    ("3", Level("Owning", "Forms a clear vision for the product with the team, and others can retell it.")),
]


class StyleguideForm(forms.Form):
    goal = forms.CharField(label="Name of the goal", help_text="Start with a verb.", initial="Write the strategy")
    situation = forms.CharField(
        label="A situation", help_text="What happened, what you did, what came of it.", widget=forms.Textarea
    )
    until = forms.DateField(label="Until when", widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    link = forms.URLField(label="A link", required=False, assume_scheme="https")
    stage = forms.ChoiceField(label="Stage", choices=[("pm", "Product Manager"), ("sr", "Senior Product Manager")])
    locked = forms.CharField(label="Locked", initial="Fixed since 11 May", disabled=True)
    level = forms.ChoiceField(
        label="What do you do today?", help_text="Keys 0 to 5 choose, too.", widget=forms.RadioSelect, choices=LEVELS
    )
    day = forms.ChoiceField(
        label="Remind me", widget=forms.RadioSelect, choices=[("mon", "on Mondays"), ("fri", "on Fridays")]
    )
    ways = forms.MultipleChoiceField(
        label="Ways",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("mail", "by mail"), ("page", "on my page")],
    )
    agreed = forms.BooleanField(label="My manager may read this", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.creates = True
        self.helper.layout = Layout(
            Fieldset("What you try", "goal", Field("situation", rows=4), Row("until", "link")),
            Row("stage", "locked"),
            Field("level", template="careerpath/levels.html"),
            Row("day", "ways"),
            "agreed",
            ButtonHolder(Submit("save", "Save the goal"), HTML('<a class="button plain" href="#main">Not now</a>')),
        )
