from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from safeguards.models import Deed


@pytest.mark.django_db
def test_old_deeds_are_forgotten_and_locks_stay() -> None:
    now = timezone.now()
    for token, url, days in (("old", "/", 31), ("new", "/", 29), ("lock", "", 400)):
        deed = Deed.objects.create(token=token, url=url)
        Deed.objects.filter(pk=deed.pk).update(at=now - timedelta(days=days))
    assert Deed.objects.forget(now - timedelta(days=30)) == 1
    assert set(Deed.objects.values_list("token", flat=True)) == {"new", "lock"}
