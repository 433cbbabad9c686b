"""What a colleague said themselves, to read again."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from feedback.asking import asked_of
from feedback.models import Peer


@dataclass(frozen=True, slots=True)
class Own:
    """A skill with the level in words, and the words."""

    title: str
    level: str
    words: str


def own_answers(peer: Peer) -> list[Own]:
    """In the order of the ladder; skills without a word are left out."""
    given = {row.skill_id: row for row in peer.answers.all()}
    return [
        Own(one.skill.title, one.level_name(row.level) or _("cannot say"), row.words)
        for one in asked_of(peer.circle)
        if (row := given.get(one.skill.pk)) and (row.is_given or row.words)
    ]
