"""What each tie opens, in words: the table of the policy, for the person it is about."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from people.policy import TABLE, Ability, Tie

# Who has the ability, continues "They …".
WORDS: dict[Ability, Promise] = {
    Ability.READ_AGREED: _("read what you agree, in full, from the day they became your manager"),
    Ability.READ_AGREED_LEVELS: _("read the levels you agree and their day, without the words"),
    Ability.READ_REVIEW_STATUS: _("see that a review of you is open, with whom, and who is done"),
    Ability.OPEN_REVIEW: _("open a review of you"),
    Ability.ANSWER_REOPENING: _("answer that one of you asks to open a review again"),
    Ability.READ_TEAM_NOTES: _("read the promises, talks and next challenges you both note"),
    Ability.WRITE_TEAM_NOTES: _("read and write the promises, talks and next challenges you both note"),
    Ability.READ_LINE: _("see who you report to and reported to"),
    Ability.WRITE_LINE: _("see and change who you report to, with a notice to you each time"),
    Ability.KEEP_ACCOUNT: _("switch your account off and on"),
}
# Said by another one, where a tie has both.
SAID_BY = {
    Ability.READ_AGREED_LEVELS: Ability.READ_AGREED,
    Ability.ANSWER_REOPENING: _("answer that one of you asks to open a review again"),
    Ability.READ_TEAM_NOTES: Ability.WRITE_TEAM_NOTES,
    Ability.READ_LINE: Ability.WRITE_LINE,
}


def rights(tie: Tie) -> list[str]:
    """What somebody with this tie can do about the person; each continues "They …"."""
    held = {ability for ability in WORDS if tie in TABLE[ability]}
    return [str(words) for ability, words in WORDS.items() if ability in held and SAID_BY.get(ability) not in held]
