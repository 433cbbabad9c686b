"""Telling people something, and the words for it.

A room that tells people something has a module `notices` with `WORDS`: kind → a sentence in which `%(by)s` is who did
it, `%(subject)s` whom it is about and `%(detail)s` a title to quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from django.apps import apps
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import Notice, Person

WORDS: Mapping[str, Promise] = {
    "line_changed": gettext_lazy(
        "%(subject)s is your manager from now on. They read what you agree from that day, nothing from before."
    ),
    "line_given": gettext_lazy("%(subject)s reports to you from now on."),
    "line_ended": gettext_lazy("You no longer have a manager here. Nobody reads your agreed results but you."),
    "line_taken": gettext_lazy("%(subject)s no longer reports to you."),
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
    for app in apps.get_app_configs():
        if app.module is not None and module_has_submodule(app.module, "notices"):
            found |= import_module(f"{app.name}.notices").WORDS
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
    }
