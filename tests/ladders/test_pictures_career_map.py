"""The career map as HTML, and as rows."""

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from ladders.chart import Beyond, Chart, Phase, Stage, Track
from ladders.needs import All
from ladders.pictures.career_map import Marks, career_map, map_key, map_rows

NASTY = """<script>&"'"""


def fork(title: str = "Senior Product Manager", beyond: tuple[Beyond, ...] = ()) -> Chart:
    """One stage that forks into two lines with a move between them."""
    stages = (
        Stage("senior", "2", title, "mid", "core", next=("group", "principal")),
        Stage("group", "3", "Group Product Manager", "lead", "people"),
        Stage("principal", "4", "Principal Product Manager", "lead", "expert", moves=("group",)),
    )
    return Chart(
        "v1", "l1", "pm", "Product", "1", All(), stages, (), {},
        phases=(Phase("mid", "Mid-career"), Phase("lead", "Leadership")),
        tracks=(Track("core", "Manager"), Track("people", "Leadership"), Track("expert", "Expert")),
        beyond=beyond,
    )  # fmt: skip


def href(stage: Stage) -> str:
    """Where a stage of these tests leads."""
    return f"/stages/{stage.pid}/?from=map&to={stage.slug}"


def parsed(html: str) -> ElementTree.Element:
    """The map read as XML: every attribute quoted, every element closed."""
    return ElementTree.fromstring(html)  # noqa: S314  # our own output


def test_both_pictures_link_every_stage_by_its_full_name() -> None:
    marks = Marks(here="senior", aim="group", notes={"senior": "since March 2023"})
    page = parsed(career_map(fork(), marks, href))
    names = [
        "Senior Product Manager, you are here, since March 2023",
        "Group Product Manager, your aim",
        "Principal Product Manager",
    ]
    assert page.get("class") == "mapbox"
    assert [picture.get("class") for picture in page] == ["map map-wide", "map map-tall"]
    for picture in page:
        links = picture.findall("a")
        assert [link.get("aria-label") for link in links] == names
        assert [link.get("href") for link in links] == [href(stage) for stage in fork().stages]


def test_only_the_way_ahead_is_hollow() -> None:
    ahead = [path for path in parsed(career_map(fork(), Marks(), href)).iter("path") if path.get("class") == "ahead"]
    assert ahead == []
    marked = parsed(career_map(fork(), Marks(here="group", notes={"senior": "2020"}), href))
    ways = [path.get("d", "").count("M") for path in marked.iter("path") if path.get("class") == "ahead"]
    assert ways == [1, 1]


def test_the_person_and_the_aim_are_marked_once_in_each_picture() -> None:
    marks = Marks(here="senior", aim="principal")
    page = parsed(career_map(fork(), marks, href))
    circles = [circle.get("class") for picture in page for circle in picture.iter("circle")]
    assert [circles.count(kind) for kind in ("here", "ring", "aim", "stop", "halo")] == [2, 2, 2, 2, 6]


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=80))
def test_every_title_is_escaped(text: str) -> None:
    html = career_map(fork(NASTY + text), Marks(notes={"group": NASTY}), href)
    assert "<script" not in html
    name = parsed(html)[0].findall("a")[0].get("aria-label", "")
    assert re.sub(r"\s", "", name) == re.sub(r"\s", "", NASTY + text)


def test_texts_and_addresses_of_every_kind_are_escaped() -> None:
    chart = Chart(
        "v1", "l1", "pm", "Product", "1", All(),
        (Stage("a", "1", NASTY, "p", "t", next=("b",)), Stage("b", "2", NASTY, "q", "u", moves=("a",))), (), {},
        phases=(Phase("p", NASTY, NASTY), Phase("q", NASTY, NASTY)), tracks=(Track("t", NASTY), Track("u", NASTY)),
        beyond=(Beyond("x", NASTY),),
    )  # fmt: skip
    html = career_map(chart, Marks(here="a", notes={"a": NASTY}), lambda stage: NASTY) + map_key(chart)
    assert re.findall(r"<script|<svg[^>]*'|&(?!lt;|gt;|amp;|quot;|#x27;)", html) == []


def test_a_ladder_without_stages_has_no_map_and_no_key() -> None:
    empty = Chart("v1", "l1", "pm", "Product", "1", All(), (), (), {})
    assert (career_map(empty, Marks(), href), map_key(empty), map_rows(empty, Marks())) == ("", "", ())


def test_the_key_names_the_lines_in_their_colours() -> None:
    assert map_key(fork(beyond=(Beyond("x", "Founder"),))) == (
        '<ul class="key lines"><li>Manager</li><li class="people">Leadership</li><li class="expert">Expert</li>'
        '<li class="move">move between lines</li><li class="out">beyond the ladder</li></ul>'
    )


def test_the_rows_say_what_the_map_shows() -> None:
    founder, adviser = Beyond("founder", "Founder", start=("senior", "group")), Beyond("adviser", "Adviser")
    chart = fork(beyond=(founder, adviser))
    rows = map_rows(chart, Marks(here="senior", aim="group"))
    found = [
        (row.stage.slug, row.line, row.phase, [stage.slug for stage in row.leads_on], row.beyond, row.here, row.aim)
        for row in rows
    ]
    assert found == [
        ("senior", "Manager", "Mid-career", ["group", "principal"], (founder,), True, False),
        ("group", "Leadership", "Leadership", [], (founder, adviser), False, True),
        ("principal", "Expert", "Leadership", [], (adviser,), False, False),
    ]
