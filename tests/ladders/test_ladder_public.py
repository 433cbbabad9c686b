"""Opening a ladder to everybody by command."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ladders.models import Ladder
from tests.ladders.public import opened

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("ladder_public", *arguments, stdout=out)
    return out.getvalue()


def test_open_and_closed_by_command() -> None:
    opened().ladder.show_publicly(on=False, by=None)
    assert run("l") == "l: can be read by everybody at /public/l/\n"
    assert Ladder.objects.get().public
    assert run("l", "--off") == "l: is for everyone at work only\n"
    assert not Ladder.objects.get().public


def test_a_ladder_that_is_not_here() -> None:
    with pytest.raises(CommandError, match='There is no ladder "l" here'):
        run("l")
