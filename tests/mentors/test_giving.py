"""Give before ask, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mentors.contents import Mark, Member, Milestone, Owed, Summary, Topic
from mentors.giving import Gift, balance, is_ones_turn, last_gave, outcome_letter, short, suggestions

TODAY = date(2026, 6, 15)
INES = Member("Ines", added_on=TODAY)


def gave(**days: date) -> Summary:
    return Summary(count=3, last_on=TODAY, days={Mark(mark): day for mark, day in days.items()})


def test_when_one_last_gave() -> None:
    assert last_gave(gave(gave=date(2026, 3, 4)), TODAY) == "You last gave something in March."
    assert last_gave(gave(gave=date(2025, 10, 4)), TODAY) == "You last gave something in October 2025."
    assert last_gave(gave(asked=TODAY), TODAY) == "You have not noted giving anything yet."


def test_whose_turn_it_is() -> None:
    day, later = date(2026, 1, 1), date(2026, 2, 1)
    assert is_ones_turn(gave(asked=later, gave=day))
    assert is_ones_turn(gave(received=later))
    assert not is_ones_turn(gave(asked=day, gave=later))
    assert not is_ones_turn(gave(asked=day, gave=day))
    assert not is_ones_turn(gave(hello=day))


def test_the_balance_is_said_without_figures() -> None:
    said = balance(gave(asked=date(2026, 5, 1), gave=date(2026, 3, 1)), TODAY)
    assert said == [
        "You last gave something in March.",
        "You last asked for something in May.",
        "It is your turn to give something before you ask again.",
    ]
    assert balance(Summary(), TODAY) == ["You have not noted a talk yet. A first small gift is a good beginning."]


def test_what_became_of_advice_comes_first() -> None:
    owed = tuple(Owed(str(number), f"Advice {number}", TODAY - timedelta(9 - number)) for number in range(3))
    member = replace(INES, summary=replace(gave(received=TODAY), owed=owed))
    found = suggestions(member, TODAY)
    assert [one.gift for one in found] == [Gift.OUTCOME, Gift.OUTCOME, Gift.THANKS, Gift.ARTICLE, Gift.INTRODUCTION]
    assert [one.touch for one in found] == ["2", "1", "", "", ""]
    assert found[0].words == "Tell them what became of “Advice 2”."


def test_thanks_for_what_was_received_since() -> None:
    member = replace(INES, summary=gave(received=date(2026, 2, 1), gave=date(2026, 3, 1)))
    assert Gift.THANKS not in {one.gift for one in suggestions(member, TODAY)}


def test_a_milestone_that_is_near() -> None:
    days = (TODAY - timedelta(200), TODAY + timedelta(4), TODAY - timedelta(3))
    member = replace(INES, milestones=tuple(Milestone(day, f"On {day}") for day in days))
    first = suggestions(member, TODAY)[0]
    assert (first.gift, first.words) == (Gift.MILESTONE, "Send a word about “On 2026-06-12”, 12 June.")


def test_there_is_always_something() -> None:
    assert [one.gift for one in suggestions(INES, TODAY)] == [Gift.ARTICLE, Gift.INTRODUCTION, Gift.FEEDBACK]
    strong = replace(INES, strengths=(Topic("t", "Pricing"),))
    assert "about Pricing" in suggestions(strong, TODAY)[0].words


def test_words_inside_a_sentence_are_short() -> None:
    assert short("a\nb  c.") == "a b c"
    assert (len(short("x" * 200)), short("x" * 200)[-1]) == (80, "…")


def test_a_letter_about_what_became_of_it() -> None:
    letter = outcome_letter("Ines", Owed("t", "Start small", date(2026, 3, 1)), TODAY)
    assert letter.startswith("Hello Ines,\n\nin March you told me: “Start small”\n\nI tried it.")
