"""What people say about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.models import Person


class FirstAccountForm(forms.Form):
    """The account of the person who sets Careerpath up; cleans into the arguments of `make_first_account`."""

    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Work address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=200,
        help_text=_("Fifteen characters or more. Four or five words that do not belong together are good."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuses a password that is short, or easy to guess for somebody who knows the name and the address."""
        given = self.cleaned_data
        person = Person(name=given.get("name", ""), email=given.get("email", ""))
        if "password" in given:
            try:
                validate_password(given["password"], person)
            except ValidationError as weak:
                self.add_error("password", weak)
        return given


class ProfileEditForm(forms.Form):
    """What colleagues read in the directory. `seen` is the revision that the person had before them."""

    name = forms.CharField(
        label=_("Your name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    called = forms.CharField(
        label=_("What you are called"),
        max_length=60,
        required=False,
        help_text=_(
            "How Careerpath addresses you, and names you to colleagues where there is little room. If it is empty, "
            "that is the first word of a name of two words, and otherwise your whole name."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    title = forms.CharField(
        label=_("Job title"),
        max_length=150,
        required=False,
        help_text=_("As it says in your contract or on your door. It changes nothing about what you see here."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    seen = forms.IntegerField(min_value=1, max_value=2_147_483_647, widget=forms.HiddenInput)
