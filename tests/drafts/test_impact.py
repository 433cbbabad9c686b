"""Whom a version touches: in numbers that tell about nobody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.models import Standing
from drafts.desk import desk_of
from drafts.differing import difference
from drafts.impact import Impact, Turned, impact
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.previewing import chart_kept
from drafts.writing import pen
from ladders.chart import Chart
from ladders.models import Version
from packets.models import Packet
from people.models import Person
from tests.assessments.pages import main
from tests.cast import Cast
from tests.factories import AssessmentFactory, PathFactory, PersonFactory

PM, SENIOR, PRINCIPAL = "product-manager", "senior-pm", "principal-pm"
AT = ("Product Manager", "Senior Product Manager")


def change(draft: Draft, by: Person, kind: Kind, key: str, path: str, value: object) -> None:
    with pen(draft, by) as hand:
        hand.put(Piece.objects.get(draft=draft, kind=kind, key=key), path, value)


def settle(count: int, stage: str = PM, aim: str = SENIOR, **levels: int) -> list[Person]:
    """Some people at a stage with an aim and, as they say themselves, these levels (underscores for hyphens)."""
    people: list[Person] = PersonFactory.create_batch(count)
    for person in people:
        path = PathFactory.create(person=person, stage=stage, aim=aim)
        for slug, level in levels.items():
            stand(person, path.ladder.library.skills.get(slug=slug.replace("_", "-")).pk, level)
    return people


def stand(person: Person, skill: int, level: int, basis: str = "self") -> None:
    Standing.objects.create(person=person, skill_id=skill, basis=basis, level=level, as_of="2024-05-01")


def touched(draft: Draft, viewer: Person) -> Impact:
    draft.refresh_from_db()
    found, chart = difference(draft, desk_of(draft)), chart_kept(draft.pk, draft.revision)
    assert found is not None
    assert chart is not None
    return impact(found, chart, viewer)


def told(found: Impact) -> dict[tuple[str, str], tuple[int | None, str]]:
    return {(group.stage, group.aim): (group.people, group.aim_says) for group in found.groups}


@pytest.fixture
def raised(draft: Draft, cast: Cast) -> Draft:
    """Senior asks for level 5 of delivery, where it was 4, and for level 2 of communication, where it was 4."""
    change(draft, cast.lin, Kind.ROW, "delivery", f"cells/{SENIOR}", {"level": 5})
    change(draft, cast.lin, Kind.ROW, "communication", f"cells/{SENIOR}", {"level": 2})
    return draft


def test_by_stage_and_aim_in_the_order_of_the_ladder(raised: Draft, cast: Cast) -> None:
    settle(6, SENIOR, "")
    settle(5)
    settle(7, PM, PRINCIPAL)

    found = touched(raised, cast.cy)

    assert found.people == 15
    assert list(told(found).items()) == [
        (AT, (5, "asks 1 more, 1 less")),
        (("Product Manager", "Principal Product Manager"), (5, "as before")),
        (("Senior Product Manager", ""), (5, "")),
    ]
    assert [group.stage_says for group in found.groups] == ["as before", "as before", "asks 1 more, 1 less"]
    assert [group.touched for group in found.groups] == [True, False, True]


def test_small_groups_are_hidden_and_so_is_what_would_give_them_away(raised: Draft, cast: Cast) -> None:
    settle(2)
    settle(8, PM, PRINCIPAL)
    settle(20, SENIOR, "")

    found = touched(raised, cast.cy)

    assert (found.people, [group.people for group in found.groups]) == (30, [None, None, 20])


def test_where_all_are_few_even_the_total_is_hidden(raised: Draft, cast: Cast) -> None:
    settle(3)

    found = touched(raised, cast.cy)

    assert (found.people, [group.people for group in found.groups]) == (None, [None])


def test_nobody_is_on_the_ladder(raised: Draft, cast: Cast) -> None:
    found = touched(raised, cast.cy)

    assert (found.people, found.groups, found.named) == (0, (), ())


def test_whoever_left_is_on_no_ladder(raised: Draft, cast: Cast) -> None:
    for person in settle(5)[:1]:
        Person.objects.filter(pk=person.pk).update(is_active=False)

    assert touched(raised, cast.cy).people is None


def test_expectations_that_turn(raised: Draft, cast: Cast) -> None:
    """Five lose delivery, six gain communication, and five see no difference."""
    settle(5, delivery=4, communication=4)
    settle(6, delivery=5, communication=3)
    settle(5, delivery=3, communication=1)

    (group,) = touched(raised, cast.cy).groups

    assert (group.people, group.lost, group.gained) == (15, Turned(True, 5), Turned(True, 5))


@pytest.mark.parametrize(("losing", "others"), [(4, 12), (12, 4), (0, 12), (12, 0), (4, 0)])
def test_what_is_true_of_few_or_of_nearly_all_is_hidden(raised: Draft, cast: Cast, losing: int, others: int) -> None:
    settle(losing, delivery=4)
    settle(others, delivery=2)

    (group,) = touched(raised, cast.cy).groups

    assert group.lost == Turned(True, None)


@pytest.mark.parametrize("wanted", [1, 2, 3])
def test_trying_levels_one_after_the_other_gives_nobody_away(wanted: int, draft: Draft, cast: Cast) -> None:
    """Senior asked for 4. Whoever lowers it step by step sees the same whether one person holds 2 or 3."""
    change(draft, cast.lin, Kind.ROW, "delivery", f"cells/{SENIOR}", {"level": wanted})
    settle(6, delivery=1)
    settle(7, delivery=2)
    settle(12)
    (one,) = settle(1, delivery=3)

    before = touched(draft, cast.cy).groups
    Standing.objects.filter(person=one).update(level=2)

    assert touched(draft, cast.cy).groups == before
    assert before[0].gained == Turned(True, {1: 10, 2: 5, 3: None}[wanted])


def test_of_a_large_group_that_hides_a_small_one_nothing_is_told(raised: Draft, cast: Cast) -> None:
    settle(2, PM, PRINCIPAL)
    settle(6, delivery=4)
    settle(6)
    settle(20, SENIOR, "")

    found = touched(raised, cast.cy)

    assert [(group.people, group.lost.count) for group in found.groups if group.aim] == [(None, None), (None, None)]


def test_two_expectations_of_one_person_are_two(raised: Draft, cast: Cast) -> None:
    change(raised, cast.lin, Kind.ROW, "vision", f"cells/{SENIOR}", {"level": 5})
    settle(5, delivery=4, vision=4)
    settle(5)

    (group,) = touched(raised, cast.cy).groups

    assert group.lost == Turned(True, 10)


def test_of_many_expectations_everybody_may_lose_one(raised: Draft, cast: Cast) -> None:
    """That all ten lose something says of nobody what it is."""
    change(raised, cast.lin, Kind.ROW, "vision", f"cells/{SENIOR}", {"level": 5})
    settle(5, delivery=4)
    settle(5, vision=4)

    (group,) = touched(raised, cast.cy).groups

    assert group.lost == Turned(True, 10)


def test_what_was_agreed_counts_before_what_people_say_themselves(raised: Draft, cast: Cast, ladder: Chart) -> None:
    skill = ladder.skill["delivery"].pk
    for person in settle(5, delivery=4):
        stand(person, skill, 5, "agreed")  # nothing is lost
    for person in settle(6, delivery=5):
        stand(person, skill, 4, "agreed")  # lost, whatever they say
    for person in settle(7):
        stand(person, skill, 4, "manager")  # a manager's word alone does not count

    (group,) = touched(raised, cast.cy).groups

    assert (group.people, group.lost.count) == (15, 5)


def test_where_nothing_can_turn_there_is_nothing_to_hide(draft: Draft, cast: Cast) -> None:
    change(draft, cast.lin, Kind.STAGE, SENIOR, "title", "Senior Product Lead")
    settle(5)

    (group,) = touched(draft, cast.cy).groups

    assert (group.lost.possible, group.gained.possible) == (False, False)


def test_a_stage_that_goes_while_people_are_there(draft: Draft, cast: Cast) -> None:
    settle(5, "associate-pm", PM)
    with pen(draft, cast.lin) as hand:
        for piece in Piece.objects.filter(draft=draft):
            if piece.key == "associate-pm" or (piece.kind == Kind.STEP and "associate-pm" in piece.key):
                hand.retire(piece, True)
            elif piece.read("next") == ["associate-pm"]:
                hand.put(piece, "next", [PM])
            elif "associate-pm" in (piece.read("to") or ()):
                hand.put(piece, "to", [slug for slug in piece.read("to") if slug != "associate-pm"])

    (group,) = touched(draft, cast.cy).groups

    assert (group.stage, group.stage_says, group.people) == ("Associate Product Manager", "no longer there", 5)


def test_by_name_only_whom_one_may_read(raised: Draft, cast: Cast) -> None:
    """For now that is oneself. One's own place is not in the numbers: it would be one to subtract."""
    settle(5)
    PathFactory.create(person=cast.cy, stage=PM, aim=SENIOR)
    PathFactory.create(person=cast.bo, stage=PM, aim=SENIOR)

    found = touched(raised, cast.cy)

    assert ([one.person for one in found.named], found.people) == ([cast.cy], 5)
    assert [str(said).count("bdi") for said in found.named[0].said] == [2, 2]


