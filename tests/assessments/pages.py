"""Reads a page the way a person does: what stands where, and what a form would send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "use", "wbr"}
Sent = dict[str, list[str]]


@dataclass
class Node:
    """An element with its attributes and, in their order, its texts and elements."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        for child in self.inside:
            if isinstance(child, Node):
                yield child
                yield from child

    @property
    def text(self) -> str:
        """All words in the element, in one line."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for child in self.inside:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()
                yield "" if child.tag in ("b", "i", "a", "small", "span", "code") else " "

    def all(self, tag: str, css: str = "", **attrs: str) -> list[Node]:
        """The elements of this kind inside, with all the classes in `css` and these attributes."""
        wanted = {name.rstrip("_"): value for name, value in attrs.items()}
        return [
            node
            for node in self
            if node.tag == tag
            and set(css.split()) <= set(node.attrs.get("class", "").split())
            and wanted.items() <= node.attrs.items()
        ]

    def one(self, tag: str, css: str = "", **attrs: str) -> Node:
        found = self.all(tag, css, **attrs)
        assert len(found) == 1, f"{len(found)} × {tag} {css} {attrs}"
        return found[0]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def page(response: HttpResponse | Any) -> Node:
    """The page as a tree; every element that needs one has its end."""
    tree = _Tree()
    tree.feed(response.content.decode())
    tree.close()
    assert len(tree.open) == 1, f"<{tree.open[-1].tag}> is open"
    return tree.open[0]


def main(response: HttpResponse | Any) -> Node:
    """What stands between the navigation and the foot."""
    return page(response).one("main")


def sent(response: HttpResponse | Any) -> Sent:
    """What the page's form would send if its first button were pressed now: field → values."""
    return filled_in(main(response).one("form", method="post"))


def filled_in(form: Node) -> Sent:
    """What a form would send: field → values."""
    found: Sent = {}
    for node in form:
        name = node.attrs.get("name")
        if not name or node.tag == "button" or "disabled" in node.attrs:
            continue
        if node.tag == "textarea":
            # A browser leaves out the first line break.
            value = "".join(part for part in node.inside if isinstance(part, str)).removeprefix("\n")
            found.setdefault(name, []).append(value)
        elif node.tag == "select":
            chosen = [option.attrs["value"] for option in node.all("option") if "selected" in option.attrs]
            found.setdefault(name, []).extend(chosen)
        elif node.attrs.get("type") not in ("radio", "checkbox"):
            found.setdefault(name, []).append(node.attrs.get("value", ""))
        elif "checked" in node.attrs:
            found.setdefault(name, []).append(node.attrs.get("value", "on"))
    found.pop("csrfmiddlewaretoken")
    return found


def facts(node: Node) -> dict[str, str]:
    """The pairs of a list of facts: term → what is said."""
    (marks,) = node.all("dl", "marks")
    return dict(zip([term.text for term in marks.all("dt")], [said.text for said in marks.all("dd")], strict=True))


def cells(node: Node, part: str = "tbody") -> list[list[str]]:
    """The rows of the one table inside, cell by cell."""
    body = node.one("table").one(part)
    return [[cell.text for cell in row if cell.tag in ("th", "td")] for row in body.all("tr")]


def errors(response: HttpResponse | Any) -> dict[str, str]:
    """What is to fix, beside each field: the field's id → the message."""
    return {
        node.attrs["id"].removesuffix("_error").removeprefix("id_").removesuffix("-error"): node.text
        for node in main(response)
        if node.attrs.get("id", "").endswith(("_error", "-error"))
    }


def links(node: Node) -> list[tuple[str, str]]:
    """Every link: where it leads and its words."""
    return [(link.attrs["href"], link.text) for link in node.all("a")]
