"""The policy itself: one answer for lists, for single people, and for the line that says who can read."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from people import policy
from people.models import Person
from people.policy import NEVER_OVER_ONESELF, TABLE, Ability, Tie, allows, audience, subjects
from tests.authz.table import LINES
from tests.authz.world import ACTORS, AT_WORK, CASTS, NOBODY, World
from tests.cast import Cast

pytestmark = pytest.mark.django_db

# That somebody reports to somebody, or is being reviewed: functions of a duty, without a word of what was written.
# One's own side of it stands on a page without anybody's id in its address.
OWN_PAGE_NAMES_NOBODY = {Ability.READ_TEAM_NOTES, Ability.WRITE_TEAM_NOTES}
FUNCTIONS = {
    *(Ability.READ_LINE, Ability.WRITE_LINE, Ability.KEEP_ACCOUNT),
    *(Ability.READ_REVIEW_STATUS, Ability.OPEN_REVIEW, Ability.ANSWER_REOPENING),
}
CONTENT = sorted(set(Ability) - {Ability.READ_CARD} - FUNCTIONS)
DUTIES = ("hal", "lin", "root")


def everybody(cast: Cast) -> dict[str, Person]:
    return {name: getattr(cast, name) for name in CASTS}


def who(cast: Cast, viewer: Person, ability: Ability) -> set[str]:
    """The people about whom `viewer` has `ability`, by name."""
    found = set(subjects(viewer, ability))
    return {name for name, person in everybody(cast).items() if person in found}


@pytest.mark.parametrize("ability", Ability)
def test_one_person_and_a_list_agree(cast: Cast, ability: Ability) -> None:
    for viewer, person in product(everybody(cast).values(), repeat=2):
        assert allows(viewer, ability, person) == (person in subjects(viewer, ability))


@pytest.mark.parametrize("ability", Ability)
def test_the_audience_is_the_policy_from_the_other_side(cast: Cast, ability: Ability) -> None:
    """Who can read this, said to the person, names exactly those who can."""
    for person in Person.objects.active():
        told = audience(person, ability)
        can = {viewer for viewer in Person.objects.active() if allows(viewer, ability, person)}
        assert told.admins is (Tie.PEOPLE_TEAM in TABLE[ability])
        if told.everyone:
            assert can == set(Person.objects.active())
        else:
            team = {cast.hal} - {person} if told.admins else set()
            assert can == {*told.readers, *team} | ({person} if Tie.SELF in TABLE[ability] else set())


@pytest.mark.parametrize("ability", sorted(set(Ability) - NEVER_OVER_ONESELF))
def test_the_audience_is_right_for_every_tie(cast: Cast, ability: Ability, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for a table that gives an ability to the skip level."""
    monkeypatch.setitem(TABLE, ability, frozenset({Tie.SELF, Tie.MANAGER, Tie.SKIP}))
    for person in Person.objects.active():
        can = {viewer for viewer in Person.objects.active() if allows(viewer, ability, person)}
        assert can == {person, *audience(person, ability).readers}
    assert set(audience(cast.ada, ability).readers) == {cast.bo, cast.cy}


@pytest.mark.parametrize("duty_tie", [Tie.PEOPLE_TEAM, Tie.OPERATOR])
def test_a_table_that_lets_a_duty_in_says_so(cast: Cast, duty_tie: Tie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TABLE, Ability.READ_CARD, frozenset({Tie.SELF, duty_tie}))
    holder = cast.hal if duty_tie is Tie.PEOPLE_TEAM else cast.root
    assert audience(cast.ada, Ability.READ_CARD).admins
    assert set(subjects(holder, Ability.READ_CARD)) == set(Person.objects.all())
    assert set(subjects(cast.lin, Ability.READ_CARD)) == {cast.lin}


def test_an_account_that_is_off_sees_nothing(cast: Cast) -> None:
    assert {ability: who(cast, cast.gone, ability) for ability in Ability} == {ability: set() for ability in Ability}


def test_a_former_manager_sees_nothing(cast: Cast) -> None:
    assert who(cast, cast.xena, Ability.READ_AGREED) == {"xena", "eve"}
    assert who(cast, cast.bo, Ability.READ_AGREED) == {"bo", "ada", "di"}


@pytest.mark.parametrize("ability", CONTENT)
def test_a_duty_opens_no_content(cast: Cast, ability: Ability) -> None:
    assert {name: who(cast, getattr(cast, name), ability) for name in DUTIES} == {name: {name} for name in DUTIES}


def test_the_people_team_keeps_lines_and_rounds_but_not_its_own(cast: Cast) -> None:
    others = {name for name, person in everybody(cast).items() if person != cast.hal}
    for ability in NEVER_OVER_ONESELF:
        assert who(cast, cast.hal, ability) == others
    assert who(cast, cast.bo, Ability.OPEN_REVIEW) == {"ada", "di"}
    assert who(cast, cast.ada, Ability.OPEN_REVIEW) == set()


def test_the_skip_level_and_peers_see_no_content(cast: Cast) -> None:
    for ability in CONTENT:
        peers = who(cast, cast.di, ability) | who(cast, cast.eve, ability)
        assert "ada" not in peers
        assert ("ada" in who(cast, cast.cy, ability)) == (ability is Ability.READ_AGREED_LEVELS)


def test_a_line_that_ended_today_gives_nothing_any_more(cast: Cast) -> None:
    today = timezone.localdate()
    cast.di.report_to(cast.xena, since=today)
    assert "di" not in who(cast, cast.bo, Ability.READ_AGREED)
    assert "di" in who(cast, cast.xena, Ability.READ_AGREED)


def test_a_line_that_begins_tomorrow_gives_nothing_yet(cast: Cast) -> None:
    cast.di.report_to(cast.xena, since=timezone.localdate() + timedelta(days=1))
    assert "di" in who(cast, cast.bo, Ability.READ_AGREED)
    assert "di" not in who(cast, cast.xena, Ability.READ_AGREED)


def test_reading_comes_before_writing(cast: Cast) -> None:
    """Whoever may write about somebody may read it: a form never opens what its page would not."""
    pairs = [(ability, Ability(ability.replace("write", "read"))) for ability in Ability if "write" in ability]
    for viewer in everybody(cast).values():
        for write, read in pairs:
            assert set(subjects(viewer, write)) <= set(subjects(viewer, read))


def test_the_table_gives_no_more_than_the_policy(world: World) -> None:
    """Every + on a page about one person is an ability that the policy gives; taken together, all of them are."""
    for ability in {line.kind for line in LINES if line.thing} & set(Ability):
        owners = {line.thing.split(".")[0] for line in LINES if line.kind == ability and line.thing}
        for owner in owners & set(CASTS):
            can = {name for name in CASTS if allows(world.person(name), Ability(ability), world.person(owner))}
            lines = [line for line in LINES if line.kind == ability and line.thing.startswith(f"{owner}.")]
            assert frozenset().union(*(line.readers for line in lines)) <= can
            own = {owner} if ability in OWN_PAGE_NAMES_NOBODY else set()
            if owner in AT_WORK:
                assert frozenset().union(own, *(line.readers for line in lines)) == can


def test_actors_are_the_cast_and_nobody() -> None:
    assert tuple(ACTORS) == (*CASTS, NOBODY)


def test_policy_has_one_table() -> None:
    assert set(policy.TABLE) == set(Ability)
    assert all(policy.TABLE[ability] for ability in Ability)
