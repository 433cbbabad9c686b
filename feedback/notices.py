"""What people are told from here."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "peer_named": _("%(by)s would like to hear from %(subject)s in the review. You confirm the name, or strike it."),
    "peer_taken_back": _("%(by)s took the name of %(subject)s back. There is nothing left to decide about it."),
    "peer_kept": _("%(by)s asked %(subject)s to say something in your review."),
    "peer_struck": _("%(by)s struck %(subject)s from the colleagues in your review, and says why."),
    "peer_asked_named": _(
        "You are asked about %(subject)s. What you say is read with your name, by %(subject)s and %(by)s, once both "
        "have submitted."
    ),
    "peer_asked_summary": _(
        "You are asked about %(subject)s. What you say is put together with what others say, without names, and "
        "shown from three answers on."
    ),
    "peer_called_off": _("The review of %(subject)s was called off. There is nothing left for you to answer."),
    "peer_declined": _("%(by)s would rather not say something in the review."),
    "feedback_given": _("%(by)s gave you feedback. Only you read it."),
    "feedback_thanked": _("%(by)s thanks you for your feedback."),
    "feedback_asked": _("%(by)s asks you for feedback: “%(detail)s”"),
    "feedback_refused": _("%(by)s would rather not give feedback on what you asked."),
}
