"""What the commands for people who keep ladders in Git share: reading a file and saying what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ladders.chart import Chart
from ladders.exchange import LadderFile, Problem, read
from ladders.models import Version
from ladders.published import chart_of


def read_file(command: BaseCommand, name: str) -> LadderFile:
    """The checked file. Writes every problem to stderr with file, line and path; exits 1 if one is an error."""
    try:
        data = Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}") from error
    reading = read(data, name)
    for problem in reading.warnings:
        command.stderr.write(f"{name}:{problem} (warning)")
    if reading.ladder is None:
        complain(command, name, reading.errors)
    return reading.ladder


def complain(command: BaseCommand, name: str, problems: tuple[Problem, ...]) -> NoReturn:
    """Writes the problems to stderr and ends the command with exit code 1."""
    for problem in problems:
        command.stderr.write(f"{name}:{problem}")
    count = len(problems)
    raise CommandError(f"{name}: {count} {'error' if count == 1 else 'errors'}", returncode=1)


def version_in_force(slug: str) -> Version:
    """The version of a ladder (its id in files) that applies today. Raises CommandError."""
    versions = Version.objects.in_force(timezone.localdate()).filter(ladder__slug=slug)
    found = versions.select_related("ladder__library", "scale").first()
    if found is None:
        raise CommandError(f'There is no ladder "{slug}" here.')
    return found


def chart_in_force(slug: str) -> Chart:
    """The chart of that version."""
    return chart_of(version_in_force(slug).pk)
