"""What is stored here: counts in fives, and what teams are called."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

# A snapshot holds only what may be told: no ids, no counts under five. A head may be known by the title of a team.
PRIVACY = Privacy(
    topics=(
        Topic(
            _("In numbers"),
            (
                Stored(
                    _("If you lead a team right below the top: your job title as the name of that team"),
                    _("Numbers are told by team; your name stands with it where two titles are the same."),
                    _("As long as the snapshots"),
                    _("The people team"),
                    fields(Fate.PSEUDONYMISE, organisation_Snapshot="sheet demo"),
                ),
            ),
        ),
    ),
    not_personal=fields(Fate.NOT_PERSONAL, organisation_Snapshot="id quarter taken_at"),
)
