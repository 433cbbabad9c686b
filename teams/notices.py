"""What people are told from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "talk_noted": _("%(by)s noted that you two talked."),
    "promise_made": _("%(by)s wrote down a promise between you two."),
    "promise_kept": _("%(by)s says that a promise between you two is kept."),
    "promise_dropped": _("%(by)s dropped a promise between you two and says why."),
    "challenge_set": _("%(by)s wrote down the next bigger challenge for this quarter."),
    "seat_said": _("%(by)s wrote what is known about seat and scope."),
}
