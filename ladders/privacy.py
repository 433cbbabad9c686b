"""What is stored about somebody's place on a ladder. Ladders themselves are about work, not about people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from people.policy import Ability
from people.privacy import NO_PAGE, WITH_ACCOUNT, readers
from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PART = "id version position slug title text extras"
LINE = "id stage position"

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Your place on a ladder"),
            (
                Stored(
                    _("The stage you work at"),
                    _("The levels you agreed are compared with what it expects, on your pages and your manager’s."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_AGREED_LEVELS),
                    fields(Fate.EXPORT, ladders_Path="id person ladder stage revision on_ladder_since"),
                ),
                Stored(
                    _("The stage you aim for"),
                    _("Your pages compare it with the stage you work at."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_PLACE),
                    fields(Fate.EXPORT, ladders_Path="aim"),
                ),
                Stored(
                    _("The stages you worked at before, with the day each began"),
                    _("They are the travelled part of your line on the map."),
                    WITH_ACCOUNT,
                    readers(Ability.READ_PLACE),
                    fields(Fate.EXPORT, ladders_Placement="id person ladder stage since"),
                ),
                Stored(
                    _("Which versions of your ladder you looked at, and when"),
                    _("You are told once that what your stage asks has changed."),
                    WITH_ACCOUNT,
                    NO_PAGE,
                    fields(Fate.EXPORT, ladders_Noticed="id person version at"),
                ),
                Stored(
                    _("That you put a version of a ladder into force, if you did"),
                    _("Everyone can ask who decided it."),
                    _("As long as the ladder; without your name once your account is deleted"),
                    _("Everyone at work"),
                    fields(Fate.PSEUDONYMISE, ladders_Publication="by"),
                ),
                Stored(
                    _("That you opened a ladder to everybody, or closed it, if you did"),
                    _("Everyone can ask who decided it."),
                    _("As long as the ladder; without your name once your account is deleted"),
                    _("Everyone at work"),
                    fields(Fate.PSEUDONYMISE, ladders_Ladder="public_by"),
                ),
                Stored(
                    _("That you retired a ladder, if you did"),
                    _("Everyone can ask who decided it."),
                    _("As long as it is retired; without your name once your account is deleted"),
                    _("Everyone who keeps the same ladder"),
                    fields(Fate.PSEUDONYMISE, ladders_Retirement="by at"),
                ),
            ),
        ),
    ),
    not_personal=fields(
        Fate.NOT_PERSONAL,
        ladders_Ladder="id pid slug library public",
        ladders_Retirement="id ladder",
        ladders_Version="id revision pid ladder number label status title craft summary language license source uses"
        " library needs assess scale extras digest created_at",
        ladders_Publication="id version at effective_on note",
        ladders_Phase=f"{PART} roles",
        ladders_Track=PART,
        ladders_Stage=f"{PART} pid phase track rank needs next_given",
        ladders_Edge="id stage to kind position",
        ladders_StageDoes=f"{LINE} text",
        ladders_SuccessMeasure=f"{LINE} text",
        ladders_StageRole=f"{LINE} title text focus extras",
        ladders_StageFact=f"{LINE} label value form extras",
        ladders_StageTry=f"{LINE} text",
        ladders_WayIn=f"{PART} pid",
        ladders_WayInStage="id way stage position",
        ladders_Brought="id way skill level position text extras",
        ladders_Lack="id way skill position text tries extras",
        ladders_Beyond=f"{PART} focus tries",
        ladders_BeyondStart="id beyond stage position",
        ladders_Category=f"{PART} rated listed",
        ladders_VersionSkill="id version edition category position extras",
        ladders_Expectation="id stage skill level required must weight",
        ladders_StageText="id name text examples extras stage skill",
        ladders_StageStatement="id position key keyed text examples links proof extras stage_text",
        ladders_Translation="id version language body digest",
        ladders_Step="id start goal position extras",
        ladders_StepLine="id step kind position text",
    ),
)
