"""The pages of this room that others read about somebody, in the words of the read log."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "session_show": _("a calibration: their own ratings of you, or how you rate as a manager"),
    "calibration_change": _("their own rating of you, to change it in a calibration"),
    "calibration_changes": _("what was changed about you in a calibration, and why"),
}
