"""A change by the people team: who may make it, what it says beforehand, and who is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.formats import date_format

from people.line_change import change_line, consequences, rehearse
from people.models import Duty, Person
from safeguards.revisions import Stale
from tests.cast import Cast
from tests.people.conftest import day, told, words_for


def change(cast: Cast, manager: Person | None, since: date, *, person: Person | None = None) -> None:
    whose = person or cast.ada
    whose.refresh_from_db()
    change_line(whose, manager, since=since, by=cast.hal, seen=whose.line_revision)


def said(since: date) -> str:
    return date_format(since, "j F Y")


def test_the_person_and_both_managers_are_told(cast: Cast) -> None:
    change(cast, cast.cy, day(7))
    assert words_for(cast.ada) == [
        (
            f"From {said(day(7))} Cy Haddad is your manager. They read what you agree from that day on, nothing from "
            "before."
        )
    ]
    assert words_for(cast.bo) == [
        (
            f"From {said(day(7))} Ada Okafor no longer reports to you. You keep what you signed together for twelve "
            "months."
        )
    ]
    assert words_for(cast.cy) == [
        (
            f"From {said(day(7))} Ada Okafor reports to you. You read what the two of you agree from that day on, "
            "nothing from before."
        )
    ]
    assert [told(one) for one in (cast.hal, cast.xena, cast.di)] == [[], [], []]


def test_whoever_loses_a_planned_report_is_told(cast: Cast) -> None:
    change(cast, cast.cy, day(7))
    change(cast, cast.xena, day(3))
    assert told(cast.cy) == ["line_given", "line_dropped"]
    assert told(cast.bo) == ["line_taken", "line_taken"]
    assert told(cast.xena) == ["line_given"]


def test_a_plan_that_is_taken_back_is_told_to_all_three(cast: Cast) -> None:
    change(cast, cast.cy, day(7))
    change(cast, cast.bo, day(0))
    assert (told(cast.ada), told(cast.bo)) == (["line_changed", "line_kept"], ["line_taken", "line_stays"])
    assert told(cast.cy) == ["line_given", "line_dropped"]


def test_somebody_who_has_no_manager_any_more_is_told(cast: Cast) -> None:
    change(cast, None, day(0))
    assert (told(cast.ada), told(cast.bo)) == (["line_ended"], ["line_taken"])


def test_nobody_of_the_people_team_changes_their_own_line(cast: Cast) -> None:
    """Whatever duty they hold: NEVER_OVER_ONESELF."""
    with pytest.raises(PermissionDenied):
        change(cast, cast.cy, day(0), person=cast.hal)
    assert not cast.hal.lines.exists()


@pytest.mark.parametrize("who", ["ada", "bo", "lin", "root", "gone"])
def test_only_the_people_team_changes_lines(cast: Cast, who: str) -> None:
    by: Person = getattr(cast, who)
    with pytest.raises(PermissionDenied):
        change_line(cast.di, cast.cy, since=day(0), by=by, seen=cast.di.line_revision)


def test_an_admin_who_is_also_a_manager_has_only_a_managers_rights_over_reports(cast: Cast) -> None:
    """The duty gives Bo the lines of others, his own reports included; their agreed results he has as a manager."""
    cast.bo.give(Duty.Kind.PEOPLE)
    cast.ada.refresh_from_db()
    change_line(cast.ada, cast.cy, since=day(1), by=cast.bo, seen=cast.ada.line_revision)
    assert told(cast.bo) == []


def test_a_people_admin_does_not_make_himself_the_manager(cast: Cast) -> None:
    """Where somebody else on the team could do it: reading by way of one's own duty stays closed."""
    lin = cast.lin
    lin.give(Duty.Kind.PEOPLE)
    with pytest.raises(ValidationError, match="Ask a colleague on the people team"):
        change(cast, cast.hal, day(0))
    lin.switch(on=False, by=None)
    change(cast, cast.hal, day(0))
    assert list(Person.objects.managing(cast.ada)) == [cast.hal]
    assert told(cast.ada) == ["line_changed"]


def test_a_line_never_begins_in_the_past(cast: Cast) -> None:
    """It would open what was agreed before the manager was chosen."""
    with pytest.raises(ValidationError, match="Choose today or a later day"):
        change(cast, cast.cy, day(-1))


def test_two_admins_do_not_overwrite_each_other(cast: Cast) -> None:
    cast.ada.refresh_from_db()
    seen = cast.ada.line_revision
    change_line(cast.ada, cast.cy, since=day(1), by=cast.hal, seen=seen)
    with pytest.raises(Stale):
        change_line(cast.ada, cast.xena, since=day(1), by=cast.hal, seen=seen)
    assert told(cast.xena) == []


def test_an_admin_who_was_switched_off_a_moment_ago_changes_nothing(cast: Cast) -> None:
    hal = Person.objects.get(pk=cast.hal.pk)
    cast.hal.switch(on=False, by=None)
    with pytest.raises(PermissionDenied):
        change_line(cast.ada, cast.cy, since=day(0), by=hal, seen=1)


def test_a_rehearsal_changes_nothing_and_says_what_is_wrong(cast: Cast) -> None:
    cast.ada.refresh_from_db()
    seen = cast.ada.line_revision
    rehearse(cast.ada, cast.cy, since=day(0), by=cast.hal, seen=seen)
    with pytest.raises(ValidationError, match="loop"):
        rehearse(cast.cy, cast.ada, since=day(0), by=cast.hal, seen=cast.cy.line_revision)
    cast.ada.refresh_from_db()
    assert (list(Person.objects.managing(cast.ada)), cast.ada.line_revision) == ([cast.bo], seen)
    assert told(cast.ada) == []


def test_what_opens_and_what_closes_is_said_with_names_and_days(cast: Cast) -> None:
    cast.xena.report_to(cast.lin, since=date(2020, 1, 6))
    assert consequences(cast.ada, cast.xena, since=date(2127, 3, 1)) == [
        "From 1 March 2127 Xena Papadopoulou reads what Ada Okafor agrees from then on, nothing from before.",
        "Bo Lindqvist reads nothing that is agreed later, and keeps for twelve months what Bo Lindqvist signed.",
        "A review that is open stays with whoever assesses in it until you hand it over.",
        "Lin Mei-Hua, who manages Xena Papadopoulou, reads the levels agreed from then on, not the words.",
    ]


def test_what_else_a_change_brings_with_it(cast: Cast) -> None:
    cast.bo.report_to(cast.xena, since=date(2127, 4, 1))
    assert consequences(cast.bo, None, since=date(2127, 3, 1)) == [
        "From 1 March 2127 Bo Lindqvist has no manager here. Nobody else reads what is agreed from then on.",
        "Cy Haddad reads nothing that is agreed later, and keeps for twelve months what Cy Haddad signed.",
        "A review that is open stays with whoever assesses in it until you hand it over.",
        "What was planned is taken back: Xena Papadopoulou from 1 April 2127.",
        "2 people report to Bo Lindqvist and go on doing so.",
    ]
