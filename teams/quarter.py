"""Quarters of a calendar year, named by their first day."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _


def quarter_of(day: date) -> date:
    """The first day of the quarter that a day is in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_name(first: date) -> str:
    """ "Q3 2026" """
    return _("Q%(number)d %(year)d") % {"number": (first.month + 2) // 3, "year": first.year}


def quarters_apart(first: date, second: date) -> int:
    """How many quarters `second` lies after `first` (both first days)."""
    return (second.year - first.year) * 4 + (second.month - first.month) // 3
