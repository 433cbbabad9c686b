"""What waits for the manager to whom a packet is open."""

from __future__ import annotations

from packets.handing_in import decide, withdraw
from packets.models import Packet, Statement
from people.models import Person
from people.waiting import waiting_for
from tests.cast import Cast
from tests.packets.conftest import freeze

STATEMENT = "Ada Okafor shared a promotion packet with you. Your own words are still missing."
DECISION = "The packet of Ada Okafor is handed in. No decision is recorded."


def words(person: Person) -> list[str]:
    return [one.words for one in waiting_for(person)]


def test_their_own_words_until_they_are_released(shared: Packet, cast: Cast) -> None:
    assert words(cast.bo) == [STATEMENT]
    Statement.write(shared, by=cast.bo, text="I saw it.", seen=0)
    assert words(cast.bo) == [STATEMENT]
    Statement.objects.get().release(seen=1)
    assert words(cast.bo) == []


def test_the_decision_once_it_is_handed_in(shared: Packet, cast: Cast) -> None:
    handed = freeze(shared, cast.eve)
    assert (words(cast.bo), words(cast.eve), words(cast.hal)) == ([DECISION], [], [])
    decide(handed, by=cast.bo, yes=True, words="Yes.", reasons={})
    assert words(cast.bo) == []


def test_nothing_of_what_was_withdrawn_or_never_shared(shared: Packet, cast: Cast) -> None:
    withdraw(shared, by=cast.ada)
    assert words(cast.bo) == []
    assert (words(cast.cy), words(cast.ada)) == ([], [])
