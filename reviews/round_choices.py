"""The ladders and versions that a round can be held on, and words that several pages of rounds use."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ladders.models import Ladder, Version
from people.models import Person
from reviews.seating import Left

LATEST = "latest"  # the version that is in force when the round begins
# Why somebody is left out, as a heading above their names.
WHY: Mapping[Left, Promise] = {
    Left.OFF: gettext_lazy("The account is switched off"),
    Left.ONESELF: gettext_lazy("You: somebody else decides about your review"),
    Left.NOT_YOURS: gettext_lazy("Does not report to whoever opens the round"),
    Left.OPEN: gettext_lazy("A review is open already"),
    Left.NO_PLACE: gettext_lazy("Has not chosen a place on a ladder"),
    Left.OTHER_LADDER: gettext_lazy("Is on another ladder"),
    Left.NO_STAGE: gettext_lazy("Their stage is not in that version"),
    Left.NO_ASSESSOR: gettext_lazy("Nobody manages them, so somebody has to be chosen to rate"),
}


def ladder_choices(viewer: Person) -> list[tuple[str, str]]:
    ladders = list(Ladder.objects.visible_to(viewer).filter(retirement=None).order_by("pk"))
    titles = dict(Version.objects.visible_to(viewer).filter(ladder__in=ladders).values_list("pk", "title"))
    return [("", "–"), *((ladder.pid, titles[ladder.current_id]) for ladder in ladders)]


def version_choices(viewer: Person) -> list[tuple[str, str]]:
    """The version in force when it begins, and each published one of the ladders that people can be on."""
    readable = Ladder.objects.visible_to(viewer).filter(retirement=None)
    versions = Version.objects.visible_to(viewer).filter(library=False, ladder__in=readable.values("pk"))
    found = versions.select_related("publication").order_by("ladder", "-publication__effective_on", "-number")
    named = [(version.pid, version_name(version)) for version in found]
    return [(LATEST, _("Of each person’s ladder the one in force on the first day")), *named]


def version_name(version: Version) -> str:
    return f"{version.title} {version.label or version.number}"
