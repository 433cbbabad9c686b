"""Translation files: what they may say, and what is said about them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladders.filed import chart_of_file
from ladders.translating import texts_of
from ladders.translation_file import TranslationReading, is_translation, read_translation
from ladders.translation_writing import write_translation
from tests.ladders.files import HEAD, ladder

DATA = Path("ladders/data")
TRANSLATIONS = sorted((DATA / "translations").glob("*.yaml"))

ORIGINAL = chart_of_file(
    ladder(f"""{HEAD}version: "2"
language: en
scale: [{{level: 1, name: Able}}, {{level: 2, name: Good, text: Alone.}}]
stages:
  - id: junior
    title: Junior
    does: [Asks, Answers]
    facts: {{Grade: P4, Pay: Band C}}
    roles: [{{title: Analyst, text: Data first.}}]
  - {{id: senior, title: Senior, facts: [A lot of travel]}}
x-steps: [{{from: junior, to: senior, stop: [Waiting], start: [Leading]}}]
skills:
  - id: research
    title: Research
    levels:
      1: Joins interviews.
      2: {{text: Runs interviews., signs: [{{id: open, text: Asks openly}}, {{id: notes, text: Takes notes}}]}}
    at: {{junior: [Listens, {{text: Notes, proof: a page}}]}}
expects: {{research: {{junior: 1, senior: 2}}}}
""")
)
GERMAN = 'format: ladder/1\nid: l\nlanguage: de\ntranslates: "2"\n'


def reading(text: str) -> TranslationReading:
    return read_translation(text.encode(), {"l": ORIGINAL}.get)


def texts(text: str) -> dict[str, str]:
    """The texts of a sound file by place, in one line."""
    found = reading(GERMAN + text)
    assert found.errors == ()
    assert found.found is not None
    return {"/".join(place): said for place, said in found.found.texts.items()}


def errors(text: str) -> list[str]:
    found = reading(text)
    assert (found.found is None) == bool(found.errors)
    return [str(problem) for problem in found.errors]


def test_every_kind_of_text() -> None:
    assert texts("""
title: Leiter
scale: [{level: 2, name: Gut}]
stages:
  - {id: senior, title: Senior, facts: [Viele Reisen]}
  - {id: junior, does: [Fragt, ""], facts: {Stufe: P4, Gehalt: Band C}, roles: [{title: Analyse}]}
x-steps: [{from: junior, to: senior, stop: [Warten]}]
skills:
  - id: research
    levels: {1: Ist dabei., 2: {signs: [{id: notes, text: Schreibt mit}]}}
    at: {junior: ["", {text: Notizen, proof: eine Seite}]}
