"""Published versions one after the other: which one applies, from when to when, and what they are as files."""

from __future__ import annotations

from datetime import date

import pytest

from ladders.changes import changes
from ladders.exporting import file_of, whole_file_of
from ladders.importing import take_in
from ladders.models import Publication, Version
from ladders.releases import State, difference, earlier, in_force, releases, whole_file
from people.models import Person
from tests.ladders.editions import SCALED, edited, said
from tests.ladders.files import FOLDER, ladder

USES = """
format: ladder/1
id: consulting
title: Consulting
uses: shared-skills
stages: [{id: junior, title: Junior}]
expects: {research: {junior: 1}}
"""
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
EARLIER, IN_FORCE, ANNOUNCED = State.EARLIER, State.IN_FORCE, State.ANNOUNCED


def versions(*days: date, by: Person | None = None) -> list[Version]:
    """A version for each day from which it applies, numbered from 1; nothing is saved."""
    found = [Version(number=number, label=f"{number}.0") for number in range(1, len(days) + 1)]
    for version, day in zip(found, days, strict=True):
        Publication(version=version, effective_on=day, by=by)
    return found


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([], []),
        ([MAY], [("1.0", IN_FORCE, None)]),
        ([JULY], [("1.0", ANNOUNCED, None)]),
        ([MAY, JUNE], [("2.0", IN_FORCE, None), ("1.0", EARLIER, JUNE)]),
        ([MAY, JULY], [("2.0", ANNOUNCED, None), ("1.0", IN_FORCE, JULY)]),
        ([MAY, MAY], [("2.0", IN_FORCE, None), ("1.0", EARLIER, MAY)]),
        # A correction comes out while the next version is announced.
        ([MAY, JULY, JUNE], [("2.0", ANNOUNCED, None), ("3.0", IN_FORCE, JULY), ("1.0", EARLIER, JUNE)]),
    ],
)
def test_versions_follow_each_other_by_the_day_from_which_they_apply(
    days: list[date], told: list[tuple[str, State, date | None]]
) -> None:
    found = releases(versions(*days), JUNE)
    assert [(release.name, release.state, release.until) for release in found] == told
    for release in found:
        assert earlier(found, release) == found[found.index(release) + 1 :]
    if any(state is IN_FORCE for _, state, _ in told):
        assert in_force(found) == next(release.version for release in found if release.state is IN_FORCE)


def test_a_version_without_a_label_is_called_by_its_number() -> None:
    (version,) = versions(MAY)
    version.label = ""
    assert releases([version], MAY)[0].name == "1"


def test_who_decided_is_named_as_long_as_they_are_here() -> None:
    person = Person(name="Lin")
    (release,) = releases(versions(MAY, by=person), MAY)
    assert release.by == person
    person.is_active = False
    assert release.by is None


@pytest.mark.django_db
def test_the_difference_between_two_published_versions() -> None:
    before = take_in(ladder(SCALED), by=None).version
    after = take_in(edited(SCALED, "users: {pm: 2, → users: {pm: 3,"), by=None).version
    found = difference(before, after)
    assert [str(change.said) for change in found] == ["User research is expected at 3 Owning now, was 2 Doing."]
    assert difference(before, after) is found
    assert list(difference(before, before)) == []


@pytest.mark.django_db
def test_a_ladder_of_shared_skills_is_whole_with_their_words() -> None:
    take_in(ladder((FOLDER / "library.yaml").read_bytes()), by=None)
    version = take_in(ladder(USES), by=None).version
    assert (file_of(version).skills, file_of(version).scale) == ((), ())
    whole = whole_file(version.pid)
    assert [skill.id for skill in whole.skills] == ["research"]
    assert [level.name for level in whole.scale] == ["Aware", "Able"]
    assert whole.model_copy(update={"skills": (), "scale": ()}) == file_of(version)


@pytest.mark.django_db
def test_a_new_wording_of_a_shared_skill_is_a_change_of_the_ladder() -> None:
    library = (FOLDER / "library.yaml").read_text()
    take_in(ladder(library), by=None)
    before = take_in(ladder(USES), by=None).version
    take_in(ladder(library.replace("title: Research\n", "title: User research\n")), by=None)
    after = take_in(ladder(f"{USES}x-edition: 2\n"), by=None).version
    found = changes(whole_file_of(before), whole_file_of(after))
    assert said(found) == {"User research": ["Renamed from Research."], "": ["“x-edition”, new: 2"]}
