"""A heatmap as HTML: a cell is text first, "2/3", and has a tint and a pattern beside it. Prepared here, because a
template would build the same cell hundreds of times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from html import escape

from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ladders.chart import Category
from teams.heatmap import Cell, Column, Heatmap, Line, Mark, Sight

NARROW = 8  # people whose columns fit beside each other on a phone
NO_PID = "2" * 16  # stands for a public id in an address that is the same for everybody but for that


@cache
def icon(name: str) -> str:
    """A line icon from the sprite; decoration beside words."""
    return f'<svg class="icon" aria-hidden="true"><use href="{escape(static("img/sprite.svg"))}#{name}"/></svg>'


def report_pattern() -> str:
    """The address of a report's page with braces for the id."""
    return reverse("report_show", args=[NO_PID]).replace(NO_PID, "{}")


def figure(cell: Cell) -> str:
    """What a cell says: "2/3", "2/(3)" where it is only welcome, "?" not rated, "1" or "·" not expected.

    Level 0 where nothing is expected says nothing, so it is "·", too.
    """
    if cell.need is None:
        return str(cell.now) if cell.now else "·"
    if cell.now is None:
        return "?" if cell.required else "·"
    return f"{cell.now}/{cell.need}" if cell.required else f"{cell.now}/({cell.need})"


def in_words(cell: Cell) -> str:
    """What the tint and the pattern of a cell say, in words; "" where the figure says all."""
    if cell.mark is Mark.UNKNOWN:
        return _("not rated")
    if cell.need is None:
        return _("not expected")
    if not cell.required:
        return _("welcome, not expected")
    words = {
        Mark.MET: _("met"),
        Mark.BEYOND: _("more than expected"),
        Mark.GROW: _("one step to grow"),
        Mark.FAR: _("two steps or more to grow"),
    }
    return words.get(cell.mark, "")


@lru_cache(maxsize=4096)
def cell_html(cell: Cell, first: bool, _language: str | None) -> str:
    """A cell of the wide table; few different ones occur, and each very often.

    What is only welcome looks like what is not expected: the level, without a tint.
    """
    welcome = cell.need is not None and not cell.required
    mark = Mark.NONE if welcome else cell.mark
    css = " ".join([mark.value, *(["old"] if cell.old else []), *(["first"] if first else [])])
    said = [in_words(cell)] if mark in (Mark.UNKNOWN, Mark.NONE) else []
    said += [_("older than a year")] if cell.old else []
    hidden = f'<span class="vh"> {escape(", ".join(said))}</span>' if said else ""
    shown = figure(replace(cell, need=None) if welcome else cell)
    return f'<td class="{css}"><b>{shown}</b>{hidden}</td>'


def hidden_words(line: Line) -> str:
    """Why a line has no levels. It never looks like a low one."""
    words = {
        Sight.VEILED: _("in review: hidden until both have submitted"),
        Sight.PRIVATE: _("private: nothing is agreed that you can read. That says nothing about the work."),
        Sight.NOWHERE: _("no levels: this version of the ladder does not have the stage any more"),
    }
    return words[line.sight]


class Tables:
    """The two tables of one block; `url` is a pattern for the page of a person, "" where there is none to go to."""

    def __init__(self, found: Heatmap, url: str) -> None:
        self.map, self.url, self.language = found, url, get_language()
        self.first = {columns[0].skill.slug for _category, columns in found.grouped}
        self.starts = tuple(column.skill.slug in self.first for column in found.columns)
        self.other = escape(_("Other skills"))

    @property
    def narrow(self) -> bool:
        """Few enough people for skills to be the rows on a phone."""
        return len(self.map.lines) <= NARROW

    def name(self, line: Line) -> str:
        name = f"<bdi>{escape(line.name)}</bdi>"
        return f'<a href="{self.url.format(line.key)}">{name}</a>' if self.url else name

    def title(self, category: Category | None) -> str:
        return escape(category.title) if category else self.other

    def wide(self) -> SafeString:
        """People down, skills across: the rows of the head, the body and the foot."""
        rows = "".join(map(self.wide_row, self.map.lines))
        return mark_safe(
            f"<thead>{self.wide_head()}</thead><tbody>{rows}</tbody><tfoot><tr>{self.wide_foot()}</tr></tfoot>"
        )

    def wide_head(self) -> str:
        groups = "".join(
            f'<th class="cat first{"" if len(columns) > 1 else " thin"}" scope="colgroup" colspan="{len(columns)}">'
            f"<span>{self.title(category)}</span></th>"
            for category, columns in self.map.grouped
        )
        skills = "".join(
            f'<th scope="col" class="col{" first" if start else ""}"><span>{escape(column.skill.title)}</span></th>'
            for column, start in zip(self.map.columns, self.starts, strict=True)
        )
        return (
            f'<tr><td class="none"></td>{groups}<th class="cat first" scope="col">{escape(_("Met"))}</th></tr>'
            f'<tr><th scope="col" class="col"><span class="vh">{escape(_("Person"))}</span></th>{skills}'
            f'<th scope="col" class="col"><span>{escape(_("of what is expected"))}</span></th></tr>'
        )

    def wide_row(self, line: Line) -> str:
        head = f'<th scope="row" class="row">{self.name(line)}<small>{escape(line.stage)}</small></th>'
        if line.sight is not Sight.OPEN:
            image = icon("lock") if line.sight is Sight.PRIVATE else icon("eye")
            span = len(self.map.columns) + 1
            words = f'<span class="why">{image}{escape(hidden_words(line))}</span>'
            return f'<tr>{head}<td class="private" colspan="{span}">{words}</td></tr>'
        cells = "".join(
            cell_html(cell, start, self.language) for cell, start in zip(line.cells, self.starts, strict=True)
        )
        return f'<tr>{head}{cells}<td class="none"><b>{line.met}/{line.needed}</b></td></tr>'

    def wide_foot(self) -> str:
        head = f"{escape(_('People meeting'))}<small>{escape(_('of people who need it'))}</small>"
        cells = "".join(self.meeting(column) for column in self.map.columns)
        return f'<th scope="row" class="row">{head}</th>{cells}<td></td>'

    def meeting(self, column: Column) -> str:
        """How many of those who need a skill meet it, with a flag where only one does; of nobody there is nothing."""
        if not column.needs:
            return f'<td>–<span class="vh"> {escape(_("nobody needs it"))}</span></td>'
        count = f"{column.meets}/{column.needs}"
        if not column.only:
            return f"<td>{count}</td>"
        return f'<td class="one">{icon("flag")}<span class="vh">{escape(_("only one person:"))} </span>{count}</td>'

    def tall(self) -> SafeString:
        """Skills down, people across, for phones: the head and a body for each category."""
        people = "".join(
            f'<th scope="col" class="ctr"><abbr title="{escape(line.name)}">{escape(initials(line.name))}</abbr></th>'
            for line in self.map.lines
        )
        head = (
            f'<th scope="col">{escape(_("Skill"))}</th>{people}<th scope="col" class="ctr">{escape(_("meet"))}</th>'
        )
        place = {column.skill.slug: number for number, column in enumerate(self.map.columns)}
        bodies = "".join(
            f'<tbody><tr><th class="cat" scope="rowgroup" colspan="{len(self.map.lines) + 2}">{self.title(category)}'
            f"</th></tr>{''.join(self.tall_row(column, place[column.skill.slug]) for column in columns)}</tbody>"
            for category, columns in self.map.grouped
        )
        return mark_safe(f"<thead><tr>{head}</tr></thead>{bodies}")

    def tall_row(self, column: Column, place: int) -> str:
        cells = "".join(self.tall_cell(line, place) for line in self.map.lines)
        head = f'<th scope="row" class="row">{escape(column.skill.title)}</th>'
        return f"<tr>{head}{cells}{self.meeting(column)}</tr>"

    def tall_cell(self, line: Line, place: int) -> str:
        if line.sight is Sight.OPEN:
            return cell_html(line.cells[place], False, self.language)
        image = icon("eye") if line.sight is Sight.VEILED else icon("lock")
        words = {Sight.VEILED: _("in review"), Sight.PRIVATE: _("private"), Sight.NOWHERE: _("no levels")}
        return f'<td class="none">{image}<span class="vh">{escape(words[line.sight])}</span></td>'


