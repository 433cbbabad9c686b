"""What is stored about calibration."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.privacy import WITH_ACCOUNT
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Calibration"),
            (
                Stored(
                    _("That your manager’s ratings of you are part of a calibration"),
                    _("Managers look at how their ratings lie beside each other. None of them sees your ratings."),
                    WITH_ACCOUNT,
                    _("Your manager; all others see figures of at least five ratings by three managers"),
                    fields(Fate.EXPORT, calibration_Entry="id session assessment"),
                ),
                Stored(
                    _("What your manager sees differently after a calibration, when, and why"),
                    _("The rating stays as it was given, and you know what became of it."),
                    WITH_ACCOUNT,
                    _("You and the manager who changed it; nobody else, the facilitator neither"),
                    fields(Fate.EXPORT, calibration_RatingChange="id entry skill before after reason at number")
                    | fields(Fate.PSEUDONYMISE, calibration_RatingChange="by"),
                ),
                Stored(
                    _("In which calibrations you were as a manager, and how you rated beside the others, in steps"),
                    _("You see whether the levels mean the same to you as to the others."),
                    WITH_ACCOUNT,
                    _("That you are in it: everybody in it. How you rated: you and the facilitator"),
                    fields(Fate.EXPORT, calibration_Chair="id session manager steps"),
                ),
                Stored(
                    _("The calibrations you opened or closed: title, ladder, which reviews, when, what is told"),
                    _("Everybody in it knows who asked for it."),
                    WITH_ACCOUNT,
                    _("You and the managers in it; the people team, if nobody facilitates it any more"),
                    fields(
                        Fate.EXPORT, calibration_Session="id pid title version round since told opened_at closed_at"
                    )
                    | fields(Fate.PSEUDONYMISE, calibration_Session="facilitator closed_by"),
                ),
                Stored(
                    _("Your answers to practice cases"),
                    _("You see how they lie beside the panel’s."),
                    _("Until you delete them"),
                    _("Only you"),
                    fields(Fate.EXPORT, calibration_PracticeAnswer="id person case levels at"),
                ),
            ),
        ),
    )
)