@pytest.mark.parametrize(
    ("begun", "people", "count"), [(0, 9, 0), (3, 9, None), (5, 9, None), (5, 10, 5), (7, 12, 5)]
)
def test_open_check_ins(raised: Draft, cast: Cast, begun: int, people: int, count: int | None) -> None:
    for person in settle(people)[:begun]:
        AssessmentFactory.create(person=person)

    assert counts_begun(raised, cast) == {"Open check-ins": count, "Open promotion packets": 0}


@pytest.mark.parametrize(("begun", "people", "count"), [(4, 9, None), (5, 10, 5), (7, 12, 5)])
def test_open_packets(raised: Draft, cast: Cast, begun: int, people: int, count: int | None) -> None:
    version = Version._default_manager.get(ladder=raised.ladder)
    for place, person in enumerate(settle(people)[: begun + 1]):
        packet = Packet.begin(person, version=version, stage=PM, target=SENIOR)
        Packet.begin(person, version=version, stage=PM, target="group-pm")
        if place == begun:
            Packet.objects.filter(person=person).update(closed_at=packet.at)

    assert counts_begun(raised, cast) == {"Open check-ins": 0, "Open promotion packets": count}


def counts_begun(raised: Draft, cast: Cast) -> dict[str, int | None]:
    return {str(one.what): one.count for one in touched(raised, cast.cy).begun}


def test_the_page_shows_no_name_but_ones_own(as_cy: Client, raised: Draft, cast: Cast) -> None:
    people = settle(5)
    PathFactory.create(person=cast.cy, stage=PM, aim=SENIOR)

    words = main(as_cy.get(f"/drafts/{raised.pid}/publish/")).text

    assert "Cy Haddad (you): For your stage, Product Manager , nothing changes." in words
    assert "5 or more other people are on this ladder." in words
    assert [person.name for person in people if person.name in words] == []


@pytest.mark.parametrize("sizes", [(1, 1), (30, 30)])
def test_asks_as_often_for_ten_as_for_ten_thousand(
    sizes: Sequence[int], raised: Draft, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settle(sizes[0], delivery=4)
    settle(sizes[1], PM, PRINCIPAL, delivery=4)
    touched(raised, cast.cy)
    # the draft, the latest version, places, lost, gained, named, open check-ins, open packets
    with django_assert_num_queries(8):
        touched(raised, cast.cy)
