"""What the demo's managers and their reports noted: talks, promises, challenges, seat and scope, offers, shares."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from assessments.models import Evidence, Share
from demo.filling import HOST, moment
from ladders.chart import Chart
from people.models import Person, ReportingLine
from teams.models import Challenge, CoachOffer, Promise, Seat, Talk
from teams.quarter import quarter_of

# Who talked how many days ago, about what. The manager is whoever they report to now.
TALKS = {
    "ada": (
        (160, "path", "Past, dream and plan: what a senior role would change"),
        (12, "promotion", "What is missing for the packet"),
    ),
    "di": ((34, "aim", "Staying with customers or going for strategy"),),
    "joao": ((96, "path", "Leading people or leading ideas"),),
    "layla": ((20, "return", "Coming back after four months away"),),
    "minh": ((71, "feedback", "The interview study, and what to leave out next time"),),
    "mercy": ((15, "path", "A first team to lead"),),
    "henrike": ((48, "path", "What a principal does all day"),),
    "bo": ((27, "path", "The way to director"),),
    "gwen": ((9, "promotion", "Who decides about the group role"),),
}  # fmt: skip
# Who: side, words, days ago, due in days (0: open-ended), skill, and how it ended ("" open, or a reason to drop it).
PROMISES = {
    "ada": (
        ("manager", "Introduce you to the finance lead before the pricing review", 61, 12, "business", ""),
        ("manager", "Let you lead the pricing review", 33, 0, "product-strategy", ""),
        ("person", "Write the strategy for Invoices on two pages", 33, 30, "product-strategy", ""),
        ("manager", "Read the packet’s first draft", 118, 0, "", "kept"),
    ),
    "di": (("person", "Show the receipts study to the data team", 34, 21, "data-analysis", ""),),
    "joao": (
        ("manager", "Find out whether Billing gets a second team", 96, 0, "people-management", ""),
        ("manager", "Bring you to the quarterly planning", 140, 0, "", "Planning moved to next year."),
    ),
    "minh": (("manager", "Pair you with Di for the next experiment", 70, 5, "experimentation", ""),),
    "bo": (("manager", "Take you to the budget round", 27, 40, "business", ""),),
}  # fmt: skip
# Who: the challenge of each quarter, the latest first; the number is how many quarters ago it was.
CHALLENGES = {
    "ada": (
        (0, "Lead the pricing review across Invoices and Billing"),
        (1, "Run the first experiment with real prices"),
    ),
    "di": ((1, "Onboarding of the receipts scanner, from question to launch"),),
    "joao": ((0, "Merge the two billing back ends"), (2, "Plan a quarter for two teams")),
    "layla": ((0, "The expenses policy that finance cannot agree on"),),
    "bo": ((0, "One roadmap for Invoices, Search and the partner portal"),),
}
# Who: is there a role, work of that scope, who decides, when.
SEATS = {
    "ada": ("unknown", "The pricing review is of that size", "The product leads’ round", "In the spring round"),
    "joao": ("no", "A second team is asked for and not granted", "Cy and finance", "With the budget"),
    "gwen": ("yes", "Search and Onboarding become one group", "Teodor", "Next month"),
}
OFFERS = {
    "ada": ("user-research", "data-analysis", "stakeholders"),
    "di": ("experimentation", "customer-empathy"),
    "joao": ("requirements", "delivery", "company-strategy", "design"),
    "layla": ("prioritisation", "customer-empathy"),
    "mercy": ("market-analysis",),
}
SHARES = {"ada": 4, "di": 2, "joao": 3, "minh": 1}  # how many of their latest items they shared


def fill_teams(chart: Chart, today: date) -> None:
    """Writes all of it, as of `today`, for those who are there and have a manager."""
    emails = {f"{name}@{HOST}": name for name in {*TALKS, *PROMISES, *CHALLENGES, *SEATS, *OFFERS, *SHARES}}
    lines = ReportingLine.objects.in_force(today).filter(person__email__in=emails).select_related("person", "manager")
    pairs = {emails[line.person.email]: (line.person, line.manager) for line in lines}
    Talk.objects.bulk_create(talks(pairs, today))
    Promise.objects.bulk_create(promises(pairs, chart, today))
    Challenge.objects.bulk_create(challenges(pairs, today))
    Seat.objects.bulk_create(seats(pairs, today))
    for name, skills in OFFERS.items():
        if name in pairs:
            pks = [chart.skill[slug].pk for slug in skills if slug in chart.skill]
            CoachOffer.choose(pairs[name][0], asked=pks, chosen=pks)
    for name, count in SHARES.items():
        if name in pairs:
            share(*pairs[name], count, today)


Pairs = dict[str, tuple[Person, Person]]


def talks(pairs: Pairs, today: date) -> Iterator[Talk]:
    for name, (person, manager) in pairs.items():
        for ago, kind, about in TALKS.get(name, ()):
            day = today - timedelta(days=ago)
            at = moment(day, time(16, 5))
            yield Talk(person=person, manager=manager, by=manager, day=day, kind=kind, about=about, at=at)


def promises(pairs: Pairs, chart: Chart, today: date) -> Iterator[Promise]:
    for name, (person, manager) in pairs.items():
        for side, words, ago, due, skill, end in PROMISES.get(name, ()):
            at = moment(today - timedelta(days=ago), time(16, 10))
            closed = moment(today - timedelta(days=ago // 2), time(9, 30))
            yield Promise(
                person=person,
                manager=manager,
                by=manager,
                at=at,
                side=side,
                words=words,
                due_on=today + timedelta(days=due) if due else None,
                skill_id=chart.skill[skill].pk if skill in chart.skill else None,
                kept_at=closed if end == "kept" else None,
                dropped_at=closed if end not in ("", "kept") else None,
                closed_by=manager if end else None,
                reason=end if end != "kept" else "",
            )


def challenges(pairs: Pairs, today: date) -> Iterator[Challenge]:
    for name, (person, manager) in pairs.items():
        for back, words in CHALLENGES.get(name, ()):
            quarter = quarter_of(today)
            for _step in range(back):
                quarter = quarter_of(quarter - timedelta(days=1))
            at = moment(min(quarter + timedelta(days=6), today), time(10, 0))
            yield Challenge(person=person, manager=manager, by=manager, at=at, quarter=quarter, words=words)


def seats(pairs: Pairs, today: date) -> Iterator[Seat]:
    at = moment(today - timedelta(days=12), time(16, 20))
    for name, (person, manager) in pairs.items():
        if name in SEATS:
            role, work, decides, decided = SEATS[name]
            said = {"role": role, "work": work, "decides": decides, "decided": decided}
            yield Seat(person=person, manager=manager, by=manager, at=at, **said)


def share(person: Person, manager: Person, count: int, today: date) -> None:
    """Shares a person's latest items with their manager, unless they are shared already."""
    items = Evidence.objects.about(person).latest_first()[:count]
    at = moment(today - timedelta(days=2), time(11, 0))
    rows = [Share(evidence=item, reader=manager, at=at) for item in items]
    Share._default_manager.bulk_create(rows, ignore_conflicts=True)
