"""Which server keys ever closed a board."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from mentors import keys
from mentors.keys import ServerSecret


class ServerKey(models.Model):
    """The name of a key (see `mentors/keys.py`), never the key."""

    name = models.CharField(max_length=16, unique=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def closing(cls) -> ServerSecret:
        """The key that closes, remembered by its name. Raises KeyLost."""
        used = set(cls._default_manager.values_list("name", flat=True))
        key = keys.current(used)
        if key.name not in used:
            cls._default_manager.get_or_create(name=key.name)
        return key
