"""In whose words a question is asked: of oneself, or of the person one rates in a review."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.models import Assessment


@dataclass(frozen=True, slots=True)
class Voice:
    """`name` is what the person rated is called; "" where they rate themselves."""

    name: str

    @property
    def of_other(self) -> bool:
        return bool(self.name)

    def say(self, mine: str, theirs: str) -> str:
        return theirs % {"name": self.name} if self.name else mine

    @property
    def ask(self) -> str:
        return self.say(_("What do you do today?"), _("What does %(name)s do today?"))

    @property
    def choose(self) -> str:
        return self.say(
            _("Choose what you do today, or “I cannot say”."),
            _("Choose what %(name)s does today, or “I cannot say”."),
        )

    @property
    def none_yet(self) -> str:
        return self.say(_("Have not done this so far."), _("%(name)s has not done this so far."))

    @property
    def cannot_say(self) -> str:
        return self.say(
            _("Not my work at the moment. It counts as unknown, not as a gap."),
            _("I have not seen %(name)s do this. It counts as unknown, not as a gap."),
        )

    @property
    def does_it(self) -> str:
        return self.say(_("I do this"), _("%(name)s does this"))

    @property
    def shows(self) -> str:
        """Over the box for words beside the level."""
        return self.say(_("What shows it"), _("What you saw"))


def voice_of(assessment: Assessment) -> Voice:
    return Voice(assessment.person.short_name if assessment.kind == Assessment.Kind.MANAGER else "")
