"""JSON that comes back as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from psycopg2.extras import Json

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class WrittenField(models.JSONField):
    """JSON for parts of files. PostgreSQL's own type for JSON forgets in which order the keys of a mapping stood, and
    people wrote them in theirs; as text nothing is lost. Cast it to ask for one of its keys.
    """

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        found = super().get_db_prep_value(value, connection, prepared)
        # What Django wraps it in for PostgreSQL turns it into that other type on the way.
        return found.dumps(found.adapted) if isinstance(found, Json) else found

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "text" if connection.vendor == "postgresql" else super().db_type(connection)
