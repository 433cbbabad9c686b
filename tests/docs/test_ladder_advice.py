"""docs/ladder-advice.md against the rules of the linter."""

from __future__ import annotations

from ladders.linter import RULES
from ladders.linter_checks import HARDEST, IN_A_TEXT, MEASURED, MOST_SKILLS
from tests.docs.pages import page, rows

ADVICE = page("docs/ladder-advice.md")


def test_every_rule_is_explained_in_its_own_words() -> None:
    assert rows(ADVICE.sections["The rules"]) == [
        [f"`{rule.id}`", f"**{rule.title}.** {rule.why}", rule.before, rule.after] for rule in RULES
    ]


def test_the_english_ones_are_named() -> None:
    (line,) = [line for line in ADVICE.text.splitlines() if line.startswith("Only in English: ")]
    names = ", ".join(f"`{rule.id}`" for rule in RULES if rule.english)
    assert line == f"Only in English: {names}."


def test_the_bounds_are_those_of_the_linter() -> None:
    assert rows(ADVICE.sections["Bounds"]) == [
        ["skills at a stage", str(MOST_SKILLS)],
        ["behaviours in a statement", "1"],
        ["behaviours in a sentence of a text", str(IN_A_TEXT)],
        ["reading grade of a skill", str(HARDEST)],
        ["words a skill has at least before it is measured", str(MEASURED)],
    ]
