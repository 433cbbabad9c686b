"""The texts of a ladder by their places: all of them, and only them; in another language, and in the next version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ladders import chart
from ladders.chart import Chart
from ladders.exchange import LadderFile
from ladders.filed import chart_of_file
from ladders.translating import BY_PLACE, IDS, WORDS, Place, Texts, carried, texts_of, translated, untranslated
from ladders.translation_file import read_translation
from ladders.translation_writing import write_translation
from tests.ladders.files import HEAD, ladder
from tests.ladders.test_exchange_write import ladders

# What holds a ladder together, and what is no language: ids, numbers, the keepers' own names, addresses.
NO_WORDS = {
    chart.Level: {"number", "points"},
    chart.Statement: {"key", "links"},
    chart.Descriptor: set(),
    chart.Phase: {"slug", "roles"},
    chart.Track: {"slug"},
    chart.Category: {"slug", "rated"},
    chart.Role: {"focus"},
    chart.Fact: set(),
    chart.Stage: {"slug", "pid", "phase", "track", "rank", "next", "moves", "needs"},
    chart.Brought: {"skill", "level"},
    chart.Lack: {"skill"},
    chart.WayIn: {"slug", "pid", "to"},
    chart.Beyond: {"slug", "start", "focus"},
    chart.Skill: {"pk", "pid", "slug", "category", "core", "rated"},
    chart.Step: set(),
    Chart: {"version", "ladder", "slug", "label", "needs", "expects", "language", "assess", "words"},
}
CHARTS = ladders().map(lambda data: chart_of_file(LadderFile.model_validate(data)))


def german(texts: Texts) -> dict[tuple[str, ...], str]:
    """Every text in another language."""
    return {place: f"Ü {text.strip()}" for place, text in texts.items()}


def test_each_field_is_words_or_not() -> None:
    said = {part: {*words, *NO_WORDS[part]} for part, words in WORDS.items()}
    assert said == {part: {field.name for field in fields(part)} for part in NO_WORDS}


def test_lists_are_known_by_id_or_by_place() -> None:
    lists = {key for part, words in WORDS.items() for name, key in words.items() if is_list(part, name)}
    by_id = {"scale", "phases", "tracks", "stages", "x-ways-in", "brings", "beyond", "categories", "skills"}
    assert lists == BY_PLACE | by_id
    assert len(IDS) == len(by_id) + 1  # and steps


def is_list(part: type, name: str) -> bool:
    kind = next(field.type for field in fields(part) if field.name == name)
    return str(kind).startswith("tuple")


@given(CHARTS)
def test_all_texts_and_nothing_else_become_another_language(found: Chart) -> None:
    texts = texts_of(found)
    there = translated(found, german(texts), "de")
    assert texts_of(there) == german(texts)
    assert translated(there, texts, found.language) == found
    assert (there.language, translated(found, {}, found.language)) == ("de", found)


@given(CHARTS, st.data())
def test_the_next_version_keeps_what_did_not_change(found: Chart, data: st.DataObject) -> None:
    texts = texts_of(found)
    assert carried(found, found, german(texts)) == german(texts)
    changed = data.draw(st.sets(st.sampled_from(sorted(texts))))
    now = translated(found, {place: f"new words {place}" for place in changed}, found.language)
    kept = carried(found, now, german(texts))
    assert kept == {place: text for place, text in german(texts).items() if place not in changed}
    assert set(untranslated(now, kept)) == changed


@given(CHARTS, st.data(), st.booleans())
def test_a_written_translation_reads_back_equal(found: Chart, data: st.DataObject, blank: bool) -> None:
    every = german(texts_of(found))
    texts = {place: every[place] for place in every if data.draw(st.booleans())}
    written = write_translation(found, texts, "de", blank=blank)
    reading = read_translation(written.encode(), {found.slug: found}.get)
    assert reading.errors == ()
    assert reading.found is not None
    assert reading.found.texts == texts
    assert write_translation(found, reading.found.texts, "de", blank=blank) == written


STAGES = """{HEAD}language: en
stages:
  - {id: a, title: A, does: [Asks, Answers, Listens]}
  - {id: b, title: B}
skills: [{id: s, title: S, at: {a: [One, Two]}}]
""".replace("{HEAD}", HEAD)


def version(text: str) -> Chart:
    return chart_of_file(ladder(text))


def by_words(found: Chart, texts: Texts) -> Mapping[str, str | None]:
    return {text: texts.get(place) for place, text in texts_of(found).items()}


def test_a_line_may_move_within_its_list() -> None:
    before = version(STAGES)
    now = version(STAGES.replace("[Asks, Answers, Listens]", "[Listens, Waits, Asks]").replace("[One, Two]", "[Two]"))
    texts: dict[Place, str] = {("title",): "Leiter", ("skills", "s", "at", "a", "signs", "1", "text"): "Zwei"}
    texts |= {("stages", "a", "does", "0"): "Fragt", ("stages", "a", "does", "2"): "Hört zu"}
    kept = by_words(now, carried(before, now, texts))
    assert kept == {
        "L": "Leiter", "A": None, "B": None, "S": None,
        "Listens": "Hört zu", "Waits": None, "Asks": "Fragt", "Two": "Zwei",
    }  # fmt: skip


def test_a_text_that_moves_elsewhere_is_looked_at_again() -> None:
    before = version(STAGES)
    now = version(STAGES.replace("title: B", "title: B, does: [Asks]").replace("[Asks, ", "["))
    assert carried(before, now, {("stages", "a", "does", "0"): "Fragt"}) == {}


def test_statements_keep_their_ticks() -> None:
    """The key of a statement without an id is made of its words, those of the original."""
    found = version(STAGES)
    there = translated(found, german(texts_of(found)), "de")
    assert [sign.key for sign in there.skills[0].at["a"].statements] == [
        sign.key for sign in found.skills[0].at["a"].statements
    ]


def test_caches_tell_a_translation_from_the_original() -> None:
    found = version(STAGES)
    marks = [found.key, translated(found, {}, "de", "1").key, translated(found, {}, "de", "2").key]
    assert len(set(marks)) == 3
    other: Any = version(STAGES.replace("title: B", "title: C"))
    assert replace(other, version=found.version).key != found.key
