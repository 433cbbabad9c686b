"""The gap rail: every state exactly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladders.pictures.rail import rail, rail_axis, rail_key

HEAD = '<svg class="rail" viewBox="0 0 240 32" aria-hidden="true">'
PRE = '<line class="pre" x1="20" x2="60" y1="16" y2="16"/>'
BAR = '<line class="bar" x1="60" x2="220" y1="16" y2="16"/>'
STEPS = "".join(f'<circle class="step" cx="{x}" cy="16" r="2.5"/>' for x in (20, 60, 100, 140, 180, 220))
GATE_AT_4 = '<path class="need" d="M176 4h8m-4 0v24m-4 0h8"/>'


def drawn(*marks: str, line: str = BAR) -> str:
    """A rail on the scale from 0 to 5 with these marks."""
    return f"{HEAD}{PRE}{line}{STEPS}{''.join(marks)}</svg>"


def test_met() -> None:
    assert rail(4, 4) == drawn(GATE_AT_4, '<circle class="now met" cx="180" cy="16" r="8"/>')


def test_to_grow() -> None:
    assert rail(4, 2) == drawn(
        '<line class="span grow" x1="100" x2="180" y1="16" y2="16"/>',
        GATE_AT_4,
        '<circle class="now grow" cx="100" cy="16" r="8"/>',
    )


def test_beyond_has_a_plus() -> None:
    assert rail(4, 5) == drawn(
        '<line class="span beyond" x1="220" x2="180" y1="16" y2="16"/>',
        GATE_AT_4,
        '<circle class="now beyond" cx="220" cy="16" r="8"/><path class="plus" d="M216 16h8m-4-4v8"/>',
    )


def test_not_rated_is_hatched() -> None:
    assert rail(4, None) == drawn(GATE_AT_4, line='<line class="blank" x1="60" x2="220" y1="16" y2="16"/>')


def test_nothing_expected_has_no_gate() -> None:
    assert rail(None, 2) == drawn('<circle class="ghost" cx="100" cy="16" r="7"/>')
    assert rail(None, None) == drawn()


def test_welcome_is_a_dashed_gate() -> None:
    assert rail(4, 4, required=False) == rail(4, 4).replace('"need"', '"need" stroke-dasharray="3 3"')


def test_the_ghosts_of_both_people() -> None:
    ghosts = '<path class="ghost" d="M175 -1h10l-5 7z"/><path class="ghost" d="M96 26h8v8h-8z"/>'
    assert rail(4, 4, ghost_self=4, ghost_manager=2) == rail(4, 4).replace("</svg>", f"{ghosts}</svg>")


@pytest.mark.parametrize(
    ("low", "high", "places"),
    [(1, 2, ["60", "180"]), (1, 4, ["30", "90", "150", "210"]), (0, 2, ["40", "120", "200"])],
)
def test_other_scales_spread_on_the_same_width(low: int, high: int, places: list[str]) -> None:
    drawing = rail(None, None, low=low, high=high)
    assert [part.split('"')[0] for part in drawing.split('class="step" cx="')[1:]] == places


@settings(deadline=None)
@given(st.integers(0, 3), st.integers(2, 12), st.integers(0, 15), st.integers(0, 15))
def test_every_mark_stays_on_the_rail(low: int, steps: int, need: int, now: int) -> None:
    drawing = rail(low + need % steps, now, low=low, high=low + steps - 1)
    places = [float(part.split('"')[0]) for part in drawing.split(' cx="')[1:]]
    assert [place for place in places if not 10 <= place <= 230] == []


def test_the_axis_leaves_the_places_of_missing_levels_empty() -> None:
    assert rail_axis([1, 2, 4]) == (
        '<div class="axis" aria-hidden="true"><span>1</span><span>2</span><span></span><span>4</span></div>'
    )
    assert rail_axis([]) == ""


def test_the_key_names_every_mark() -> None:
    def texts(html: str) -> list[str]:
        return [part.rsplit(">", 1)[1] for part in html.split("</li>")[:-1]]

    plain = ["expected", "now, met", "to grow", "beyond", "not rated"]
    assert texts(rail_key(welcome=False)) == plain
    assert texts(rail_key(ghosts=True)) == [
        plain[0], "welcome", *plain[1:], "said by the person", "said by the manager",
    ]  # fmt: skip
