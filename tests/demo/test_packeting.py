"""The promotion packets that visitors of the demo find."""

from __future__ import annotations

import pytest

from demo.filling import HOST
from packets.canonical import digest_of
from packets.models import Comment, HandIn, Packet, Reason, Statement
from people.accounts import remove_demo
from people.models import Person

pytestmark = pytest.mark.usefixtures("kept_demo")


def state_of(address: str) -> str:
    person = Person.objects.get(email=f"{address}@{HOST}")
    return Packet.objects.visible_to(person).filter(person=person).full().get().state.value


def test_three_packets_in_three_states() -> None:
    assert {one: state_of(one) for one in ("ada", "joao", "layla")} == {
        "ada": "shared",
        "joao": "handed_in",
        "layla": "released",
    }
    assert [digest_of(one.body) == one.digest for one in HandIn.objects.all()] == [True, True]
    assert (Comment.objects.count(), Statement.objects.released().count()) == (1, 1)
    assert sorted(bool(reason.sign) for reason in Reason.objects.all()) == [False, True]


def test_goes_with_the_demo() -> None:
    remove_demo()
    assert Packet.objects.count() == 0
