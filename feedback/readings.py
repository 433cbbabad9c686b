"""What others read about somebody here, for the log of who read what."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "peer_list": _("the list of colleagues in your review"),
    "peer_setting": _("what colleagues are asked in your review"),
    "peer_confirm": _("whom you named as a colleague for your review"),
    "peer_answer": _("the questions to a colleague about you"),
    "peer_decline": _("that you would like to hear from them"),
    "peer_results": _("what colleagues said in your review"),
    "feedback_reply": _("what you asked them for feedback on"),
    "feedback_decline": _("what you asked them for feedback on, to decline it"),
}
