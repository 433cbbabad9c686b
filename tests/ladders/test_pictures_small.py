"""Scale bar, sparks, trends, cells and radar."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladders.chart import Expectation
from ladders.pictures.cells import level_cell
from ladders.pictures.radar import Axis, radar
from ladders.pictures.readiness import scalebar
from ladders.pictures.spark import Trend, quarters, quarters_small, trend_lines
from ladders.pictures.text_fit import width

LABELS = ("Q3", "Q4", "Q1", "Q2")


def test_the_scale_bar_has_one_block_for_each_expectation() -> None:
    assert scalebar(2, 1, 1) == (
        '<ol class="scalebar" aria-hidden="true"><li></li><li></li>'
        '<li class="grow"></li><li class="unknown"></li></ol>'
        '<ul class="key"><li><i></i>2 met</li><li><i class="grow"></i>1 to grow</li>'
        '<li><i class="unknown"></i>1 not rated</li></ul>'
    )


def test_the_scale_bar_leaves_out_what_does_not_occur() -> None:
    assert scalebar(0, 1, 0) == (
        '<ol class="scalebar" aria-hidden="true"><li class="grow"></li></ol>'
        '<ul class="key"><li><i class="grow"></i>1 to grow</li></ul>'
    )
    assert scalebar(0, 0, 0) == ""


def test_quarters_are_as_high_as_their_counts() -> None:
    drawing = quarters((7, 0, 14, 1), LABELS)
    assert re.findall(r'<rect class="b" x="(\d+)" y="(\d+)" width="32" height="(\d+)"/>', drawing) == [
        ("8", "46", "26"),
        ("120", "20", "52"),
        ("176", "68", "4"),
    ]
    assert drawing.endswith('<span class="vh">Evidence by quarter: Q3 7, Q4 0, Q1 14, Q2 1. </span>')


def test_small_quarters_fit_into_a_line() -> None:
    assert quarters_small((0, 1, 2, 9), LABELS) == (
        '<svg class="spark" width="38" height="16" viewBox="0 0 38 16" aria-hidden="true">'
        '<line class="z" x1="0" x2="7" y1="15" y2="15"/><rect class="b" x="10" y="10" width="7" height="6"/>'
        '<rect class="b" x="20" y="5" width="7" height="11"/><rect class="b" x="30" y="0" width="7" height="16"/>'
        '</svg><span class="vh">Evidence by quarter: Q3 0, Q4 1, Q1 2, Q2 9. </span>'
    )


def test_no_quarters_no_picture() -> None:
    assert (quarters((), ()), quarters_small((), ()), trend_lines(())) == ("", "", "")


def test_a_trend_is_a_line_and_a_sentence() -> None:
    assert trend_lines([Trend("Data & evidence", (1, 1, 2, 2, 2), 3)]) == (
        '<div class="cols multiples"><div><h3>Data &amp; evidence</h3><svg class="spark" viewBox="0 0 132 44"'
        ' preserveAspectRatio="none" aria-hidden="true"><line class="goal" x1="4" x2="128" y1="4" y2="4"/>'
        '<polyline class="trend" points="4,28 35,28 66,16 97,16 128,16"/></svg><p><span class="vh">5 check-ins:'
        " 1, 1, 2, 2, 2. From </span>1 → <b>2 of 3</b></p></div></div>"
    )


def test_a_single_check_in_claims_no_way() -> None:
    assert trend_lines([Trend("Craft", (2,), 5)]).endswith(
        '<polyline class="trend" points="112,26 128,26"/></svg><p><b>2 of 5</b></p></div></div>'
    )


def test_a_trend_without_check_ins_is_left_out() -> None:
    assert trend_lines([Trend("Craft", (), 5)]) == ""


@pytest.mark.parametrize(
    ("expectation", "text", "on"),
    [(None, "–", 0), (Expectation(3), "<b>3</b>", 3), (Expectation(2, required=False), "(2)", 2)],
)
def test_a_cell_says_what_is_expected(expectation: Expectation | None, text: str, on: int) -> None:
    cell = level_cell(expectation, 5)
    assert cell.split("<svg")[0] == text
    assert cell.count('class="on"') == on


def test_a_cell_has_a_pip_for_every_level() -> None:
    assert re.findall(r' x="([\d.]+)" width="([\d.]+)"', level_cell(Expectation(1), 4)) == [
        ("0", "6.5"),
        ("7.5", "6.5"),
        ("15", "6.5"),
        ("22.5", "6.5"),
    ]


AXES = st.lists(
    st.tuples(st.text(alphabet="abc MWé-<&", max_size=40), st.integers(0, 5), st.none() | st.integers(0, 5)),
    min_size=3,
    max_size=24,
)


@settings(deadline=None)
@given(AXES)
def test_the_labels_of_a_radar_neither_clip_nor_touch(axes: list[Axis]) -> None:
    picture = ElementTree.fromstring(radar(axes))  # noqa: S314  # our own output
    left, top, wide, high = map(float, picture.get("viewBox", "").split())
    lines: dict[str, list[float]] = {}
    for text in picture.findall("text"):
        for line in text:
            x, y, span = float(line.get("x", "")), float(line.get("y", "")), width(line.text or "", 11, bold=False)
            start = {"start": x, "mid": x - span / 2, "end": x - span}[text.get("class", "")]
            assert left - 0.5 <= start <= start + span <= left + wide + 0.5
            assert top + 9 <= y <= top + high - 3
            lines.setdefault(text.get("class", ""), []).append(y)
    close = [b - a for ys in lines.values() for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False) if b - a < 12.8]
    assert close == []


def test_an_axis_nobody_rated_is_a_gap_in_the_area() -> None:
    whole = radar([("A", 3, 2), ("B", 3, 2), ("C", 3, 2), ("D", 3, 2)])
    gap = radar([("A", 3, 2), ("B", 3, None), ("C", 3, 2), ("D", 3, 2)])

    def parts(drawing: str) -> tuple[int, int, int]:
        area = re.findall(r'class="area"[^/]* d="([^"]*)"', drawing)
        return area[0].count("Z"), drawing.count('class="dot"'), drawing.count('class="unknown"')

    assert (parts(whole), parts(gap)) == ((4, 4, 0), (2, 3, 1))


def test_a_radar_needs_three_axes_and_holds_up_to_twenty_four() -> None:
    axis = ("A", 3, 2)
    assert [bool(radar([axis] * count)) for count in (2, 3, 24, 25)] == [False, True, True, False]


def test_labels_of_a_radar_are_escaped() -> None:
    assert re.findall(r"<script|&(?!lt;|quot;|#x27;|amp;|gt;)", radar([("""<script>&"'""", 1, 1)] * 3)) == []
