"""What became of a text, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

# Chinese, Japanese and Korean are written without spaces, so there each character counts as a word. Punctuation
# stands alone: a full stop that moves changes no word.
CJK = r"\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff"
MARKS = r".,;:!?()\[\]\"“”„«»…–—/"
TOKEN = re.compile(rf"\s+|[{CJK}]|[{MARKS}]|[^\s{CJK}{MARKS}]+")

MOST_PAIRS = 1_000_000  # words of the one times words of the other: beyond it, comparing takes too long
HARDLY = 0.3  # if less of the longer text stays, the two are easier to read one after the other
SHRED = 4  # what stays between two changes and is shorter than this reads better as part of them


class Kind(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


Run = tuple[Kind, str]
Runs = tuple[Run, ...]
Block = tuple[str, str, str]  # what is kept, then what is removed and what is added


def diff(before: str, after: str) -> Runs:
    """The runs of words that two texts share, and those that only one has: what is removed, then what is added.

    Kept and removed runs make up the first text, kept and added ones the second.
    """
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    start = _shared(zip(old, new, strict=False))
    end = _shared(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    rest_old, rest_new = old[start : len(old) - end], new[start : len(new) - end]
    blocks = _joined(
        [("".join(old[:start]), "", ""), *_compared(rest_old, rest_new), ("".join(old[len(old) - end :]), "", "")]
    )
    if sum(len(kept) for kept, _, _ in blocks) < HARDLY * max(len(before), len(after)):
        blocks = [("", before, after)]
    return tuple((kind, text) for block in blocks for kind, text in zip(Kind, block, strict=True) if text)


def _shared(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs from the first on are the same word twice."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _compared(old: list[str], new: list[str]) -> list[Block]:
    if len(old) * len(new) > MOST_PAIRS:
        return [("", "".join(old), "".join(new))]
    codes = SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes()
    return [
        ("".join(old[a:b]), "", "") if code == "equal" else ("", "".join(old[a:b]), "".join(new[c:d]))
        for code, a, b, c, d in codes
    ]


def _joined(blocks: list[Block]) -> list[Block]:
    """The blocks with as few parts as can be, and without shreds between changes."""
    whole: list[Block] = [("", "", "")]
    for kept, removed, added in blocks:
        before = whole[-1]
        if kept and (before[1] or before[2]):
            whole.append((kept, removed, added))
        else:
            whole[-1] = (before[0] + kept, before[1] + removed, before[2] + added)
    found = whole[:1]
    for kept, removed, added in whole[1:]:
        before = found[-1]
        if len(kept.strip()) < SHRED and (removed or added):
            found[-1] = (before[0], before[1] + kept + removed, before[2] + kept + added)
        else:
            found.append((kept, removed, added))
    return found


def alike(before: str, after: str) -> float:
    """How much of the longer text the two have in common, 0 to 1, by their words in any order."""
    old, new = (Counter(word for word in TOKEN.findall(text) if not word.isspace()) for text in (before, after))
    return (old & new).total() / max(old.total(), new.total(), 1)
