"""People by skills, as values: what a cell says, who counts, what stands out, and that nothing hidden is a number."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Expectation
from ladders.standing import Held
from teams.heatmap import Cell, Known, Mark, Sight, cell, coaching, findings, heatmap
from tests.ladders.charts import scaled

TODAY = date(2026, 6, 4)
CHART = scaled(
    {"apm": "pm", "pm": "senior", "senior": ""},
    {
        "research": {"apm": "1", "pm": "3", "senior": "4"},
        "strategy": {"pm": "2!", "senior": "4!"},
        "delivery": {"apm": "2", "pm": "3", "senior": "3"},
        "partners": {"senior": "(1)"},
        "drawing": {},
    },
)


def held(**levels: int) -> dict[str, Held]:
    return {slug: Held(level, TODAY) for slug, level in levels.items()}


ADA = Known("a", "Ada", "pm", held(research=4, strategy=2, delivery=1))
DI = Known("d", "Di", "pm", held(research=1, strategy=1, partners=1))
FARID = Known("f", "Farid", "senior", held(research=4, strategy=4, delivery=3, drawing=2))
HIDDEN = Known("h", "Hana", "pm", held(research=0, strategy=0, delivery=0), veiled=True)
PRIVATE = Known("p", "Pia", "pm", {})
LOST = Known("l", "Lee", "gone", held(research=1))


def test_each_cell_is_the_level_now_and_what_the_persons_own_stage_expects() -> None:
    found = heatmap(CHART, [ADA, DI, FARID], TODAY)
    assert [column.skill.slug for column in found.columns] == [
        "research", "strategy", "delivery", "partners", "drawing",
    ]  # fmt: skip
    assert [[(one.now, one.need, one.mark.value) for one in line.cells] for line in found.lines] == [
        [(4, 3, "beyond"), (2, 2, "met"), (1, 3, "far"), (None, None, "none"), (None, None, "none")],
        [(1, 3, "far"), (1, 2, "grow"), (None, 3, "unknown"), (1, None, "none"), (None, None, "none")],
        [(4, 4, "met"), (4, 4, "met"), (3, 3, "met"), (None, 1, "none"), (2, None, "none")],
    ]


def test_met_of_needed_and_people_meeting_of_people_who_need_it() -> None:
    found = heatmap(CHART, [ADA, DI, FARID], TODAY)
    assert [(line.met, line.needed) for line in found.lines] == [(2, 3), (0, 3), (3, 3)]
    assert [(column.meets, column.needs, column.only) for column in found.columns] == [
        (2, 3, ""),
        (2, 3, ""),
        (1, 3, "Farid"),
        (0, 0, ""),
        (0, 0, ""),
    ]


def test_the_one_person_who_needs_a_skill_and_meets_it_is_no_warning() -> None:
    found = heatmap(CHART, [FARID], TODAY)
    assert [(column.meets, column.needs, column.only) for column in found.columns[:2]] == [(1, 1, ""), (1, 1, "")]


def test_a_line_that_is_hidden_has_no_cells_and_is_in_no_count() -> None:
    alone = heatmap(CHART, [ADA], TODAY)
    found = heatmap(CHART, [ADA, HIDDEN, PRIVATE, LOST], TODAY)
    assert [(line.sight, line.cells, line.met, line.needed) for line in found.lines[1:]] == [
        (Sight.VEILED, (), 0, 0),
        (Sight.PRIVATE, (), 0, 0),
        (Sight.NOWHERE, (), 0, 0),
    ]
    assert found.columns == alone.columns
    assert [line.key for line in found.open] == ["a"]


def test_a_review_that_is_open_hides_more_than_anything_else() -> None:
    both = Known("x", "X", "gone", {}, veiled=True)
    assert heatmap(CHART, [both], TODAY).lines[0].sight is Sight.VEILED


def test_older_than_a_year_is_marked_and_a_year_is_not() -> None:
    expected = Expectation(2)
    days = {365: False, 366: True}
    assert {n: cell(expected, Held(2, TODAY - timedelta(days=n)), TODAY).old for n in days} == days


def test_welcome_is_no_expectation() -> None:
    welcome = Expectation(2, required=False)
    assert cell(welcome, Held(2, TODAY), TODAY) == Cell(2, 2, False, Mark.MET, False)
    assert (cell(welcome, Held(2, TODAY), TODAY).met, cell(welcome, None, TODAY).mark) == (False, Mark.NONE)


def test_columns_stand_by_category_in_the_order_of_the_ladder() -> None:
    found = heatmap(CHART, [ADA], TODAY)
    assert [(category, [c.skill.slug for c in columns]) for category, columns in found.grouped] == [
        (None, ["research", "strategy", "delivery"])
    ]


def test_who_could_coach_whom_needs_an_offer_and_a_level_that_reaches() -> None:
    found = heatmap(CHART, [ADA, DI, FARID], TODAY)
    everything = frozenset(("research", "strategy", "delivery"))
    pairs = coaching(found, {"a": frozenset({"research"}), "d": everything, "f": frozenset({"delivery"})})
    assert [(pair.skill.slug, pair.helpers, pair.learners) for pair in pairs] == [
        ("research", ("Ada",), ("Di",)),
        ("delivery", ("Farid",), ("Ada",)),  # nobody knows what Di does there: she is not offered help
    ]
    assert coaching(found, {}) == ()


def test_nobody_hidden_is_suggested() -> None:
    found = heatmap(CHART, [DI, HIDDEN], TODAY)
    assert coaching(found, {"h": frozenset({"research"}), "d": frozenset({"research"})}) == ()


def test_what_stands_out() -> None:
    old = Known("o", "Ola", "pm", {"research": Held(1, date(2025, 1, 1)), "strategy": Held(2, TODAY)})
    found = findings(heatmap(CHART, [ADA, DI, old, HIDDEN, PRIVATE], TODAY))
    assert [column.skill.slug for column in found.thin] == ["delivery"]
    assert [(column.skill.slug, column.only) for column in found.only] == [("research", "Ada")]
    assert (found.old, found.unknown, found.veiled, found.private) == (1, 2, 1, 1)


LEVELS = st.dictionaries(
    st.sampled_from(["research", "strategy", "delivery", "partners", "drawing"]),
    st.builds(Held, st.integers(0, 5), st.dates(date(2024, 1, 1), TODAY)),
)
PEOPLE = st.lists(
    st.builds(
        Known,
        key=st.uuids().map(str),
        name=st.text(min_size=1, max_size=8),
        stage=st.sampled_from(["apm", "pm", "senior", "gone"]),
        held=LEVELS,
        veiled=st.booleans(),
    ),
    max_size=8,
)


@given(PEOPLE)
def test_rows_and_columns_count_the_same_cells(people: list[Known]) -> None:
    found = heatmap(CHART, people, TODAY)
    assert sum(line.met for line in found.lines) == sum(column.meets for column in found.columns)
    assert sum(line.needed for line in found.lines) == sum(column.needs for column in found.columns)
    assert all(len(line.cells) in (0, len(found.columns)) for line in found.lines)


@given(PEOPLE)
def test_the_order_of_people_is_kept_and_changes_nothing_else(people: list[Known]) -> None:
    found, turned = heatmap(CHART, people, TODAY), heatmap(CHART, people[::-1], TODAY)
    assert [line.key for line in found.lines] == [person.key for person in people]
    assert sorted(turned.lines, key=lambda line: line.key) == sorted(found.lines, key=lambda line: line.key)
    assert [(c.meets, c.needs) for c in turned.columns] == [(c.meets, c.needs) for c in found.columns]


@given(PEOPLE, LEVELS)
def test_levels_of_somebody_in_review_change_nothing_at_all(people: list[Known], levels: dict[str, Held]) -> None:
    def with_hidden(held: dict[str, Held]) -> object:
        found = heatmap(CHART, [*people, Known("hidden", "Hidden", "pm", held, veiled=True)], TODAY)
        return found, findings(found)

    assert with_hidden(levels) == with_hidden({})


@given(PEOPLE, st.frozensets(st.sampled_from(["research", "strategy", "delivery"])))
def test_only_who_offered_helps_and_only_who_is_to_grow_learns(people: list[Known], offer: frozenset[str]) -> None:
    found = heatmap(CHART, people, TODAY)
    offers = {people[0].key: offer} if people else {}
    for pair in coaching(found, offers):
        place = [column.skill.slug for column in found.columns].index(pair.skill.slug)
        assert (set(pair.helpers), pair.skill.slug in offer) == ({people[0].name}, True)
        growing = [line.name for line in found.open if line.cells[place].mark in (Mark.GROW, Mark.FAR)]
        assert set(pair.learners) <= set(growing)
