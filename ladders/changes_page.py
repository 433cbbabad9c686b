"""The difference between two versions as a page shows it: rows with their words, marks and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ladders.changes import Change, Changes, Direction, Group, Status, Where
from ladders.changes.stage_view import Told
from ladders.changes.words import Kind, Run, Runs

# The address of a place in the ladder; None where there is nothing to lead to.
Link = Callable[[Where], str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """One change: what it is about ("" where the sentence says it), the sentence, the text, and whether it asks more
    or less: `mark` in words, `css` as a class.
    """

    about: str
    said: SafeString
    text: SafeString
    mark: str
    css: str
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one stage or skill under its title. `badge` says in words that it is new or retired."""

    id: str
    title: str
    badge: str
    url: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page under its heading: stages, skills, or the ladder as a whole (a block without a title)."""

    title: str
    blocks: tuple[Block, ...]


def parts(found: Changes, link: Link | None = None) -> tuple[Part, ...]:
    """The difference as a page tells it: what stages ask first, then the skills, then the rest. Empty parts are left
    out. `link` gives the address of a place, of a stage or skill as well as of one of their fields.
    """

    def blocks(groups: Iterable[Group]) -> tuple[Block, ...]:
        return tuple(_block(group, found.language, link) for group in groups)

    whole = Block("", "", "", "", rows((Told("", change) for change in found.whole), found.language, link))
    told = (
        Part(_("Stage by stage"), blocks(found.stages)),
        Part(_("Skills"), blocks(found.skills)),
        Part(_("The ladder as a whole"), (whole,) if whole.rows else ()),
    )
    return tuple(part for part in told if part.blocks)


def rows(told: Iterable[Told], language: str, link: Link | None = None) -> tuple[Row, ...]:
    """Changes as rows, in their order."""
    return tuple(_row(one.about, one.change, language, link) for one in told)


def _block(group: Group, language: str, link: Link | None) -> Block:
    # The title leads to the stage or skill itself; its rows lead to their own places.
    inner = link and (lambda where: None if where == group.where else link(where))
    return Block(
        id="-".join(group.where),
        title=group.title,
        badge={Status.NEW: _("new"), Status.RETIRED: _("retired")}.get(group.status, ""),
        url=(link and link(group.where)) or "",
        rows=rows((Told("", change) for change in group.changes), language, inner),
    )


def _row(about: str, change: Change, language: str, link: Link | None) -> Row:
    marks = {Direction.MORE: _("asks more"), Direction.LESS: _("asks less")}
    css = {Direction.MORE: "asks-more", Direction.LESS: "asks-less", Direction.SAME: ""}
    return Row(
        about=about,
        said=change.said.html(language),
        text=text(change.runs, language),
        mark=marks.get(change.direction, ""),
        css=css[change.direction],
        url=(link and link(change.where)) or "",
    )


def text(runs: Runs, language: str) -> SafeString:
    """A text with what is gone and what came, marked for the eye and, in hidden words, for the ear.

    A text that came or went as a whole has no marks: the sentence says it.
    """
    if not runs:
        return SafeString("")
    inner = format_html_join("", "{}", ((_run(run),) for run in runs)) if len(runs) > 1 else runs[0][1]
    return format_html('<p class="diff" lang="{}" dir="auto">{}</p>', language, inner)


def _run(run: Run) -> SafeString:
    kind, words = run
    if kind is Kind.KEPT:
        return format_html("{}", words)
    said, tag = (_("removed:"), "del") if kind is Kind.REMOVED else (_("added:"), "ins")
    # Isolated, so that our words do not decide in which direction those of the ladder run.
    hidden = format_html('<bdi class="vh" lang="{}">[{} </bdi>', get_language() or "en", said)
    return format_html('<{0}>{1}{2}<bdi class="vh">]</bdi></{0}>', SafeString(tag), hidden, words)
