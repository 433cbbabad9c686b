"""What anybody may read of a public ladder, and what search engines are told about it: nothing about people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation.trans_real import get_supported_language_variant

from ladders.chart import Chart, Skill, Stage
from ladders.ladder_page import has_table
from ladders.models import Ladder
from ladders.pictures.career_map import Marks, career_map, map_key
from ladders.pictures.matrix import matrix
from ladders.published import KEPT, chart_of
from ladders.translations import Choice, choices, in_language

DESCRIBED = 160  # characters of a description that search engines show
LINK = re.compile(r"\[([^][]*)\]\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Language:
    """A language to read the page in: `choice`, and what its address ends in."""

    choice: Choice
    query: str


@dataclass(frozen=True, slots=True)
class Public:
    """A ladder as anybody reads it. `query` keeps the language in links: "?lang=de", or "" for its own."""

    chart: Chart
    query: str
    languages: tuple[Language, ...]

    def stage_url(self, stage: Stage) -> str:
        return reverse("public_stage", args=[self.chart.slug, stage.slug]) + self.query

    def skill_url(self, skill: Skill) -> str:
        return reverse("public_skill", args=[self.chart.slug, skill.slug]) + self.query


def open_public(slug: str, language: str) -> Public:
    """The version in force of a public ladder (its id in files), in a language or else its own. Raises Http404.

    The answer for a ladder that is not public is the one for a ladder that does not exist.
    """
    found = Ladder.objects.for_everybody().filter(slug=slug).first()
    if found is None:
        raise Http404
    own, chart = chart_of(found.current_id).language, in_language(found.current_id, language)
    languages = (Language(one, query_of(one.code, own)) for one in choices(chart))
    return Public(chart, query_of(chart.language, own), tuple(languages))


def query_of(language: str, own: str) -> str:
    """What the address of a page in a language ends in: the ladder's own language needs no word."""
    return "" if language == own else f"?lang={language}"


def page_language(chart: Chart) -> str:
    """The language for the words around a ladder: the ladder's, if there is Careerpath in it."""
    try:
        return get_supported_language_variant(chart.language)
    except LookupError:
        return settings.LANGUAGE_CODE


def description(text: str, otherwise: str) -> str:
    """A text of a ladder for the list of a search engine: one line, no marks, not too long."""
    # Cut at once: the time that normalising takes, as Truncator does, grows with the square of the length.
    words = LINK.sub(r"\1", text[: 10 * DESCRIBED]).replace("**", "").replace("`", "")
    return Truncator(" ".join(words.split()) or otherwise).chars(DESCRIBED)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pictures of a public ladder: the map, what its lines mean, and the table of expectations if it has one."""

    map: SafeString
    key: SafeString
    table: SafeString | None


def drawn(public: Public) -> Drawn:
    """Drawn once for everybody."""
    return _drawn(_Sketch(public.chart.key, public.query, get_language(), public))


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What the pictures depend on: the words of the ladder, the links, the language of the page."""

    key: str
    query: str
    language: str | None
    public: Public = field(compare=False)


@lru_cache(maxsize=KEPT)
def _drawn(sketch: _Sketch) -> Drawn:
    public = sketch.public
    table = matrix(public.chart, public.skill_url) if has_table(public.chart) else None
    return Drawn(career_map(public.chart, Marks(), public.stage_url), map_key(public.chart), table)
