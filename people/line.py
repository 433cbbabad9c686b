"""The rules of the reporting line: nobody manages themselves, and no way up leads back."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check(person: int, manager: int, managers: Mapping[int, int]) -> None:
    """Raises ValidationError if `person` may not report to `manager`.

    `managers` maps people to the managers they have now (ids).
    """
    if person == manager:
        raise ValidationError(_("Nobody reports to themselves."))
    above: int | None = manager
    seen: set[int] = set()
    while above is not None and above not in seen:
        if above == person:
            raise ValidationError(_("That would make a loop in the reporting line."))
        seen.add(above)
        above = managers.get(above)
