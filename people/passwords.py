"""Refuses passwords that are long but easy to guess."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

STRONG_ENOUGH = 3  # of 4: "safely unguessable", about 10^8 guesses


class GuessableValidator:
    """Estimates the guesses a password would take (zxcvbn), knowing the person's name and address."""

    def validate(self, password: str, user: Any = None) -> None:
        known = ["careerpath", *(str(getattr(user, field, "") or "") for field in ("name", "email", "title"))]
        words = [part for text in known for part in text.replace("@", " ").split() if part]
        # Beyond 72 characters the estimate gets slow and no password gets weaker.
        if zxcvbn(password[:72], user_inputs=words)["score"] < STRONG_ENOUGH:
            raise ValidationError(_("Easy to guess. Take other words."), code="password_guessable")

    def get_help_text(self) -> str:
        return _("Four or five words that do not belong together are good.")
