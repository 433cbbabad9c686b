"""The bytes of a first visit: the page and everything that the browser fetches for it."""

from __future__ import annotations

import re
from http.client import HTTPConnection

import brotli  # type: ignore[import-untyped]  # it comes without types

from tools.bench.load import HOST
from tools.bench.visits import Visit

NAMED = re.compile(r'(?:href|src)="(/static/[^"#?]+)')
IN_SHEET = re.compile(r'url\(["\']?(/static/[^"\')#?]+)')
# As proxies compress pages on their way; the application leaves that to them.
PAGE_QUALITY = 5


def compressed(page: bytes) -> int:
    """The bytes of a page on its way to a browser."""
    return len(brotli.compress(page, quality=PAGE_QUALITY)) if page else 0


def files(text: str, named: re.Pattern[str] = NAMED) -> list[str]:
    """The static files that a page (or, by IN_SHEET, a stylesheet) names, each once."""
    return list(dict.fromkeys(named.findall(text)))


def fetch(port: int, path: str, visit: Visit) -> tuple[bytes, int]:
    """The content of a path and the bytes that it came in. Raises OSError."""
    connection = HTTPConnection(HOST, port, timeout=20)
    connection.request("GET", path, headers={**visit.headers(), "Connection": "close"})
    response = connection.getresponse()
    sent = response.read()
    connection.close()
    packed = response.headers["Content-Encoding"] == "br"
    return brotli.decompress(sent) if packed else sent, len(sent)


def first_load(port: int, visit: Visit) -> dict[str, int]:
    """Path → bytes over the wire: the page, the files it names, and the files its stylesheets name."""
    content, _sent = fetch(port, visit.path, visit)
    sizes = {visit.path: compressed(content)}
    waiting = files(content.decode())
    for path in waiting:
        text, sizes[path] = fetch(port, path, visit)
        if path.endswith(".css"):
            waiting += [found for found in files(text.decode(), IN_SHEET) if found not in waiting]
    return sizes
