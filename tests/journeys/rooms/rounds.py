"""The pages about rounds, with everything on them: see the package's own words."""

from __future__ import annotations

from typing import Any

from ladders.chart import Chart
from people.models import Person

# Addresses that are no page of their own: they act or lead on.
ACTS: set[str] = set()


def live(person: Person, chart: Chart) -> None:
    """Gives the person all there is here, with long names and words."""


def pages(person: Person, chart: Chart) -> dict[str, dict[str, Any]]:
    """Url name → its arguments, for every page."""
    return {}
