"""How far the reviews of a round are, team by team: names and states, never what anybody answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.models import Appraisal
from assessments.telling import address
from people.models import Person, ReportingLine
from reviews.models import RoundPlace
from reviews.models.round import RoundPlaceQuerySet

AT_ONCE = 40  # people shown without asking; above that one team is opened after the other
State = Appraisal.State


@dataclass(frozen=True, slots=True)
class Row:
    """One review: who is done (name and state, the person first), what is unusual about it, and what the viewer can
    do (address and words).
    """

    person: Person
    own: bool
    parts: tuple[tuple[str, str], ...]
    state: str
    tone: str
    marks: tuple[str, ...]
    acts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Team:
    """Those whom one assessor rates; `rows` is empty while the team is folded. `key` is the assessor's public id."""

    name: str
    key: str
    counts: str
    people: int
    open: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """All reviews that the viewer sees in a round: how many, how many are revealed, and the teams by name."""

    people: int
    revealed: int
    teams: tuple[Team, ...]


def progress(places: RoundPlaceQuerySet, viewer: Person, wanted: str, steers: bool, today: date) -> Progress:
    """The progress of the places that `viewer` sees; `wanted` is the public id of the team to open, where they are
    many. A fixed number of queries.
    """
    known = places.states()
    counts: dict[tuple[str, str], Counter[str]] = {}
    for pid, name, mine, theirs, *moments in known:
        counts.setdefault((name or "", pid or ""), Counter())[stage_of(mine, theirs, *moments)] += 1
    opened = {pid for _name, pid in counts} if len(known) <= AT_ONCE else {wanted}
    rows = rows_of(places, opened, viewer, steers, today)
    teams = tuple(
        Team(name or _("Nobody"), pid, in_words(each), each.total(), pid in opened, tuple(rows.get(pid, ())))
        for (name, pid), each in sorted(counts.items())
    )
    total = sum((each for each in counts.values()), Counter[str]())
    return Progress(len(known), total["agreeing"] + total["agreed"], teams)


def stage_of(mine: bool, theirs: bool, revealed: object, agreed: object, ended: object) -> str:
    """How far a review is, in one word."""
    if agreed:
        return "agreed"
    if ended:
        return "ended"
    if revealed:
        return "agreeing"
    return "half" if mine or theirs else "rating"


def in_words(counts: Mapping[str, int]) -> str:
    """ "5 agreed, 2 both rate": what there is of each, furthest first."""
    each: dict[str, Callable[[int], str]] = {
        "agreed": lambda n: ngettext("%(n)d agreed", "%(n)d agreed", n),
        "agreeing": lambda n: ngettext("%(n)d to be agreed", "%(n)d to be agreed", n),
        "half": lambda n: ngettext("%(n)d with one part in", "%(n)d with one part in", n),
        "rating": lambda n: ngettext("%(n)d with no part in", "%(n)d with no part in", n),
        "ended": lambda n: ngettext("%(n)d called off", "%(n)d called off", n),
    }
    return ", ".join(words(counts[key]) % {"n": counts[key]} for key, words in each.items() if counts.get(key))


def rows_of(
    places: RoundPlaceQuerySet, teams: Iterable[str], viewer: Person, steers: bool, today: date
) -> dict[str, list[Row]]:
    """The rows of some teams, by the assessor's public id ("": nobody rates)."""
    asked = places.filter(appraisal__assessor__pid__in=set(teams) - {""})
    if "" in teams:
        asked = asked | places.filter(appraisal__assessor=None)
    people = asked.with_progress().select_related("appraisal__person", "appraisal__assessor")
    found: dict[str, list[Row]] = {}
    listed = list(people.order_by("appraisal__person__name", "pk"))
    managers = managers_of([place.appraisal.person for place in listed], today)
    for place in listed:
        assessor = place.appraisal.assessor
        row = row_of(place, viewer, steers, managers.get(place.appraisal.person_id))
        found.setdefault(assessor.pid if assessor else "", []).append(row)
    return found


def managers_of(people: list[Person], today: date) -> dict[int, Person]:
    """Who manages each of some people on a day, by the person's primary key."""
    lines = ReportingLine.objects.in_force(today).filter(person__in=people)
    return {line.person_id: line.manager for line in lines.select_related("manager")}


def row_of(place: RoundPlace, viewer: Person, steers: bool, manager: Person | None) -> Row:
    review = place.appraisal
    person, assessor, rating = review.person, review.assessor, review.state is State.RATING
    words, tone = said(review.state)
    return Row(
        person=person,
        own=person == viewer,
        parts=(part(person, viewer, place.person_done), part(assessor, viewer, place.assessor_done)),
        state=words,
        tone=tone,
        marks=tuple(marks(review, manager)) if rating else (),
        acts=tuple(acts(review, viewer, rating and steers)),
    )


def part(who: Person | None, viewer: Person, done: bool) -> tuple[str, str]:
    """One of the two, and whether their part is in."""
    name = _("You") if who == viewer else who.short_name if who else _("Nobody")
    return name, _("submitted") if done else _("not yet")


def acts(review: Appraisal, viewer: Person, steers: bool) -> Iterable[tuple[str, str]]:
    """What the viewer can do with a review: its address, and the words."""
    if viewer in (review.person, review.assessor):
        yield address(review), _("Open")
    if viewer != review.person and review.is_open and (steers or viewer == review.assessor):
        yield reverse("handover_new", args=[review.pid]), _("Hand over")
        yield reverse("appraisal_end", args=[review.pid]), _("Call off")


def said(state: State) -> tuple[str, str]:
    """A state in words, and the look of its badge."""
    return {
        State.RATING: (_("both rate"), ""),
        State.AGREEING: (_("to be agreed"), ""),
        State.AGREED: (_("agreed"), "met"),
        State.ENDED: (_("called off"), ""),
    }[state]


def marks(review: Appraisal, manager: Person | None) -> Iterable[str]:
    """What somebody should look at: accounts that are switched off, and a manager who is not the assessor."""
    person, assessor = review.person, review.assessor
    off = [one.name for one in (person, assessor) if one and not one.is_active]
    if off:
        yield _("Account switched off: %(names)s") % {"names": get_text_list(off, _("and"))}
    if assessor is None:
        yield _("Nobody rates: hand it over")
    elif manager and manager != assessor and not review.appointed:
        yield _("Reports to %(name)s now") % {"name": manager.name}
