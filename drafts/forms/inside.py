"""A value of the ladder file that takes several inputs: a form inside the form, or a list of rows of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from drafts.desk import Desk
from drafts.forms.words import speak

MOST_ROWS = 200
SALT = "drafts.rest"


class Inside(forms.Form):
    """The inputs of one value. `before` is the value as it stands, None for nothing."""

    template = ""
    use_required_attribute = False

    def __init__(self, data: Any = None, *, desk: Desk, prefix: str, before: Any = None, empty: bool = False) -> None:
        """`empty`: nothing has to be filled in."""
        self.desk, self.before = desk, before
        super().__init__(data, prefix=prefix, empty_permitted=empty)
        if data is None:
            self.initial = self.shown()
        self.lay_out()
        speak(self, desk)

    def lay_out(self) -> None:
        """Choices that depend on the draft."""

    def shown(self) -> dict[str, Any]:
        """What the inputs show of the value as it stands."""
        raise NotImplementedError

    def value(self) -> Any:
        """What was filled in, as the file keeps it. The form has to be valid."""
        raise NotImplementedError

    def said(self) -> str:
        """The value as it stands, in words."""
        return str(self.before or "")

    def problems(self) -> Iterator[str]:
        """What is wrong, each with the name of its input."""
        for name, errors in self.errors.items():
            for error in errors:
                yield f"{self.fields[name].label} – {error}" if name in self.fields else str(error)


Make = Callable[..., Inside]


class InsideWidget(forms.Widget):
    """Reads and shows one form inside another. The value of the field is that form."""

    use_fieldset = True
    make: Make

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return self.make(data, prefix=name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        form = value if isinstance(value, Inside) else self.make(prefix=name)
        return render_to_string(form.template, {"form": form})


class InsideField(forms.Field):
    """A field that cleans into the value of the form inside it. `widget.make` makes that form."""

    widget = InsideWidget

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def clean(self, value: Any) -> Any:
        if not value.is_valid():
            raise ValidationError(list(value.problems()))
        return value.value()


class RestField(forms.CharField):
    """Keys of the keeper's own, which no input shows: they go along with their row, signed."""

    widget = forms.HiddenInput

    def prepare_value(self, value: Any) -> Any:
        return signing.dumps(value, salt=SALT) if isinstance(value, dict) else value

    def to_python(self, value: Any) -> Any:
        try:
            return signing.loads(value, salt=SALT) if value else {}
        except signing.BadSignature:
            raise ValidationError(_("This row did not come back as it was sent. Open the page again.")) from None


class Row(Inside):
    """One row of a list. Emptying what was typed (`TYPED`) takes the row away; keys of the keeper's own stay.

    `KEYS` are the keys of the file for the fields that are called differently.
    """

    template = "drafts/_row.html"
    TYPED: ClassVar[tuple[str, ...]] = ()
    KEYS: ClassVar[Mapping[str, str]] = {}

    rest = RestField(required=False)

    def has_changed(self) -> bool:
        return any(self[name].data for name in self.TYPED)

    def keys(self) -> dict[str, str]:
        """Field and its key in the file."""
        return {name: self.KEYS.get(name, name) for name in self.fields if name != "rest"}

    def shown(self) -> dict[str, Any]:
        row, keys = self.before or {}, self.keys()
        rest = {key: item for key, item in row.items() if key not in keys.values()}
        return {name: row.get(key) for name, key in keys.items()} | {"rest": rest or None}

    def value(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        return {key: given[name] for name, key in self.keys().items()} | dict(given["rest"])

    def said(self) -> str:
        shown = self.shown()
        return " – ".join(str(shown[name]) for name in self.TYPED if shown[name])

    @property
    def number(self) -> int:
        """The row's place in the list, from 1."""
        return int(str(self.prefix).rpartition("-")[2]) + 1


class RowsWidget(forms.Widget):
    """Reads and shows the rows of a list, with an empty one at the end."""

    use_fieldset = True
    make: Make
    rows: Sequence[Any] = ()  # as they stand
    template = "drafts/_rows.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        found = (re.match(rf"{re.escape(name)}-(\d{{1,3}})-", key) for key in data)
        places = sorted({int(match[1]) for match in found if match})[:MOST_ROWS]
        return [
            self.make(data, prefix=f"{name}-{place}", before=dict(enumerate(self.rows)).get(place), empty=True)
            for place in places
        ]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        rows = [
            row if isinstance(row, Row) else self.make(prefix=f"{name}-{place}", before=row)
            for place, row in enumerate(value or ())
        ]
        last = rows[-1] if rows else None
        if not (isinstance(last, Row) and last.is_bound and not last.has_changed()):
            number = last.number if isinstance(last, Row) else 0
            rows.append(self.make(prefix=f"{name}-{number}"))
        return render_to_string(self.template, {"rows": rows, "name": name})


class RowsField(forms.Field):
    """A field that cleans into a list of the values of its rows. `widget.make` makes a row."""

    widget = RowsWidget

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})

    def clean(self, value: Any) -> Any:
        wrong = [
            _("%(number)d. %(problem)s") % {"number": row.number, "problem": problem}
            for row in value
            if not row.is_valid()
            for problem in row.problems()
        ]
        if wrong:
            raise ValidationError(wrong)
        return [row.value() for row in value if row.has_changed()]
