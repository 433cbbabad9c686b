"""The first small ask, looked at the way its reader will."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentors.asking import LONGEST, look_at, mailto, questions_in, skeleton, words_in

GOOD = (
    "Your talk changed how we price, and now 40 customers want less. Would you add a plan, or wait? No need to reply."
)


@pytest.mark.parametrize(
    "text",
    [
        "Will you be my mentor?",
        "WOULD YOU BE MY MENTOR?",
        "Would you consider be\u00adcoming my mentor?",
        "would you consider mentoring me?",
        "Could I have you as my mentor?",
        "I am looking for a mentor. Are you free?",
        "Do you take on mentees? I’d like to be your mentee.",
        "Would you be my career mentor?",
        "Can we start a mentorship?",
        "Möchtest du mein Mentor werden?",
        "¿Quieres ser mi mentora?",
        "Veux-tu être mon mentor ?",
    ],
)
def test_a_mentor_is_not_asked_for(text: str) -> None:
    assert any(said.startswith("This asks for a mentor.") for said in look_at(text).refused)


@pytest.mark.parametrize(
    "text",
    [
        "How did you find a mentor?",
        "Which book would you give a mentor who starts?",
        "As a mentor of three, which of them would you ask first?",
        "What makes a good mentor?",
        GOOD,
    ],
)
def test_the_word_alone_is_no_promise(text: str) -> None:
    assert look_at(text).refused == ()


def test_good_ones() -> None:
    look = look_at(GOOD)
    assert (look.refused, look.better, look.questions) == ((), (), 1)
    assert len(look.good) == 4


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("No question.", 0),
        ("One?", 1),
        ("Really?!?", 2),
        ("What???", 1),
        ("See https://example.org/?a=1 for it. Which?", 1),
        ("متى تبدأ؟", 1),
        ("どちらですか？", 1),
    ],
)
def test_questions(text: str, count: int) -> None:
    assert questions_in(text) == count


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two", 2), ("https://example.org/a-b", 1), ("価格戦略", 2)]
)
def test_words(text: str, count: int) -> None:
    assert words_in(text) == count


@pytest.mark.parametrize(
    ("words", "refused", "better"), [(80, 0, 0), (81, 0, 1), (LONGEST, 0, 1), (LONGEST + 1, 1, 0)]
)
def test_length(words: int, refused: int, better: int) -> None:
    text = " ".join(["word"] * (words - 4)) + " no need to answer?"
    look = look_at(text)
    assert (look.words, len(look.refused), len(look.better)) == (words, refused, better)


@pytest.mark.parametrize(
    "text", ["Can I pick your brain?", "Do you have 30 minutes?", "Any advice?", "A quick call?"]
)
def test_vague_ones(text: str) -> None:
    assert any(said.startswith("It asks for time") for said in look_at(text).better)


def test_the_skeleton_is_not_ready() -> None:
    assert len(look_at(skeleton("Nour")).refused) == 2


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    look = look_at(text)
    assert (look.words >= 0, look.questions >= 0) == (True, True)
    assert bool(look.refused) or look.questions == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200))
def test_a_link_carries_the_words_and_nothing_else(text: str) -> None:
    link = mailto("a&b?bcc=x@example.org", "Häh? & so", text)
    found = urlsplit(link)
    assert (found.scheme, unquote(found.path), found.fragment) == ("mailto", "a&b?bcc=x@example.org", "")
    said = parse_qs(found.query, keep_blank_values=True, strict_parsing=True)
    assert said == {"subject": ["Häh? & so"], "body": [text]}
    assert link.isascii()


def test_lines_are_those_of_a_mail() -> None:
    assert mailto("", "A", "a\nb\r\nc") == "mailto:?subject=A&body=a%0D%0Ab%0D%0Ac"
