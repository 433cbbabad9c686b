"""Counting sentences, for the case that is told in three of them."""

from __future__ import annotations

import re

MOST = 3

# A sentence ends with its mark, closing quotes or brackets after it, and a space or the end; a Chinese or Japanese
# one needs no space. A line break ends one, too.
_END = re.compile(r"(?:[.!?…؟۔।]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”’）]*|\n+)")
# Letters before a point that end no sentence: initials, and short forms that stand before another word.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:\w|[Ee]\.\s?g|[Ii]\.\s?e|[Zz]\.\s?B|[Dd]r|Mr|Mrs|Ms|Prof|St|No|Nr|approx|ca|cf|vs|incl|bzw|Mio)\.$"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, in their order, without the space around them."""
    found, begun = [], 0
    for end in _END.finditer(text):
        if end.group() == "." and _SHORT.search(text[begun : end.end()]) and text[end.end() :].strip():
            continue
        found.append(text[begun : end.end()].strip())
        begun = end.end()
    found.append(text[begun:].strip())
    return [one for one in found if any(sign.isalnum() for sign in one)]


def too_many(text: str) -> int:
    """How many sentences a text has beyond the three; 0 if it keeps to them."""
    return max(len(sentences(text)) - MOST, 0)
