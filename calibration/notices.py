"""What people are told from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

WORDS: Mapping[str, Promise] = {}
