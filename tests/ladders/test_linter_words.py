"""What the linter finds in a sentence, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.linter_words import alike, behaviours, counted, grade, outcome, praise, sentences, words


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Strong analytical skills.", "Strong"),
        ("A very good listener", "good"),
        ("Has excellent communication skills.", "excellent"),
        ("Demonstrates great judgement", "great"),
        ("Is highly effective in meetings.", "effective"),
        ("Communicates effectively with stakeholders.", "effectively"),
        ("Hires well.", "well"),
        ("Runs well-prepared workshops and hires well.", "well"),
        ("Names what is strong in a study and what is weak.", ""),
        ("Asks for the good reasons behind a wish.", ""),
        ("Has strong opinions, writes them down and gives them up for a better argument.", ""),
        ("Knows the market well enough to size a segment.", ""),
        ("Informs sales as well as support.", ""),
        ("Gives sales and support the same answer as well.", ""),
        ("Says what went well in a launch.", ""),
        ("Explains how well the test fits the question.", ""),
        ("Writes a well-known newsletter.", ""),
        ("Goods are counted on arrival.", ""),
        ("", ""),
    ],
)
def test_praise(sentence: str, found: str) -> None:
    assert praise(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Writes the plan and agrees it with sales.", ("writes", "agrees")),
        ("Tests the riskiest guess and plans the launch.", ("tests", "plans")),
        ("Reads figures, clearly explains them and decides.", ("reads", "explains", "decides")),
        ("Frames a problem; keeps notes", ("frames", "keeps")),
        ("Compares plans and results each week.", ("compares",)),
        ("Writes clear notes and updates.", ("writes",)),
        ("Asks designers and engineers how something works.", ("asks",)),
        ("Gives designers and engineers the room to decide.", ("gives",)),
        ("Builds a plan that names risks and keeps the team honest.", ("builds",)),
        ("Speaks to users, buyers and partners.", ("speaks",)),
        ("Discuss the plan and writes it down.", ()),
        ("The plan and the notes", ()),
        ("Write notes and reads them.", ()),
        ("", ()),
    ],
)
def test_behaviours(sentence: str, found: tuple[str, ...]) -> None:
    assert behaviours(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Revenue grows every year.", "Revenue grows"),
        ("Customer retention is above the plan.", "Customer retention is"),
        ("Customers love the product.", "Customers love"),
        ("Doubles the annual revenue.", "Doubles the annual revenue"),
        ("Drives company revenue and margin.", "Drives company revenue"),
        ("Reduces churn by a tenth.", "Reduces churn"),
        ("Gets promoted.", "Gets promoted"),
        ("Is widely recognised as an expert.", "Is widely recognised as"),
        ("Wins an award.", "Wins an award"),
        ("Explains what drives the numbers.", ""),
        ("Improves sales material.", ""),
        ("Reads churn by segment.", ""),
        ("Delivers reports on revenue.", ""),
        ("Answers for revenue with sales.", ""),
        ("Sales hears about launches first.", ""),
        ("Customers are asked before large changes.", ""),
        ("Is asked for advice.", ""),
    ],
)
def test_outcome(sentence: str, found: str) -> None:
    assert outcome(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Holds at least five interviews.", "at least five interviews"),
        ("Reads ten support tickets a week.", "ten support tickets a week"),
        ("Writes 3 articles.", "Writes 3 articles"),
        ("More than 12 experiments run in parallel.", "More than 12 experiments"),
        ("Explains why two reports differ.", ""),
        ("Tests a draft with five people.", ""),
        ("Talks with customers every week.", ""),
        ("Aligns three teams in meetings.", ""),
        ("Runs a study.", ""),
        ("Plans for at least two years.", ""),
    ],
)
def test_counted(sentence: str, found: str) -> None:
    assert counted(sentence) == found


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Runs interviews for a feature.", "Regularly runs many interviews for complex features.", False),
        ("Runs interviews for a feature.", "Regularly runs interviews for a complex feature.", True),
        (
            "Sets goals for a team and checks them each quarter.",
            "Sets goals for a team and checks them daily.",
            False,
        ),
        ("Sets goals for her team each quarter.", "Sets better goals for the team each quarter.", True),
        ("Coaches a junior colleague.", "Hires product managers.", False),
        ("Reads a dashboard.", "Builds a dashboard.", False),
        ("The", "A", False),
        ("", "", False),
    ],
)
def test_alike(one: str, other: str, near: bool) -> None:
    assert (alike(one, other), alike(other, one)) == (near, near)


def test_sentences() -> None:
    text = "Asks why, e.g. in calls. Listens!\n\n- Writes\n- Reads\n\n---\n"
    assert sentences(text) == ["Asks why, e.g. in calls.", "Listens!", "- Writes", "Reads"]


def test_the_grade_can_be_worked_out_by_hand() -> None:
    """Six words, 21 letters and digits, three sentences."""
    size, years = grade(["Say what waits. It's so.", "Why1"])
    assert (size, round(years, 4)) == (6, round(4.71 * 21 / 6 + 0.5 * 6 / 3 - 21.43, 4))
    assert grade(["", "…"]) == (0, 0.0)


TEXTS = st.text(max_size=80) | st.lists(
    st.sampled_from(
        ["Gives", "and", ",", "plans", "strong", "well", "five", "interviews", "a", "week", "e.g.", ".", "\n- "]
    )
).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_text_has_an_answer(one: str, other: str) -> None:
    assert alike(one, other) in (True, False)
    assert grade([one, other])[0] >= 0
    for sentence in sentences(f"{one} {other}"):
        assert praise(sentence) in sentence
        assert outcome(sentence) in sentence
        assert counted(sentence) in sentence
        assert set(behaviours(sentence)) <= set(words(sentence))
