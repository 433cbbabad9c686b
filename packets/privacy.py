"""What is stored here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.privacy import WITH_ACCOUNT
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Your promotion packets"),
            (
                Stored(
                    _("From which stage to which, under which version, and each section that you write"),
                    _("The case for a next stage is put together from what you noted."),
                    WITH_ACCOUNT,
                    _("Only you, until you share it with your manager"),
                    fields(
                        Fate.EXPORT,
                        packets_Packet="id pid person ladder version stage target at closed_at",
                        packets_Section="id pid packet kind position body revision",
                    ),
                ),
                Stored(
                    _("With which manager you shared it, and what the two of you commented"),
                    _("You hear what is missing before others read it."),
                    WITH_ACCOUNT,
                    _("You and that manager, as long as they are your manager"),
                    fields(Fate.EXPORT, packets_Sharing="id packet at", packets_Comment="id sharing about text at")
                    | fields(Fate.PSEUDONYMISE, packets_Sharing="reader", packets_Comment="by"),
                ),
                Stored(
                    _("The statement of your manager"),
                    _("It is kept apart, so that it is clear who says what."),
                    _("As long as your account; whoever signed it keeps it for twelve months as your former manager"),
                    _("Your manager, and you once it is released; then those who read the frozen copy"),
                    fields(Fate.EXPORT, packets_Statement="id pid packet text at released_at revision")
                    | fields(Fate.PSEUDONYMISE, packets_Statement="by"),
                ),
                Stored(
                    _("The frozen copy with its digest, who was named to read it, and that you withdrew it"),
                    _("Everybody decides on the same words, whatever changes later."),
                    WITH_ACCOUNT,
                    _("You, your manager, and those who were named, until it is decided or you withdraw it"),
                    fields(
                        Fate.EXPORT,
                        packets_HandIn="id packet at body digest",
                        packets_Reader="id hand_in at",
                        packets_Withdrawal="id packet at",
                    )
                    | fields(
                        Fate.PSEUDONYMISE,
                        packets_HandIn="by",
                        packets_Reader="reader by",
                        packets_Withdrawal="by",
                    ),
                ),
                Stored(
                    _("The decision, its reasons by skill, and the plan that follows"),
                    _("You learn why, and a “not now” is where the next packet begins."),
                    WITH_ACCOUNT,
                    _("Whoever recorded it and your manager; you as soon as it is released"),
                    fields(
                        Fate.EXPORT,
                        packets_Decision="id packet at yes words",
                        packets_Release="id decision at",
                        packets_Reason="id pid decision skill words sign owner due_on revision",
                    )
                    | fields(Fate.PSEUDONYMISE, packets_Decision="by", packets_Release="by", packets_Reason="by"),
                ),
            ),
        ),
    )
)
