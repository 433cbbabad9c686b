"""Ways between a ladder and other jobs: every end and every way is drawn, and stays on the paper."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ladders.pictures.crosswalk import End, crosswalk

JOBS = (End("d", "Design", "/d/", "Design, often to PM"), End("e", "Engineering", "/e/"))
STAGES = (End("apm", "APM", "/apm/"), End("pm", "PM", "/pm/", css="people", joined=True, ahead=True))
NUMBER = r"(\d+)"


def test_into_a_ladder() -> None:
    wide, narrow = crosswalk(JOBS, STAGES, [("d", "pm"), ("e", "pm"), ("e", "apm")], out=False, label="Ways").split(
        "</svg>"
    )[:2]
    assert wide == (
        '<div class="mapbox"><svg class="map crosswalk map-wide" viewBox="0 0 880 88" direction="ltr" role="group"'
        ' aria-label="Ways">'
        '<path class="flow" d="M270 66C440 66 440 22 610 22"/>'
        '<path class="flow people" d="M270 22C440 22 440 66 610 66M270 66C440 66 440 66 610 66"/>'
        '<path class="line people" d="M610 22V66"/>'
        '<path class="line people" d="M610 66v26"/><path class="ahead" d="M610 66v26"/>'
        '<a href="/d/" aria-label="Design, often to PM"><circle class="halo" cx="270" cy="22" r="18"/>'
        '<rect class="exit" x="264" y="16" width="12" height="12"/>'
        '<text class="name end"><tspan x="252" y="27">Design</tspan></text></a>'
        '<a href="/e/" aria-label="Engineering"><circle class="halo" cx="270" cy="66" r="18"/>'
        '<rect class="exit" x="264" y="60" width="12" height="12"/>'
        '<text class="name end"><tspan x="252" y="71">Engineering</tspan></text></a>'
        '<a href="/apm/" aria-label="APM"><circle class="halo" cx="610" cy="22" r="18"/>'
        '<circle class="stop" cx="610" cy="22" r="7"/>'
        '<text class="name"><tspan x="628" y="27">APM</tspan></text></a>'
        '<a href="/pm/" aria-label="PM"><circle class="halo" cx="610" cy="66" r="18"/>'
        '<circle class="stop" cx="610" cy="66" r="7"/>'
        '<text class="name"><tspan x="628" y="71">PM</tspan></text></a>'
    )
    assert 'class="map crosswalk map-tall" viewBox="0 0 340 88"' in narrow


def test_out_of_a_ladder_the_stations_stand_on_the_left() -> None:
    wide = crosswalk(JOBS, STAGES, [("d", "pm")], out=True, label="Ways").split("</svg>")[0]
    assert re.findall(rf'class="stop" cx="{NUMBER}"', wide) == ["270", "270"]
    assert re.findall(rf'class="exit" x="{NUMBER}"', wide) == ["604", "604"]
    assert 'd="M270 66C440 66 440 22 610 22"' in wide


def test_words_are_words() -> None:
    job = End("j", "<i>x</i>", '/"', "<b>")
    drawn = crosswalk([job], STAGES, [("j", "pm")], out=False, label="Ways")
    assert ("<i>" in drawn, "<b>" in drawn, '"/""' in drawn) == (False, False, False)


def test_nothing_to_draw() -> None:
    assert (
        crosswalk(JOBS, STAGES, [], out=False, label="Ways"),
        crosswalk((), STAGES, [("d", "pm")], out=False, label="Ways"),
    ) == ("", "")


TITLES = st.text("abc DEF-ü漢", min_size=1, max_size=60).filter(lambda title: title.strip() != "")


@given(st.lists(TITLES, min_size=1, max_size=9), st.lists(TITLES, min_size=1, max_size=9), st.booleans())
def test_everything_stays_on_the_paper(jobs: list[str], stages: list[str], out: bool) -> None:
    ends = [
        [End(f"{kind}{n}", title, "/") for n, title in enumerate(rows)] for kind, rows in (("j", jobs), ("s", stages))
    ]
    ways = [(job.key, stage.key) for job in ends[0] for stage in ends[1]]
    for drawing in crosswalk(ends[0], ends[1], ways, out=out, label="Ways").split("</svg>")[:2]:
        height = int(re.findall(rf'viewBox="0 0 \d+ {NUMBER}"', drawing)[0])
        marks = [int(y) for y in re.findall(rf'class="halo" cx="\d+" cy="{NUMBER}"', drawing)]
        lines = [int(y) for y in re.findall(rf'<tspan x="\d+" y="{NUMBER}"', drawing)]
        assert len(marks) == len(jobs) + len(stages)
        assert [y for y in marks if not 8 <= y <= height - 8] == []
        assert [y for y in lines if not 12 <= y <= height] == []
        assert drawing.count("M") == len(jobs) * len(stages)
