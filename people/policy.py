"""Who may see or do what about whom: one table, and the only place that reads it.

Every sensitive row is about one person, so every question has the form "may the viewer do this about that
person?". `subjects` answers it for a list, `allows` is the same answer narrowed to one person, and `audience`
turns it round for the line "who can see this" that stands on every personal page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_

from django.db.models import Q

from people.models import Duty, Person
from people.models.person import PersonQuerySet


class Tie(StrEnum):
    """How a viewer stands to a person, from stored facts only."""

    SELF = "self"
    MANAGER = "manager"
    SKIP = "skip"
    COLLEAGUE = "colleague"
    PEOPLE_TEAM = "people_team"
    OPERATOR = "operator"


class Ability(StrEnum):
    READ_CARD = "read_card"
    WRITE_CARD = "write_card"
    READ_LINE = "read_line"
    WRITE_LINE = "write_line"
    KEEP_ACCOUNT = "keep_account"
    READ_PLACE = "read_place"
    WRITE_PLACE = "write_place"
    READ_SELF_ASSESSMENT = "read_self_assessment"
    WRITE_SELF_ASSESSMENT = "write_self_assessment"
    READ_AGREED = "read_agreed"
    READ_AGREED_LEVELS = "read_agreed_levels"
    READ_READINESS = "read_readiness"
    READ_EVIDENCE = "read_evidence"
    WRITE_EVIDENCE = "write_evidence"
    READ_REVIEW_STATUS = "read_review_status"
    OPEN_REVIEW = "open_review"
    ANSWER_REOPENING = "answer_reopening"
    READ_TEAM_NOTES = "read_team_notes"
    WRITE_TEAM_NOTES = "write_team_notes"
    READ_BOARD = "read_board"


TABLE: dict[Ability, frozenset[Tie]] = {
    Ability.READ_CARD: frozenset({Tie.SELF, Tie.COLLEAGUE}),
    Ability.WRITE_CARD: frozenset({Tie.SELF}),
    # Who somebody reports to is known in the line itself; the people team keeps it, though never their own.
    Ability.READ_LINE: frozenset({Tie.SELF, Tie.MANAGER, Tie.SKIP, Tie.PEOPLE_TEAM}),
    Ability.WRITE_LINE: frozenset({Tie.PEOPLE_TEAM}),
    # To switch an account off and on, and to send the link to the first password; never to choose one.
    Ability.KEEP_ACCOUNT: frozenset({Tie.PEOPLE_TEAM}),
    Ability.READ_PLACE: frozenset({Tie.SELF}),
    Ability.WRITE_PLACE: frozenset({Tie.SELF}),
    Ability.READ_SELF_ASSESSMENT: frozenset({Tie.SELF}),
    Ability.WRITE_SELF_ASSESSMENT: frozenset({Tie.SELF}),
    Ability.READ_AGREED: frozenset({Tie.SELF, Tie.MANAGER}),
    # Levels and their day, without a word of what was written: the team pages.
    Ability.READ_AGREED_LEVELS: frozenset({Tie.SELF, Tie.MANAGER, Tie.SKIP}),
    Ability.READ_READINESS: frozenset({Tie.SELF}),
    Ability.READ_EVIDENCE: frozenset({Tie.SELF}),
    Ability.WRITE_EVIDENCE: frozenset({Tie.SELF}),
    # That a review is open, with whom, and who is done: never what is in it.
    Ability.READ_REVIEW_STATUS: frozenset({Tie.SELF, Tie.MANAGER, Tie.SKIP, Tie.PEOPLE_TEAM}),
    Ability.OPEN_REVIEW: frozenset({Tie.MANAGER, Tie.PEOPLE_TEAM}),
    # Besides the other of the two, whom the review itself names.
    Ability.ANSWER_REOPENING: frozenset({Tie.PEOPLE_TEAM}),
    # Promises, the last career talk, the next challenge, seat and scope: between the two of them.
    Ability.READ_TEAM_NOTES: frozenset({Tie.SELF, Tie.MANAGER}),
    Ability.WRITE_TEAM_NOTES: frozenset({Tie.SELF, Tie.MANAGER}),
    # The personal board: nobody else learns even that there is one.
    Ability.READ_BOARD: frozenset({Tie.SELF}),
}
# What nobody has about themselves, whatever duty they hold.
NEVER_OVER_ONESELF = frozenset(
    {Ability.WRITE_LINE, Ability.KEEP_ACCOUNT, Ability.OPEN_REVIEW, Ability.ANSWER_REOPENING}
)


NOBODY = Q(pk__in=[])


def _tied(viewer: Person, tie: Tie, path: str) -> Q:
    """Rows whose person, found at `path`, has this tie to `viewer` today."""
    if tie is Tie.SELF:
        return Q(**{path: viewer.pk})
    if tie is Tie.MANAGER:
        return Q(**{f"{path}__in": Person.objects.reporting_to(viewer).values("pk")})
    if tie is Tie.SKIP:
        below = Person.objects.filter(lines__manager__in=Person.objects.reporting_to(viewer), lines__until=None)
        return Q(**{f"{path}__in": below.values("pk")})
    if tie is Tie.COLLEAGUE:
        return Q(**{f"{path}__in": Person.objects.active().values("pk")})
    duty = Duty.Kind.PEOPLE if tie is Tie.PEOPLE_TEAM else Duty.Kind.OPERATOR
    return ~NOBODY if viewer.holds(duty) else NOBODY


def about(viewer: Person, ability: Ability, path: str = "person") -> Q:
    """The condition for rows about people whom `viewer` has `ability` about; the person stands at `path`."""
    if not viewer.is_active:
        return NOBODY
    found = reduce(or_, (_tied(viewer, tie, path) for tie in sorted(TABLE[ability])))
    return found & ~Q(**{path: viewer.pk}) if ability in NEVER_OVER_ONESELF else found


def subjects(viewer: Person, ability: Ability) -> PersonQuerySet:
    """The people about whom `viewer` has `ability`; nobody for an account that is switched off."""
    return Person.objects.get_queryset().filter(about(viewer, ability, "pk"))


def allows(viewer: Person, ability: Ability, person: Person) -> bool:
    """Whether `viewer` has `ability` about `person`: `subjects` narrowed to one."""
    return subjects(viewer, ability).filter(pk=person.pk).exists()


def keeps_people(viewer: Person) -> bool:
    """Whether `viewer` belongs to the people team: the function, about nobody in particular."""
    return viewer.is_active and viewer.holds(Duty.Kind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Audience:
    """Who can read a page about a person: `everyone`, or `readers` beside the person; `admins` says if they can."""

    everyone: bool
    readers: tuple[Person, ...]
    admins: bool


def audience(person: Person, ability: Ability) -> Audience:
    """Who has `ability` about `person` today, for the person to read. The inverse of `subjects`."""
    ties = TABLE[ability]
    managers: list[Person] = []
    if ties & {Tie.MANAGER, Tie.SKIP}:
        managers = list(Person.objects.managing(person).active())
    readers = list(managers) if Tie.MANAGER in ties else []
    if Tie.SKIP in ties:
        readers += [above for manager in managers for above in Person.objects.managing(manager).active()]
    return Audience(
        everyone=Tie.COLLEAGUE in ties,
        readers=tuple(readers),
        admins=bool(ties & {Tie.PEOPLE_TEAM, Tie.OPERATOR}),
    )
