"""From where the people on a board look, in words. It is shown and never scored: no mix is the right one. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentors.contents import Viewpoint

Said = Mapping[str, Callable[[int], str]]

# What is said of so many people who look from there, by the field of a viewpoint and its value.
PLACES: Mapping[str, Said] = {
    "inside": {
        "inside": lambda n: ngettext("%(n)d from inside", "%(n)d from inside", n),
        "outside": lambda n: ngettext("%(n)d from outside", "%(n)d from outside", n),
    },
    "function": {
        "same": lambda n: ngettext("%(n)d from your function", "%(n)d from your function", n),
        "other": lambda n: ngettext("%(n)d from another function", "%(n)d from other functions", n),
    },
    "industry": {
        "same": lambda n: ngettext("%(n)d from your industry", "%(n)d from your industry", n),
        "other": lambda n: ngettext("%(n)d from another industry", "%(n)d from other industries", n),
    },
    "ahead": {
        "ahead": lambda n: ngettext("%(n)d ahead of you", "%(n)d ahead of you", n),
        "peer": lambda n: ngettext("%(n)d beside you", "%(n)d beside you", n),
        "behind": lambda n: ngettext("%(n)d on the way up behind you", "%(n)d on the way up behind you", n),
    },
    "role": {
        "colleague": lambda n: ngettext("%(n)d colleague", "%(n)d colleagues", n),
        "teacher": lambda n: ngettext("%(n)d teacher", "%(n)d teachers", n),
        "author": lambda n: ngettext("%(n)d author", "%(n)d authors", n),
        "speaker": lambda n: ngettext("%(n)d speaker", "%(n)d speakers", n),
    },
}
# What a board can be without; said only where the question was answered for somebody.
NOBODY: Mapping[tuple[str, str], Callable[[], str]] = {
    ("inside", "outside"): lambda: _("Nobody looks from outside."),
    ("inside", "inside"): lambda: _("Nobody looks from inside."),
    ("function", "other"): lambda: _("Nobody comes from another function."),
    ("industry", "other"): lambda: _("Nobody comes from another industry."),
    ("ahead", "ahead"): lambda: _("Nobody is ahead of you."),
    ("ahead", "peer"): lambda: _("Nobody is beside you."),
}


def mix(views: Iterable[Viewpoint]) -> list[str]:
    """A sentence for each question that is answered for somebody, then what nobody brings; empty without answers."""
    every = list(views)
    counts = {name: Counter(getattr(view, name) for view in every if getattr(view, name)) for name in PLACES}
    told = [sentence(said, counts[name]) for name, said in PLACES.items() if counts[name]]
    missing = [says() for (name, value), says in NOBODY.items() if counts[name] and not counts[name][value]]
    return [*told, *missing]


def sentence(said: Said, counts: Counter[str]) -> str:
    """ "3 from outside and 2 from inside." """
    parts = [words(counts[value]) % {"n": counts[value]} for value, words in said.items() if counts[value]]
    return _("%(list)s.") % {"list": get_text_list(parts, _("and"))}
