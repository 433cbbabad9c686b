"""What is asked of a server: pages by name, and the bytes of a request."""

from __future__ import annotations

from dataclasses import dataclass

FLOOR = "floor"
FIRST_LOAD = "first load"
# Each page with its aim: so many times the floor. No aim: the page is only watched.
PAGES: dict[str, float | None] = {
    FLOOR: None,
    "home": None,
    "ladder": None,
    "stage": None,
    "skill": None,
    "step": None,
    "gap": 2.2,
    "compare": None,
    "form": 2.5,
    "autosave": 1.5,
    "assess": None,
    "assessment": None,
    "evidence": None,
    "evidence form": None,
    "profile": None,
    "grid": None,
    "cell": 2.0,
    FIRST_LOAD: None,
}
QUERIES = 8
SEEN = "REVISION-SEEN"
REVISION = "X-Revision"


@dataclass(frozen=True, slots=True)
class Visit:
    """One way to ask for a page: GET, or POST with each of `bodies` in turn, as htmx does. `status` is expected.

    Where a page keeps count of what it has seen, SEEN in its bodies stands for that: `seen` at first, and then the
    revision that the answer before has told. Nobody else writes here, so that is what the page would have taken over.
    """

    path: str
    cookie: str
    bodies: tuple[str, ...] = ()
    status: int = 200
    seen: int = 0

    def headers(self) -> dict[str, str]:
        """What goes with every request of the visit."""
        own = {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"} if self.bodies else {}
        return {"Host": "127.0.0.1", "Cookie": self.cookie, "Accept-Encoding": "gzip, br", **own}

    def body(self, number: int, seen: int) -> str:
        """What the request of this number sends."""
        return self.bodies[number % len(self.bodies)].replace(SEEN, str(seen))

    def request(self, number: int, seen: int) -> bytes:
        """The request of this number as it goes over the wire (HTTP/1.1)."""
        lines = "".join(f"{name}: {value}\r\n" for name, value in self.headers().items())
        if not self.bodies:
            return f"GET {self.path} HTTP/1.1\r\n{lines}\r\n".encode()
        body = self.body(number, seen)
        return f"POST {self.path} HTTP/1.1\r\n{lines}Content-Length: {len(body)}\r\n\r\n{body}".encode()


def pages_of(names: str) -> list[str]:
    """The pages of a comma-separated list in their usual order; all for an empty one. Raises ValueError."""
    wanted = {name.strip() for name in names.split(",") if name.strip()}
    if unknown := wanted - PAGES.keys():
        raise ValueError(f"no such page: {', '.join(sorted(unknown))}; there are {', '.join(PAGES)}")
    return [name for name in PAGES if not wanted or name in wanted]
