"""What is stored about rounds of reviews, and about reviews that change hands or end early."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.privacy import WITH_ACCOUNT
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PAIR = _("You, who rates your review, and the people team; never what is in it")

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Rounds of reviews"),
            (
                Stored(
                    _("Which reviews of yours began in which round, and when"),
                    _("Reviews of many people begin together, and whoever opened them sees who is done."),
                    WITH_ACCOUNT,
                    PAIR,
                    fields(Fate.EXPORT, reviews_RoundPlace="id round appraisal at"),
                ),
                Stored(
                    _("That a round is planned for you by name, and who was chosen to rate you"),
                    _("Who is in a round is decided on the day it opens."),
                    WITH_ACCOUNT,
                    _("Whoever planned the round, and the people team"),
                    fields(Fate.EXPORT, reviews_RoundPerson="id round person chosen")
                    | fields(Fate.PSEUDONYMISE, reviews_RoundPerson="assessor"),
                ),
                Stored(
                    _("On which days you were reminded of a review"),
                    _("Nobody is reminded twice on a day."),
                    WITH_ACCOUNT,
                    _("No page shows it"),
                    fields(Fate.EXPORT, reviews_Reminder="id round person day"),
                ),
                Stored(
                    _("The rounds you planned, opened or closed: title, note, window, whom they are for, and why"),
                    _("Everybody in a round knows who asked for it."),
                    WITH_ACCOUNT,
                    _("Everybody in the round, and the people team"),
                    fields(
                        Fate.EXPORT,
                        reviews_Round="id pid revision title note own_reports group ladder version form opens_on "
                        "closes_on remind_days made_at opened_at closed_at reason",
                    )
                    | fields(Fate.PSEUDONYMISE, reviews_Round="by head opened_by closed_by"),
                ),
                Stored(
                    _("That a review of yours was handed over: from whom, to whom, by whom, when and why"),
                    _("You know who rates you, and how that came about."),
                    WITH_ACCOUNT,
                    _("You, whoever rates the review, and the people team"),
                    fields(Fate.EXPORT, reviews_Handover="id appraisal reason at")
                    | fields(Fate.PSEUDONYMISE, reviews_Handover="by before after"),
                ),
                Stored(
                    _("Parts of reviews that were handed over or called off, and what was decided about them"),
                    _("Nothing is destroyed silently: whoever wrote it decides, and you read what is given to you."),
                    _("Thirty days, then it is discarded unless it was given to you"),
                    _("Whoever wrote it; what is given to you, only you"),
                    fields(
                        Fate.EXPORT,
                        reviews_KeptPart="id pid appraisal assessment at until warned_on choice chosen_at",
                    )
                    | fields(Fate.PSEUDONYMISE, reviews_KeptPart="writer handover"),
                ),
            ),
        ),
    ),
)
