"""A team as a page shows it: for each ladder the tables and the sentences beside them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from ladders.chart import Chart
from teams.cells import Tables, listed, meeting_list, report_pattern
from teams.standing_out import coaching_words, standing_out
from teams.team import Team


@dataclass(frozen=True, slots=True)
class Shown:
    """The people on one ladder: as a list, or as a wide table and, for few people, a tall one for phones."""

    chart: Chart
    listed: SafeString
    meeting: SafeString
    wide: SafeString
    tall: SafeString
    findings: tuple[str, ...]
    coaching: tuple[str, ...]


NOTHING = SafeString("")


def blocks_of(team: Team, *, as_list: bool, links: bool) -> tuple[Shown, ...]:
    """Each block of a team; with `links` names lead to the page about the person."""
    url = report_pattern() if links else ""
    shown = []
    for block in team.blocks:
        tables = Tables(block.map, url)
        shown.append(
            Shown(
                chart=block.chart,
                listed=listed(block.map, url) if as_list else NOTHING,
                meeting=meeting_list(block.map) if as_list else NOTHING,
                wide=NOTHING if as_list else tables.wide(),
                tall=tables.tall() if tables.narrow and not as_list else NOTHING,
                findings=tuple(standing_out(block.findings)),
                coaching=tuple(coaching_words(pair) for pair in block.coaching),
            )
        )
    return tuple(shown)
