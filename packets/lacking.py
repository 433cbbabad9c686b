"""What a packet lacks before it can be handed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from packets.pieces import FEWEST_BLOCKS
from packets.sentences import too_many


class Lack(StrEnum):
    """What is missing. VEILED: a review of the person is open. MANAGER: the manager there is does not read it yet."""

    VEILED = "veiled"
    MANAGER = "manager"
    CASE = "case"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the answer depends on: the case, how many blocks, and how it stands around the packet."""

    case: str
    blocks: int
    has_manager: bool
    shared: bool
    veiled: bool


def lacking(grounds: Grounds) -> tuple[Lack, ...]:
    """What is to be done first, in the order in which to do it; nothing if it can be handed in."""
    asked = (
        (Lack.CASE, not grounds.case.strip() or too_many(grounds.case) > 0),
        (Lack.BLOCKS, grounds.blocks < FEWEST_BLOCKS),
        (Lack.MANAGER, grounds.has_manager and not grounds.shared),
        (Lack.VEILED, grounds.veiled),
    )
    return tuple(lack for lack, is_so in asked if is_so)
