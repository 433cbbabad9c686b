"""Every address there is, found in the code and not in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def patterns(found: Iterable[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    """All url patterns, those of other people's apps included."""
    for item in get_resolver().url_patterns if found is None else found:
        if isinstance(item, URLResolver):
            yield from patterns(item.url_patterns)
        else:
            yield item
