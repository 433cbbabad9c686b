"""The pages of this room that others read about somebody, in the words of the read log."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "handover_show": _("their own former part of a review of you"),
}
