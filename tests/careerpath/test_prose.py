"""Markdown from ladder files."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.prose import BLOCKS, INLINE, prose, prose_line

LINK = '<a href="https://example.org" rel="noopener noreferrer">'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One *two* **three** `four`", "One <em>two</em> <strong>three</strong> <code>four</code>"),
        ("[here](https://example.org)", f"{LINK}here</a>"),
        ("AT&T <b>bold</b>", "AT&amp;T &lt;b&gt;bold&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[here](javascript:alert(1))", "[here](javascript:alert(1))"),
        ("[here](data:text/html,x)", "[here](data:text/html,x)"),
        ("![the *plan*](https://example.org/x.png)", "the *plan*"),
        ("![<b>](https://example.org/x.png)", "&lt;b&gt;"),
        ("🙍🏽 يفعل", "🙍🏽 يفعل"),
    ],
)
def test_inside_a_line_and_as_a_paragraph(text: str, html: str) -> None:
    assert prose_line(text) == html
    assert prose(text) == (f'<p dir="auto">{html}</p>' if html else "")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\n\ntwo", '<p dir="auto">One</p>\n<p dir="auto">two</p>'),
        ("- a\n- b", '<ul dir="auto">\n<li>a</li>\n<li>b</li>\n</ul>'),
        ("# Head *line*\n\ntext", '<p dir="auto"><strong>Head <em>line</em></strong></p><p dir="auto">text</p>'),
        ("Head\n====", '<p dir="auto"><strong>Head</strong></p>'),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert prose(text) == html


@given(st.text(alphabet="<>ab[]()!*_#`-&;:/\"'= \n", max_size=60))
def test_nothing_but_plain_elements_comes_out(text: str) -> None:
    for html, allowed in ((prose(text), BLOCKS), (prose_line(text), INLINE)):
        tags = re.findall(r"<(/?)(\w+)((?: [^>]*)?)>", html)
        assert html.count("<") == len(tags)
        assert {tag for _, tag, _ in tags} <= allowed
        attributes = {name for _, _, given in tags for name in re.findall(r'(\w+)="', given)}
        assert attributes <= {"dir", "href", "rel"}
