"""What the pages about a whole draft show: what it changes, what stands in its way, and advice rule by rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from drafts.assembling import Trouble, piece_at
from drafts.desk import Desk
from drafts.differing import difference, link_to_sheets
from drafts.hints import RULE
from drafts.history import sheet_url
from drafts.models import Draft, Piece
from drafts.pieces import Kind
from drafts.telling import Names, names_of
from ladders.changes import tally
from ladders.changes_page import parts
from ladders.exchange.problems import Path
from ladders.linter import Advice, Rule

PLACES = ("levels", "at")  # of a skill, where its words stand


@dataclass(frozen=True, slots=True)
class Point:
    """Something to look at: the words, what it is about ("" for the whole ladder), and where that is edited."""

    message: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Advised:
    """A rule of the linter and the points where it has something to say."""

    rule: Rule
    points: tuple[Point, ...]


def against(draft: Draft, desk: Desk) -> dict[str, Any]:
    """The difference to the version published last, as `ladders/_changes.html` shows it."""
    found = difference(draft, desk)
    if found is None:
        return {"difference": None, "troubles": points_of(draft, desk, desk.troubles)}
    return {
        "difference": found,
        "tally": tally(found.changes),
        "parts": parts(found.changes, link_to_sheets(draft, desk)),
        "outdated": draft.base_id != found.before.pk,
    }


def sorted_advice(draft: Draft, desk: Desk) -> dict[str, Any]:
    """Troubles and advice, each with the sheet where it can be mended."""
    return {
        "troubles": points_of(draft, desk, desk.troubles),
        "advised": tuple(advised(draft, desk, desk.advice)),
    }


def points_of(draft: Draft, desk: Desk, troubles: Iterable[Trouble]) -> tuple[Point, ...]:
    names, stages = names_of(desk), stage_pids(desk)
    return tuple(point(draft, trouble.message, trouble.piece, (), names, stages) for trouble in troubles)


def advised(draft: Draft, desk: Desk, advice: Iterable[Advice]) -> Iterable[Advised]:
    """Advice by rule, in the order in which the rules speak."""
    names, stages = names_of(desk), stage_pids(desk)
    found: dict[str, list[Point]] = {}
    for one in advice:
        piece = piece_at(one.path, desk.found.rows)
        found.setdefault(one.rule, []).append(point(draft, one.message, piece, one.path[2:], names, stages))
    return (Advised(RULE[rule], tuple(points)) for rule, points in found.items())


def stage_pids(desk: Desk) -> dict[str, str]:
    return {stage.key: stage.pid for stage in desk.rows(Kind.STAGE)}


def point(
    draft: Draft, message: str, piece: Piece | None, inside: Path, names: Names, stages: dict[str, str]
) -> Point:
    if piece is None:
        return Point(message, "", "")
    path = "/".join(map(str, inside))
    place = names.place(path) if len(inside) > 1 and inside[0] in PLACES else ""
    about = ", ".join(filter(None, (names.piece(piece), place)))
    return Point(message, about, sheet_url(draft, piece, path, stages))
