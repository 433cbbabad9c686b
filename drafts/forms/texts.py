"""The sheet of one text of a skill: what somebody does at a level, or at a stage."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from drafts.forms.sheet import PieceForm
from drafts.forms.statements import StatementRow, StatementsField
from drafts.forms.words import TextField, TitleField, lines
from drafts.places import Place


class TextForm(PieceForm):
    """What a skill looks like at one place of it."""

    text = TextField(label=_("What someone at this level does"))
    signs = StatementsField(label=_("Statements"))
    examples = lines(_("Examples from here"), _("One a line: cases that people know."))
    name = TitleField(
        label=_("A name of its own"), required=False, help_text=_("Shown instead of the name of the level.")
    )

    def __init__(self, data: Any = None, *, place: Place, **options: Any) -> None:
        self.place = place
        super().__init__(data, **options)

    def lay_out(self) -> None:
        self.paths = {name: f"{self.place.path}/{name}" for name in self.paths}
        self.put_rows("signs", StatementRow)
        if self.place.pid:
            self.fields["text"].label = _("What someone at this stage does")
            self.fields["name"].help_text = _("Shown instead of the name of the stage.")
