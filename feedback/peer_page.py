"""The list of colleagues in a review, as the two of it see it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from feedback.models import Circle, Peer
from feedback.models.circle import MOST_PEERS
from people.models import Person


@dataclass(frozen=True, slots=True)
class PeerLine:
    """One colleague: their name, how far it is, what was said about it; `to_confirm` where the viewer decides,
    `to_take_back` where the viewer named them and nobody decided yet.
    """

    peer: Peer
    name: str
    state: str
    words: str
    to_confirm: bool
    to_take_back: bool


@dataclass(frozen=True, slots=True)
class Peers:
    """All of them, and whether one more can be named."""

    lines: tuple[PeerLine, ...]
    room: bool


def peers_for(viewer: Person, circle: Circle) -> Peers:
    """Who was asked and who would rather not; where it is summarised, not who has answered."""
    rows = list(Peer.objects.visible_to(viewer).filter(circle=circle).oldest_first().select_related("peer"))
    review = circle.appraisal
    decides = review.is_open and review.assessor_id == viewer.pk
    named = review.is_open and review.person_id == viewer.pk
    lines = tuple(
        PeerLine(
            row,
            row.peer.name if row.peer else _("Somebody who left"),
            state(row, circle),
            row.reason if row.state is Peer.State.DECLINED else row.note,
            decides and row.state is Peer.State.NAMED,
            named and row.state is Peer.State.NAMED,
        )
        for row in rows
    )
    taken = [row for row in rows if row.state not in (Peer.State.STRUCK, Peer.State.DECLINED)]
    return Peers(lines, review.is_open and len(taken) < MOST_PEERS)


def state(row: Peer, circle: Circle) -> str:
    """How far it is, in words."""
    open_now = circle.appraisal.is_open
    if row.state is Peer.State.NAMED:
        return _("to be confirmed by the manager") if open_now else _("was not asked in time")
    if row.state is Peer.State.STRUCK:
        return _("struck by the manager")
    if row.state is Peer.State.DECLINED:
        return _("would rather not")
    if circle.appraisal.assessor_id == row.peer_id:
        return _("rates this review by now, and so does not count as a colleague")
    if circle.is_named and row.sent_at:
        return _("answered on %(day)s") % {"day": date_format(row.sent_at, "j F")}
    if circle.is_named and not open_now:
        return _("has not answered")
    if row.peer and not row.peer.is_active and not row.sent_at and circle.is_named:
        return _("asked; the account is switched off by now")
    return _("asked")
