"""The news of a version: what somebody is told on their first page until they have looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from ladders.changes.stage_view import for_stage
from ladders.models import Noticed, Version
from ladders.reading import Place
from ladders.releases import Release, difference, earlier, releases_of, whole_file
from ladders.version_words import own_sentence
from people.models import Person


@dataclass(frozen=True, slots=True)
class News:
    """A version that the person has not looked at, and what it means for their stage."""

    release: Release
    said: SafeString


def news_of(person: Person, place: Place) -> News | None:
    """The latest version published since the person came to their ladder, until they know of it.

    One query if there is one; none, and None, if there is not.
    """
    if place.path.news_id is None:
        return None
    found = releases_of(person, place.chart.ladder)
    release = next((one for one in found if one.version.pk == place.path.news_id), None)
    before = earlier(found, release) if release else ()
    return News(release, said(before[0].version, release.version, place)) if release and before else None


def said(before: Version, after: Version, place: Place) -> SafeString:
    """What a version means for the stage at which somebody is, in a sentence; "" where neither version has it."""
    found = difference(before, after)
    told = for_stage(found, whole_file(before.pid), whole_file(after.pid), place.path.stage)
    title = place.stage.title if place.stage else ""
    return own_sentence(told, title).html(found.language) if told else SafeString("")


def notice(person: Person, place: Place, release: Release) -> None:
    """Remembers that somebody looked at a version of the ladder they are on, as long as there was news to them."""
    if place.path.news_id is not None:
        Noticed.note(person, release.version)
