"""The people a visitor of the demo can be, and what each of them is a good view of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from demo.filling import HOST

FIRST_GUEST = f"ada@{HOST}"

GUESTS = {
    f"{address}@{HOST}": words
    for address, words in {
        "ada": _("Checks in every half-year and wants to be a senior. Reads all of her own pages."),
        "bo": _("Manages Ada and Di. Reads what they agreed on with him, none of their own answers or evidence."),
        "cy": _("Manages Bo, and reads what he agreed on with Bo. Puts ladders into force: a draft waits for him."),
        "di": _("Works beside Ada, half-way through a check-in. Reads nothing about Ada but her name and title."),
        "eve": _("Works in another line and has not checked in yet. Sees the pages before the first answer."),
        "noor": _("Arrived last week and has not said where she is on the ladder."),
        "hal": _("Belongs to the people team. The duty opens nobody’s answers."),
        "lin": _("Edits the ladders and has a draft open. The duty opens nobody’s answers."),
        "root": _("Runs the server. The duty opens nobody’s answers."),
    }.items()
}
