"""What the commands for people who keep ladders in Git share: reading a file and saying what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path as File
from typing import Any, NoReturn, get_args

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from ladders.chart import Chart
from ladders.exchange import LadderFile, Problem, read
from ladders.exchange.problems import Path
from ladders.exchange.table_map import Kind
from ladders.exchange.tables import read_table
from ladders.models import Version
from ladders.published import chart_of
from ladders.translation_file import Translated, is_translation, read_translation


def add_file(parser: CommandParser) -> None:
    """The arguments that name a ladder file, or a table and the map that says how to read it."""
    parser.add_argument("file")
    add_table(parser)


def add_table(parser: CommandParser) -> None:
    """The arguments that say how to read a table."""
    parser.add_argument("--as", dest="kind", choices=get_args(Kind), help="the file is a table (CSV) of this kind")
    parser.add_argument("--map", metavar="MAP", help="the YAML file that says how to read the table")


def read_file(command: BaseCommand, options: Mapping[str, Any]) -> LadderFile:
    """The checked file. Writes every problem to stderr with file, line and path; exits 1 if one is an error."""
    return read_lines(command, options)[0]


def read_lines(command: BaseCommand, options: Mapping[str, Any]) -> tuple[LadderFile, Mapping[Path, int]]:
    """As `read_file`, with the line of every path in the file, from 1."""
    name, kind, map_name = options["file"], options["kind"], options["map"]
    if bool(kind) != bool(map_name):
        raise CommandError("A table needs both --as and --map.")
    if kind:
        reading = read_table(_bytes(name), _bytes(map_name), kind, source=name, map_source=map_name)
    else:
        reading = read(_bytes(name), name)
    for problem in reading.warnings:
        command.stderr.write(f"{problem.file or name}:{problem} (warning)")
    if reading.ladder is None:
        complain(command, name, reading.errors)
    return reading.ladder, reading.lines


def _bytes(name: str) -> bytes:
    try:
        return File(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}") from error


def complain(command: BaseCommand, name: str, problems: tuple[Problem, ...]) -> NoReturn:
    """Writes the problems to stderr and ends the command with exit code 1."""
    for problem in problems:
        command.stderr.write(f"{problem.file or name}:{problem}")
    count = len(problems)
    raise CommandError(f"{name}: {count} {'error' if count == 1 else 'errors'}", returncode=1)


def says_it_translates(options: Mapping[str, Any]) -> bool:
    """Whether the file is a translation and not a ladder or a table."""
    return not options["kind"] and is_translation(_bytes(options["file"]))


def read_translation_file(
    command: BaseCommand, options: Mapping[str, Any], original: Callable[[str], Chart | None]
) -> Translated | None:
    """The checked translation, None if the file is a ladder or a table."""
    return translation_in(command, options["file"], original) if says_it_translates(options) else None


def translation_in(command: BaseCommand, name: str, original: Callable[[str], Chart | None]) -> Translated:
    """The checked translation in a file. Says problems as `read_file` does.

    `original` finds the ladder with an id, which is the one translated.
    """
    reading = read_translation(_bytes(name), original)
    for problem in reading.warnings:
        command.stderr.write(f"{name}:{problem} (warning)")
    if reading.found is None:
        complain(command, name, reading.errors)
    return reading.found


def find_version(slug: str) -> Version | None:
    """The version of a ladder (its id in files) that applies today, None if there is none."""
    versions = Version.objects.in_force(timezone.localdate()).filter(ladder__slug=slug)
    return versions.select_related("ladder__library", "scale").first()


def version_in_force(slug: str) -> Version:
    """That version. Raises CommandError if there is none."""
    found = find_version(slug)
    if found is None:
        raise CommandError(f'There is no ladder "{slug}" here.')
    return found


def find_chart(slug: str) -> Chart | None:
    """The chart of that version, None if there is none."""
    found = find_version(slug)
    return chart_of(found.pk) if found else None


def chart_in_force(slug: str) -> Chart:
    """The chart of that version."""
    return chart_of(version_in_force(slug).pk)
