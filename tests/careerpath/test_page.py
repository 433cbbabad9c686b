"""The small parts that every page uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from careerpath.templatetags.page import SECTIONS, nav

SPRITE = Path(settings.BASE_DIR, "static/img/sprite.svg")


def test_the_sprite_holds_every_icon_that_is_used() -> None:
    drawn = set(re.findall(r'<symbol id="(\w+)"', SPRITE.read_text()))
    pages = (page.read_text() for page in Path(settings.BASE_DIR, "templates").rglob("*.html"))
    used = {name for page in pages for name in re.findall(r'\{% icon "(\w+)" %\}', page)}
    assert used | {image for _, _, image, _ in SECTIONS} <= drawn


@pytest.mark.parametrize("section", [section for section, *_ in SECTIONS])
def test_the_navigation_marks_one_section(section: str) -> None:
    name = next(name for key, _, _, name in SECTIONS if key == section)
    marked = re.findall(r'aria-current="true">.*?</svg>(.*?)</a>', nav(section))
    assert marked == [str(name)]


def test_the_navigation_may_mark_none() -> None:
    assert nav("").count("<a ") == len(SECTIONS)
    assert "aria-current" not in nav("")


def test_a_form_keeps_its_token_when_it_comes_back() -> None:
    class Request:
        POST = {"once": "a-token-of-somebody"}

    field = Template("{% once %}").render(Context({"request": Request()}))
    assert field == '<input type="hidden" name="once" value="a-token-of-somebody">'
