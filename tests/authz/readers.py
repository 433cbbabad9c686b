"""Who may read which sentinel: from the table, from whose row it is, or from which ladder it belongs to."""

from __future__ import annotations

from functools import lru_cache

from django.db import models

from assessments.models import Assessment, Evidence, Rating
from drafts.models import Draft, Proposal, ProposalAnswer, Remark, Sorter, Upload
from ladders.models import Ladder, Publication, Version
from people.models import Person
from skills.models import Library
from tests.authz.rooms import readers_in_rooms
from tests.authz.sentinels import Secret
from tests.authz.table import LINES
from tests.authz.world import ACTORS, AT_WORK, World

NO_ONE: frozenset[str] = frozenset()
# The people team keeps accounts that are switched off, and reads their cards.
TEAM = frozenset({"hal"})
# Fields of a person that colleagues read; the others are the person's own, and the password is nobody's.
CARD = {"people.Person.name", "people.Person.called", "people.Person.title", "people.Person.pid"}
SECRET = {"people.Person.password", "account.EmailConfirmation.key"}
# The ladders in force, and the libraries whose skills they use.
LADDERS, LIBRARIES = ("ladder.current", "ladder.second"), ("ladder.current", "ladder.library")
# Lin edits every ladder and Cy publishes every ladder; Eve edits the one whose draft is closed.
KEEPERS = {"draft.open": frozenset({"cy", "lin"}), "draft.closed": frozenset({"cy", "eve", "lin"})}
PAGES = ("assessment_show", "evidence_edit")


def readers_of(world: World, word: str) -> frozenset[str]:
    """Everybody who may be shown the sentinel."""
    return _readers(world.secrets[word], world)


@lru_cache(maxsize=20_000)
def _readers(secret: Secret, world: World) -> frozenset[str]:
    if secret.field in SECRET:
        return NO_ONE
    if secret.field == "sessions.Session.session_key":
        return frozenset(name for name, key in world.sessions.items() if key == secret.row.pk) & AT_WORK
    in_room = readers_in_rooms(secret.row, world)
    if in_room is not None:
        return in_room
    if secret.row._meta.app_label == "drafts":
        return at_the_desk(secret.row, world)
    if secret.about is None:
        readers = frozenset(ACTORS) if for_everybody(secret.row, world) else AT_WORK
        if on_the_shelf(secret.row, world):
            return readers
        home = home_of(secret.row)
        if home == world.things["ladder.library"]:  # the ladder of the closed draft takes skills from it
            return KEEPERS["draft.closed"]
        return KEEPERS["draft.open"] if home else NO_ONE  # whoever keeps all ladders, reads them all
    owner = frozenset({world.name_of(secret.about)}) & AT_WORK
    if secret.field in CARD:
        return AT_WORK if owner else TEAM
    thing = secret.row.assessment if isinstance(secret.row, Rating) else secret.row
    return readers_of_thing(thing, world) if isinstance(thing, Assessment | Evidence) else owner


def at_the_desk(row: models.Model, world: World) -> frozenset[str]:
    """Who reads something about ladders being rewritten: their keepers, and whose proposal or sorting it is."""
    if isinstance(row, Sorter):
        return frozenset({world.name_of(row.person)})
    if isinstance(row, Upload):
        return frozenset({world.name_of(row.by)})
    if isinstance(row, Proposal | ProposalAnswer):
        return KEEPERS["draft.open"] | {"ada"}
    if isinstance(row, Remark):
        return KEEPERS["draft.open"]
    draft = row if isinstance(row, Draft) else getattr(row, "draft", None)
    return next(readers for name, readers in KEEPERS.items() if world.things[name] == draft)


def readers_of_thing(thing: Assessment | Evidence, world: World) -> frozenset[str]:
    """Who reads the page of a thing, as the table says; its owner, where the table does not name it."""
    name = next(name for name, known in world.things.items() if known == thing)
    for line in LINES:
        if line.url in PAGES and line.thing == name:
            return line.readers
    if isinstance(thing, Assessment) and (
        thing.kind == thing.Kind.MANAGER or (thing.kind == thing.Kind.AGREED and thing.is_draft)
    ):
        return NO_ONE
    return frozenset({world.name_of(thing.person)}) & AT_WORK


def on_the_shelf(row: models.Model, world: World) -> bool:
    """Whether a row belongs to a ladder in force, or to the skills that one uses."""
    home = home_of(row)
    if isinstance(home, Ladder):
        return home in {world.things[name] for name in LADDERS}
    libraries = {thing.library for name in LIBRARIES if isinstance(thing := world.things[name], Ladder)}
    return isinstance(home, Library) and home in libraries


def for_everybody(row: models.Model, world: World) -> bool:
    """Whether a row belongs to the public ladder, or to the library whose skills it uses."""
    home, library = home_of(row), world.things["ladder.library"]
    skills = library.library if isinstance(library, Ladder) else None
    return home in {world.things["ladder.second"], skills} and not isinstance(row, Publication)


def home_of(row: models.Model) -> Ladder | Library | None:
    """The ladder whose version a row is part of, else the library: whichever the row's own keys lead to first."""
    if isinstance(row, Version):
        return row.ladder
    if isinstance(row, Ladder | Library):
        return row
    for field in row._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.related_model is not Person:
            home = home_of(getattr(row, field.name)) if getattr(row, field.attname) else None
            if home is not None:
                return home
    return None
