"""Give and take over a whole board, in sentences. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentors.contents import Mark, Summary
from mentors.giving import last_gave
from mentors.summing import in_a_year

TIMES: Mapping[Mark, Callable[[int], str]] = {
    Mark.ASKED: lambda n: ngettext("asked once", "asked %(n)d times", n),
    Mark.RECEIVED: lambda n: ngettext("received something once", "received something %(n)d times", n),
    Mark.GAVE: lambda n: ngettext("gave once", "gave %(n)d times", n),
    Mark.HELLO: lambda n: ngettext("said hello once", "said hello %(n)d times", n),
}


def give_and_take(summaries: Iterable[Summary], today: date) -> list[str]:
    """What was asked, received and given in twelve months, and when something was last given."""
    every = list(summaries)
    if not any(one.count for one in every):
        return [_("Nothing is noted yet. One line after a talk is enough.")]
    counts = in_a_year(every, today)
    times = [said(counts[mark]) % {"n": counts[mark]} for mark, said in TIMES.items() if counts[mark]]
    told = _("You %(list)s.") % {"list": get_text_list(times, _("and"))} if times else _("Nothing in twelve months.")
    gave = max((one.days[Mark.GAVE] for one in every if Mark.GAVE in one.days), default=None)
    return [told, last_gave(Summary(days={Mark.GAVE: gave} if gave else {}), today)]
