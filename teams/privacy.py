"""What is stored here: what a manager and a person note together."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.policy import Ability
from people.privacy import WITH_ACCOUNT, readers
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

HOW_LONG = _("As long as your account; a new manager reads none of it, and the one before nothing any more")

PRIVACY = Privacy(
    topics=(
        Topic(
            _("You and your manager"),
            (
                Stored(
                    _("Career talks: the day, what kind, and one line of what it was about"),
                    _("Neither of you has to remember when you last talked."),
                    HOW_LONG,
                    readers(Ability.READ_TEAM_NOTES),
                    fields(Fate.EXPORT, teams_Talk="id person at day kind about")
                    | fields(Fate.PSEUDONYMISE, teams_Talk="manager by"),
                ),
                Stored(
                    _("Promises of either side: by when, for which skill, kept or not, and why not"),
                    _("Open ones grow older where both of you see it."),
                    HOW_LONG,
                    readers(Ability.READ_TEAM_NOTES),
                    fields(
                        Fate.EXPORT,
                        teams_Promise="id pid person at side words due_on skill kept_at dropped_at reason",
                    )
                    | fields(Fate.PSEUDONYMISE, teams_Promise="manager by closed_by"),
                ),
                Stored(
                    _("The next bigger challenge of each quarter"),
                    _("Work a size larger is looked for in time."),
                    HOW_LONG,
                    readers(Ability.READ_TEAM_NOTES),
                    fields(Fate.EXPORT, teams_Challenge="id person at quarter words revision")
                    | fields(Fate.PSEUDONYMISE, teams_Challenge="manager by"),
                ),
                Stored(
                    _("Seat and scope: whether there is a role, which work, who decides and when"),
                    _("What nobody can do alone is kept apart from skill."),
                    HOW_LONG,
                    readers(Ability.READ_TEAM_NOTES),
                    fields(Fate.EXPORT, teams_Seat="id person at role work decides decided revision")
                    | fields(Fate.PSEUDONYMISE, teams_Seat="manager by"),
                ),
                Stored(
                    _("The skills that you are glad to help others with"),
                    _("Your manager can suggest you to somebody who grows into the skill."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_TEAM_NOTES),
                    fields(Fate.EXPORT, teams_CoachOffer="id person skill at"),
                ),
            ),
        ),
    )
)
