"""How wide a text is, about, and where it breaks into lines: the server has no fonts to measure with.

Widths follow a broad bold sans serif, so a text set in a reader's own font is rarely wider than said here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from math import ceil

_EM = {
    character: em
    for em, characters in (
        (0.34, "ijlI'|/\\., :;·’‘"),
        (0.46, 'frt-()[]!`"“”'),
        (0.57, "csz?_*"),
        (0.63, "vxykaeLFJ"),
        (0.97, "mwMW@%—…"),
        (0.80, "DGHNOQU&#+<>=~"),
    )
    for character in characters
}
_REGULAR = 0.88
_TOKEN = re.compile(r"[^\s/-]*[/-]+(?=\w)|\S+\s*")


def _em(character: str) -> float:
    if character in _EM:
        return _EM[character]
    kind = unicodedata.category(character)
    if kind[0] == "M" or kind == "Cf":
        return 0.0
    if not _narrow(character) or kind == "So":
        return 1.25
    return 0.73 if character.isupper() else 0.68


@lru_cache(maxsize=4096)
def width(text: str, size: int = 13, bold: bool = True) -> float:
    """About how wide one line of `text` is, in the units of `size`."""
    return sum(map(_em, text)) * size * (1.0 if bold else _REGULAR)


def widest(lines: tuple[str, ...], size: int = 13, bold: bool = True) -> float:
    """About how wide the widest of `lines` is; 0 for none."""
    return max((width(line, size, bold) for line in lines), default=0.0)


@lru_cache(maxsize=4096)
def wrap(text: str, limit: float, size: int = 13, bold: bool = True) -> tuple[str, ...]:
    """`text` in as few lines of at most `limit` as it takes, about equally long.

    It breaks at spaces, after hyphens and slashes, and inside a word only where the word alone is too wide.
    """
    tokens = [piece for token in _TOKEN.findall(text) for piece in _chop(token, limit, size, bold)]
    return _balance(tokens, len(_fill(tokens, limit, size, bold)), limit, size, bold)


@lru_cache(maxsize=4096)
def wrap_into(text: str, count: int, size: int = 13, bold: bool = True) -> tuple[str, ...]:
    """`text` in at most `count` lines, as narrow as its words allow."""
    return _balance(_TOKEN.findall(text), count, width(text, size, bold), size, bold)


def _balance(tokens: list[str], count: int, limit: float, size: int, bold: bool) -> tuple[str, ...]:
    low = max((width(token.rstrip(), size, bold) for token in tokens), default=0.0)
    high = max(limit, low)
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(tokens, middle, size, bold)) <= count:
            high = middle
        else:
            low = middle
    narrow = _fill(tokens, low, size, bold)
    return tuple(narrow if len(narrow) <= count else _fill(tokens, high, size, bold))


def _fill(tokens: list[str], limit: float, size: int, bold: bool) -> list[str]:
    lines: list[str] = []
    line = ""
    for token in tokens:
        if line and width((line + token).rstrip(), size, bold) > limit:
            lines.append(line.rstrip())
            line = ""
        line += token
    return [*lines, line.rstrip()] if line else lines


def _chop(token: str, limit: float, size: int, bold: bool) -> list[str]:
    """`token` in about equal pieces of at most `limit`; what makes one letter or one emoji stays together."""
    if width(token.rstrip(), size, bold) <= limit:
        return [token]
    full = width(token, size, bold)
    share = min(limit, full / ceil(full / max(1.0, limit - size)) + size)
    starts = [at for at in range(len(token)) if at == 0 or not _joins(token[at - 1], token[at])]
    pieces = [""]
    for begin, end in pairwise([*starts, len(token)]):
        if pieces[-1] and width((pieces[-1] + token[begin:end]).rstrip() + "-", size, bold) > share:
            pieces[-1] += "-" if _hyphenates(pieces[-1][-1] + token[begin]) else ""
            pieces.append("")
        pieces[-1] += token[begin:end]
    return pieces


def _hyphenates(around: str) -> bool:
    return all(c.isalpha() and unicodedata.bidirectional(c) == "L" and _narrow(c) for c in around)


def _narrow(character: str) -> bool:
    return unicodedata.east_asian_width(character) not in "WF"


def _joins(before: str, after: str) -> bool:
    return before == "\u200d" or after == "\u200d" or unicodedata.category(after)[0] in "MZ"
