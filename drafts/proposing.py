"""Where a proposal can go, and how it is answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from drafts.fields import from_lines, to_lines
from drafts.models import Draft, Edit, Met, Piece
from drafts.models.proposal import Proposal, ProposalAnswer
from drafts.opening import open_draft
from drafts.pieces import Kind
from drafts.writing import write
from ladders.chart import Chart, Descriptor, Skill, Stage
from people.models import Person
from safeguards.revisions import Stale

LISTS = frozenset({"does", "success"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A text that a proposal can be about: its path in the piece, what it is called, what it says now."""

    path: str
    name: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The items of a list; nothing for a single text."""
        return from_lines(self.text) if self.path in LISTS else []


def spots_of_stage(stage: Stage) -> list[Spot]:
    return [
        Spot("", _("The stage as a whole"), ""),
        Spot("title", _("Its title"), stage.title),
        Spot("text", _("What it is for"), stage.text),
        Spot("does", _("What people do"), to_lines(stage.does)),
        Spot("success", _("How success shows"), to_lines(stage.success)),
    ]


def spots_of_skill(chart: Chart, skill: Skill) -> list[Spot]:
    """The texts of a skill; a text made of statements can only be written about, not rewritten."""
    found = [
        Spot("", _("The skill as a whole"), ""),
        Spot("title", _("Its title"), skill.title),
        Spot("text", _("What it is"), skill.text),
    ]
    for level in chart.scale:
        words = skill.levels.get(level.number)
        if words is None or not words.statements:
            name = _("Level %(number)s, %(name)s") % {"number": level.number, "name": level.name}
            found.append(_spot(f"levels/{level.number}/text", name, words))
    for stage in chart.stages:
        words = skill.at.get(stage.slug)
        if words is not None and not words.statements:
            found.append(_spot(f"at/{stage.slug}/text", _("At the stage %(stage)s") % {"stage": stage.title}, words))
    return found


def about(kind: str, path: str) -> str:
    """What a place is called where there is no chart at hand to ask; "" for the stage or skill as a whole."""
    text = _("What it is for") if kind == Kind.STAGE else _("What it is")
    whole = {"title": _("Its title"), "text": text, "does": _("What people do"), "success": _("How success shows")}
    first, _slash, rest = path.partition("/")
    if first == "levels":
        return _("Level %(number)s") % {"number": rest.partition("/")[0]}
    return _("Its text at one stage") if first == "at" else whole.get(path, "")


def _spot(path: str, name: str, words: Descriptor | None) -> Spot:
    return Spot(path, name, words.text if words else "")


class Gone(Exception):
    """What the proposal is about is not in the draft (any more)."""


class Meeting(Exception):
    """Somebody changed the place of the proposal since the page was shown."""

    def __init__(self, met: Met) -> None:
        super().__init__(met.edit.path)
        self.met = met


def piece_of(proposal: Proposal, draft: Draft) -> Piece | None:
    """The piece of a draft that a proposal is about."""
    return Piece.objects.filter(draft=draft, kind=proposal.kind, key=proposal.key).in_use().first()


def shown(piece: Piece, path: str) -> str:
    """The text at a place of a piece, as people read it; a list one item a line."""
    value = piece.read(path) if path else None
    return to_lines(value) if isinstance(value, list) else str(value or "")


def accept(proposal: Proposal, *, by: Person, words: str, seen: int | None) -> Draft:
    """Takes the proposal over into the draft of its ladder, opening one if there is none, and says so.

    `seen` is the draft's revision that the page showed, None if there was no draft. A proposal without words to put
    there is only answered. Raises Gone, Meeting, and Stale if somebody answered meanwhile.
    """
    with transaction.atomic():
        draft = open_draft(proposal.ladder, by=by)
        if proposal.words:
            piece = piece_of(proposal, draft)
            if piece is None:
                raise Gone
            value = from_lines(proposal.words) if proposal.path in LISTS else proposal.words
            edit = Edit(piece.pid, proposal.path, value)
            saved = write(draft, [edit], seen=draft.revision if seen is None else seen, by=by)
            if saved.met:
                raise Meeting(saved.met[0])
        answer(proposal, by=by, accepted=True, words=words, draft=draft)
    return draft


def answer(proposal: Proposal, *, by: Person, accepted: bool, words: str, draft: Draft | None = None) -> None:
    """Answers once. Raises Stale if somebody answered meanwhile."""
    try:
        with transaction.atomic():
            ProposalAnswer._default_manager.create(
                proposal=proposal, by=by, accepted=accepted, words=words, draft=draft
            )
    except IntegrityError as taken:
        raise Stale from taken


def kind_of(part: Stage | Skill) -> Kind:
    return Kind.STAGE if isinstance(part, Stage) else Kind.SKILL
