"""The crispy-forms template pack: labels, help and errors belong to their fields."""

from __future__ import annotations

import re

from crispy_forms.utils import render_crispy_form
from django import forms
from django.template import Context, Template
from django.test import RequestFactory

from careerpath.forms import StyleguideForm


class SmallForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the door.")
    day = forms.ChoiceField(label="Day", widget=forms.RadioSelect, choices=[("mon", "Monday"), ("fri", "Friday")])
    seen = forms.IntegerField(widget=forms.HiddenInput)


def shown(form: forms.Form) -> str:
    return Template("{% load crispy_forms_filters %}{{ form|crispy }}").render(Context({"form": form}))


def test_a_field_names_its_help() -> None:
    html = shown(SmallForm())
    assert re.findall(r'<label for="(\w+)">Name', html) == ["id_name"]
    assert re.findall(r'<input type="text" name="name".*?aria-describedby="(.*?)"', html) == ["id_name_helptext"]
    assert 'id="id_name_helptext">As on the door.<' in html


def test_a_group_of_radios_is_a_fieldset() -> None:
    html = shown(SmallForm())
    assert re.findall(r"<legend>\s*(\w+)\s*</legend>", html) == ["Day"]
    assert re.findall(r'<label class="check">\s*<input type="radio" name="day" value="(\w+)"', html) == ["mon", "fri"]


def test_a_form_without_errors_has_no_summary() -> None:
    assert 'class="errors"' not in shown(SmallForm({"name": "Ada", "day": "mon", "seen": "1"}))


def test_the_summary_leads_to_the_fields() -> None:
    html = shown(SmallForm({}))
    assert "3 things to fix" in html
    assert re.findall(r'<a href="#(\w+)">', html) == ["id_name", "id_day"]
    assert re.findall(r'<(?:input|fieldset)[^>]* aria-describedby="(.*?)"', html) == [
        "id_name_helptext id_name_error",
        "id_day_error",
    ]
    assert html.count('aria-invalid="true"') == 3  # the text field and both radios


def test_what_a_form_says_is_escaped() -> None:
    html = shown(SmallForm({"name": "<b>", "day": "<i>", "seen": "1"}))
    assert "&lt;b&gt;" in html
    assert "<i>" not in html


def test_a_layout_renders_the_whole_form() -> None:
    request = RequestFactory().get("/")
    html = render_crispy_form(StyleguideForm(), context={"csrf_token": "t" * 32, "request": request})
    assert re.findall(r"<form ([^>]*)>", html) == ['method="post" novalidate']
    assert re.findall(r'<input type="hidden" name="(\w+)"', html) == ["csrfmiddlewaretoken", "once"]
    assert re.findall(r'<button type="(\w+)"\s+name="(\w+)"[^>]* class="(\w+)\s*"', html) == [
        ("submit", "save", "button")
    ]
    assert html.count('<label class="level">') == 3
