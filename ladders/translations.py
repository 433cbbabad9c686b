"""Ladders in the language that people read them in: from the translations beside a published version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic

from ladders.chart import Chart
from ladders.languages import best, native_name, wished
from ladders.models import Translation, Version
from ladders.published import KEPT, chart_of, load
from ladders.translating import carried, translated, untranslated

FRESH = 60  # seconds after which a process looks whether a translation is new or changed


def read_chart(version_pk: int) -> Chart:
    """The chart of a published version in the language that it is read in; its own where no other is wished for.

    What is not translated stays in the language of the ladder. Raises Version.DoesNotExist for a draft.
    """
    original, wish = chart_of(version_pk), wished()
    there = languages_of(original) if wish else {}
    return in_language(version_pk, best(wish, tuple(there))) if there else original


def in_language(version_pk: int, language: str) -> Chart:
    """The chart in one language; the original if there is none in that language."""
    original = chart_of(version_pk)
    mark = languages_of(original).get(language)
    return _in_language(version_pk, language, mark) if mark else original


@lru_cache(maxsize=KEPT)
def _in_language(version_pk: int, language: str, mark: str) -> Chart:
    row = Translation._default_manager.get(version=version_pk, language=language)
    return translated(chart_of(version_pk), row.texts, language, mark)


def languages_of(chart: Chart) -> Mapping[str, str]:
    """The languages that a version can be read in, its own first, each with the digest of its texts (own: "").

    Empty where there is no translation.
    """
    return _languages(chart.version, int(monotonic() // FRESH))


@lru_cache(maxsize=KEPT)
def _languages(version: str, _minute: int) -> Mapping[str, str]:
    rows = Translation._default_manager.filter(version__pid=version).order_by("language")
    found = list(rows.values_list("version__language", "language", "digest"))
    own = {language or "en": "" for language, _, _ in found}
    return own | {language: mark for _, language, mark in found}


@dataclass(frozen=True, slots=True)
class Choice:
    """A language to read a ladder in: its code, what it calls itself, and whether the ladder is in it now."""

    code: str
    name: str
    now: bool


def choices(chart: Chart) -> list[Choice]:
    """The languages to choose from; none where there is only one."""
    return [Choice(code, native_name(code), code == chart.language) for code in languages_of(chart)]


def forget() -> None:
    """Reads translations anew from now on, in this process."""
    _languages.cache_clear()
    _in_language.cache_clear()


def put(version: Version, language: str, texts: Mapping[tuple[str, ...], str]) -> bool:
    """Puts a translation beside a version; False if it says the same already."""
    changed = Translation.put(version, language, texts)
    forget()
    return changed


def carry_over(before: Version | None, now: Version) -> dict[str, int]:
    """Gives a new version the translations of the one before, as far as its texts are the same.

    Answers with the languages, and how many texts each does not have yet. Nothing is read where there is none.
    """
    rows = list(before.translations.order_by("language")) if before else []
    if before is None or not rows:
        return {}
    old, new = load(before), load(now)
    left = {}
    for row in rows:
        texts = carried(old, new, row.texts)
        Translation.put(now, row.language, texts)
        left[row.language] = len(untranslated(new, texts))
    return left
