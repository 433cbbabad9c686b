"""What is stored about who keeps which ladder, and who changed what in it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from safeguards.privacy import Fate, Privacy, Stored, Topic, fields

PRIVACY = Privacy(
    topics=(
        Topic(
            _("Your work on ladders"),
            (
                Stored(
                    _("Which ladders you edit or publish, and who asked you to"),
                    _("Only they may change them."),
                    _("Until the task ends"),
                    _("You, and everyone who keeps the same ladder"),
                    fields(Fate.ERASE, drafts_Keeper="id ladder person kind at")
                    | fields(Fate.PSEUDONYMISE, drafts_Keeper="by"),
                ),
                Stored(
                    _("What you changed in a draft, and when"),
                    _("Editors see what the others changed, and can take it back."),
                    _("As long as the ladder; without your name once your account is deleted"),
                    _("Everyone who keeps the same ladder"),
                    fields(Fate.PSEUDONYMISE, drafts_Change="by writer", drafts_Draft="opened_by closed_by guest"),
                ),
                Stored(
                    _("What you remarked about a row of a ladder, when, and which remarks you closed"),
                    _("Keepers settle the wording with each other."),
                    _("As long as the ladder; without your name once your account is deleted"),
                    _("Everyone who keeps the same ladder"),
                    fields(Fate.PSEUDONYMISE, drafts_Remark="text by at closed_by closed_at"),
                ),
                Stored(
                    _("That you asked for a review of a draft or answered one, and what you wrote"),
                    _("Whoever publishes a ladder can look at it before."),
                    _("As long as the ladder; without your name once your account is deleted"),
                    _("Everyone who keeps the same ladder"),
                    fields(
                        Fate.PSEUDONYMISE, drafts_Review="asked_by asked_at note answered_by answered_at words answer"
                    ),
                ),
                Stored(
                    _("That you decided that a second person publishes a ladder, if you did"),
                    _("Keepers can ask who decided it."),
                    _("As long as the rule holds; without your name once your account is deleted"),
                    _("Everyone who keeps the same ladder"),
                    fields(Fate.PSEUDONYMISE, drafts_SecondPerson="by at"),
                ),
                Stored(
                    _("The changes of a ladder that you proposed, with your reasons"),
                    _("Its keepers answer you."),
                    _("As long as your account; you can take back what nobody answered yet"),
                    _("You, and everyone who keeps the ladder"),
                    fields(
                        Fate.EXPORT, drafts_Proposal="id pid ladder kind key path title before words reason by at"
                    ),
                ),
                Stored(
                    _("The answers you gave to proposals"),
                    _("Whoever proposed something can ask."),
                    _("As long as the proposal; without your name once your account is deleted"),
                    _("Whoever proposed it, and everyone who keeps the ladder"),
                    fields(Fate.PSEUDONYMISE, drafts_ProposalAnswer="id proposal draft accepted words by at"),
                ),
                Stored(
                    _("Ladder files and tables that you brought along, and what you said about their columns"),
                    _("You look at what they would do before they go into a draft."),
                    _("Until you put them into a draft or delete them; at most a week"),
                    _("Only you"),
                    fields(Fate.EXPORT, drafts_Upload="id pid by at name kind body given"),
                ),
                Stored(
                    _("Where you put the texts of an anchor test that you were asked to sort"),
                    _("It shows which texts are clear."),
                    _("As long as your account"),
                    _("Only you; the keepers read how many people put a text where"),
                    fields(
                        Fate.EXPORT,
                        drafts_Sorter="id pid revision test person finished_at",
                        drafts_Sorting="id sorter text skill level",
                    )
                    | fields(Fate.ERASE, drafts_Sorter="writer"),
                ),
                Stored(
                    _("That you began an anchor test, if you did"),
                    _("The people who sort read who asks them."),
                    _("As long as the ladder; without your name once your account is deleted"),
                    _("Everyone who keeps the same ladder, and those who were asked to sort"),
                    fields(Fate.PSEUDONYMISE, drafts_AnchorTest="by"),
                ),
            ),
        ),
    ),
    not_personal=fields(
        Fate.NOT_PERSONAL,
        drafts_AnchorTest="id pid draft texts skills levels language at closed_at",
        drafts_Draft="id revision pid ladder base opened_at closed_at version",
        drafts_Piece="id pid draft kind key position body retired",
        drafts_Change="id draft piece number path before after at undoes",
        drafts_Remark="id pid ladder kind key path",
        drafts_Review="id pid draft revision answered_revision",
        drafts_SecondPerson="id ladder",
    ),
)
