"""The line that says who can read a page."""

from __future__ import annotations

from django.template import Context, Template
from django.test import RequestFactory
from django.utils.html import strip_tags

from people.models import Person
from tests.cast import Cast

LINE = Template("{% load audience %}{% audience ability about=about %}")


def line(viewer: Person, ability: str, about: Person | None = None) -> str:
    request = RequestFactory().get("/")
    request.user = viewer
    html = LINE.render(Context({"request": request, "ability": ability, "about": about}))
    return " ".join(strip_tags(html).split())


def test_only_you(cast: Cast) -> None:
    assert line(cast.ada, "read_readiness") == "Only you can read this."


def test_you_and_your_manager(cast: Cast) -> None:
    assert line(cast.ada, "read_agreed") == "You and Bo Lindqvist can read this page. Admins cannot."


def test_the_manager_reads_it_from_the_other_side(cast: Cast) -> None:
    assert line(cast.bo, "read_agreed", cast.ada) == "You and Ada Okafor can read this page. Admins cannot."


def test_somebody_without_a_manager_reads_alone(cast: Cast) -> None:
    assert line(cast.hal, "read_agreed") == "Only you can read this."


def test_everyone_at_work(cast: Cast) -> None:
    assert line(cast.ada, "read_card") == "Everyone at work can read this."
