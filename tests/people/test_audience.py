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
    said = "You and Bo Lindqvist can read this page. Admins cannot. Who has read it"
    assert line(cast.ada, "read_agreed") == said


def test_the_manager_reads_it_from_the_other_side(cast: Cast) -> None:
    """And cannot look up who else has read it."""
    assert line(cast.bo, "read_agreed", cast.ada) == "You and Ada Okafor can read this page. Admins cannot."


def test_the_people_team_where_a_tie_lets_it_in(cast: Cast) -> None:
    said = "You, Bo Lindqvist, Cy Haddad and the people team can read this page. Who has read it"
    assert line(cast.ada, "read_line") == said


def test_the_people_team_reads_it_too(cast: Cast) -> None:
    """Also where nobody else does: without a manager."""
    assert line(cast.root, "read_line") == "You and the people team can read this page. Who has read it"
    said = "Ada Okafor, Bo Lindqvist, Cy Haddad and the people team can read this page."
    assert line(cast.hal, "read_line", cast.ada) == said


def test_somebody_without_a_manager_reads_alone(cast: Cast) -> None:
    assert line(cast.hal, "read_agreed") == "Only you can read this."


def test_everyone_at_work(cast: Cast) -> None:
    assert line(cast.ada, "read_card") == "Everyone at work can read this."
