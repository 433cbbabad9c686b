"""What the sheets of all pieces have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _

from drafts.desk import Desk
from drafts.forms.inside import Inside, InsideField, RowsField
from drafts.forms.picks import PickField
from drafts.forms.words import speak
from drafts.models import Met
from drafts.sheets import SheetForm


class PieceForm(SheetForm):
    """A sheet that knows the whole draft: what can be chosen, and in which language it is."""

    def __init__(self, data: Any = None, *, desk: Desk, **options: Any) -> None:
        self.desk = desk
        super().__init__(data, **options)
        speak(self, desk)

    def before(self, name: str) -> Any:
        """What stands at the place of a field."""
        return self.piece.read(self.paths[name])

    def pick(self, name: str) -> PickField:
        return cast("PickField", self.fields[name])

    def put_inside(self, name: str, form: Callable[..., Inside], **options: Any) -> None:
        """The form that stands inside a field."""
        now = self.before(name)
        cast("InsideField", self.fields[name]).widget.make = partial(form, desk=self.desk, before=now, **options)

    def put_rows(self, name: str, form: Callable[..., Inside], **options: Any) -> None:
        """The form of each row of a field."""
        widget = cast("RowsField", self.fields[name]).widget
        widget.make, widget.rows = partial(form, desk=self.desk, **options), self.before(name) or ()

    def found_in(self, name: str, key: str) -> list[str]:
        """The keys that the rows of a field name under `key`: one each, or several."""
        found = [row.get(key) for row in self.before(name) or () if isinstance(row, dict)]
        return [one for item in found if item for one in (item if isinstance(item, list) else [item])]

    def words(self, name: str, met: Met) -> str:
        """As `SheetForm.words`; what was chosen is said by its title and not by its key."""
        return super().words(name, Met(met.edit, in_words(self.fields[name], met.theirs) or None, met.by))


def in_words(field: forms.Field, value: Any) -> Any:
    """A value of the file as its field would show it to a reader."""
    if isinstance(field, InsideField):
        return field.widget.make(prefix="said", before=value).said()
    if isinstance(field, RowsField):
        return "; ".join(field.widget.make(prefix="said", before=row).said() for row in value or ())
    if isinstance(field, PickField):
        return field.in_words(value)
    if isinstance(field, forms.BooleanField):
        return _("no") if value is False else _("yes")
    return titles(field).get(str(value), value) if isinstance(field, forms.ChoiceField) else value


def titles(field: forms.ChoiceField) -> dict[str, str]:
    """The choices of a select by their keys, also those under headings."""
    found: dict[str, str] = {}
    for key, label in cast("list[tuple[Any, Any]]", field.choices):
        found |= dict(label) if isinstance(label, list | tuple) else {str(key): str(label)}
    return found
