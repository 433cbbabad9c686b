"""Markdown from ladder files as HTML that is safe to show: text, lists and links, nothing that loads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

KEPT = 4096
INLINE = {"a", "br", "code", "em", "strong"}
BLOCKS = INLINE | {"blockquote", "hr", "li", "ol", "p", "pre", "ul"}
# Each paragraph and list finds its own direction, so that a ladder in Arabic reads right on an English page.
DIRECTED = {tag: {"dir": "auto"} for tag in ("p", "ul", "ol", "blockquote")}


def _heading(self: RendererProtocol, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Bold text instead of a heading: the outline of the page is not for texts inside it."""
    return "<p><strong>" if tokens[index].nesting > 0 else "</strong></p>"


def _image(self: RendererProtocol, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """The words that describe the picture instead of the picture."""
    return escape(tokens[index].content)


MARKDOWN = MarkdownIt("commonmark", {"html": False})
MARKDOWN.add_render_rule("heading_open", _heading)
MARKDOWN.add_render_rule("heading_close", _heading)
MARKDOWN.add_render_rule("image", _image)


def _clean(html: str, tags: set[str]) -> SafeString:
    return mark_safe(
        nh3.clean(
            html,
            tags=tags,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            set_tag_attribute_values={tag: given for tag, given in DIRECTED.items() if tag in tags},
        ).strip()
    )


@lru_cache(maxsize=KEPT)
def prose(text: str) -> SafeString:
    """Markdown as paragraphs and lists. Headings become bold text, images their description, HTML plain text."""
    return _clean(MARKDOWN.render(text), BLOCKS)


@lru_cache(maxsize=KEPT)
def prose_line(text: str) -> SafeString:
    """Markdown inside one paragraph or list item: emphasis, code and links; block marks stand as written."""
    return _clean(MARKDOWN.renderInline(text), INLINE)
