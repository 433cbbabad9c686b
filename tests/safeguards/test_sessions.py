from __future__ import annotations

import pytest

from safeguards.sessions import SessionStore


@pytest.mark.parametrize("key", ["", "short", "aaaaaaaa\x00", "é" * 32, "a" * 31 + "\n", "' or 1=1 --", "\ud800" * 9])
def test_keys_that_cannot_be_never_reach_the_database(key: str) -> None:
    """Without a database here, asking it would fail."""
    assert SessionStore(key).session_key is None


@pytest.mark.django_db
def test_keys_of_its_own_do() -> None:
    store = SessionStore()
    store["name"] = "Ada"
    store.save()
    assert SessionStore(store.session_key)["name"] == "Ada"
