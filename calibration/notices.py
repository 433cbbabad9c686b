"""What people are told from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "session_opened": _(
        "%(by)s opened a calibration with you: “%(detail)s”. You see your own ratings beside the group’s."
    ),
    "session_closed": _("%(by)s closed the calibration “%(detail)s”. No rating is changed in it any more."),
    "rating_changed": _("%(by)s sees a rating of you differently after a calibration, and says why."),
}