def initials(name: str) -> str:
    """Two letters at most, of the first and the last word."""
    words = name.split() or ["?"]
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


@lru_cache(maxsize=4096)
def listed_cell(cell: Cell, _language: str | None) -> tuple[str, str]:
    """The mark of a skill in the list, and in words what it means."""
    more = "+" if cell.mark is Mark.BEYOND else ""
    said = [in_words(cell), *([_("older than a year")] if cell.old else [])]
    words = f" <small>{escape(', '.join(said))}</small>"
    return f'<b class="{cell.mark.value}">{figure(cell)}{more}</b>', words


def listed(found: Heatmap, url: str) -> SafeString:
    """The same map as a list: each person with every skill by category, in words as well."""
    return mark_safe("".join(_listed_lines(found, url)))


def _listed_lines(found: Heatmap, url: str) -> Iterable[str]:
    language, other = get_language(), _("Other skills")
    place = {column.skill.slug: number for number, column in enumerate(found.columns)}
    for line in found.lines:
        name = f"<bdi>{escape(line.name)}</bdi>"
        head = f'<a href="{url.format(line.key)}">{name}</a>' if url else name
        stage = f" <small>{escape(line.stage)}</small>" if line.stage else ""
        yield f'<section class="listed"><h3>{head}{stage}</h3>'
        if line.sight is Sight.OPEN:
            yield f"<p>{met_words(line)}</p><dl>"
            for category, columns in found.grouped:
                items = "".join(
                    f"<li>{_item(column, line.cells[place[column.skill.slug]], language)}</li>" for column in columns
                )
                yield f"<dt>{escape(category.title if category else other)}</dt><dd><ul>{items}</ul></dd>"
            yield "</dl>"
        else:
            yield f'<p class="soft">{escape(hidden_words(line))}</p>'
        yield "</section>"


def _item(column: Column, cell: Cell, language: str | None) -> str:
    mark, words = listed_cell(cell, language)
    return f"{mark} <span>{escape(column.skill.title)}{words}</span>"


def met_words(line: Line) -> str:
    """ "19 of 22 expectations met · agreed 4 June 2026", escaped."""
    text = _("%(met)d of %(needed)d expectations met") % {"met": line.met, "needed": line.needed}
    when = _("last agreed %(day)s") % {"day": date_format(line.newest, "j F Y")} if line.newest else ""
    return escape(" · ".join(part for part in (text, when) if part))


def meeting_list(found: Heatmap) -> SafeString:
    """How many people meet each skill, as list items."""
    return mark_safe("".join(f"<li>{escape(meeting_words(column))}</li>" for column in found.columns if column.needs))


def meeting_words(column: Column) -> str:
    about: Mapping[str, object] = {
        "skill": column.skill.title,
        "meets": column.meets,
        "needs": column.needs,
        "name": column.only,
    }
    if column.only:
        return _("%(skill)s: only %(name)s, of %(needs)d who need it") % about
    return (
        ngettext(
            "%(skill)s: %(meets)d of %(needs)d who needs it",
            "%(skill)s: %(meets)d of %(needs)d who need it",
            column.needs,
        )
        % about
    )
