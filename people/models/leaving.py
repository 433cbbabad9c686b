"""What becomes of something that somebody made when they are deleted."""

from __future__ import annotations

from typing import Any

from django.db import models


def with_the_made_up(collector: Any, field: Any, rows: models.QuerySet[Any], using: str) -> None:
    """For `on_delete`: a row goes with somebody of the demo, and forgets somebody real."""
    made_up = rows.filter(**{f"{field.name}__demo": True})
    models.CASCADE(collector, field, made_up, using)
    models.SET_NULL(collector, field, rows.exclude(pk__in=made_up.values("pk")), using)
