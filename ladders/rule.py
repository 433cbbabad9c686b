"""The rule of a stage in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ladders.chart import Chart, Stage
from ladders.needs import Miss, Needs, Points, Share


def rule(needs: Needs) -> str:
    """When a stage is met."""
    match needs:
        case Share(percent):
            return _("Met when %(percent)d %% of what is required is reached, and every must-have.") % {
                "percent": percent
            }
        case Points(0):
            return _("Met from the start, with every must-have.")
        case Points(points):
            return ngettext(
                "Met with %(points)d point from any skills, and every must-have.",
                "Met with %(points)d points from any skills, and every must-have.",
                points,
            ) % {"points": points}
        case Miss(skills, by, above):
            return _miss(skills, by, above)
        case _:
            return _("Met when everything that is required is reached.")


def rules(chart: Chart) -> tuple[tuple[Stage, str], ...]:
    """Every stage with its rule; empty where one rule holds for the whole ladder."""
    if not any(stage.needs for stage in chart.stages):
        return ()
    return tuple((stage, rule(stage.needs or chart.needs)) for stage in chart.stages)


def _miss(skills: int, by: int, above: int) -> str:
    most = ngettext("%(n)d skill may be missed", "%(n)d skills may be missed", skills) % {"n": skills}
    each = ngettext("by one level", "by up to %(n)d levels", by) % {"n": by}
    said = _("Met when everything that is required is reached. %(most)s %(each)s, never a must-have.")
    words = said % {"most": most, "each": each}
    if not above:
        return words
    more = ngettext("Then %(n)d other has to be exceeded.", "Then %(n)d others have to be exceeded.", above) % {
        "n": above
    }
    return f"{words} {more}"
