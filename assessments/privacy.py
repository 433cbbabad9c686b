"""What is stored about where somebody stands."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.policy import Ability
from people.privacy import WITH_ACCOUNT, readers
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Where you stand"),
            (
                Stored(
                    _("Your check-ins: every answer, its situation, when you gave it, and the job you came from"),
                    _("You see where you stand, and how it changes."),
                    _("A draft until you discard it; a submitted check-in as long as your account"),
                    readers(Ability.READ_SELF_ASSESSMENT),
                    fields(
                        Fate.EXPORT,
                        assessments_Assessment="id pid person kind appraisal ladder version stage target form way"
                        " started_at submitted_at levels digest",
                        assessments_Rating="id assessment skill level same ticked energy situation no_situation"
                        " rated_at revision",
                    )
                    | fields(Fate.ERASE, assessments_Rating="writer"),
                ),
                Stored(
                    _("What you and your manager agreed, and who agreed it with you"),
                    _("It counts before what either of you says alone."),
                    _("As long as your account; a new manager reads what is agreed in their own time"),
                    readers(Ability.READ_AGREED),
                    fields(Fate.PSEUDONYMISE, assessments_Assessment="assessor"),
                ),
                Stored(
                    _("Your reviews: who rates, which list, when it opened, was revealed, agreed or ended"),
                    _("Both rate the same list, and neither sees the other’s answers before both are in."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_REVIEW_STATUS),
                    fields(
                        Fate.EXPORT,
                        assessments_Appraisal="id pid person appointed ladder version stage target form opened_at"
                        " due_on revealed_at agreed_at ended_at reason reopens",
                        assessments_Agreement="id appraisal skill level disagree words sign owner due_on at revision",
                        assessments_Consent="id appraisal person at",
                        assessments_Reopening="id appraisal reason at accepted answered_at",
                    )
                    | fields(
                        Fate.PSEUDONYMISE,
                        assessments_Appraisal="assessor by ended_by",
                        assessments_Agreement="by",
                        assessments_Reopening="by answered_by",
                    ),
                ),
                Stored(
                    _("With whom you shared an item of evidence, and who was asked if they saw it, and said so"),
                    _("An item is private until you share it; a word of somebody who saw it makes it stronger."),
                    _("Until you delete the item"),
                    _("You, the manager you shared it with, and whoever you asked, each their own part"),
                    fields(
                        Fate.EXPORT,
                        assessments_Share="id evidence at",
                        assessments_Endorsement="id pid evidence asked_at title text saw_it words answered_at",
                    )
                    | fields(Fate.PSEUDONYMISE, assessments_Share="reader", assessments_Endorsement="witness"),
                ),
                Stored(
                    _("The latest level for each skill, and on whose word"),
                    _("The gap page computes from it."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_READINESS),
                    fields(Fate.EXPORT, assessments_Standing="id person skill basis level as_of"),
                ),
                Stored(
                    _("Your evidence: what happened, when, a link, and the skills it shows"),
                    _("It shows what a level rests on."),
                    _("Until you delete it, at most as long as your account"),
                    readers(Ability.READ_EVIDENCE),
                    fields(
                        Fate.EXPORT,
                        assessments_Evidence="id pid person title happened_on text link strength skills created_at"
                        " revision",
                        assessments_Evidence_skills="id evidence skill",
                    ),
                ),
            ),
        ),
    )
)
