"""What is stored about people here, and by the parts that sign them in."""

from __future__ import annotations

from django.utils.functional import lazy
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.policy import TABLE, Ability, Tie
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

WITH_ACCOUNT = _("As long as your account")
NOBODY = _("Nobody")
NO_PAGE = _("No page shows it")
TIES = {
    Tie.SELF: _("you"),
    Tie.MANAGER: _("your manager"),
    Tie.SKIP: _("your manager’s manager"),
    Tie.PEOPLE_TEAM: _("the people team"),
    Tie.OPERATOR: _("the operator"),
}


def _readers(ability: Ability) -> str:
    ties = TABLE[ability]
    if Tie.COLLEAGUE in ties:
        return gettext("Everyone at work")
    if ties == {Tie.SELF}:
        return gettext("Only you")
    who = get_text_list([str(words) for tie, words in TIES.items() if tie in ties], gettext("and"))
    return who[:1].upper() + who[1:]


# Who has an ability, in words, straight from the table that decides it.
readers = lazy(_readers, str)

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Your account"),
            (
                Stored(
                    _("Your name, what you are called, and your job title"),
                    _("Colleagues know who you are."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_CARD),
                    fields(Fate.EXPORT, people_Person="name called title pid revision"),
                ),
                Stored(
                    _("Your work address, and whether you confirmed it"),
                    _("You sign in with it, and get the mails you ask for."),
                    WITH_ACCOUNT,
                    _("Only you"),
                    fields(
                        Fate.EXPORT,
                        people_Person="email",
                        account_EmailAddress="id user email verified primary",
                    )
                    | fields(Fate.ERASE, account_EmailConfirmation="id email_address created sent key"),
                ),
                Stored(
                    _("A fingerprint of your password; the password cannot be read from it"),
                    _("It tells whether the password you type is yours."),
                    _("Until you change the password"),
                    NOBODY,
                    fields(Fate.ERASE, people_Person="password"),
                ),
                Stored(
                    _("When your account began, when you last signed in, and whether it is switched on"),
                    _("An account that is switched off opens nothing."),
                    WITH_ACCOUNT,
                    NO_PAGE,
                    fields(Fate.EXPORT, people_Person="id joined_at last_login is_active demo"),
                ),
                Stored(
                    _("To whom you report and reported, with the days, and who wrote it down"),
                    _("It decides who reads what you agreed on."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_LINE),
                    fields(
                        Fate.EXPORT,
                        people_Person="line_revision",
                        people_ReportingLine="id person manager since until at",
                    )
                    | fields(Fate.PSEUDONYMISE, people_ReportingLine="by"),
                ),
                Stored(
                    _("Every change of your reporting line and of your account: what, when, and by whom"),
                    _("Nobody changes who reads about you without a trace."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_LINE),
                    fields(Fate.EXPORT, people_Act="id person kind since at")
                    | fields(Fate.PSEUDONYMISE, people_Act="by manager"),
                ),
                Stored(
                    _("Your duties, such as editing ladders, and who gave them to you"),
                    _("A duty opens functions, never what people wrote."),
                    WITH_ACCOUNT,
                    NO_PAGE,
                    fields(Fate.EXPORT, people_Duty="id person kind at")
                    | fields(Fate.PSEUDONYMISE, people_Duty="by"),
                ),
                Stored(
                    _("What Careerpath told you, when, and when you opened it"),
                    _("What concerns you does not pass you by."),
                    _("One year"),
                    _("Only you"),
                    fields(Fate.EXPORT, people_Notice="id pid person kind detail url at read_at")
                    | fields(Fate.PSEUDONYMISE, people_Notice="by subject"),
                ),
                Stored(
                    _("Which accounts opened which of your pages, on which days and how often"),
                    _("You can look up who read about you."),
                    _("One year"),
                    _("Only you"),
                    fields(Fate.EXPORT, people_Reading="id person page day times first_at last_at")
                    | fields(Fate.PSEUDONYMISE, people_Reading="reader"),
                ),
            ),
        ),
        Topic(
            _("While you are signed in"),
            (
                Stored(
                    _("A session: the mark in your browser that says who you are"),
                    _("You do not sign in again on every page."),
                    _("Good for two weeks, or until you sign out"),
                    NOBODY,
                    fields(Fate.ERASE, sessions_Session="session_key session_data expire_date"),
                ),
                Stored(
                    _("Which forms you sent: a random mark, the time, and the page that followed"),
                    _("A form that is sent twice has one effect."),
                    WITH_ACCOUNT,
                    NO_PAGE,
                    fields(Fate.ERASE, safeguards_Deed="id token person url at"),
                ),
                Stored(
                    _("How often somebody tried to sign in from a network address or with a work address"),
                    _("Passwords cannot be guessed by trying."),
                    _("It counts for five minutes"),
                    NOBODY,
                    {},
                ),
            ),
        ),
    ),
    not_personal=fields(
        Fate.NOT_PERSONAL,
        auth_Permission="id name content_type codename",
        auth_Group="id name permissions",
        auth_Group_permissions="id group permission",
        contenttypes_ContentType="id app_label model",
    ),
)
