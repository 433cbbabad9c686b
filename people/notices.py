"""Telling people something, and the words for it.

A room that tells people something has a module `notices` with `WORDS`: kind → a sentence in which `%(by)s` is who did
it, `%(subject)s` whom it is about and `%(detail)s` a title to quote. Where the detail is a day as ISO 8601 writes it,
`%(day)s` is that day in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Notice, Person
from safeguards.rooms import each

AT_THE_TOP = 3

WORDS: Mapping[str, Promise] = {
    "line_changed": gettext_lazy(
        "From %(day)s %(subject)s is your manager. They read what you agree from that day on, nothing from before."
    ),
    "line_given": gettext_lazy(
        "From %(day)s %(subject)s reports to you. You read what the two of you agree from that day on, nothing from "
        "before."
    ),
    "line_ended": gettext_lazy("From %(day)s you have no manager here. Nobody else reads what you agree from then."),
    "line_taken": gettext_lazy(
        "From %(day)s %(subject)s no longer reports to you. You keep what you signed together for twelve months."
    ),
    "line_kept": gettext_lazy("%(subject)s stays your manager. The change that was planned is taken back."),
    "line_stays": gettext_lazy("%(subject)s goes on reporting to you. The change that was planned is taken back."),
    "line_dropped": gettext_lazy(
        "%(subject)s will not report to you after all. The change that was planned is taken back."
    ),
    "account_off": gettext_lazy("The account of %(subject)s is switched off."),
    "account_manager_off": gettext_lazy(
        "The account of your manager, %(subject)s, is switched off. They read nothing any more. The people team "
        "chooses who follows."
    ),
    "account_on": gettext_lazy("The account of %(subject)s is switched on again."),
    "account_back": gettext_lazy("Your account is switched on again. What you wrote is as it was."),
}


def tell(
    people: Iterable[Person | None],
    kind: str,
    *,
    by: Person | None = None,
    subject: Person | None = None,
    detail: str = "",
    url: str = "",
) -> None:
    """Tells each of `people` once, whoever did it excepted. `kind` is a key of some room's WORDS (else KeyError).

    Call it inside the transaction of what it tells about.
    """
    words()[kind]
    told = {person.pk: person for person in people if person is not None and person != by}
    Notice.put(
        Notice(person=person, kind=kind, by=by, subject=subject, detail=detail[:200], url=url)
        for person in told.values()
    )


@cache
def words() -> dict[str, Promise]:
    """The words of every room, by kind."""
    found: dict[str, Promise] = {}
    for room in each("notices"):
        found |= room.WORDS
    return found


def sentence(notice: Notice) -> str:
    """What a notice says, in the language of whoever reads it now."""
    known = words().get(notice.kind)
    if known is None:  # of an older version of Careerpath
        return notice.detail
    return str(known) % {
        "by": notice.by.name if notice.by else _("Somebody who left"),
        "subject": notice.subject.name if notice.subject else _("somebody"),
        "detail": notice.detail,
        "day": _day(notice.detail),
    }


def _day(detail: str) -> str:
    try:
        return date_format(date.fromisoformat(detail), "j F Y")
    except ValueError:
        return detail


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as a page shows it."""

    notice: Notice
    words: str


def lines(notices: Iterable[Notice]) -> list[Line]:
    return [Line(notice, sentence(notice)) for notice in notices]


def news_for(person: Person) -> list[Line]:
    """The latest that the person was told and has not opened: three at most, and a fourth if there is more."""
    unread = Notice.objects.visible_to(person).unread().latest_first().select_related("by", "subject")
    return lines(unread[: AT_THE_TOP + 1])
