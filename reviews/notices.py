"""What people are told from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

from reviews.round_notices import ROUND_WORDS

WORDS: Mapping[str, Promise] = {**ROUND_WORDS}
