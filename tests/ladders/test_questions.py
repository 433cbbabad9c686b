"""What a self-assessment asks, and what ticked statements amount to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.chart import Chart, Descriptor, Expectation, Level, Statement
from ladders.needs import Points
from ladders.questions import Form, Option, Question, level_from_ticks, questions
from tests.ladders.charts import CATEGORIES, FORK, NAMES, scaled, skill, texts, ticks

WAYS = {"pm": "senior", "senior": "lead", "lead": ""}
CHART = scaled(
    WAYS,
    {
        "rises": {"pm": "2", "senior": "4"},
        "stays": {"pm": "3", "senior": "3"},
        "new": {"senior": "(2)"},
        "ended": {"pm": "1"},
        "required": {"pm": "(2)", "senior": "2"},
        "weighs": {"pm": "2", "senior": "2!x3"},
        "later": {"lead": "2"},
        "shown": {"pm": "1", "senior": "2"},
        "fact": {"pm": "1", "senior": "2"},
    },
    skills=[skill("shown", rated=False), skill("fact", category="facts")],
    categories=CATEGORIES,
)


def asked(chart: Chart, current: str | None, target: str | None, form: Form = Form.FULL) -> list[str]:
    return [question.skill.slug for question in questions(chart, current, target, form)]


def levels(question: Question) -> list[tuple[int, str, str]]:
    return [(option.level, option.name, option.text) for option in question.options]


def test_the_full_form_asks_what_either_stage_expects() -> None:
    assert asked(CHART, "pm", "senior") == ["rises", "stays", "new", "ended", "required", "weighs"]
    assert asked(CHART, "pm", None) == ["rises", "stays", "ended", "required", "weighs"]
    assert asked(CHART, None, "lead") == ["later"]


def test_the_quick_form_asks_only_what_changes() -> None:
    assert asked(CHART, "pm", "senior", Form.QUICK) == ["rises", "new", "ended", "required"]
    assert asked(CHART, None, "lead", Form.QUICK) == ["later"]


def test_the_quick_form_asks_everything_where_nothing_changes() -> None:
    assert asked(CHART, "pm", "pm", Form.QUICK) == asked(CHART, "pm", "pm", Form.FULL)


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize(("current", "target"), [("pm", "senior"), (None, None)])
def test_where_no_stage_expects_anything_all_rated_skills_are_asked(
    form: Form, current: str | None, target: str | None
) -> None:
    skills = [skill("a"), skill("b"), skill("shown", rated=False)]
    assert asked(scaled(WAYS, {}, skills=skills, needs=Points(9)), current, target, form) == ["a", "b"]


def test_a_question_says_what_both_stages_expect() -> None:
    found = {q.skill.slug: (q.current, q.target) for q in questions(CHART, "pm", "senior", Form.FULL)}
    assert found["rises"] == (Expectation(2), Expectation(4))
    assert found["new"] == (None, Expectation(2, required=False))
    assert found["ended"] == (Expectation(1), None)


@pytest.mark.parametrize(("current", "target"), [("nowhere", "pm"), ("pm", "nowhere")])
def test_an_unknown_stage_is_refused(current: str, target: str) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        questions(CHART, current, target, Form.FULL)


def test_every_level_is_an_option_in_the_words_of_the_skill() -> None:
    words = {
        1: Descriptor("first"),
        2: Descriptor("second", name="Second name", examples=("an example",)),
        4: Descriptor(name="Only a name"),
    }
    chart = scaled(WAYS, {"a": {"pm": "2"}}, skills=[skill("a", levels=words)])
    (question,) = questions(chart, "pm", None, Form.FULL)
    assert levels(question) == [
        (0, "Not yet", "scale 0"),
        (1, "Learning", "first"),
        (2, "Second name", "second"),
        (3, "Owning", "scale 3"),
        (4, "Only a name", "scale 4"),
        (5, "Shaping", "scale 5"),
    ]
    assert question.options[2] == Option(2, "Second name", "second", (), ("an example",))


def test_statements_stand_in_for_a_text() -> None:
    chart = scaled(WAYS, {"a": {"pm": "2"}}, skills=[skill("a", levels={1: ticks("s1", "s2")})])
    option = questions(chart, "pm", None, Form.FULL)[0].options[1]
    assert (option.text, [statement.key for statement in option.statements]) == ("", ["s1", "s2"])


def test_there_is_always_a_level_zero_and_the_lowest_comes_first() -> None:
    scale = tuple(Level(number, NAMES[number]) for number in (3, 1))
    (question,) = questions(scaled(WAYS, {"a": {"pm": "1"}}, scale=scale), "pm", None, Form.FULL)
    assert levels(question) == [(0, "", ""), (1, "Learning", "a 1"), (3, "Owning", "a 3")]


def test_a_text_ladder_offers_the_stages_on_the_way() -> None:
    chart = texts(
        FORK,
        {
            "users": {"pm": "asks", "senior": Descriptor("plans", name="Planner"), "principal": "masters"},
            "lead": {"group": "leads", "director": "directs"},
        },
    )
    users, lead = questions(chart, "group", "principal", Form.FULL)
    assert levels(users) == [(0, "", ""), (1, "Pm", "asks"), (2, "Planner", "plans"), (3, "Principal", "masters")]
    assert levels(lead) == [(0, "", ""), (3, "Group", "leads")]
    assert (users.current, users.target, lead.current) == (None, Expectation(3), Expectation(3))


def test_where_both_ways_have_words_at_a_depth_the_target_speaks() -> None:
    chart = texts(FORK, {"users": {"group": "leads", "principal": "masters"}})
    (question,) = questions(chart, "group", "principal", Form.FULL)
    assert levels(question) == [(0, "", ""), (3, "Principal", "masters")]


def test_without_a_stage_a_text_ladder_offers_every_way() -> None:
    chart = texts(FORK, {"users": {"pm": "asks", "group": "leads", "principal": "masters", "director": "directs"}})
    (question,) = questions(chart, None, None, Form.FULL)
    assert levels(question) == [(0, "", ""), (1, "Pm", "asks"), (3, "Group", "leads"), (4, "Director", "directs")]


STATED = texts(
    {"one": "two", "two": "three", "three": "four", "four": ""},
    {"users": {"one": ticks("a", "b"), "two": "a text alone", "four": ticks("c")}},
    assess="statements",
)


def stated() -> Question:
    (question,) = questions(STATED, "one", "four", Form.FULL)
    return question


def test_statements_have_lasting_keys_and_a_text_alone_can_be_ticked_too() -> None:
    assert [[statement.key for statement in option.statements] for option in stated().options] == [
        [],
        ["a", "b"],
        ["stage:two"],
        ["c"],
    ]
    anchored = scaled(
        WAYS, {"a": {"pm": "2"}}, skills=[skill("a", levels={1: Descriptor("one")})], assess="statements"
    )
    options = questions(anchored, "pm", None, Form.FULL)[0].options
    assert [option.statements for option in options] == [(), (Statement("level:1", "one"),), (), (), (), ()]


@pytest.mark.parametrize(
    ("ticked", "level"),
    [
        (set(), 0),
        ({"a"}, 0),
        ({"a", "b"}, 1),
        ({"a", "b", "stage:two"}, 2),
        ({"a", "b", "stage:two", "c"}, 4),
        ({"a", "stage:two", "c"}, 0),
        ({"a", "b", "c"}, 1),
        ({"a", "b", "unknown"}, 1),
    ],
)
def test_the_level_is_the_highest_with_all_ticked_up_to_it(ticked: set[str], level: int) -> None:
    assert level_from_ticks(stated(), ticked) == level


def test_a_level_without_statements_is_neither_reached_nor_in_the_way() -> None:
    chart = scaled(WAYS, {"a": {"pm": "2"}}, skills=[skill("a", levels={2: ticks("x"), 4: ticks("y")})])
    (question,) = questions(chart, "pm", None, Form.FULL)
    assert [level_from_ticks(question, keys) for keys in ((), ("y",), ("x",), ("x", "y"))] == [0, 0, 2, 4]


@given(st.sets(st.sampled_from(["a", "b", "stage:two", "c"])), st.sampled_from(["a", "b", "stage:two", "c"]))
def test_one_tick_more_never_lowers_the_level(ticked: set[str], key: str) -> None:
    assert level_from_ticks(stated(), ticked | {key}) >= level_from_ticks(stated(), ticked)
