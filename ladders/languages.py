"""Which language somebody reads ladders in. It is not the language of the pages: a ladder has those of its files.

The wish of a request is at hand anywhere while it is answered, like Django's own language; elsewhere there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_info
from django.utils.translation.trans_real import parse_accept_lang_header

from ladders.exchange.schema import LANGUAGE

COOKIE = "careerpath-ladder-language"

_wish: ContextVar[str] = ContextVar("ladder language", default="")


class ReadLadders:
    """Middleware: ladders are read in the language chosen on a ladder's page, else in one that the browser names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen, named = request.COOKIES.get(COOKIE, ""), request.headers.get("Accept-Language", "")
        with reading(f"{chosen},{named}" if LANGUAGE.fullmatch(chosen) else named):
            return self.get_response(request)


@contextmanager
def reading(wish: str) -> Iterator[None]:
    """Ladders are read as somebody wishes: languages in the form of Accept-Language, such as "de-AT,en;q=0.5"."""
    token = _wish.set(wish)
    try:
        yield
    finally:
        _wish.reset(token)


def wished() -> str:
    """The wish in force, "" for none."""
    return _wish.get()


@lru_cache(maxsize=1024)
def best(wish: str, there: tuple[str, ...]) -> str:
    """The language of those there are that a wish names first; the first of all, the ladder's own, if it names none.

    "de-AT" is content with "de", and "pt" with "pt-BR".
    """
    known = {language.lower(): language for language in reversed(there)}
    wide = {language.split("-")[0]: whole for language, whole in known.items()}
    for tag, _weight in parse_accept_lang_header(wish):
        found = known.get(tag) or wide.get(tag.split("-")[0])
        if found:
            return found
    return there[0]


def native_name(language: str) -> str:
    """What a language calls itself, "Deutsch"; its code if nobody has told Django."""
    try:
        name: str = get_language_info(language.lower())["name_local"]
    except KeyError:
        return language
    return name[:1].upper() + name[1:]
