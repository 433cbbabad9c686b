"""The people everyone knows: one small organisation, the same in every test.

    xena          cy
     │            │
    eve           bo
                ┌─┴─┐
               ada  di        hal, lin and root stand beside the lines; gone has left

Ada reported to Xena until `changed`. All days lie far enough back to hold whatever day it is today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from people.accounts import add_address
from people.models import Duty, Person

JOINED = date(2020, 1, 6)
CHANGED = date(2021, 3, 1)
LEFT = date(2022, 7, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone by name.

    `ada` is a product manager and reports to `bo`, who reports to `cy`; `di` is her peer, `xena` managed her before.
    `eve` is a stranger, in another line. `hal` (people team), `lin` (ladder editor) and `root` (operator) hold one
    duty each; `cy` puts ladders into force. `gone` reported to Bo and left: the account is switched off.
    """

    ada: Person
    bo: Person
    cy: Person
    di: Person
    eve: Person
    hal: Person
    lin: Person
    root: Person
    gone: Person
    xena: Person


def draw_cast(*, joined: date = JOINED, changed: date = CHANGED, left: date = LEFT) -> Cast:
    """Makes the cast: lines begin on `joined`, Ada changes to Bo on `changed`, Gone's line ends on `left`."""
    cast = Cast(
        ada=enter("Ada Okafor", "Product Manager"),
        bo=enter("Bo Lindqvist", "Group Product Manager"),
        cy=enter("Cy Haddad", "Director of Product"),
        di=enter("Di Castellanos", "Product Manager"),
        eve=enter("Eve Mokoena", "Product Manager"),
        hal=enter("Hal Nakamura", "People Partner"),
        lin=enter("Lin Mei-Hua", "Product Operations Lead"),
        root=enter("Root Andersen", "Platform Operator"),
        gone=enter("Gone Petrov", "Product Manager"),
        xena=enter("Xena Papadopoulou", "Group Product Manager"),
    )
    cast.bo.report_to(cast.cy, since=joined)
    cast.ada.report_to(cast.xena, since=joined)
    cast.ada.report_to(cast.bo, since=changed)
    cast.di.report_to(cast.bo, since=joined)
    cast.eve.report_to(cast.xena, since=joined)
    cast.gone.report_to(cast.bo, since=joined)
    cast.gone.report_to(None, since=left)
    cast.gone.is_active = False
    cast.gone.save(update_fields=["is_active"])
    cast.hal.give(Duty.Kind.PEOPLE)
    cast.lin.give(Duty.Kind.LADDERS)
    cast.cy.give(Duty.Kind.PUBLISHING)
    cast.root.give(Duty.Kind.OPERATOR)
    return cast


def enter(name: str, title: str) -> Person:
    """A person with a confirmed address and no password, such as ada@example.org for Ada Okafor."""
    person = Person.objects.create_user(f"{name.split(maxsplit=1)[0]}@example.org", name, title=title)
    add_address(person)
    return person
