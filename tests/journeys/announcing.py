"""A version that is announced and changes a bit of everything, in long words and in Arabic."""

from __future__ import annotations

from datetime import date

from ladders.importing import take_in
from ladders.models import Version
from people.models import Person
from tests.ladders.editions import edited
from tests.ladders.files import DEFAULT

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
EDITS = (
    'version: "1.0" → version: "2.0"',
    "needs: all → needs: {share: 80}",
    "title: Execution and delivery → title: التنفيذ والتسليم",
    "delivery:          {product-associate: 1, → delivery:          {product-associate: 2,",
    "x-must: [customer-empathy, data-analysis, delivery, prioritisation, collaboration] → x-must: [delivery]",
    f"      - Begins to mentor junior colleagues →       - Mentors junior colleagues, also {LONG}",
    "title: Group Product Manager\n → title: قائد المنتج\n",
)


def announce(by: Person) -> Version:
    """The default ladder as its next version, from a day that is far away."""
    file = edited(DEFAULT.read_text(), *EDITS)
    return take_in(file, by=by, note=f"ملاحظة\n{LONG}", effective_on=date(2126, 1, 1)).version
