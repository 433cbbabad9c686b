"""The part of the matrix about people, reporting lines, notices and the read log: see the package's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils import timezone

from people.models import Notice, Person, Reading

if TYPE_CHECKING:
    from tests.authz.rooms import Forms
    from tests.authz.world import Things, World
    from tests.cast import Cast

TOKEN = "t" * 22
# Hal belongs to the people team, and has nothing of it over himself. Gone is switched off and reports to nobody.
TABLE = """
# People and who reports to whom
person_list          everyone                                          200 405 405 405 405  + + + + + + + + > + >
person_new           everyone                                          200 302 405 405 405  ! ! ! ! ! + ! ! > ! >
my_line              own                                               200 405 405 405 405  + + + + + + + + > + >
line_edit            write_line person=ada.person                      200 302 405 405 405  - - - - - + - - > - >
line_edit            write_line person=gone.person                     200 302 405 405 405  - - - - - + - - > - >
line_edit            write_line person=hal.person                      200 302 405 405 405  - - - - - - - - > - >
line_history         read_line person=ada.person                       200 405 405 405 405  + + + - - + - - > - >
line_history         read_line person=eve.person                       200 405 405 405 405  - - - - + + - - > + >
line_history         read_line person=gone.person                      200 405 405 405 405  - - - - - + - - > - >
account_switch       keep_account person=ada.person                    200 302 405 405 405  - - - - - + - - > - >
account_switch       keep_account person=gone.person                   200 302 405 405 405  - - - - - + - - > - >
account_switch       keep_account person=root.person                   200 422 405 405 405  - - - - - + - - > - >
account_switch       keep_account person=hal.person                    200 302 405 405 405  - - - - - - - - > - >
person_link          keep_account person=ada.person                    200 302 405 405 405  - - - - - + - - > - >
person_link          keep_account person=gone.person                   200 302 405 405 405  - - - - - + - - > - >
person_link          keep_account person=hal.person                    200 302 405 405 405  - - - - - - - - > - >

# What one is told, and who read about one
notice_list          own                                               200 405 405 405 405  + + + + + + + + > + >
waiting_list         own                                               200 405 405 405 405  + + + + + + + + > + >
notice_read_all      own                                               405 302 405 405 405  + + + + + + + + > + >
notice_open          own       notice=ada.notice                       302 405 405 405 405  + - - - - - - - > - >
notice_open          own       notice=gone.notice                      302 405 405 405 405  - - - - - - - - > - >
reading_list         own                                               200 405 405 405 405  + + + + + + + + > + >
"""
WITHOUT = {
    "people.Notice.kind": "one of the words in a room's notices.py",
    "people.Notice.url": "an address",
    "people.Reading.page": "the name of an address",
}


def fill(cast: Cast, things: Things) -> None:
    """Something Ada and Gone were told, and that Bo read about Ada."""
    for name, person in {"ada": cast.ada, "gone": cast.gone}.items():
        things[f"{name}.notice"] = Notice.objects.create(
            person=person, kind="line_given", detail="detail", subject=cast.bo
        )
    for name in ("ada", "eve", "hal", "root", "gone"):
        things[f"{name}.person"] = getattr(cast, name)
    Reading.note(cast.bo, [cast.ada], "assessment_show")
    things["ada.reading"] = Reading.objects.get()


def forms(world: World) -> Forms:
    """Url name → what is sent."""
    today = timezone.localdate().isoformat()
    seen = {name: world.person(name).line_revision for name in ("ada", "gone")}
    assert len(set(seen.values())) == 1, "one form serves both"
    return {
        "person_new": {"name": "Cleo", "email": "cleo@example.org", "once": TOKEN},
        "line_edit": {
            "who": world.person("xena").name,
            "since": today,
            "seen": seen["ada"],
            "sure": "1",
            "once": TOKEN,
        },
        "account_switch": {"to": "off"},
    }


def about(row: Model) -> Person | None:
    return row.person if isinstance(row, Notice | Reading) else None


def readers(row: Model, world: World) -> frozenset[str] | None:
    return frozenset({world.name_of(row.person)}) if isinstance(row, Notice | Reading) else None


def own(world: World, name: str, row: Model) -> bool:
    assert isinstance(row, Notice | Reading)
    return world.person(name) == row.person


DOORS = {Notice: own, Reading: own}
