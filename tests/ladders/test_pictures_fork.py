"""A fork as a picture: no branch stands above another."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ladders.pictures.fork_picture import fork_picture
from tests.ladders.charts import FORK, scaled, stages_of

TRACKS: dict[str, dict[str, Any]] = {
    "group": {"track": "people", "moves": ("principal",)},
    "principal": {"track": "expert"},
}
CHART = scaled(FORK, {}, stages=stages_of(FORK, **TRACKS))


def drawn(notes: tuple[str, ...] = ("People", "")) -> list[str]:
    picture = fork_picture(CHART, CHART.stage["senior"], lambda stage: f"/{stage.slug}/", notes, "The fork")
    return picture.split("</svg>")[:2]


def test_the_lines_in_their_colours_and_the_move_between_them() -> None:
    wide = drawn()[0]
    assert wide.startswith(
        '<div class="mapbox"><svg class="map map-wide" viewBox="0 0 880 260" direction="ltr" role="group"'
        ' aria-label="The fork"><path class="line people" d="M440 62C440 126 220 126 220 190"/>'
        '<path class="line expert" d="M440 62C440 126 660 126 660 190"/>'
        '<path class="move" d="M234 190C260 214 620 214 646 190"/>'
        '<a href="/senior/" aria-label="Senior"><circle class="halo" cx="440" cy="62" r="20"/>'
        '<circle class="stop" cx="440" cy="62" r="8"/>'
        '<text class="name mid"><tspan x="440" y="36">Senior</tspan></text></a>'
    )
    assert '<text class="low mid"><tspan x="220" y="242">People</tspan></text>' in wide


def test_without_moves_there_is_no_dotted_line() -> None:
    chart = scaled(FORK, {})
    picture = fork_picture(chart, chart.stage["senior"], lambda stage: "/", ("", ""), "")
    assert ('class="move"' in picture, 'class="low' in picture) == (False, False)


@given(
    st.lists(st.text("ab C-漢", min_size=1, max_size=50).filter(lambda t: t.strip() != ""), min_size=2, max_size=6)
)
def test_all_branches_stand_at_one_height_and_on_the_paper(titles: list[str]) -> None:
    slugs = [f"s{number}" for number in range(len(titles))]
    ways = {"a": " ".join(slugs)} | dict.fromkeys(slugs, "")
    more = {slug: {"track": slug} for slug in slugs}
    chart = scaled(ways, {}, stages=stages_of(ways, **more))
    picture = fork_picture(chart, chart.stage["a"], lambda stage: "/", tuple(titles), "")
    for drawing, width in zip(picture.split("</svg>")[:2], (880, 340), strict=True):
        stops = re.findall(r'class="stop" cx="(\d+)" cy="(\d+)"', drawing)
        assert [y for _, y in stops] == ["62", *["190"] * len(titles)]
        places = [int(x) for x, _ in stops[1:]]
        assert places == sorted(places)
        assert (min(places) > 0, max(places) < width) == (True, True)
        height = int(re.findall(r'viewBox="0 0 \d+ (\d+)"', drawing)[0])
        assert max(int(y) for y in re.findall(r'<tspan x="\d+" y="(\d+)"', drawing)) <= height
