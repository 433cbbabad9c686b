"""Sessions in the database, asked only for keys that can be there."""

from __future__ import annotations

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    def _validate_session_key(self, key: str | None) -> bool:
        """A cookie can hold anything; PostgreSQL fails at some of it, such as NUL, and nobody signs in with that."""
        return bool(key and key.isascii() and key.isalnum() and len(key) >= 8)
