"""A sentence about a ladder: translated, with the ladder's own words apart from ours."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Said:
    """A translated text with named placeholders, and what stands in them.

    A `str` comes from the ladder, in its language; a `Said` is ours; an `int` is a figure. A text without words is
    said as it is.
    """

    text: str
    words: tuple[tuple[str, Said | str | int], ...] = ()

    def __str__(self) -> str:
        words = {name: word if isinstance(word, int) else str(word) for name, word in self.words}
        return self.text % words if words else self.text

    def html(self, language: str) -> SafeString:
        """The sentence with the ladder's words marked as being in its language."""
        text = conditional_escape(self.text)
        return mark_safe(text % {name: _html(word, language) for name, word in self.words} if self.words else text)


def say(text: str, **words: Said | str | int) -> Said:
    """A sentence with what stands in its placeholders."""
    return Said(text, tuple(words.items()))


def _html(word: Said | str | int, language: str) -> object:
    if isinstance(word, Said):
        return word.html(language)
    return word if isinstance(word, int) else format_html('<bdi lang="{}">{}</bdi>', language, word)
