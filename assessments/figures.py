"""The table under the gap page: every addend of every figure, and the figures once more as the sums they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from html import escape

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.outlook import Outlook
from ladders.needs import Points
from ladders.rows import Row
from ladders.standing import Basis


def table_columns(outlook: Outlook) -> list[str]:
    """The heads of the columns; whose level it is only where two sides have rated, points only where they count."""
    return columns_of(Shape(outlook.gap.range is not None, counts_points(outlook), get_language()))


@dataclass(frozen=True, slots=True)
class Shape:
    """What the columns depend on: whether two sides have rated, whether points count, and the language."""

    sides: bool
    points: bool
    language: str | None


@lru_cache(maxsize=256)
def columns_of(shape: Shape) -> list[str]:
    sides = [_("By you"), _("By your manager")] if shape.sides else []
    first = [_("Skill"), _("Needs"), _("Now"), *sides, _("Gap"), _("Basis"), _("Must-have"), _("Weight")]
    second = [_("Credit"), _("Weight × credit"), _("Met"), _("One step adds")]
    return [*first, *second, *([_("Points")] if shape.points else []), _("Evidence, 12 months")]


def table_head(outlook: Outlook) -> SafeString:
    """The row of heads."""
    return mark_safe("".join(f'<th scope="col">{escape(title)}</th>' for title in table_columns(outlook)))


def table_rows(outlook: Outlook) -> SafeString:
    """One line for each skill that counts, in the order of the page."""
    basis = {
        Basis.AGREED: escape(_("agreed")),
        Basis.SELF: escape(_("self")),
        Basis.MANAGER: escape(_("manager")),
        None: "–",
    }
    sides, points, language = outlook.gap.range is not None, counts_points(outlook), get_language()
    yes = escape(_("yes"))
    return mark_safe(
        "".join(
            table_row(row, said(row, basis, language), yes, sides=sides, points=points)
            for section in outlook.sections
            for row in section.rows
            if row.need is not None or points
        )
    )


def counts_points(outlook: Outlook) -> bool:
    """Whether the stage asks for points: then every skill counts, whatever is expected of it."""
    return isinstance(outlook.gap.needs, Points)


@lru_cache(maxsize=512)
def short_day(day: date, _language: str | None) -> str:
    """A day as the table shows it; few days occur, and on many rows."""
    return escape(date_format(day, "j M Y"))


def said(row: Row, basis: Mapping[Basis | None, str], language: str | None) -> str:
    """On whose word a level stands, and from which day."""
    return f"{basis[row.basis]} {short_day(row.as_of, language)}" if row.as_of else basis[row.basis]


def table_row(row: Row, basis: str, yes: str, *, sides: bool, points: bool) -> str:
    need = number(row.need) if row.required or row.need is None else f"({row.need})"
    credit = row.credit
    earned = "–" if credit is None else decimal(row.weighted_credit)
    met = "–" if not row.required else "1" if row.met else "0"
    lift = f"+{row.lift_percent} %" if row.lift and row.lift_percent is not None else "–"
    cells = (
        need,
        number(row.now),
        *((number(row.by_self), number(row.by_manager)) if sides else ()),
        number(row.gap),
        basis,
        yes if row.must else "",
        str(row.weight) if row.required else "–",
        "–" if credit is None else str(credit),
        earned,
        met,
        lift,
        *((number(None if row.now is None else row.points),) if points else ()),
        str(sum(row.evidence)),
    )
    return f'<tr><th scope="row">{escape(row.skill.title)}</th><td>{"</td><td>".join(cells)}</td></tr>'


def number(value: int | None) -> str:
    return "–" if value is None else str(value)


def decimal(value: Fraction) -> str:
    """A share with up to three decimals; the exact fraction stands in the column before."""
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def table_foot(outlook: Outlook) -> SafeString:
    """The sums as the last rows of the table."""
    rest = len(table_columns(outlook)) - 1
    rows = (
        f'<tr><th scope="row">{escape(label)}</th><td colspan="{rest}">{escape(text)}</td></tr>'
        for label, text in sums(outlook)
    )
    return mark_safe("".join(rows))


def sums(outlook: Outlook) -> Iterator[tuple[str, str]]:
    """Each figure of the page once more, as the sum it is."""
    gap = outlook.gap
    required = [row for row in gap.rows if row.required]
    if counts_points(outlook):
        brought = [str(row.points) for row in gap.rows if row.now is not None]
        yield _("Points"), f"{' + '.join(brought) or '0'} = {outlook.verdict.have} / {outlook.verdict.need}"
    if gap.expected:
        yield _("Met"), f"{gap.met} / {gap.expected}"
    if gap.musts.total:
        yield _("Must-haves"), f"{gap.musts.met} / {gap.musts.total}"
    coverage = gap.coverage
    if coverage.percent is not None:
        yield _("Coverage"), f"{coverage.weight_rated} / {coverage.weight} = {coverage.percent} %"
    earned = sum((row.weighted_credit for row in required), start=Fraction(0))
    if coverage.weight_rated:
        share = "" if gap.weighted is None else f" = {gap.weighted} %"
        yield _("Weighted"), f"{decimal(earned)} / {coverage.weight_rated}{share}"
    if gap.freshness.percent is not None:
        fresh = sum((row.weighted_credit for row in required if row.fresh), start=Fraction(0))
        yield _("Freshness"), f"{decimal(fresh)} / {decimal(earned)} = {gap.freshness.percent} %"
