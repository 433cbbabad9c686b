"""Advice about how a ladder is worded and cut. It never stops anyone, and each rule says why it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from ladders import linter_checks as checks
from ladders.exchange.problems import MOST, Finding, Path
from ladders.exchange.schema import LadderFile


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice: where in the file, the id of the rule, and what to do in words."""

    path: Path
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and its reason. `before` is what it finds, `after` what it leaves alone.

    `english`: it knows English words only, and is not used on a ladder in another language.
    """

    id: str
    title: str
    why: str
    before: str
    after: str
    find: Callable[[LadderFile], Iterator[Finding]] = field(repr=False)
    english: bool = False


RULES = (
    Rule(
        id="same",
        title="Neighbouring levels say nearly the same",
        why="People cannot tell which of the two they hold. Say what is new at the higher one.",
        before="Interviews users about a feature. → Often interviews many users about a complex feature.",
        after="Interviews users about a feature. → Stops a plan because of what interviews have shown.",
        find=checks.same,
    ),
    Rule(
        id="praise",
        title="Praise instead of behaviour",
        why="Two readers mean different things by “strong” or “well”. What somebody does can be seen by both.",
        before="Strong analytical skills.",
        after="Finds the step at which people leave a flow.",
        find=checks.praised,
        english=True,
    ),
    Rule(
        id="several",
        title="Several behaviours in one statement",
        why="One tick cannot answer two questions. A text is chosen as a whole; it may hold three in a sentence.",
        before="Writes the launch plan and agrees it with sales.",
        after="Agrees the launch plan with sales.",
        find=checks.several,
        english=True,
    ),
    Rule(
        id="outcome",
        title="An outcome that is not in one person's hands",
        why="Markets and other people move it too. The outcome belongs under `success` of a stage.",
        before="Grows revenue by a tenth every year.",
        after="Tests a price before it changes and shows what it did to renewals.",
        find=checks.outcomes,
        english=True,
    ),
    Rule(
        id="count",
        title="Activities are counted",
        why="A number is reached by doing more, not by doing it better. Say what the activity is for.",
        before="Holds at least five interviews a month.",
        after="Hears from customers often enough to correct a plan before it is built.",
        find=checks.counts,
        english=True,
    ),
    Rule(
        id="missing",
        title="A stage is left out without a word",
        why="Nobody knows whether nothing is expected or somebody forgot it. `0` says that nothing is expected here.",
        before="{lead: 2}",
        after="{junior: 0, lead: 2}",
        find=checks.missing,
    ),
    Rule(
        id="many",
        title="More than fifteen skills at a stage",
        why="Long lists are answered quickly and alike. Join skills, or show some with `rated: false`.",
        before="24 skills expected at a stage",
        after="15 skills expected at a stage",
        find=checks.too_many_skills,
    ),
    Rule(
        id="example",
        title="A skill without an example",
        why="One case that people know settles more arguments than another sentence.",
        before="Plans a study.",
        after="{text: Plans a study., examples: [The five calls about cancelled orders]}",
        find=checks.no_example,
    ),
    Rule(
        id="must",
        title="A stage without a must-have",
        why="Must-haves are named first on every page. Without one, all gaps look equally large.",
        before="{id: lead, title: Lead}",
        after="{id: lead, title: Lead, x-must: [research]}",
        find=checks.no_must,
    ),
    Rule(
        id="grade",
        title="Hard to read",
        why="By the Automated Readability Index the texts of the skill need more than thirteen years of school.",
        before=(
            "Operationalises organisational prioritisation methodologies, facilitating transparent interdepartmental "
            "communication regarding comparative resource requirements throughout multidisciplinary product "
            "development programmes and subsequent implementation."
        ),
        after="Puts the work of all teams in one order. Says in plain words what each team gets, what waits and why.",
        find=checks.hard,
        english=True,
    ),
)


def advise(ladder: LadderFile) -> tuple[Advice, ...]:
    """The first `MOST` pieces of advice about a sound ladder, rule by rule."""
    rules = [rule for rule in RULES if not rule.english or is_english(ladder)]
    found = (Advice(path, rule.id, message) for rule in rules for path, message in rule.find(ladder))
    return tuple(islice(found, MOST))


def is_english(ladder: LadderFile) -> bool:
    """Whether the file says that it is in English: `en`, `en-GB` and so on."""
    return ladder.language.lower().split("-")[0] == "en"
