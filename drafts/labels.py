"""What the next version of a ladder is called."""

from __future__ import annotations

import re

from ladders.changes import Weight

NUMBERS = re.compile(r"(?P<word>\D*)(?P<major>\d{1,6})(?:\.(?P<minor>\d{1,6}))?(?:\.(?P<patch>\d{1,6}))?")
FIRST = "1.0"


def next_label(label: str, weight: Weight | None, number: int) -> str:
    """The label after `label`, by the kind of release: 1.2 becomes 2.0, 1.3 or 1.2.1.

    A label without numbers of this kind is followed by `number`, that of the version; no label at all by 1.0 if
    it is the first version.
    """
    found = NUMBERS.fullmatch(label)
    if found is None:
        return str(number) if number > 1 else FIRST
    word, major = found["word"], int(found["major"])
    minor, patch = int(found["minor"] or 0), int(found["patch"] or 0)
    if weight is Weight.MAJOR:
        return f"{word}{major + 1}.0"
    return f"{word}{major}.{minor + 1}" if weight is Weight.MINOR else f"{word}{major}.{minor}.{patch + 1}"
