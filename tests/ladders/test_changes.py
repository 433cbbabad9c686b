"""The difference between two versions of a ladder in words, case by case."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from ladders.changes import Direction, Status, Weight, changes, suggested, tally
from ladders.changes.words import Kind
from tests.ladders.editions import SCALED, WORDED, difference, edited, said, the
from tests.ladders.files import DEFAULT, ladder

EIGHTY = "Met when 80 % of what is required is reached, and every must-have."
ALL = "Met when everything that is required is reached."
MORE, LESS, SAME = Direction.MORE, Direction.LESS, Direction.SAME
PATCH, MINOR, MAJOR = Weight.PATCH, Weight.MINOR, Weight.MAJOR


@pytest.mark.parametrize(
    ("edit", "words", "direction", "weight"),
    [
        ("users: {pm: 2, → users: {pm: 3,", "User research is expected at 3 Owning now, was 2 Doing.", MORE, MAJOR),
        ("users: {pm: 2, → users: {pm: 1,", "User research is expected at 1 Learning now, was 2 Doing.", LESS, MAJOR),
        ("(1), senior: 2} → (1), senior: (2)}",
         "Data analysis is only welcome now, at 2 Doing; it was expected at 2 Doing.", LESS, MAJOR),
        ("data: {pm: (1), → data: {pm: 2,",
         "Data analysis is expected now, at 2 Doing; it was only welcome at 1 Learning.", MORE, MAJOR),
        ("data: {pm: (1), → data: {pm: (2),",
         "Data analysis is welcome at 2 Doing now, was 1 Learning.", SAME, MINOR),
        ("data: {pm: (1), → data: {",
         "Data analysis is no longer welcome here by name; it was at 1 Learning.", SAME, MINOR),
        ("people: {senior: (1)} → people: {pm: (1), senior: (1)}",
         "Hiring is welcome here now, at 1 Learning.", SAME, MINOR),
        ("people: {senior: (1)} → people: {pm: 1, senior: (1)}",
         "Hiring is new here: expected at 1 Learning.", MORE, MAJOR),
        ("(1), senior: 2} → (1)}", "Data analysis is no longer expected here; it was at 2 Doing.", LESS, MAJOR),
        ("people: {senior: (1)} → people: {pm: 0, senior: (1)}",
         "The ladder says now that nothing is expected of Hiring here.", SAME, PATCH),
        ("    x-must: [users]\n → ", "User research is no longer a must-have.", LESS, MAJOR),
        ("{id: senior, title: Senior, → {id: senior, title: Senior, x-must: [data],",
         "Data analysis is a must-have now.", MORE, MAJOR),
        ("x-must: [users] → x-weights: {users: 2}\n    x-must: [users]",
         "User research counts with weight 2 now, was 1.", SAME, MINOR),
    ],
)  # fmt: skip
def test_what_a_stage_asks(edit: str, words: str, direction: Direction, weight: Weight) -> None:
    change = the(difference(edit))
    assert (str(change.said), change.direction, change.weight) == (words, direction, weight)
    assert change.where[0] == "expects"


def test_a_new_must_have_is_said_once() -> None:
    found = difference(
        "people: {senior: (1)} → people: {pm: 2, senior: (1)}", "x-must: [users] → x-must: [users, people]"
    )
    assert str(the(found).said) == "Hiring is new here: a must-have at 2 Doing."
    assert the(found).where == ("expects", "people", "pm")


@pytest.mark.parametrize(
    ("edit", "group", "words", "weight"),
    [
        ("title: Senior, → title: Lead,", "Lead", "Renamed from Senior.", PATCH),
        ("next: [senior] → next: []", "Product Manager", "It no longer leads on to Senior.", MAJOR),
        ("next: [], moves: [pm] → next: [], moves: []", "Senior",
         "Moves sideways, no longer there: Product Manager", MINOR),
        ("    next: [senior]\n → ", "Product Manager",
         "The stages it leads on to: the same, written in another way.", PATCH),
        ("Frames the problem → Frames a problem", "Product Manager", "What people do, reworded:", PATCH),
        (", Talks to users] → ]", "Product Manager", "What people do, no longer there: Talks to users", MINOR),
        ('facts: {Grade: "6"} → facts: {Grade: "7"}', "Product Manager", "Grade: 7, was 6", PATCH),
        ('facts: {Grade: "6"} → facts: [{Grade: "6"}]', "Product Manager",
         "In short: the same, written in another way.", PATCH),
        ("title: Analyst → title: Researcher", "Product Manager", "Title Researcher, renamed from Analyst", PATCH),
        ("    next: [senior] →     x-pay: {band: C}\n    next: [senior]",
         "Product Manager", "“x-pay”, new: {band: C}", PATCH),
        ("title: Hiring, category: people → title: Hiring, category: craft", "Hiring",
         "Category: Craft, was People", MINOR),
        ("text: Learns from users. → core: true\n    text: Learns from users.", "User research",
         "It is a must-have now wherever a stage requires it.", MAJOR),
        ("title: Hiring, → title: Hiring, rated: false,", "Hiring",
         "It is there for reading now: nobody is asked about it any more.", MAJOR),
        ("1: Watches interviews. → 1: Watches an interview.", "User research", "1 Learning, reworded:", PATCH),
        ("{1: Sits in interviews.} → {1: Sits in interviews., 2: Leads interviews.}", "Hiring",
         "2 Doing is described now:", MINOR),
        ("1: Reads a chart. → 1: {name: Reader, text: Reads a chart.}", "Data analysis",
         "Name of 1 Learning, new: Reader", PATCH),
        ("[The panel of spring] → []", "User research",
         "Examples of 3 Owning, no longer there: The panel of spring", MINOR),
        (", Asks for data] → ]", "Data analysis", "A statement of 2 Doing, no longer there: Asks for data", MAJOR),
        ("example.org/guide → example.org/more", "User research",
         "Link Guide: https://example.org/more, was https://example.org/guide", PATCH),
    ],
)  # fmt: skip
def test_what_changes_at_a_stage_or_a_skill(edit: str, group: str, words: str, weight: Weight) -> None:
    found = difference(edit)
    assert (said(found), the(found).weight) == ({group: [words]}, weight)


@pytest.mark.parametrize(
    ("edit", "words", "weight"),
    [
        ("title: L\n → title: Ladder\n", "Title: Ladder, was L", PATCH),
        ("title: L\n → title: L\nsummary: Short.\n", "Summary, new: Short.", PATCH),
        ("needs: all → needs: {share: 80}",
         f"The rule of the ladder: “{EIGHTY}” Before it was: “{ALL}”", MAJOR),
        ("needs: all\n → ", "Rule: the same, written in another way.", PATCH),
        ("name: Doing → name: Acting", "Level 2 Acting, renamed from Doing", PATCH),
        (", {level: 3, name: Owning}] → , {level: 3, name: Owning}, {level: 4, name: Leading}]",
         "Level 4 Leading, new: Leading", MAJOR),
        (("categories: [{id: craft, title: Craft}, {id: people, title: People}] → "
          "categories: [{id: people, title: People}, {id: craft, title: Craft}]"),
         "Categories: in another order.", MINOR),
        ("{id: people, title: People} → {id: people, title: People, rated: false}",
         "Category People, whether people are asked about it: no, was yes", MAJOR),
        ("Saying what the product will not do → Saying what a product will not do",
         "Step Product Manager → Senior, what to start, reworded:", PATCH),
        ("title: Founder, from: [senior] → title: Founder, from: [senior, pm]",
         "Stages that lead to Beyond the ladder, Founder, new: Product Manager", MINOR),
        ("title: L\n → title: L\nx-owner: people team\n", "“x-owner”, new: people team", PATCH),
        ("title: L\n → title: L\nassess: statements\n",
         "How people assess themselves: statements, was levels", MAJOR),
        ("title: L\n → title: L\nx-ways-in: [{id: design, title: Design, to: [pm], text: Knows people.}]\n",
         "Way in, Design, new: Knows people.", MINOR),
    ],
)  # fmt: skip
def test_what_changes_in_the_ladder_as_a_whole(edit: str, words: str, weight: Weight) -> None:
    found = difference(edit)
    assert (said(found), the(found).weight) == ({"": [words]}, weight)


def test_ways_in_and_ways_to_try() -> None:
    way = (
        "x-ways-in: [{id: d, title: Design, brings: [{skill: users, level: 2}], lacks: [{text: Money, try: [Ask]}]}]"
    )
    before = edited(SCALED, f"title: L\n → title: L\n{way}\n")
    after = edited(
        SCALED, "title: L\n → title: L\n" + way.replace("level: 2", "level: 3").replace("[Ask]", "[Ask, Read]") + "\n"
    )
    assert said(changes(before, after)) == {
        "": [
            "Level of Way in, Design, bringing User research: 3, was 2",
            "Ways to try Way in, Design, not done yet, new: Read",
        ]
    }
    tried = difference("    next: [senior]\n →     next: [senior]\n    x-try: [Stand in for somebody]\n")
    assert said(tried) == {"Product Manager": ["Ways to try the work, new: Stand in for somebody"]}


def test_a_skill_that_goes_is_gone_at_every_stage() -> None:
    found = difference("  - {id: people, title: Hiring, category: people, levels: {1: Sits in interviews.}}\n → ",
                       "  people: {senior: (1)}\n → ")  # fmt: skip
    assert said(found) == {
        "Senior": ["Hiring is no longer welcome here by name; it was at 1 Learning."],
        "Hiring": ["The skill is no longer on the ladder."],
    }
    assert [group.status for group in found.skills] == [Status.RETIRED]


def test_a_new_stage_is_said_in_one_line() -> None:
    found = difference(
        "moves: [pm], text: Answers for a product line.} → "
        "moves: [pm], text: Answers for a product line.}\n  - {id: lead, title: Lead, text: Leads.}",
        "users: {pm: 2, senior: 3} → users: {pm: 2, senior: 3, lead: 3}",
    )
    assert said(found) == {"Lead": ["A new stage; 1 skill is required."]}
    assert the(found).runs == ((Kind.ADDED, "Leads."),)
    back = changes(edited(SCALED, "title: Senior, → title: Senior II,"), ladder(SCALED))
    assert [(group.id, group.status) for group in back.stages] == [("senior", Status.CHANGED)]


def test_on_a_ladder_of_texts_a_text_is_what_is_asked() -> None:
    found = difference("at: {two: Coaches.} → at: {one: Helps., two: Coaches people.}", text=WORDED)
    assert said(found) == {"One": ["Leading is new here, expected as:"], "Two": ["Leading, reworded:"]}
    assert [change.direction for change in found] == [MORE, SAME]
    back = difference("at: {one: Listens., two: → at: {two:", text=WORDED)
    assert said(back) == {"One": ["Users is no longer expected here; it was:"]}
    assert (the(back).direction, the(back).where) == (LESS, ("skills", "users", "at", "one"))


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("all", "{share: 80}", LESS),
        ("{share: 80}", "{share: 90}", MORE),
        ("{points: 3}", "{points: 2}", LESS),
        ("all", "{miss: {skills: 1, by: 1}}", LESS),
        ("{miss: {skills: 2, by: 1}}", "{miss: {skills: 1, by: 1}}", MORE),
        ("{miss: {skills: 1, by: 2}}", "{miss: {skills: 2, by: 1}}", SAME),
        ("all", "{miss: {skills: 1, by: 1}, above: 1}", SAME),
        ("{share: 80}", "{points: 2}", SAME),
    ],
)
def test_a_rule_asks_more_or_less(before: str, after: str, direction: Direction) -> None:
    points = "name: Learning} → name: Learning, points: 1}"
    files = [edited(SCALED, points, f"needs: all → needs: {rule}") for rule in (before, after)]
    assert the(changes(files[0], files[1])).direction is direction


def test_a_rule_of_a_stage_of_its_own() -> None:
    found = difference("title: Senior, → title: Senior, needs: {share: 80},")
    assert said(found)["Senior"] == [f"A rule of its own: “{EIGHTY}” Before it was: “{ALL}”"]
    assert the(found).direction is LESS


def test_how_many_and_which_kind_of_release() -> None:
    found = difference(
        "users: {pm: 2, → users: {pm: 3,", "(1), senior: 2} → (1), senior: (2)}", "title: L\n → title: M\n"
    )
    assert str(tally(found)) == "3 changes: 1 asks more, 1 asks less, 1 wording"
    assert suggested(found) is MAJOR
    assert suggested(difference("title: L\n → title: M\n")) is PATCH
    assert suggested(difference(", Talks to users] → ]")) is MINOR
    assert (suggested(difference()), str(tally(difference()))) == (None, "0 changes")


def test_the_words_of_the_ladder_stand_apart_from_ours() -> None:
    change = the(
        difference("title: Senior, → title: <b>Lead</b>,", text=SCALED.replace("language: en", "language: ar"))
    )
    assert change.said.html("ar") == 'Renamed from <bdi lang="ar">Senior</bdi>.'
    back = changes(edited(SCALED, "title: Senior, → title: <b>Lead</b>,"), ladder(SCALED))
    assert the(back).said.html("en") == 'Renamed from <bdi lang="en">&lt;b&gt;Lead&lt;/b&gt;</bdi>.'


def test_it_is_told_in_the_language_of_the_page() -> None:
    with override("de"):  # no translation: the text itself, and no error
        assert str(the(difference("title: L\n → title: M\n")).said) == "Title: M, was L"


def test_the_whole_default_ladder_against_nothing_but_its_stages() -> None:
    """Two files that have nothing in common but an id are still told apart line by line."""
    found = changes(ladder(DEFAULT.read_bytes()), ladder(SCALED))
    assert {group.status for group in found.stages} == {Status.NEW, Status.RETIRED}
    assert "The id of the ladder: l, was product-management" in said(found)[""]
