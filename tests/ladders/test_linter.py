"""The rules of the linter on whole ladders: what each finds and where, and that it is silent elsewhere."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from ladders.exchange import LadderFile, read, write
from ladders.exchange.problems import show_path
from ladders.linter import RULES, Rule, advise
from tests.ladders.files import DEFAULT, HEAD, ladder
from tests.ladders.test_exchange_write import ladders

STAGE = "{id: lead, title: Lead, x-must: [research]}"
SKILL = "id: research, title: Research"
LEVELS = "scale: [{level: 1, name: Some}, {level: 2, name: Much}]\n"
TOKENS = "Gives and , plans the strong well five interviews a week. Grows revenue has e.g. Researches"
WORDS = st.lists(st.sampled_from([*TOKENS.split(" "), "\n\n- "]), min_size=1).map(" ".join)


def found(text: str) -> list[tuple[str, str]]:
    """The advice about a file in English: rule and place."""
    return [(advice.rule, show_path(advice.path)) for advice in advise(ladder(f"{HEAD}language: en\n{text}"))]


def worded(signs: str) -> str:
    """A text ladder with one skill, which is worded like this."""
    return f"stages: [{STAGE}]\nskills: [{{{SKILL}, at: {{lead: {{{signs}, examples: [One]}}}}}}]\n"


def with_example(rule: Rule, example: str) -> str:
    """A small ladder that is sound but for what an example of a rule shows."""
    quoted = json.dumps(example, ensure_ascii=False)
    match rule.id:
        case "same":
            levels = "".join(f"{level}: {json.dumps(text)}, " for level, text in enumerate(example.split(" → "), 1))
            skill = f"{{{SKILL}, levels: {{{levels[:-2]}}}}}"
            return f"{LEVELS}stages: [{{id: lead, title: Lead}}]\nskills: [{skill}]\n"
        case "missing":
            stages = "stages: [{id: junior, title: Junior}, {id: lead, title: Lead, x-must: [research]}]\n"
            return f"{LEVELS}{stages}skills: [{{{SKILL}}}]\nexpects: {{research: {example}}}\n"
        case "many":
            size = int(example.partition(" ")[0])
            skills = ", ".join(f"{{id: s{n}, title: S}}" for n in range(size))
            return f"stages: [{{id: lead, title: Lead}}]\nskills: [{skills}]\n"
        case "example":
            return f"stages: [{STAGE}]\nskills: [{{{SKILL}, at: {{lead: {example}}}}}]\n"
        case "must":
            skill = f"{{{SKILL}, levels: {{1: {{text: Asks., examples: [One]}}}}}}"
            return f"{LEVELS}stages: [{example}]\nskills: [{skill}]\nexpects: {{research: {{lead: 1}}}}\n"
        case "several":
            return worded(f"signs: [{quoted}]")
        case _:
            return worded(f"text: {quoted}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_finds_its_example_and_leaves_the_better_one_alone(rule: Rule) -> None:
    expected = {rule.id} | ({"example"} if rule.id == "same" else set())
    assert {name for name, _ in found(with_example(rule, rule.before))} == expected
    assert {name for name, _ in found(with_example(rule, rule.after))} == expected - {rule.id}


def test_the_default_ladder_gets_little_advice() -> None:
    assert [(advice.rule, show_path(advice.path)) for advice in advise(ladder(DEFAULT.read_bytes()))] == [
        ("praise", "skills[7].levels.4"),
        ("praise", "skills[9].levels.5"),
        ("praise", "skills[17].levels.4"),
        ("praise", "skills[20].levels.3"),
        ("praise", "stages[7].success[1]"),
        ("outcome", "skills[13].levels.5"),
        ("many", "stages[4]"),
        ("example", "skills"),
        ("grade", "skills[8]"),
    ]


def test_words_are_judged_only_in_english() -> None:
    text = worded("signs: [Strong skills., Grows revenue., Writes 5 posts a week., Asks people and tells them.]")
    english = [("praise", 0), ("several", 3), ("outcome", 1), ("count", 2)]
    assert found(text) == [(rule, f"skills[0].at.lead.signs[{place}]") for rule, place in english]
    for language in ("", "language: de\n", "language: enm\n"):
        assert advise(ladder(f"{HEAD}{language}{text}")) == ()
    assert len(advise(ladder(f"{HEAD}language: en-GB\n{text}"))) == 4


def test_a_place_is_named_as_it_is_written() -> None:
    skill = f"{{{SKILL}, at: {{lead: [Strong skills.]}}}}"
    text = f"stages: [{STAGE}]\nskills: [{skill}]\n"
    assert found(text) == [("praise", "skills[0].at.lead[0]"), ("example", "skills[0]")]


def test_the_very_same_text_is_a_warning_and_no_advice() -> None:
    skill = f"{{{SKILL}, levels: {{1: {{text: Asks people., examples: [One]}}, 2: Asks people.}}}}"
    reading = read(f"{HEAD}{LEVELS}skills: [{skill}]\n".encode())
    assert [problem.message for problem in reading.warnings] == ["has the same text as skills[0].levels.1"]
    assert reading.ladder
    assert advise(reading.ladder) == ()


def test_stages_that_follow_on_each_other_are_compared_and_others_not() -> None:
    stages = "{id: a, title: A, next: [b, c], x-must: [s]}, {id: b, title: B, next: [], x-must: [s]}"
    at = "{a: Draws up new plans., b: Hires designers., c: {text: Often plans releases., examples: [One]}}"
    text = f"stages: [{stages}, {{id: c, title: C, x-must: [s]}}]\nskills: [{{id: s, title: S, at: {at}}}]\n"
    assert found(text) == []
    text = text.replace("Draws up new plans", "Plans releases carefully")
    assert found(text) == [("same", "skills[0].at.c")]
    assert found(text.replace("[b, c]", "[b]")) == []


def test_a_neighbour_is_named_in_words() -> None:
    head = f"{HEAD}language: en\n"
    at = "{a: Plans releases carefully., b: {text: Often plans releases., examples: [One]}}"
    stages = "{id: a, title: Junior, next: [b], x-must: [s]}, {id: b, title: Senior, x-must: [s]}"
    text = f"{head}stages: [{stages}]\nskills: [{{id: s, title: S, at: {at}}}]\n"
    assert [one.message for one in advise(ladder(text))] == [
        'says nearly the same as stage "Junior": name what is new here'
    ]
    levels = at.replace("a:", "1:").replace("b:", "2:")
    text = f"{head}{LEVELS}skills: [{{id: s, title: S, levels: {levels}}}]\n"
    assert [one.message for one in advise(ladder(text))] == ["says nearly the same as level 1: name what is new here"]


def test_what_is_left_out_is_named() -> None:
    stages = "".join(f"  - {{id: s{n}, title: Stage {n}}}\n" for n in range(6))
    text = f"{HEAD}{LEVELS}stages:\n{stages}skills: [{{{SKILL}, core: true}}]\nexpects: {{research: {{s3: 1}}}}\n"
    assert [advice.message for advice in advise(ladder(text))] == [
        'leaves out "Stage 0", "Stage 1", "Stage 2" and 2 more: write 0 where nothing is expected'
    ]


def test_a_hole_in_a_text_ladder() -> None:
    stages = ", ".join(
        f"{{id: {name}, title: T, x-must: [{must}]}}" for name, must in zip("abcd", "sttt", strict=True)
    )
    skills = "{id: s, title: S, at: {a: {text: Asks., examples: [One]}, c: Tells., d: Leads.}}"
    other = "{id: t, title: T, at: {b: {text: Begins., examples: [One]}, c: Goes on., d: Ends.}}"
    text = f"stages: [{stages}]\nskills: [{skills}, {other}]\n"
    assert found(text) == [("missing", "skills[0].at")]
    assert found(text.replace("c: Tells., ", "")) == [("missing", "skills[0].at"), ("missing", "skills[0].at")]


def many(shown: str) -> str:
    """Sixteen skills at the second stage, fifteen at the first, one of them marked `shown`."""
    more = [
        "title: S, core: true, levels: {1: {text: Does it., examples: [One]}}" + shown * (n == 0) for n in range(16)
    ]
    skills = "".join(f"  - {{id: s{n}, {words}}}\n" for n, words in enumerate(more))
    rows = "".join(f"  s{n}: {{a: {0 if n == 1 else 1}, b: 1}}\n" for n in range(16))
    return f"{LEVELS}stages: [{{id: a, title: A}}, {{id: b, title: B}}]\nskills:\n{skills}expects:\n{rows}"


def test_skills_that_are_only_shown_are_not_counted() -> None:
    assert found(many("")) == [("many", "stages[1]")]
    assert found(many(", rated: false")) == []
    category = f"categories: [{{id: c, title: C, rated: false}}]\n{many(', category: c')}"
    assert found(category) == []


def test_the_stages_above_are_counted() -> None:
    text = many("").replace("{a: 0,", "{a: 1,")
    (advice,) = advise(ladder(HEAD + text))
    assert advice.message == '"A" expects 16 skills, and 1 other stage more than 15'


def test_once_for_the_ladder_where_it_is_true_of_all() -> None:
    stages = "stages: [{id: a, title: A}, {id: b, title: B}]\n"
    skills = "skills: [{id: s, title: S, at: {a: Asks., b: Tells.}}, {id: t, title: T, at: {b: Leads.}}]\n"
    assert found(stages + skills) == [("example", "skills"), ("must", "stages")]
    assert found(stages.replace("A}", "A, x-must: [s]}") + skills) == [("example", "skills"), ("must", "stages[1]")]
    shown = skills.replace("b: Leads.", "b: [{text: Leads., examples: [One]}]")
    assert found(stages + shown) == [("example", "skills[0]"), ("must", "stages")]
    core = shown.replace("title: S", "title: S, core: true")
    assert found(stages + core) == [("example", "skills[0]")]


def test_a_ladder_of_points_needs_no_must_have() -> None:
    scale = "scale: [{level: 1, name: Some, points: 1}]\nneeds: {points: 1}\n"
    assert found(f"{scale}stages: [{{id: a, title: A}}]\nskills: [{{id: s, title: S}}]\n") == []


@given(ladders(), st.data())
def test_any_ladder_gets_an_answer_that_points_into_its_file(sound: dict[str, Any], data: st.DataObject) -> None:
    texts = {**sound, "language": "en"}
    for skill in texts["skills"]:
        skill["at"] = {stage["id"]: [data.draw(WORDS), data.draw(WORDS)] for stage in texts["stages"]}
    file = LadderFile.model_validate(texts)
    lines = read(write(file).encode()).lines
    assert [advice for advice in advise(file) if advice.path not in lines] == []
    assert {advice.rule for advice in advise(file)} <= {rule.id for rule in RULES}


def check(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("ladder_check", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_command_says_it_by_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        f"{HEAD}language: en\nstages:\n  - {STAGE}\nskills:\n  - {SKILL.replace(', ', chr(10) + '    ')}\n"
        "    at:\n      lead:\n        - Asks people.\n        - Strong skills.\n"
    )
    head = "l : 1 stages, 1 skills, no errors\n"
    assert check(str(file)) == (head, "")
    out, err = check(str(file), "--advise")
    assert (out.splitlines(), err) == (
        [
            head.strip(),
            f'{file}:8: skills[0]: "Research" has no example: add one to a level that people argue about (example)',
            f'{file}:13: skills[0].at.lead[1]: "Strong" is praise: write what the person does (praise)',
        ],
        "",
    )


def test_a_file_with_errors_gets_no_advice(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"{HEAD}language: en\n")
    with pytest.raises(CommandError, match="1 error") as stopped:
        check(str(file), "--advise")
    assert stopped.value.returncode == 1
