"""The authorisation matrix: every address, everybody, every state, every method."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.authz.readers import readers_of
from tests.authz.sentinels import words
from tests.authz.table import LINES, METHODS, Line
from tests.authz.walk import address, ask, walk
from tests.authz.world import ACTORS, World

pytestmark = pytest.mark.django_db

# The rooms in which people write.
WRITTEN = {
    "assessments",
    "calibration",
    "drafts",
    "feedback",
    "mentors",
    "organisation",
    "packets",
    "reviews",
    "teams",
}


# Pages that say whom a review is about and how far it is, and not a word of what is in it.
STATUS = {"handover_new", "appraisal_end"}


def named(value: object) -> str:
    return str(value)


def firsts(line: Line) -> set[str]:
    """For each answer that the line has for people, the first of them who gets it."""
    return {next(actor for actor in ACTORS if line.marks[actor] == mark) for mark in set(line.marks.values())}


def asking(line: Line) -> list[str]:
    """Everybody on SQLite; on the other one, which finds rows by the same conditions, one for each answer."""
    return [actor for actor in ACTORS if connection.vendor == "sqlite" or actor in firsts(line)]


def methods_of(line: Line, actor: str) -> tuple[str, ...]:
    """What reads and what writes is tried by everybody. The others never look at who asks before they refuse, so one
    for each answer is enough, on one database.
    """
    return METHODS if connection.vendor == "sqlite" and actor in firsts(line) else ("GET", "POST")


@pytest.mark.parametrize("line", LINES, ids=named)
def test_answers_as_the_table_says(world: World, line: Line, caplog: pytest.LogCaptureFixture) -> None:
    found = [problem for actor in asking(line) for problem in walk(world, actor, line, methods_of(line, actor))]
    assert found == [], "\n".join(found)
    assert words(caplog.text) & world.secrets.keys() <= words(address(world, line))


@pytest.mark.parametrize("line", [line for line in LINES if "-" in line.marks.values()], ids=named)
def test_what_is_not_yours_is_like_what_is_not_there(world: World, line: Line) -> None:
    """Same status, same page, same number of queries; what is kept in the process is read before.

    Everybody looks, and the first and the last of them send something, too.
    """
    denied = [actor for actor in asking(line) if line.marks[actor] == "-"]
    ask(world, denied[0], line, "GET")
    for actor in denied:
        for method in ("GET", "POST") if actor in (denied[0], denied[-1]) else ("GET",):
            foreign, missing = (ask(world, actor, line, method, missing=gone) for gone in (False, True))
            assert (foreign.status, foreign.response.content) == (missing.status, missing.response.content), actor
            assert len(foreign.queries) == len(missing.queries), (actor, foreign.queries, missing.queries)


@pytest.mark.parametrize("line", [line for line in LINES if "-" in line.marks.values()], ids=named)
def test_what_is_not_yours_is_there(world: World, line: Line) -> None:
    """Before it is hidden from some, it is shown to others."""
    for reader in sorted(line.readers):
        shown = ask(world, reader, line, "GET")
        assert shown.status == line.expected(reader, "GET")[0] != 404


def test_every_reader_is_shown_something_of_their_own(world: World) -> None:
    """The sentinels are there to leak: on each personal page its reader meets some of them."""
    blind = []
    # Discarding asks its question and shows nothing of what it is about.
    pages = [line for line in LINES if line.thing and line.statuses[0] == 200 and line.url != "assessment_discard"]
    for line in pages:
        for reader in sorted(line.readers):
            answer = ask(world, reader, line, "GET")
            about = {word for word in answer.said & world.secrets.keys() if reader in readers_of(world, word)}
            # One's own name stands on every page.
            shown = [world.secrets[word] for word in about if world.secrets[word].row != world.person(reader)]
            kinds = {"people"} if line.thing.endswith((".person", ".card")) or line.url in STATUS else WRITTEN
            if not {secret.field.split(".")[0] for secret in shown} & kinds:
                blind.append(f"{reader} {line}")
    assert blind == []


def test_the_matrix_is_large_enough() -> None:
    assert len(LINES) * len(ACTORS) >= 5_000
