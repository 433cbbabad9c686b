"""The layout of the career map, for ladders of every shape."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ladders.chart import Beyond, Chart, Phase, Stage, Track
from ladders.needs import All
from ladders.pictures.map_drawing import Drawing, Text, Words
from ladders.pictures.map_layout import layout
from ladders.pictures.map_plan import Marks, bands, gates, lanes, plan, travelled
from ladders.pictures.text_fit import width

WORDS = Words(here="You are here", aim="Your aim", beyond="Beyond", line="%s line")
TITLES = st.one_of(
    st.sampled_from(("Product Manager", "Director of Product Management", "Geschäftskundenverantwortliche", "PM")),
    st.text(min_size=1, max_size=60),
)


def chart_of(
    stages: tuple[Stage, ...],
    phases: tuple[Phase, ...] = (),
    tracks: tuple[Track, ...] = (),
    beyond: tuple[Beyond, ...] = (),
) -> Chart:
    """A chart that has only what a map shows."""
    return Chart(
        "v1", "l1", "pm", "Product", "1", All(), stages, (), {}, phases=phases, tracks=tracks, beyond=beyond
    )  # fmt: skip


def fork() -> Chart:
    """Two core stages that fork into people and expert; people go on."""
    stages = (
        Stage("pm", "1", "Product Manager", "mid", "core", next=("senior",)),
        Stage("senior", "2", "Senior Product Manager", "mid", "core", next=("group", "principal")),
        Stage("group", "3", "Group Product Manager", "lead", "people", next=("director",)),
        Stage("principal", "4", "Principal Product Manager", "lead", "expert", moves=("group", "director")),
        Stage("director", "5", "Director", "lead", "people"),
    )
    return chart_of(
        stages,
        phases=(Phase("mid", "Mid-career"), Phase("lead", "Leadership", "Leading people, or ideas")),
        tracks=(Track("core", "Manager"), Track("people", "Leadership"), Track("expert", "Expert")),
        beyond=(Beyond("founder", "Startup founder", start=("senior", "director")), Beyond("advice", "Advisory")),
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Ladders of 1 to 14 stages with any forks, joins, roots, tracks, phases, moves and ways beyond."""
    count = draw(st.integers(1, 14))
    names = [f"s{number}" for number in range(count)]
    tracks = tuple(Track(slug, slug.title()) for slug in draw(st.permutations(("core", "people", "expert", "data"))))
    tracks = tracks[: draw(st.integers(0, 4))]
    slugs = ["", *(track.slug for track in tracks)]
    stages = tuple(
        Stage(
            name,
            name,
            draw(TITLES),
            phase=draw(st.sampled_from(("", "a", "b"))),
            track=draw(st.sampled_from(slugs)),
            next=tuple(draw(st.lists(st.sampled_from(names[number + 1 :]), unique=True, max_size=3)))
            if names[number + 1 :]
            else (),
            moves=tuple(draw(st.lists(st.sampled_from(names), unique=True, max_size=2))),
        )
        for number, name in enumerate(names)
    )
    starts = st.lists(st.sampled_from(names), unique=True, max_size=3).map(tuple)
    beyond = tuple(
        Beyond(f"b{number}", draw(TITLES), start=draw(starts)) for number in range(draw(st.integers(0, 4)))
    )
    return chart_of(stages, tracks=tracks, phases=(Phase("a", "Early"), Phase("b", "Later")), beyond=beyond)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Chart, Marks]:
    """A ladder and marks on it, some of them on stages that it does not have."""
    chart = draw(charts())
    slug = st.sampled_from(["", "gone", *chart.stage])
    notes = draw(st.dictionaries(slug, st.text(max_size=30), max_size=4))
    return chart, Marks(draw(slug), draw(slug), notes)


