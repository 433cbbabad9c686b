"""What stands out in a map, in sentences: about skills, never about who is first or last."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from teams.heatmap import Coaching, Findings

ONLY = 4  # skills that one person alone meets, by name; of more it is said how many


def standing_out(found: Findings) -> Iterator[str]:
    """One sentence for each thing."""
    for column in found.thin:
        text = _("%(skill)s: %(meets)d of %(needs)d do what their stage expects.")
        yield text % {"skill": column.skill.title, "meets": column.meets, "needs": column.needs}
    for column in found.only[:ONLY]:
        text = _("%(skill)s: only %(name)s does what is expected, of %(needs)d who need it.")
        yield text % {"skill": column.skill.title, "name": column.only, "needs": column.needs}
    if more := len(found.only) - ONLY if len(found.only) > ONLY else 0:
        text = ngettext("One more skill is met by one person alone.", "%(n)d more are met by one person alone.", more)
        yield text % {"n": more}
    yield from _how_much_is_known(found)


def _how_much_is_known(found: Findings) -> Iterator[str]:
    if found.old:
        text = ngettext("One level is older than a year.", "%(n)d levels are older than a year.", found.old)
        yield text % {"n": found.old}
    if found.unknown:
        text = ngettext("One expectation is not rated.", "%(n)d expectations are not rated.", found.unknown)
        yield text % {"n": found.unknown}
    if found.veiled:
        text = ngettext(
            "One person is in review and in no figure here.",
            "%(n)d people are in review and in no figure here.",
            found.veiled,
        )
        yield text % {"n": found.veiled}
    if found.private:
        text = ngettext(
            "Of one person nothing is agreed that you can read; they are in no figure here.",
            "Of %(n)d people nothing is agreed that you can read; they are in no figure here.",
            found.private,
        )
        yield text % {"n": found.private}


def coaching_words(pair: Coaching) -> str:
    """ "Data analysis: Di offers to help; Ada and Farid are to grow." """
    joined = {
        "skill": pair.skill.title,
        "helpers": get_text_list(list(pair.helpers), _("and")),
        "learners": get_text_list(list(pair.learners), _("and")),
    }
    return _("%(skill)s: %(helpers)s could help %(learners)s.") % joined
