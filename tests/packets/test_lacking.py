"""What is missing before a packet can be handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packets.lacking import Grounds, Lack, lacking

READY = Grounds(case="One. Two.", blocks=3, has_manager=True, shared=True, veiled=False)


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, ()),
        ({"case": " "}, (Lack.CASE,)),
        ({"case": "One. Two. Three. Four."}, (Lack.CASE,)),
        ({"blocks": 2}, (Lack.BLOCKS,)),
        ({"shared": False}, (Lack.MANAGER,)),
        ({"shared": False, "has_manager": False}, ()),
        ({"veiled": True}, (Lack.VEILED,)),
        (
            {"case": "", "blocks": 0, "shared": False, "veiled": True},
            tuple(Lack(one) for one in ("case", "blocks", "manager", "veiled")),
        ),
    ],
)
def test_says_what_and_in_which_order(changed: dict[str, object], lacks: tuple[Lack, ...]) -> None:
    assert lacking(replace(READY, **changed)) == lacks  # type: ignore[arg-type]  # the fields of Grounds