def ends(path: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a path begins and ends."""
    numbers = [float(number) for number in re.findall(r"-?\d+", path)]
    return (numbers[0], numbers[1]), (numbers[-2], numbers[-1])


def boxes(text: Text) -> list[tuple[float, float, float]]:
    """Left, right and baseline of each line of a text, by its class."""
    size, bold = (13, True) if "name" in text.css else (12, "track" in text.css)
    spans = [width(line, size, bold) for line in text.lines]
    share = 0.5 if "mid" in text.css else 0.0
    return [
        (text.x - share * span, text.x + (1 - share) * span, text.y + text.leading * row)
        for row, span in enumerate(spans)
    ]


def touch(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Whether two lines of text overlap by more than the rounding of their places."""
    return min(one[1], other[1]) - max(one[0], other[0]) > 2 and abs(one[2] - other[2]) < 12


@settings(deadline=None)
@given(marked())
def test_no_two_stations_share_a_place(case: tuple[Chart, Marks]) -> None:
    for picture in layout(*case, WORDS):
        places = [(station.x, station.y) for station in picture.stations]
        assert len(set(places)) == len(case[0].stages)


@settings(deadline=None)
@given(marked())
def test_all_stations_and_exits_lie_within_the_picture(case: tuple[Chart, Marks]) -> None:
    for picture in layout(*case, WORDS):
        places = [(station.x, station.y) for station in picture.stations]
        places += [(place.x, place.y) for place in picture.exits]
        outside = [(x, y) for x, y in places if not (7 <= x <= picture.width - 7 and 7 <= y <= picture.height - 7)]
        assert outside == []


@settings(deadline=None)
@given(marked())
def test_every_edge_is_drawn_from_station_to_station(case: tuple[Chart, Marks]) -> None:
    chart = case[0]
    edges = {(stage.slug, target) for stage in chart.stages for target in stage.next}
    for picture in layout(*case, WORDS):
        at = {station.stage.slug: (station.x, station.y) for station in picture.stations}
        assert {(way.start, way.end): ends(way.path) for way in picture.ways} == {
            (start, end): (at[start], at[end]) for start, end in edges
        }


@settings(deadline=None)
@given(marked())
def test_the_tall_picture_is_always_there_and_the_wide_one_only_where_it_is_readable(
    case: tuple[Chart, Marks],
) -> None:
    pictures = {picture.css: picture for picture in layout(*case, WORDS)}
    assert pictures["map-tall"].width == 340
    assert set(pictures) - {"map-tall"} <= {"map-wide"}


@settings(deadline=None)
@given(marked())
def test_all_exits_are_shown_and_every_mark_that_the_ladder_has(case: tuple[Chart, Marks]) -> None:
    chart, marks = case
    tags = sum(slug in chart.stage for slug in {marks.here, marks.aim})
    for picture in layout(chart, marks, WORDS):
        assert {mark.place for mark in picture.exits} == set(chart.beyond)
        assert len(picture.tags) == tags


@settings(deadline=None)
@given(marked())
def test_the_same_ladder_gives_the_same_picture(case: tuple[Chart, Marks]) -> None:
    assert layout(*case, WORDS) == layout(*case, WORDS)


@settings(deadline=None)
@given(marked())
def test_no_name_lies_on_another(case: tuple[Chart, Marks]) -> None:
    for picture in layout(*case, WORDS):
        texts = [text for station in picture.stations for text in station.texts]
        lines = [line for text in (*texts, *(mark.text for mark in picture.exits)) for line in boxes(text)]
        assert [(a, b) for number, a in enumerate(lines) for b in lines[:number] if touch(a, b)] == []


def test_the_fork_looks_as_drawn_by_hand() -> None:
    picture = wide(fork())
    level = {station.stage.slug: station.y for station in picture.stations}
    assert level["pm"] == level["senior"]
    assert level["group"] == level["director"]
    assert level["group"] < level["senior"] < level["principal"]
    along = {station.stage.slug: station.x for station in picture.stations}
    assert along["pm"] < along["senior"] < along["group"] == along["principal"] < along["director"]


def test_lanes_keep_their_colours() -> None:
    assert [(lane.rank, lane.css, [stage.slug for stage in lane.stages]) for lane in lanes(fork())] == [
        (0, "", ["pm", "senior"]),
        (-1, "people", ["group", "director"]),
        (1, "expert", ["principal"]),
    ]


def test_a_fork_without_tracks_opens_lanes_and_joins_again() -> None:
    stages = (
        Stage("a", "1", "A", next=("b", "c", "d")),
        Stage("b", "2", "B", next=("e",)),
        Stage("c", "3", "C", next=("e",)),
        Stage("d", "4", "D"),
        Stage("e", "5", "E"),
    )
    found = [(lane.rank, lane.css, [stage.slug for stage in lane.stages]) for lane in lanes(chart_of(stages))]
    assert found == [(0, "", ["a", "b", "e"]), (-1, "", ["c"]), (1, "", ["d"])]


def test_stages_without_a_track_run_on_the_core() -> None:
    stages = (Stage("a", "1", "A", next=("b",)), Stage("b", "2", "B", track="core"))
    chart = chart_of(stages, tracks=(Track("core", "Core"), Track("people", "People")))
    assert [[stage.slug for stage in lane.stages] for lane in lanes(chart)] == [["a", "b"]]


def test_phases_divide_the_ladder_where_they_do_so_cleanly() -> None:
    assert [(band.phase and band.phase.slug, band.first, band.last) for band in bands(fork())] == [
        ("mid", 1, 2),
        ("lead", 3, 4),
    ]


def test_phases_that_share_a_depth_are_not_drawn() -> None:
    stages = (Stage("a", "1", "A", "x", next=("b", "c")), Stage("b", "2", "B", "x"), Stage("c", "3", "C", "y"))
    assert bands(chart_of(stages, phases=(Phase("x", "X"), Phase("y", "Y")))) == ()


def test_the_way_travelled_lies_between_the_stages_held() -> None:
    marks = Marks(here="group", aim="director", notes={"senior": "2021", "director": "from 2027"})
    assert travelled(fork(), marks) == {("senior", "group")}


def test_a_stage_skipped_on_the_way_counts_as_travelled() -> None:
    marks = Marks(here="director", notes={"pm": "2019"})
    assert travelled(fork(), marks) == {("pm", "senior"), ("senior", "group"), ("group", "director")}


def test_where_nothing_before_is_known_nothing_is_travelled() -> None:
    assert travelled(fork(), Marks(here="senior", aim="group")) == frozenset()


def test_without_marks_all_lines_are_full() -> None:
    assert travelled(fork(), Marks()) == frozenset(plan(fork(), Marks()).edges)


def test_the_ways_out_start_at_the_ends_they_name() -> None:
    assert gates(fork()) == {"principal", "director"}


def test_a_long_ladder_has_the_tall_picture_alone() -> None:
    stages = tuple(
        Stage(f"s{n}", f"s{n}", "Produktmanagementgruppenleiterin", next=(f"s{n + 1}",) if n < 23 else ())
        for n in range(24)
    )
    assert [picture.css for picture in layout(chart_of(stages), Marks(), WORDS)] == ["map-tall"]


def test_a_ladder_without_stages_has_no_picture() -> None:
    assert layout(chart_of(()), Marks(), WORDS) == ()


def wide(chart: Chart) -> Drawing:
    """The wide picture of a chart that has one."""
    return {picture.css: picture for picture in layout(chart, Marks(), WORDS)}["map-wide"]
