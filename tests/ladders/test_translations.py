"""Translations beside a version: put there by command, handed on to the next one, read by whoever wishes."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ladders.chart import Chart
from ladders.exchange import LadderFile
from ladders.filed import chart_of_file
from ladders.importing import take_in
from ladders.languages import COOKIE, best, native_name, reading
from ladders.models import Translation, Version
from ladders.published import chart_of
from ladders.translating import texts_of
from ladders.translations import carry_over, choices, in_language, languages_of, put, read_chart
from tests.cast import Cast
from tests.factories import PathFactory
from tests.ladders.files import HEAD, ladder
from tests.ladders.pages import elements, main

pytestmark = pytest.mark.django_db

FIVE = Path("ladders/data/product-five-rungs.yaml")
GERMAN = Path("ladders/data/translations/product-five-rungs.de.yaml")
COUNT = len(texts_of(chart_of_file(ladder(FIVE.read_bytes()))))
SMALL = f"{HEAD}language: en\nstages: [{{id: a, title: First, does: [Asks, Answers]}}, {{id: b, title: Second}}]\n"
TEXTS = {("title",): "Leiter", ("stages", "a", "title"): "Erste", ("stages", "a", "does", "1"): "Antwortet"}


def run(command: str, *arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(command, *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def small(file: LadderFile | None = None) -> Version:
    return take_in(file or ladder(SMALL), by=None).version


def test_in_by_command_and_out_again() -> None:
    run("ladder_import", str(FIVE))
    name = "product-five-rungs 1.0 in de"
    assert run("ladder_check", str(GERMAN))[0] == f"product-five-rungs in de: {COUNT} of {COUNT} texts, no errors\n"
    dry = run("ladder_import", str(GERMAN), "--dry-run")
    assert dry == (f"{name}: would be read beside version 1; nothing was changed\n", "")
    assert not Translation._default_manager.exists()
    assert run("ladder_import", str(GERMAN))[0] == f"{name}: can be read beside version 1, {COUNT} texts\n"
    assert run("ladder_import", str(GERMAN))[0] == f"{name}: nothing changes\n"
    written = run("ladder_export", "product-five-rungs", "--language", "de")[0]
    assert "title: Produktmanagement in fünf Sprossen\n" in written
    assert Version.objects.count() == 1


def test_what_comes_out_goes_in_again(tmp_path: Path) -> None:
    run("ladder_import", str(FIVE))
    run("ladder_import", str(GERMAN))
    for more in ([], ["--blank"]):
        again = tmp_path / "again.yaml"
        again.write_text(run("ladder_export", "product-five-rungs", "--language", "de", *more)[0])
        assert run("ladder_import", str(again)) == ("product-five-rungs 1.0 in de: nothing changes\n", "")


def test_a_file_to_fill() -> None:
    small()
    blank = run("ladder_export", "l", "--language", "fr", "--blank")[0]
    assert '  - id: a\n    # First\n    title: ""\n    does:\n      # Asks\n      - ""\n' in blank
    for arguments, said in (
        (["--language", "fr"], 'l is not translated into "fr" here. --blank writes a file to fill in.'),
        (["--language", "en", "--blank"], "l itself is in en."),
        (["--language", "f r", "--blank"], '"f r" is not a language code such as de or pt-BR.'),
        (["--blank"], "--blank needs --language."),
    ):
        with pytest.raises(CommandError) as refused:
            run("ladder_export", "l", *arguments)
        assert str(refused.value) == said


def test_every_error_by_line_and_nothing_changed(tmp_path: Path) -> None:
    small()
    file = tmp_path / "l.de.yaml"
    file.write_text(
        "format: ladder/1\nid: l\nlanguage: de\ntranslates:\nstages:\n  - {id: c, title: X}\n  - {id: a, does: [X]}\n"
    )
    for command in ("ladder_check", "ladder_import"):
        out, err = StringIO(), StringIO()
        with pytest.raises(CommandError, match="2 errors") as refused:
            call_command(command, str(file), stdout=out, stderr=err)
        assert refused.value.returncode == 1
        assert err.getvalue().splitlines() == [
            f'{file}:6: stages[0].id: the ladder has no "c" here',
            f"{file}:7: stages[1].does: has 1 entry and the ladder has 2: keep one for each, or leave out all",
        ]
    assert not Translation._default_manager.exists()


def test_checked_against_a_file_that_is_not_here() -> None:
    with pytest.raises(CommandError, match="1 error"):
        run("ladder_check", str(GERMAN))
    out, err = run("ladder_check", str(GERMAN), "--of", str(FIVE))
    assert (out, err) == (f"product-five-rungs in de: {COUNT} of {COUNT} texts, no errors\n", "")


def test_what_is_missing_is_said_and_stops_nobody(tmp_path: Path) -> None:
    small()
    file = tmp_path / "l.de.yaml"
    file.write_text("format: ladder/1\nid: l\nlanguage: de\ntranslates:\ntitle: Leiter\n")
    out, err = run("ladder_import", str(file))
    assert out == "l in de: can be read beside version 1, 1 text\n"
    assert err == f"{file}:1: 4 texts are not translated yet (warning)\n"


def test_the_next_version_takes_over_what_did_not_change() -> None:
    before = small()
    put(before, "de", TEXTS)
    put(before, "fr", {("title",): "Échelle"})
    done = take_in(ladder(SMALL.replace("First", "Begin").replace("[Asks, ", "[")), by=None)
    assert done.untranslated == {"de": 2, "fr": 3}
    german, french = done.version.translations.order_by("language")
    assert german.texts == {("title",): "Leiter", ("stages", "a", "does", "0"): "Antwortet"}
    assert french.texts == {("title",): "Échelle"}
    assert before.translations.get(language="de").texts == TEXTS


def test_import_says_what_is_not_translated_yet(tmp_path: Path) -> None:
    put(small(), "de", TEXTS)
    file = tmp_path / "l.yaml"
    file.write_text(SMALL.replace("First", "Begin"))
    assert run("ladder_import", str(file))[0].splitlines()[1:] == ["l in de: 3 texts are not translated yet"]


def test_without_translations_publishing_asks_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    before, now = small(), small(ladder(SMALL.replace("Second", "Third")))
    with django_assert_num_queries(1):
        assert carry_over(before, now) == {}
    with django_assert_num_queries(0):
        assert carry_over(None, now) == {}


def test_read_in_the_language_that_is_wished_for() -> None:
    version = small()
    put(version, "de", TEXTS)
    original = chart_of(version.pk)
    with reading("de-AT,de;q=0.9,en;q=0.5"):
        there = read_chart(version.pk)
        assert read_chart(version.pk) is there
    assert (there.language, there.title, there.stages[0].title) == ("de", "Leiter", "Erste")
    assert (there.stages[0].does, there.stages[1].title) == (("Asks", "Antwortet"), "Second")
    assert (there.version, there.stages[0].pid) == (original.version, original.stages[0].pid)
    for wish in ("", "en-US,de;q=0.5", "fr", "*", "nonsense;;;"):
        with reading(wish):
            assert read_chart(version.pk) is original
    assert read_chart(version.pk) is original
    assert in_language(version.pk, "fr") is original


def test_a_corrected_translation_is_read_at_once() -> None:
    version = small()
    put(version, "de", TEXTS)
    assert in_language(version.pk, "de").title == "Leiter"
    assert put(version, "de", {**TEXTS, ("title",): "Die Leiter"})
    assert not put(version, "de", {**TEXTS, ("title",): "Die Leiter"})
    assert in_language(version.pk, "de").title == "Die Leiter"


def test_reading_asks_the_database_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    version = small()
    put(version, "de", TEXTS)
    chart_of(version.pk)
    with reading("de"):
        with django_assert_num_queries(2):
            read_chart(version.pk)
        with django_assert_num_queries(0):
            read_chart(version.pk)
    with django_assert_num_queries(0):
        read_chart(version.pk)


def test_which_language_is_best() -> None:
    there = ("en", "de", "pt-BR", "pt-PT")
    wishes = {
        "": "en", "de": "de", "de-AT,en": "de", "en-GB,de": "en", "pt": "pt-BR", "PT-pt": "pt-PT",
        "fr,de;q=0.1": "de", "fr": "en", "de;q=0.2,en;q=0.7": "en", "x" * 600: "en",
    }  # fmt: skip
    assert {wish: best(wish, there) for wish in wishes} == wishes


def test_languages_say_their_own_name() -> None:
    assert [native_name(code) for code in ("de", "pt-BR", "tlh")] == ["Deutsch", "Português Brasileiro", "tlh"]


def test_languages_to_choose_from() -> None:
    version = small()
    assert (choices(chart_of(version.pk)), dict(languages_of(chart_of(version.pk)))) == ([], {})
    put(version, "de", TEXTS)
    found = [(choice.code, choice.name, choice.now) for choice in choices(in_language(version.pk, "de"))]
    assert found == [("en", "English", False), ("de", "Deutsch", True)]


def test_pages_are_in_the_language_of_the_browser(client: Client, cast: Cast) -> None:
    version = small()
    put(version, "de", TEXTS)
    PathFactory(person=cast.ada, ladder=version.ladder, stage="a", aim="b")
    client.force_login(cast.ada)
    url = f"/ladders/{version.ladder.pid}/"
    pages = {wish: client.get(url, headers={"accept-language": wish}) for wish in ("en", "de")}
    assert {wish: elements(page, "h1") for wish, page in pages.items()} == {"en": ["L"], "de": ["Leiter"]}
    assert '<h1 lang="de" dir="auto">Leiter</h1>' in main(pages["de"])
    # The table and the map are kept for everybody, each in its language.
    assert ("Erste" in main(pages["de"]), "First" in main(pages["de"])) == (True, False)
    assert ("Erste" in main(pages["en"]), "First" in main(pages["en"])) == (False, True)
    assert "Erste" in main(client.get("/", headers={"accept-language": "de"}))


def test_the_choice_goes_before_the_browser(client: Client, cast: Cast) -> None:
    version = small()
    put(version, "de", TEXTS)
    client.force_login(cast.ada)
    url = f"/ladders/{version.ladder.pid}/"
    for chosen, title in (("de", "Leiter"), ("en", "L"), ("no such language", "L")):
        client.cookies[COOKIE] = chosen
        assert elements(client.get(url, headers={"accept-language": "en"}), "h1") == [title]


def test_every_text_of_a_page_is_there_in_german() -> None:
    version = take_in(ladder(FIVE.read_bytes()), by=None).version
    run("ladder_import", str(GERMAN))
    original: Chart = chart_of(version.pk)
    there = in_language(version.pk, "de")
    same = {text for place, text in texts_of(there).items() if texts_of(original)[place] == text}
    assert same == {"Associate Product Manager", "Senior Product Manager", "Director of Product", "Design"} | {
        "Vice President of Product", "Chief Product Officer",
    }  # fmt: skip