""") == {
        "title": "Leiter",
        "scale/2/name": "Gut",
        "stages/senior/title": "Senior",
        "stages/senior/facts/0/value": "Viele Reisen",
        "stages/junior/does/0": "Fragt",
        "stages/junior/facts/0/label": "Stufe",
        "stages/junior/facts/0/value": "P4",
        "stages/junior/facts/1/label": "Gehalt",
        "stages/junior/facts/1/value": "Band C",
        "stages/junior/roles/0/title": "Analyse",
        "x-steps/junior → senior/stop/0": "Warten",
        "skills/research/levels/1/text": "Ist dabei.",
        "skills/research/levels/2/signs/1/text": "Schreibt mit",
        "skills/research/at/junior/signs/1/text": "Notizen",
        "skills/research/at/junior/signs/1/proof": "eine Seite",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tite: X", '5: tite: unknown key "tite"; did you mean "title"?'),
        ("needs: all", '5: needs: unknown key "needs"; a translation has only texts'),
        ("title: [X]", "5: title: must be a text"),
        ("title: |\n  X\n  Y", "5: title: must be one line of at most 200 characters"),
        ("summary: X", "5: summary: the ladder has no text here"),
        ("phases: [{id: a}]", "5: phases: the ladder has nothing here to translate"),
        ("stages: {id: a}", "5: stages: must be a list"),
        ("stages: [junior]", "5: stages[0]: must be a mapping of keys and values"),
        ("stages: [{title: X}]", "5: stages[0].id: is missing"),
        ("stages:\n  - id: juniro", '6: stages[0].id: the ladder has no "juniro" here; did you mean "junior"?'),
        ("stages:\n  - id: junior\n  - id: junior", '7: stages[1].id: "junior" is there twice'),
        ("stages: [{id: junior, next: []}]", '5: stages[0].next: unknown key "next"; did you mean "text"?'),
        (
            "stages: [{id: junior, does: [X]}]",
            "5: stages[0].does: has 1 entry and the ladder has 2: keep one for each, or leave out all",
        ),
        ("stages: [{id: junior, does: [{a: b}, X]}]", "5: stages[0].does[0]: must be a text"),
        (
            "x-steps: [{from: senior, to: junior}]",
            '5: x-steps[0].from: the ladder has no "senior → junior" here; did you mean "junior → senior"?',
        ),
        ("scale: [{level: 3, name: X}]", '5: scale[0].level: the ladder has no "3" here'),
        ("skills: [{id: research, levels: {3: X}}]", '5: skills[0].levels.3: the ladder says nothing about "3" here'),
        (
            "skills: [{id: research, levels: {1: [X]}}]",
            "5: skills[0].levels.1: the ladder has nothing here to translate",
        ),
        ("skills: [{id: research, at: {junior: X}}]", "5: skills[0].at.junior: the ladder has no text here"),
        (
            "skills: [{id: research, levels: {2: [{id: opne, text: X}, Y]}}]",
            '5: skills[0].levels.2[0].id: the ladder has no "opne" here; did you mean "open"?',
        ),
        (
            "skills: [{id: research, levels: {2: [{id: open, text: X}, {id: open, text: Y}]}}]",
            '5: skills[0].levels.2[1].id: "open" is there twice',
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit(text: str, said: str) -> None:
    assert errors(f"{GERMAN}{text}\n") == [said]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ladder/1", "ladder/2", "1: format: must be ladder/1, the only format there is"),
        ("format: ladder/1\nid: l", "id: l\nformat: ladder/1", "2: format: must be the first key of the file"),
        ("id: l", "id: x", '2: id: there is no ladder "x" here to translate'),
        ("e: de", "e: german language", "3: language: must be a language code such as de or pt-BR"),
        ("e: de", "e: EN", '3: language: the ladder itself is in "EN"'),
        ('"2"', "[2]", "4: translates: must be the version that is translated, or empty if it has no name"),
        ("language: de\n", "language: de\nlanguage: fr\n", "4: language: this key was already given on line 3"),
    ],
)
def test_what_is_wrong_with_the_head(old: str, new: str, said: str) -> None:
    assert errors(GERMAN.replace(old, new)) == [said]


def test_all_errors_at_once_in_the_order_of_the_file() -> None:
    found = errors(f"{GERMAN}stages:\n  - {{id: a}}\ntitle: []\nskills: [{{id: research, core: true}}]\n")
    assert [problem.split(":")[0] for problem in found] == ["6", "7", "8"]


def test_what_is_worth_a_look() -> None:
    every = len(texts_of(ORIGINAL))
    found = reading(GERMAN.replace('"2"', '"1"') + "title: Leiter\n")
    assert [str(problem) for problem in found.warnings] == [
        '4: translates: is "1", and the ladder is at "2"',
        f"1: {every - 1} texts are not translated yet",
    ]


def test_a_ladder_is_no_translation() -> None:
    assert is_translation(GERMAN.encode())
    assert is_translation(b"format: ladder/1\ntranslates:\n")
    assert not is_translation(f"{HEAD}summary: 'She translates: everything'\n".encode())
    assert not is_translation(b"translates: [")
    assert not is_translation((DATA / "product-management.yaml").read_bytes())


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_the_translations_that_come_along_are_whole(path: Path) -> None:
    name, language = path.stem.split(".")
    original = chart_of_file(ladder((DATA / f"{name}.yaml").read_bytes()))
    found = read_translation(path.read_bytes(), {original.slug: original}.get)
    assert (found.errors, found.warnings) == ((), ())
    assert found.found is not None
    assert found.found.language == language
    assert found.found.texts.keys() == texts_of(original).keys()


def test_there_is_a_translation_to_look_at() -> None:
    assert [path.name for path in TRANSLATIONS] == ["product-five-rungs.de.yaml"]


def test_a_file_to_fill_shows_each_original() -> None:
    written = write_translation(ORIGINAL, {("title",): "Leiter"}, "de", blank=True)
    assert written.startswith(f'{GERMAN}\n# L\ntitle: Leiter\n\nscale:\n  - level: 1\n    # Able\n    name: ""\n')
    assert write_translation(ORIGINAL, {("title",): "Leiter"}, "de") == f"{GERMAN}\ntitle: Leiter\n"


def test_comments_hold_whatever_a_text_holds() -> None:
    """No line of an original may leave its comment and become part of the file."""
    breaks = "One\u2028title: two\u0085title: three\ntitle: four\n\n# five"
    written = write_translation(replace(ORIGINAL, title=breaks), {}, "de", blank=True)
    found = reading(written)
    assert (found.errors, found.found and found.found.texts) == ((), {})


TREES = st.recursive(
    st.text(max_size=5) | st.sampled_from(["junior", "research", "1", "X"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "does", "levels", "at", "signs", "text", "1", "junior"]), inner
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["title", "stages", "skills", "scale", "x-steps", "beyond"]), TREES))
def test_anything_gets_an_answer(tree: dict[str, object]) -> None:
    found = reading(GERMAN + "".join(f"{key}: {json.dumps(value)}\n" for key, value in tree.items()))
    assert (found.found is None) == bool(found.errors)
