"""The demo's round of reviews."""

from __future__ import annotations

import pytest
from django.utils import timezone

from demo.opening import open_demo
from reviews.models import Handover, KeptPart, Round, RoundPlace

pytestmark = pytest.mark.django_db


def test_one_round_is_open_with_some_who_are_done_and_one_is_planned() -> None:
    for _progress in open_demo(timezone.localdate()):
        pass

    running, planned = Round.objects.running().get(), Round.objects.planned().get()
    states = RoundPlace.objects.filter(round=running).states()
    assert (len(states), sum(one[2] for one in states), sum(one[2] and one[3] for one in states)) == (10, 6, 3)
    assert (planned.group, planned.opens_on > timezone.localdate()) == (Round.Group.LADDER, True)
    kept = KeptPart._default_manager.get(handover=Handover._default_manager.get())
    assert kept.assessment is not None
    assert kept.assessment.ratings.count() == 5
