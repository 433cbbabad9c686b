"""What is stored here: personal boards, sealed for their owners."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.policy import Ability
from people.privacy import NO_PAGE, WITH_ACCOUNT, readers
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Your personal board"),
            (
                Stored(
                    _("Seats, people and talks on your board, and your settings, sealed with your own key"),
                    _("You see whom to ask about what, and when you last talked."),
                    _("Until you delete it, at most as long as your account"),
                    readers(Ability.READ_BOARD),
                    fields(
                        Fate.EXPORT,
                        mentors_Board="id owner sealed revision",
                        mentors_Seat="id pid board sealed revision",
                        mentors_Member="id pid board sealed revision",
                        mentors_Touch="id pid board member sealed revision",
                    ),
                ),
                Stored(
                    _("Your key to it, itself closed with a key of the server that is not in the database"),
                    _("A copy of the database opens no board."),
                    WITH_ACCOUNT,
                    NO_PAGE,
                    fields(Fate.ERASE, mentors_Board="key_name wrapped"),
                ),
                Stored(
                    _("The secret address of your calendar, as a fingerprint, and when it was made"),
                    _("Your calendar can show when somebody is due."),
                    _("Until you revoke it"),
                    NO_PAGE,
                    fields(Fate.ERASE, mentors_Feed="id board digest made_at"),
                ),
            ),
        ),
    ),
    not_personal=fields(Fate.NOT_PERSONAL, mentors_ServerKey="id name at"),
)
