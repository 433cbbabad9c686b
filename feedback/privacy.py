"""What is stored of what colleagues say."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.privacy import WITH_ACCOUNT
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PAIR = _("You and whoever rates your review")

PRIVACY = Privacy(
    topics=(
        Topic(
            _("What colleagues say"),
            (
                Stored(
                    _("Which colleagues you named for a review, and what the manager and they said to that"),
                    _("Colleagues see work that a manager does not."),
                    WITH_ACCOUNT,
                    PAIR,
                    fields(
                        Fate.EXPORT,
                        feedback_Circle="id appraisal manner skills at revision",
                        feedback_Circle_skills="id circle skill",
                        feedback_Peer="id pid circle named_at confirmed confirmed_at note declined_at reason sent_at"
                        " revision",
                    )
                    | fields(Fate.PSEUDONYMISE, feedback_Circle="by", feedback_Peer="peer confirmed_by")
                    | fields(Fate.ERASE, feedback_Peer="writer"),
                ),
                Stored(
                    _("What you said about a colleague in their review, skill by skill"),
                    _("Both of the review read it from the reveal on: with your name, or put together with others."),
                    _("As long as the account of the colleague it is about"),
                    _("You; from the reveal on, if it is with names, also the two of the review"),
                    fields(Fate.EXPORT, feedback_PeerAnswer="id peer skill level cannot words"),
                ),
                Stored(
                    _("What colleagues said about you without names: counts and words, put together once"),
                    _("Nobody can be told apart in it, not even over time."),
                    WITH_ACCOUNT,
                    PAIR,
                    fields(Fate.EXPORT, feedback_PeerSummary="id circle body at"),
                ),
                Stored(
                    _("Feedback you got and gave, the skill and day it is about, your thanks, and what you hid"),
                    _("Colleagues say what they saw when it is fresh."),
                    _("Until the giver takes it back within a day, at most as long as your account"),
                    _("Who got it and who gave it; what you hid, only you know"),
                    fields(
                        Fate.EXPORT,
                        feedback_Feedback="id pid receiver skill asked words happened_on at thanks thanked_at"
                        " hidden_at evidence",
                    )
                    | fields(Fate.PSEUDONYMISE, feedback_Feedback="giver"),
                ),
                Stored(
                    _("Whom you asked for feedback, with which question, and who would rather not"),
                    _("A question gets feedback that helps."),
                    WITH_ACCOUNT,
                    _("You and whoever you asked"),
                    fields(
                        Fate.EXPORT,
                        feedback_FeedbackAsked="id pid asker skill question at declined_at reason",
                    )
                    | fields(Fate.PSEUDONYMISE, feedback_FeedbackAsked="giver"),
                ),
            ),
        ),
    )
)
