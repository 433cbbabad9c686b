"""What the process keeps by primary key or by a draft's revision: each test's database gives the same ones again."""

from __future__ import annotations

from drafts import differing, previewing
from drafts.base import bodies_of
from drafts.desk import desk_kept
from ladders.published import chart_of


def forget_charts() -> None:
    """Nothing is kept any more."""
    chart_of.cache_clear()
    forget_drafts()


def forget_drafts() -> None:
    """No draft is kept any more; a revision that was taken back comes again and says something else."""
    for kept in (desk_kept, bodies_of, differing.kept, previewing.chart_kept):
        kept.cache_clear()
