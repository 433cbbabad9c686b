from __future__ import annotations

from datetime import date

import pytest

from demo.opening import open_demo

TODAY = date(2025, 11, 22)


@pytest.fixture
def demo(db: None) -> None:
    """The demo as it is on `TODAY`."""
    for _step in open_demo(TODAY):
        pass
